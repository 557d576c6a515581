import type { FlowAnswer, FlowRequest, FlowWindow } from '../../model/flow/flow.ts';
import type { GroupMetrics, OwnMetrics } from '../../model/flow/metrics.ts';
import type { QualityReport } from '../../model/flow/quality.ts';
import type { CommitSet, GroupReading } from '../../model/ports/gitPort.ts';
import type { GroupSize, WorkType } from '../../model/work.ts';
import { createAsk, flowCells, type FlowCells } from './flowCells.ts';
import { flowScope, type FlowScope } from './flowInput.ts';
import { flowItems } from './flowItems.ts';
import type { FlowSource } from './flowSource.ts';
import type { Cell, Gate } from './metric.ts';
import { allMetrics } from './metrics/allMetrics.ts';
import { quality } from './metrics/dataQuality.ts';
import { hiddenCells, isSolo, refusal, type Floor } from './people/suppression.ts';
import { dayText } from './time/calendar.ts';

/** An answer up to the point where the identity gate must be asked. */
export interface FlowPreparation {
  readonly window: FlowWindow;
  /** What the identity gate is asked, all in one call; nothing when there is nothing to show. */
  readonly cells: readonly CommitSet[];
  /** The answer. `reading` is the gate's, in the order of `cells`; null when it could not be asked: nothing is shown. */
  finish(reading: GroupReading | null): FlowAnswer;
}

/** Prepares the answer about how work flowed into main in a window of whole weeks. */
export function prepareFlow(source: FlowSource, request: FlowRequest): FlowPreparation {
  const scope = flowScope(source, request);
  const { window, calendar } = scope.input;
  if (scope.inWindow.length === 0) {
    const latest = scope.input.items.findLast(({ end }) => end <= source.now);
    const day = latest === undefined ? null : dayText(calendar.dayOf(latest.end));
    // Nobody asked the gate about that day, so it stays on the screen.
    const told = request.use === 'view' ? day : null;
    const isBeyondClone =
      scope.input.knownSince !== null && dayText(calendar.dayOf(scope.input.knownSince)) > window.from;
    const nothing: FlowAnswer = { state: 'noItems', window, latest: told, ofType: null, isBeyondClone };
    return { window, cells: [], finish: () => nothing };
  }
  const { ask, cells } = createAsk(source);
  const asked: Asked = {
    source,
    request,
    scope,
    sets: cells,
    cells: flowCells(scope, source, ask),
    quality: quality(source.work)(scope.input, ask),
    metrics: allMetrics(scope.input, ask),
  };
  return { window, cells, finish: reading => finishFlow(asked, reading) };
}

interface Asked {
  readonly source: FlowSource;
  readonly request: FlowRequest;
  readonly scope: FlowScope;
  /** By cell. */
  readonly sets: readonly CommitSet[];
  readonly cells: FlowCells;
  readonly quality: (gate: Gate) => QualityReport;
  readonly metrics: (gate: Gate) => { readonly own: OwnMetrics; readonly group: GroupMetrics | null };
}

function finishFlow(asked: Asked, reading: GroupReading | null): FlowAnswer {
  const { request, scope, cells } = asked;
  const { window } = scope.input;
  const floor: Floor = request.use === 'view' ? 3 : 5;
  const size = (cell: Cell): GroupSize | undefined => reading?.sets[cell];
  const group = size(cells.window);
  const reason = refusal(group, floor);
  const soloPossible = request.use === 'view' && isSolo(group) && isSolo(size(cells.everything));
  const solo = reason !== null && soloPossible && request.solo;
  if (reading === null || group === undefined || (reason !== null && !solo))
    return { state: 'withheld', reason: reason ?? 'groupUnknown', window, floor, soloPossible };

  const passes = (cell: Cell): boolean =>
    solo || isNobodys(asked.sets[cell], reading) || refusal(size(cell), floor) === null;
  const withheld = (why: 'complement' | ReturnType<typeof refusal>): FlowAnswer => ({
    state: 'withheld',
    reason: why ?? 'complement',
    window,
    floor,
    soloPossible: false,
  });
  // Taken from the whole, a team's figures leave those of the rest, and all teams' figures what none of them has.
  if (request.use === 'export' && cells.ofOthers !== null)
    if (!passes(cells.ofOthers) || !cells.isRestSafe(passes, automatedBy(asked.source, reading)))
      return withheld('complement');
  // With few people, two filters at once would single somebody out.
  if (request.type !== null && request.team !== null && group.band === '3-4') return withheld('complement');
  const types = typesToShow(asked, reading, passes);
  if (request.type !== null && !types.includes(request.type)) {
    const cell = cells.types.get(request.type);
    if (cell === undefined) {
      const isAutomated = automatedBy(asked.source, reading);
      const items = scope.inWindow.filter(item => !isAutomated(item)).length;
      const ofType = { type: request.type, items };
      return { state: 'noItems', window, latest: null, ofType, isBeyondClone: false };
    }
    return withheld(passes(cell) ? 'complement' : refusal(size(cell), floor));
  }
  return shownFlow(asked, gateOf(asked, reading, passes, solo), group, types);
}

/** Bots alone made it, or it is empty. Somebody whose name says nothing is somebody. */
function isNobodys(set: CommitSet | undefined, { automated }: GroupReading): boolean {
  return set?.items.every(item => item.length > 0 && item.every(hash => automated.has(hash))) ?? false;
}

function gateOf({ source, cells }: Asked, reading: GroupReading, passes: (cell: Cell) => boolean, solo: boolean): Gate {
  const isAutomated = automatedBy(source, reading);
  const labelOf = cells.labels.allowed(group => passes(cells.labelGroups[group] ?? -1));
  return { passes, isAutomated, labelOf, solo };
}

function shownFlow(asked: Asked, gate: Gate, { band }: GroupSize, types: readonly WorkType[]): FlowAnswer {
  const { request, scope, source } = asked;
  const { input } = scope;
  const { team } = source;
  return {
    state: 'shown',
    window: input.window,
    use: request.use,
    band,
    solo: gate.solo,
    timeZone: input.calendar.timeZone,
    month: dayText(input.calendar.dayOf(input.now)).slice(0, 7),
    quality: asked.quality(gate),
    ...asked.metrics(gate),
    items: request.use === 'view' ? flowItems(input, gate) : [],
    types,
    type: request.type,
    teams: source.teams,
    team: request.team,
    teamName: team.team,
    focus: team.focus,
    interventions: team.interventions,
    tries: team.tries,
  };
}

/** Bots write like bots, or the gate knows them. */
function automatedBy({ work, open }: FlowSource, reading: GroupReading): Gate['isAutomated'] {
  const known = new Map<string, boolean>();
  return item => {
    let automated = known.get(item.id);
    if (automated === undefined) {
      const commits = work.commitsOf.get(item.id) ?? open?.commitsOf.get(item.id) ?? [];
      automated = item.automated === true || (commits.length > 0 && commits.every(hash => reading.automated.has(hash)));
      known.set(item.id, automated);
    }
    return automated;
  };
}

/** Types with a group of their own. An export shows no dots, so there one hidden type hides a second one. */
function typesToShow(
  { source, request, scope, cells }: Asked,
  reading: GroupReading,
  passes: (cell: Cell) => boolean,
): WorkType[] {
  const types = [...cells.types];
  const passing = types.filter(([, cell]) => passes(cell)).map(([type]) => type);
  if (request.use === 'view') return passing;
  const isAutomated = automatedBy(source, reading);
  const human = scope.inWindow.filter(item => !isAutomated(item));
  const hidden = hiddenCells(
    types.map(([type]) => ({
      count: human.filter(item => item.type === type).length,
      passes: passing.includes(type),
    })),
  );
  return types.filter(([type], index) => passing.includes(type) && hidden[index] === false).map(([type]) => type);
}

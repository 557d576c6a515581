import type { CycleTime, FlowAnswer, FlowRequest, FlowWindow } from '../../model/flow/flow.ts';
import type { CommitSet, GroupReading } from '../../model/ports/gitPort.ts';
import type { GroupBand, GroupSize, WorkItem, WorkType } from '../../model/work.ts';
import { calendarIn, dayText, type Calendar } from './time/calendar.ts';
import { cycleTime, isFinishedWork } from './metrics/cycleTime.ts';
import { dataQuality } from './metrics/dataQuality.ts';
import { flowCells, flowScope, withAutomated, type FlowCells, type FlowScope } from './flowScope.ts';
import { flowWindow } from './time/flowWindow.ts';
import { hiddenCells, isSolo, refusal, type Floor } from './people/suppression.ts';
import { buildWorkItems, type WorkItems, type WorkSource } from './items/workItems.ts';

export interface FlowInputs extends WorkSource {
  /** IANA name; weeks and days are this zone's. */
  readonly timeZone: string;
}

/** An answer up to the point where the identity gate must be asked. */
export interface FlowPreparation {
  readonly window: FlowWindow;
  /** What the identity gate is asked, all in one call; depends on window and work type, not on use or setting. */
  readonly cells: readonly CommitSet[];
  /** The answer. `reading` is the gate's, in the order of `cells`; null when it could not be asked: nothing is shown. */
  finish(reading: GroupReading | null): FlowAnswer;
}

/** Prepares the answer about how work flowed into main in a window of whole weeks. */
export function prepareFlow(inputs: FlowInputs, request: FlowRequest): FlowPreparation {
  return prepareFlowOf(buildWorkItems(inputs), inputs, request);
}

/** The same from items that are at hand: for other requests about the same commits. */
export function prepareFlowOf(
  work: WorkItems,
  inputs: Omit<FlowInputs, 'commits' | 'tip'>,
  request: FlowRequest,
): FlowPreparation {
  const calendar = calendarIn(inputs.timeZone);
  const window = flowWindow(request.window, inputs.now, calendar);
  const scope = flowScope(work, window, calendar, request.type, inputs.rules);
  if (scope.inWindow.length === 0) {
    const latest = work.items.findLast(({ end }) => end <= inputs.now);
    const day = latest === undefined ? null : dayText(calendar.dayOf(latest.end));
    // Nobody asked the gate about that day, so it stays on the screen.
    const told = request.use === 'view' ? day : null;
    return { window, cells: [], finish: () => ({ state: 'noItems', window, latest: told }) };
  }
  const cells = flowCells(scope, work, calendar);
  const asked: Asked = { work, inputs, request, calendar, window, scope, cells };
  return { window, cells: cells.asked, finish: reading => finishFlow(asked, reading) };
}

interface Asked {
  readonly work: WorkItems;
  readonly inputs: Omit<FlowInputs, 'commits' | 'tip'>;
  readonly request: FlowRequest;
  readonly calendar: Calendar;
  readonly window: FlowWindow;
  readonly scope: FlowScope;
  readonly cells: FlowCells;
}

/** What the gate said, as the answer uses it. */
interface Groups {
  readonly reading: GroupReading;
  readonly band: GroupBand;
  readonly solo: boolean;
  /** The cell's group is large enough. */
  readonly passes: (cell: number | undefined) => boolean;
}

function finishFlow(asked: Asked, reading: GroupReading | null): FlowAnswer {
  const { request, window, scope, cells } = asked;
  const floor: Floor = request.use === 'view' ? 3 : 5;
  const size = (cell: number | undefined): GroupSize | undefined => reading?.sets[cell ?? -1];
  const group = size(cells.window);
  const reason = refusal(group, floor);
  const soloPossible = request.use === 'view' && isSolo(group) && isSolo(size(cells.everything));
  const solo = reason !== null && soloPossible && request.solo;
  if (reading === null || group === undefined || (reason !== null && !solo))
    return { state: 'withheld', reason: reason ?? 'groupUnknown', window, floor, soloPossible };

  const passes = (cell: number | undefined): boolean => solo || refusal(size(cell), floor) === null;
  const groups: Groups = { reading, band: group.band, solo, passes };
  if (request.type === null) return shownFlow(asked, groups, typesToShow(asked, groups));
  if (scope.inScope.length === 0) return { state: 'noItems', window, latest: null };
  const types = typesToShow(asked, groups);
  if (types.includes(request.type)) return shownFlow(asked, groups, types);
  const why = refusal(size(cells.types.get(request.type)), floor) ?? 'complement';
  return { state: 'withheld', reason: why, window, floor, soloPossible: false };
}

function shownFlow(asked: Asked, groups: Groups, types: readonly WorkType[]): FlowAnswer {
  const { work, inputs, request, calendar, window, scope, cells } = asked;
  const { reading, band, solo, passes } = groups;
  const items = withAutomated(scope.inScope, work, reading);
  const enoughPeople = scope.timed.length === 0 || passes(cells.timed);
  const labelOf = scope.labels.allowed(label => passes(cells.labels[label]));
  const times = cycleTime(items.filter(isFinishedWork), calendar, enoughPeople, labelOf);
  const knownSince = inputs.shallow ? work.knownSince : null;
  return {
    state: 'shown',
    window,
    band,
    solo,
    timeZone: calendar.timeZone,
    quality: dataQuality(items, {
      forwardMerges: work.forwardMerges.filter(scope.isInside).length,
      syncMerges: work.syncMerges.filter(scope.isInside).length,
      shallowSince: knownSince === null ? null : dayText(calendar.dayOf(knownSince)),
      commitsRead: work.commitsRead,
      hasEpic: ticket => inputs.epics.has(ticket),
    }),
    // An export breaks down by one thing at a time: two of them could be subtracted from each other.
    cycleTime:
      request.use === 'view'
        ? times
        : exported(times, bin => request.type === null && enoughPeople && passes(cells.bins[bin])),
    types,
    type: request.type,
  };
}

/** Types with a group of their own. An export shows no dots, so there one hidden type hides a second one. */
function typesToShow({ work, request, scope, cells }: Asked, { reading, passes }: Groups): WorkType[] {
  const { types, inWindow } = scope;
  const passing = types.filter(type => passes(cells.types.get(type)));
  if (request.use === 'view') return passing;
  const human: WorkItem[] = withAutomated(inWindow, work, reading).filter(item => !item.automated);
  const hidden = hiddenCells(
    types.map(type => ({
      count: human.filter(item => item.type === type).length,
      passes: passing.includes(type),
    })),
  );
  return passing.filter(type => hidden[types.indexOf(type)] === false);
}

/** Without dots, and with bins only where enough people are behind them. */
function exported(times: CycleTime, passes: (bin: number) => boolean): CycleTime {
  const hidden = hiddenCells(times.bins.map(({ count }, bin) => ({ count: count ?? 0, passes: passes(bin) })));
  return {
    ...times,
    points: [],
    bins: times.bins.map((bin, index) => (hidden[index] === false ? bin : { ...bin, count: null })),
  };
}

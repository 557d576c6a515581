import { epicSummaries } from '../answers/flow/epicSummaries.ts';
import { prepareFlow } from '../answers/flow/flowAnswer.ts';
import type { FlowSource } from '../answers/flow/flowSource.ts';
import type { WorkItems } from '../answers/flow/items/workItems.ts';
import { calendarIn } from '../answers/flow/time/calendar.ts';
import { flowWindow, windowTest } from '../answers/flow/time/flowWindow.ts';
import type { RepositoryFacts } from '../model/branch.ts';
import type { OutcomesFolder } from '../model/epic.ts';
import type { FlowAnswer, FlowRequest } from '../model/flow/flow.ts';
import { ProblemError } from '../model/problem.ts';
import type { GroupReading, RepositoryPort } from '../model/ports/gitPort.ts';
import type { KeyRules } from '../model/text/ticketKeys.ts';
import { cellsKey } from './flow/cellsKey.ts';
import { createOpenReading } from './flow/openReading.ts';
import { readSignals } from './flow/signals.ts';
import { createSizes } from './flow/sizes.ts';
import { createTeams, teamAsked } from './flow/teams.ts';
import { createWorkReading, type WorkRequest } from './flow/workReading.ts';
import type { LensPorts } from './ports.ts';

/** Work that landed in the window may have begun long before; what began earlier than this is shown as "start unknown". */
const LOOK_BACK_SECONDS = 730 * 86_400;

export interface FlowContext {
  readonly request: FlowRequest;
  readonly facts: RepositoryFacts;
  readonly rules: KeyRules;
  readonly outcomes: OutcomesFolder;
}

export interface FlowLens {
  /** HEAD, a ref, the config or a mail map may have changed: what git said of branches and people is asked again. */
  forget(): void;
  answer(context: FlowContext, onProgress: (commits: number) => void, signal?: AbortSignal): Promise<FlowAnswer>;
  /** Keeps what was read of the history for the next window or call. Never rejects. */
  save(): Promise<void>;
  /** Hashes of an item of the last answer on main, newest last, because the person asked for that item; [] when unknown. */
  commitsOf(item: string): readonly string[];
}

/** Flow answers for one repository. */
export function createFlowLens(ports: LensPorts, repository: RepositoryPort): FlowLens {
  const workReading = createWorkReading(repository, ports.store);
  const openReading = createOpenReading(repository);
  const sizes = createSizes(repository);
  const teams = createTeams(repository);
  let shown: WorkItems | null = null;
  /** The identity gate's bands by what was asked; nothing finer is kept. */
  let readings: { readonly key: string; readonly of: Map<string, GroupReading> } = { key: '', of: new Map() };

  async function sourceOf(
    { request, facts, rules, outcomes }: FlowContext,
    onProgress: (commits: number) => void,
    signal?: AbortSignal,
  ): Promise<{ readonly source: FlowSource; readonly key: string }> {
    const { main } = facts;
    if (main === null) throw new ProblemError({ code: 'history/empty' });
    const team = teamAsked(outcomes, request.team);
    const now = ports.now();
    const calendar = calendarIn(team.timeZone);
    const window = flowWindow(request.window, now, calendar);
    const since = Date.parse(`${window.from}T00:00:00Z`) / 1000 - LOOK_BACK_SECONDS;
    const asked: WorkRequest = { main, facts, rules, outcomes, team, since, now };
    const { work, key } = await workReading.read(asked, onProgress, signal);
    const isInside = windowTest(window, calendar);
    const inWindow = work.items.filter(({ end }) => isInside(end));
    const [owned, open, measured, signals] = await Promise.all([
      teams.owned(team, request.team !== null, work, signal),
      openReading.read(asked, work, signal),
      sizes.of(inWindow, work, signal),
      readSignals(ports.files, repository.root, team),
    ]);
    const source: FlowSource = {
      ...{ work, rules, now, team, owned, open, signals },
      shallow: facts.shallow,
      teams: outcomes.teams.map(({ id, file }) => ({ id, name: file.team ?? id })),
      epics: epicSummaries(outcomes),
      tickets: new Map(),
      sizes: measured,
    };
    return { source, key };
  }

  return {
    forget() {
      readings = { key: '', of: new Map() };
      openReading.forget();
    },
    async answer(context, onProgress, signal) {
      const { source, key } = await sourceOf(context, onProgress, signal);
      shown = source.work;
      const prepared = prepareFlow(source, context.request);
      if (prepared.cells.length === 0) return prepared.finish(null);
      if (readings.key !== key) readings = { key, of: new Map() };
      const asked = cellsKey(prepared.cells);
      const reading = readings.of.get(asked) ?? (await repository.groupSizes(prepared.cells, signal));
      readings.of.set(asked, reading);
      return prepared.finish(reading);
    },
    save: () => workReading.save(),
    commitsOf: item => shown?.landedOf.get(item) ?? [],
  };
}

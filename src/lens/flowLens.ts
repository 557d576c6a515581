import { prepareFlowOf } from '../answers/flow/flowAnswer.ts';
import { calendarIn } from '../answers/flow/time/calendar.ts';
import { flowWindow } from '../answers/flow/time/flowWindow.ts';
import { buildWorkItems, type WorkItems } from '../answers/flow/items/workItems.ts';
import type { MainBranch, RepositoryFacts } from '../model/branch.ts';
import type { Commit } from '../model/commit.ts';
import type { OutcomesFolder } from '../model/epic.ts';
import type { FlowAnswer, FlowRequest } from '../model/flow/flow.ts';
import { ProblemError } from '../model/problem.ts';
import type { GroupReading, RepositoryPort } from '../model/ports/gitPort.ts';
import type { KeyRules } from '../model/text/ticketKeys.ts';
import { WORK_TYPES, type WorkType } from '../model/work.ts';
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
  /** Who is who may have changed (a mail map): the gate is asked again. */
  forgetGroups(): void;
  answer(context: FlowContext, onProgress: (commits: number) => void, signal?: AbortSignal): Promise<FlowAnswer>;
}

interface Held {
  /** Main's hash and the linking rules: another history or other rules build other items. */
  readonly key: string;
  /** Commits from here on were read (epoch seconds). */
  readonly since: number;
  readonly work: WorkItems;
  /** The identity gate's bands by window and filter; nothing finer is kept. */
  readonly readings: Map<string, GroupReading>;
}

/** Flow answers for one repository. Work items of the last history read are kept until the history or the rules change. */
export function createFlowLens(ports: LensPorts, repository: RepositoryPort): FlowLens {
  let held: Held | null = null;

  async function workSince(
    since: number,
    main: MainBranch,
    context: FlowContext,
    onProgress: (commits: number) => void,
    signal?: AbortSignal,
  ): Promise<Held> {
    const { rules, facts } = context;
    const epics = epicTypes(context.outcomes);
    const key = JSON.stringify([
      main.hash,
      main.name,
      facts.shallow,
      rules,
      [...epics],
      context.outcomes.team.timeZone,
    ]);
    // Only the same reach gives the same figures, whatever was asked before.
    if (held?.key === key && held.since === since) return held;
    const commits: Commit[] = [];
    await repository.history(
      { main, rules, since },
      batch => {
        for (const commit of batch) commits.push(commit);
        onProgress(commits.length);
      },
      signal,
    );
    const work = buildWorkItems({
      commits,
      tip: main.hash,
      rules,
      epics,
      now: ports.now(),
      shallow: facts.shallow,
    });
    held = { key, since, work, readings: new Map() };
    return held;
  }

  return {
    forgetGroups() {
      held?.readings.clear();
    },
    async answer(context, onProgress, signal) {
      const { facts, outcomes, rules, request } = context;
      const { main } = facts;
      if (main === null) throw new ProblemError({ code: 'history/empty' });
      const { timeZone } = outcomes.team;
      const now = ports.now();
      const window = flowWindow(request.window, now, calendarIn(timeZone));
      const since = Date.parse(`${window.from}T00:00:00Z`) / 1000 - LOOK_BACK_SECONDS;
      const { work, readings } = await workSince(since, main, context, onProgress, signal);
      const inputs = { rules, epics: epicTypes(outcomes), now, shallow: facts.shallow, timeZone };
      const prepared = prepareFlowOf(work, inputs, request);
      if (prepared.cells.length === 0) return prepared.finish(null);
      const asked = JSON.stringify([window, request.type, Math.floor(now / 86_400)]);
      const reading = readings.get(asked) ?? (await repository.groupSizes(prepared.cells, signal));
      readings.set(asked, reading);
      return prepared.finish(reading);
    },
  };
}

/** Ticket or epic key to the work type of its epic; null where the epic names none. */
function epicTypes(outcomes: OutcomesFolder): ReadonlyMap<string, WorkType | null> {
  const types = new Map<string, WorkType | null>();
  const { workTypes } = outcomes.team;
  for (const { epic } of outcomes.epics) {
    if (epic === null) continue;
    const named = epic.type === null ? null : (workTypes[epic.type] ?? epic.type);
    const type = WORK_TYPES.find(candidate => candidate === named) ?? null;
    for (const key of [epic.key, ...epic.tickets]) types.set(key, type);
  }
  return types;
}

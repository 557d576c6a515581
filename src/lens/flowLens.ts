import { epicSummaries } from '../answers/flow/epicSummaries.ts';
import type { FlowSource } from '../answers/flow/flowSource.ts';
import type { WorkItems } from '../answers/flow/items/workItems.ts';
import { calendarIn, dayText } from '../answers/flow/time/calendar.ts';
import { flowWindow, windowTest } from '../answers/flow/time/flowWindow.ts';
import { evidencePaths } from '../answers/ready/repositoryFacts.ts';
import type { RepositoryFacts } from '../model/branch.ts';
import type { EvidenceLink } from '../model/checklist.ts';
import type { EpicFile, OutcomesFolder } from '../model/epic.ts';
import type { FlowAnswer, FlowRequest } from '../model/flow/flow.ts';
import { ProblemError } from '../model/problem.ts';
import type { RepositoryPort } from '../model/ports/gitPort.ts';
import type { KeyRules } from '../model/text/ticketKeys.ts';
import { createOpenReading } from './flow/openReading.ts';
import { createPreparedAnswers } from './flow/preparedAnswers.ts';
import { readSignals } from './flow/signals.ts';
import { createSizes } from './flow/sizes.ts';
import { createTeams, teamAsked } from './flow/teams.ts';
import { createWorkReading, type WorkRequest } from './flow/workReading.ts';
import type { LensPorts } from './ports.ts';

/** Work that landed in the window may have begun long before; what began earlier than this is shown as "start unknown". */
const LOOK_BACK_SECONDS = 730 * 86_400;
/** How old work is counts up to now; an hour changes no day that is shown. */
const NOW_SECONDS = 3_600;
/** Windows and teams whose answers are kept. */
const MOST_SOURCES = 4;

export interface FlowContext {
  readonly request: FlowRequest;
  readonly facts: RepositoryFacts;
  readonly rules: KeyRules;
  readonly outcomes: OutcomesFolder;
}

export interface FlowLens {
  /** HEAD, a ref, the config or a mail map may have changed: the identity gate is asked again. */
  forget(): void;
  answer(context: FlowContext, onProgress: (commits: number) => void, signal?: AbortSignal): Promise<FlowAnswer>;
  /** Makes the answers ready that the request's other work types would get. Rejects with `CancelledError`. */
  lookAhead(context: FlowContext, signal: AbortSignal): Promise<void>;
  /** Keeps what was read of the history for the next window or call. Never rejects. */
  save(): Promise<void>;
  /** Hashes of an item of the last answer for a view on main, newest last, because the person asked for that item; [] when unknown. */
  commitsOf(item: string): readonly string[];
}

export type FlowPorts = Pick<LensPorts, 'files' | 'store' | 'now'>;

/** What flow asks of a repository. */
export type FlowRepository = Pick<
  RepositoryPort,
  'root' | 'history' | 'releaseTags' | 'openBranches' | 'sizes' | 'changedPaths' | 'groupSizes'
>;

function leadsOut(file: EpicFile, link: EvidenceLink): boolean {
  return evidencePaths(file, link).length === 0;
}

/** Flow answers for one repository. */
export function createFlowLens(ports: FlowPorts, repository: FlowRepository): FlowLens {
  const workReading = createWorkReading(repository, ports.store);
  const openReading = createOpenReading(repository);
  const sizes = createSizes(repository);
  const teams = createTeams(repository);
  const prepared = createPreparedAnswers(repository);
  let shown: WorkItems | null = null;
  /** How often all was forgotten. */
  let turn = 0;
  /** The last sources, newest first, each with what it was made of. */
  let sources: readonly { readonly parts: readonly unknown[]; readonly source: FlowSource }[] = [];

  async function sourceOf(
    { request, facts, rules, outcomes }: FlowContext,
    onProgress: (commits: number) => void,
    signal?: AbortSignal,
  ): Promise<FlowSource> {
    const { main } = facts;
    const began = turn;
    if (main === null) throw new ProblemError({ code: 'history/empty' });
    const team = teamAsked(outcomes, request.team);
    const now = ports.now();
    const calendar = calendarIn(team.timeZone);
    const window = flowWindow(request.window, now, calendar);
    const since = Date.parse(`${window.from}T00:00:00Z`) / 1000 - LOOK_BACK_SECONDS;
    const asked: WorkRequest = { main, facts, rules, outcomes, team, since, now };
    const work = await workReading.read(asked, onProgress, signal);
    const isInside = windowTest(window, calendar);
    const inWindow = work.items.filter(({ end }) => isInside(end));
    const opening = openReading.read(asked, work, signal);
    const [owned, open, measured, signals] = await Promise.all([
      opening.then(begun => teams.owned(team, request.team !== null, work, begun, signal)),
      opening,
      sizes.of(inWindow, work, signal),
      readSignals(ports.files, repository.root, team),
    ]);
    const isTeamExport = request.team !== null && request.use === 'export';
    const ownedByTeams: ReadonlySet<string>[] = [];
    for (const { file } of isTeamExport ? outcomes.teams : []) {
      const part = await teams.owned(file, true, work, open, signal);
      if (part !== null) ownedByTeams.push(part);
    }
    const asOf = Math.floor(now / NOW_SECONDS);
    const parts = [began, work, open, outcomes, JSON.stringify([window, request.team, isTeamExport, signals, asOf])];
    const known = sources.find(before => before.parts.every((part, at) => part === parts[at]));
    const source: FlowSource = known?.source ?? {
      ...{ work, rules, now, team, owned, ownedByTeams, open, signals },
      shallow: facts.shallow,
      teams: outcomes.teams.map(({ id, file }) => ({ id, name: file.team ?? id })),
      epics: epicSummaries(outcomes, { team, today: dayText(calendar.dayOf(now)), leadsOut }),
      tickets: new Map(),
      sizes: measured,
    };
    sources = [{ parts, source }, ...sources.filter(before => before !== known)].slice(0, MOST_SOURCES);
    return source;
  }

  return {
    forget() {
      turn++;
      sources = [];
    },
    async answer(context, onProgress, signal) {
      const source = await sourceOf(context, onProgress, signal);
      const answer = await prepared.answer(source, context.request, signal);
      // Ids of an export are in nobody's list of items.
      if (context.request.use === 'view') shown = source.work;
      return answer;
    },
    async lookAhead(context, signal) {
      await prepared.lookAhead(await sourceOf(context, () => undefined, signal), context.request, signal);
    },
    save: () => workReading.save(),
    commitsOf: item => shown?.landedOf.get(item) ?? [],
  };
}

import { createGit } from '../../src/git/openGit.ts';
import { flowScope } from '../../src/answers/flow/flowInput.ts';
import { buildHistoryGraph, type HistoryGraph } from '../../src/answers/flow/items/historyGraph.ts';
import { buildWorkItems, type WorkItems } from '../../src/answers/flow/items/workItems.ts';
import type { FlowInput, Metric } from '../../src/answers/flow/metric.ts';
import { dayText } from '../../src/answers/flow/time/calendar.ts';
import type { Commit } from '../../src/model/commit.ts';
import { ProblemError } from '../../src/model/problem.ts';
import type { RepositoryPort } from '../../src/model/ports/gitPort.ts';
import type { ItemSize, WorkItem } from '../../src/model/work.ts';
import { createFolder } from '../support/factories.ts';

/** No project's keys hold work together: the reference values are about merges and tags. */
const RULES = { known: [], knownOnly: true, ignored: [] } as const;
const DAY = 86_400;

/** The history of one commit with all that the product makes of it. */
export interface Reading {
  /** Newest first. */
  readonly commits: readonly Commit[];
  readonly graph: HistoryGraph;
  /** Positions in the graph of the commits on the first-parent line, newest first. */
  readonly line: readonly number[];
  readonly work: WorkItems;
  /** Files and lines of each item. */
  sizes(items: readonly WorkItem[]): Promise<ReadonlyMap<string, ItemSize>>;
  /** What the metrics are computed from, over all weeks that these items and all deployments fall in. */
  input(items: readonly WorkItem[], sizes: ReadonlyMap<string, ItemSize> | null): FlowInput;
}

export function openRepository(folder: string): Promise<RepositoryPort> {
  return createGit({ isTrusted: () => true }).open(folder);
}

/** Reads the history of `tip` (full hash), whatever is checked out. */
export async function readAt(repository: RepositoryPort, tip: string): Promise<Reading> {
  const main = { ref: 'refs/heads/main', hash: tip, name: 'main', how: 'team' } as const;
  const tags = await repository.releaseTags();
  const commits: Commit[] = [];
  const alsoFrom = [...new Set(tags.map(({ commit }) => commit))];
  await repository.history({ main, rules: RULES, since: null, alsoFrom }, batch => commits.push(...batch));
  const newest = commits.reduce((latest, { landed }) => Math.max(latest, landed), 0);
  const { team } = createFolder([]);
  const common = { rules: RULES, tickets: new Map(), now: newest + 60 * DAY, shallow: false } as const;
  const work = buildWorkItems({
    ...{ ...common, commits, tip, tags, releases: team.releases },
    ...{ epics: new Map(), conventions: {} },
  });
  const graph = buildHistoryGraph(commits, tip, false);
  const line: number[] = [];
  for (let at = graph.tip; at >= 0; at = graph.parentsOf(at)[0] ?? -1) line.push(at);
  return {
    ...{ commits, graph, line, work },
    sizes: items => sizesOf(repository, work, items),
    input(items, sizes) {
      const times = [...items.map(({ end }) => end), ...work.deployments.map(({ at }) => at)];
      const [since, until] = [Math.min(...times), Math.max(...times)].map(time => dayText(Math.floor(time / DAY)));
      // The reference counts bots too.
      const human = items.map(item => ({ ...item, automated: false }));
      return flowScope(
        {
          ...{ ...common, team, sizes, work: { ...work, items: human } },
          ...{ owned: null, ownedByTeams: [], teams: [], epics: [], open: null, signals: [] },
        },
        { window: { since: since ?? '', until: until ?? '' }, type: null, team: null, use: 'view', solo: false },
      ).input;
    },
  };
}

/** Of items that landed in one commit. A partial copy of a repository may lack files: items that changed one are left out. */
async function sizesOf(
  repository: RepositoryPort,
  { landedOf }: WorkItems,
  items: readonly WorkItem[],
): Promise<ReadonlyMap<string, ItemSize>> {
  const measured = await sizesOfCommits(
    repository,
    items.flatMap(({ id }) => landedOf.get(id) ?? []),
  );
  return new Map(
    items.flatMap(({ id }) => {
      const [hash = '', ...more] = landedOf.get(id) ?? [];
      const size = more.length === 0 ? measured.get(hash) : undefined;
      return size === undefined ? [] : [[id, size] as const];
    }),
  );
}

/** Halves what git refuses until only the commits that it cannot measure are left. */
async function sizesOfCommits(
  repository: RepositoryPort,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, ItemSize>> {
  try {
    return await repository.sizes(hashes);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (hashes.length <= 1) return new Map();
    const half = hashes.length >> 1;
    const [one, other] = [hashes.slice(0, half), hashes.slice(half)];
    return new Map([...(await sizesOfCommits(repository, one)), ...(await sizesOfCommits(repository, other))]);
  }
}

/** What a metric says when every group is large enough and nobody is a bot, as in the reference. */
export function measure<Result>(metric: Metric<Result>, input: FlowInput): Result {
  let cells = 0;
  return metric(
    input,
    () => cells++,
  )({
    passes: () => true,
    isAutomated: () => false,
    labelOf: () => null,
    solo: false,
  });
}

import type { Commit } from '../model/commit.ts';
import type { MainBranch } from '../model/branch.ts';
import { ProblemError } from '../model/problem.ts';
import type { Comparison } from './commands/streams.ts';
import { comparePatches, comparePaths } from './comparisons.ts';
import type { GitClient } from './gitClient.ts';
import { createSplitter } from './pieces.ts';

/** What a branch has of its own. */
export interface OwnWork {
  readonly tip: string;
  /** Without merges. */
  readonly commits: readonly Commit[];
  /** Commits of main that it stands on: more than one when main was merged into it. */
  readonly bases: readonly string[];
  /** All of it was read. */
  readonly whole: boolean;
}

/** Bounds of what is compared; a branch beyond them counts as not landed. */
const MOST_OWN_COMMITS = 100;
const MOST_MAIN_COMMITS = 2000;
/** Clocks of machines differ. */
const DAY = 86_400;
/** With `-z`, each field ends with a NUL. */
const MAIN_FORMAT = '%H%x00%P%x00%ct';
const FIELDS = 3;

/** Comparisons that would prove that a branch landed. */
interface Proofs {
  readonly work: OwnWork;
  /** Each of its commits that changes a file. */
  readonly copies: readonly Comparison[];
  /** All of it at once; null when its base is not known. */
  readonly squashed: Comparison | null;
}

/**
 * Tells branches whose changes are on main already although their commits are not (METRICS.md R18): each commit has a
 * copy there, or all of them together equal one commit. Changes are compared as `git patch-id` does, and only with those
 * of main's newest 2,000 commits that landed since the branch began and changed the same paths. Reads file contents: not
 * for a partial clone.
 */
export async function findLanded(
  client: GitClient,
  root: string,
  main: MainBranch,
  works: readonly OwnWork[],
  signal?: AbortSignal,
): Promise<ReadonlySet<OwnWork>> {
  const small = works.filter(({ whole, commits }) => whole && commits.length <= MOST_OWN_COMMITS);
  if (small.length === 0) return new Set();
  const began = Math.min(...small.flatMap(({ commits }) => commits.map(({ written }) => written)));
  const onMain = await readMain(client, root, { main, since: began - DAY }, signal);
  if (onMain.length === 0) return new Set();
  const branches: Proofs[] = [];
  for (const work of small) branches.push(await proofsOf(client, root, main, work, signal));

  const pathsOf = await comparePaths(client, root, [...onMain, ...branches.flatMap(comparisonsOf)], signal);
  const pathsOnMain = new Set(onMain.map(pathsOf));
  const isLikely = (pair: Comparison) => pathsOf(pair) !== null && pathsOnMain.has(pathsOf(pair));
  const likely = branches.map(branch => likelyProofs(branch, pair => pathsOf(pair) !== null, isLikely));

  const pairs = likely.flatMap(comparisonsOf);
  const sought = new Set(pairs.map(pathsOf));
  const patchOf = await comparePatches(
    client,
    root,
    [...pairs, ...onMain.filter(pair => isLikely(pair) && sought.has(pathsOf(pair)))],
    signal,
  );
  const patchesOnMain = new Set(onMain.map(patchOf));
  const isOnMain = (pair: Comparison) => patchOf(pair) !== null && patchesOnMain.has(patchOf(pair));
  const landed = likely.filter(
    ({ copies, squashed }) =>
      (copies.length > 0 && copies.every(isOnMain)) || (squashed !== null && isOnMain(squashed)),
  );
  return new Set(landed.map(({ work }) => work));
}

function comparisonsOf({ copies, squashed }: Proofs): Comparison[] {
  return squashed === null ? [...copies] : [...copies, squashed];
}

/** Commits that change nothing need no copy. */
function likelyProofs(
  { work, copies, squashed }: Proofs,
  changesFiles: (pair: Comparison) => boolean,
  isLikely: (pair: Comparison) => boolean,
): Proofs {
  const changing = copies.filter(changesFiles);
  return {
    work,
    copies: changing.every(isLikely) ? changing : [],
    squashed: squashed !== null && isLikely(squashed) ? squashed : null,
  };
}

async function proofsOf(
  client: GitClient,
  root: string,
  main: MainBranch,
  work: OwnWork,
  signal: AbortSignal | undefined,
): Promise<Proofs> {
  const [only = null, ...more] = work.bases;
  const base = more.length === 0 ? only : await mergeBase(client, root, [main.hash, work.tip], signal);
  return {
    work,
    copies: work.commits.map(({ hash, parents }) => ({ commit: hash, base: parents[0] ?? null })),
    squashed: base === null ? null : { commit: work.tip, base },
  };
}

async function mergeBase(
  client: GitClient,
  root: string,
  commits: readonly [string, string],
  signal: AbortSignal | undefined,
): Promise<string | null> {
  try {
    return (await client.read(root, { read: 'mergeBase', commits }, signal)).trim();
  } catch (error) {
    // In a shallow clone what they have in common may lie beyond its edge.
    if (error instanceof ProblemError && error.problem.code === 'git/failed') return null;
    throw error;
  }
}

/** What main's newest commits changed, merges left out: those bring the branch's own commits. */
async function readMain(
  client: GitClient,
  root: string,
  { main, since }: { readonly main: MainBranch; readonly since: number },
  signal: AbortSignal | undefined,
): Promise<readonly Comparison[]> {
  const found: Comparison[] = [];
  let fields: string[] = [];
  let read = 0;
  const parse = createSplitter(0, field => {
    fields.push(field.toString('latin1'));
    if (fields.length < FIELDS) return;
    const [commit = '', parents = '', landed] = fields;
    fields = [];
    if (read++ < MOST_MAIN_COMMITS && Number(landed) >= since)
      found.push({ commit, base: parents.split(' ', 1)[0] || null });
  });
  const take = (bytes: Buffer) => {
    parse(bytes);
    return read < MOST_MAIN_COMMITS;
  };
  const walk = { stream: 'walk', format: MAIN_FORMAT, tips: [main.hash], without: [], merges: false } as const;
  await client.stream(root, walk, take, signal);
  return found;
}

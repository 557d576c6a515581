import type { Commit } from '../model/commit.ts';
import type { GitClient } from './gitClient.ts';
import { createSplitter } from './pieces.ts';

/** Clocks of machines differ. */
const DAY = 86_400;
/** Commits between the two that are looked at. */
const MOST_BETWEEN = 100_000;
/** A merge mostly follows soon: so many commits of the line are tried first, the oldest that may hold the change. */
const TRIED = [64, 1024, Infinity];

/**
 * The merge that brought a commit to the line of first parents ending in `tip`: the oldest of that line that holds it. null
 * when the commit stands on the line itself, is not held by it, or landed too long ago.
 */
export async function findLandingMerge(
  client: GitClient,
  root: string,
  { hash, landed }: Pick<Commit, 'hash' | 'landed'>,
  tip: string,
  most: number,
  signal?: AbortSignal,
): Promise<string | null> {
  const line = await readLine(client, root, { tip, until: hash, since: landed - DAY, most }, signal);
  if (line === null || line.at(-1) === hash) return null;
  for (const tried of TRIED) {
    const from = line.at(-tried) ?? tip;
    const parentsOf = await readParents(client, root, hash, from, signal);
    const landing = parentsOf === null ? null : landingIn(parentsOf, hash, from);
    if (landing !== null || from === tip) return landing;
  }
  return null;
}

interface Wanted {
  readonly tip: string;
  readonly until: string;
  /** Epoch seconds. */
  readonly since: number;
  readonly most: number;
}

/** Commits of the line of first parents, newest first, to the commit itself or the last one that may hold it; null when too many. */
async function readLine(
  client: GitClient,
  root: string,
  { tip, until, since, most }: Wanted,
  signal: AbortSignal | undefined,
): Promise<readonly string[] | null> {
  const line: string[] = [];
  let isEnough = false;
  const take = inPairs((hash, time) => {
    isEnough ||= line.at(-1) === until || Number(time) < since || line.length > most;
    if (!isEnough) line.push(hash);
    return !isEnough;
  });
  await client.stream(root, { stream: 'firstParents', tip }, take, signal);
  return line.length > most ? null : line;
}

/** Parents of all that `tip` has and `commit` lacks; null when too many. */
async function readParents(
  client: GitClient,
  root: string,
  commit: string,
  tip: string,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, readonly string[]> | null> {
  const parentsOf = new Map<string, readonly string[]>();
  const take = inPairs((hash, parents) => {
    parentsOf.set(hash, parents.split(' '));
    return parentsOf.size <= MOST_BETWEEN;
  });
  await client.stream(root, { stream: 'graph', tip, without: commit }, take, signal);
  return parentsOf.size > MOST_BETWEEN ? null : parentsOf;
}

/** Hands over two fields at a time, until it is told that it is enough. */
function inPairs(take: (hash: string, field: string) => boolean): (bytes: Buffer) => boolean {
  let hash: string | null = null;
  let goesOn = true;
  const parse = createSplitter(0, piece => {
    const field = piece.toString('latin1');
    if (hash === null) hash = field;
    else {
      goesOn &&= take(hash, field);
      hash = null;
    }
  });
  return bytes => {
    parse(bytes);
    return goesOn;
  };
}

function landingIn(parentsOf: ReadonlyMap<string, readonly string[]>, commit: string, tip: string): string | null {
  const holders = holdersOf(parentsOf, commit);
  let landing: string | null = null;
  for (let at: string | undefined = tip; at !== undefined && holders.has(at); at = parentsOf.get(at)?.[0]) landing = at;
  return landing === null || parentsOf.get(landing)?.[0] === commit ? null : landing;
}

/** All of them that hold the commit. */
function holdersOf(parentsOf: ReadonlyMap<string, readonly string[]>, commit: string): ReadonlySet<string> {
  const childrenOf = new Map<string, string[]>();
  for (const [hash, parents] of parentsOf)
    for (const parent of parents) {
      const children = childrenOf.get(parent);
      if (children === undefined) childrenOf.set(parent, [hash]);
      else children.push(hash);
    }
  const holders = new Set<string>();
  const open = [commit];
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (const child of childrenOf.get(at) ?? [])
      if (!holders.has(child)) {
        holders.add(child);
        open.push(child);
      }
  return holders;
}

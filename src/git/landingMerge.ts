import type { GitClient } from './gitClient.ts';
import { createSplitter } from './pieces.ts';

/** Commits between the two that are looked at; a change that landed longer ago has no landing. */
const MOST_BETWEEN = 100_000;

/**
 * The merge that brought a commit to the line of first parents ending in `tip`: the oldest of that line that holds it. null
 * when the commit stands on the line itself, is not held by it, or is too far away.
 */
export async function findLandingMerge(
  client: GitClient,
  root: string,
  commit: string,
  tip: string,
  signal?: AbortSignal,
): Promise<string | null> {
  const parentsOf = new Map<string, readonly string[]>();
  const fields: string[] = [];
  const parse = createSplitter(0, field => {
    fields.push(field.toString('latin1'));
    if (fields.length < 2) return;
    const [hash = '', parents = ''] = fields.splice(0);
    parentsOf.set(hash, parents.split(' '));
  });
  const take = (bytes: Buffer) => {
    parse(bytes);
    return parentsOf.size <= MOST_BETWEEN;
  };
  await client.stream(root, { stream: 'graph', tip, without: commit }, take, signal);
  return parentsOf.size > MOST_BETWEEN ? null : landingIn(parentsOf, commit, tip);
}

/** `parentsOf` holds all that `tip` has and `commit` lacks. */
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

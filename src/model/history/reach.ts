/**
 * Reading back to a day ends after this many older commits in a row. One is not enough: clocks of machines differ, and a
 * commit with a wrong date would cut the history short.
 */
const OLDER_IN_A_ROW = 2000;

/** Asked for each commit, newest first; its name is its hash or its id, `landed` is epoch seconds. */
export type Reach<Name> = (name: Name, parents: readonly Name[], landed: number) => boolean;

/**
 * Tells for each commit whether it is still within reach of `since`. Only main's own commits can end the
 * reading: a commit of main with a wrong, old date comes after every other line that is younger. `main` are its newest
 * commits; null when no other line is read.
 */
export function createReach<Name>(since: number, main: readonly Name[] | null): Reach<Name> {
  const ahead = new Set<Name>(main);
  let older = 0;
  const isOfMain = (name: Name, parents: readonly Name[]): boolean => {
    // All of main came.
    if (ahead.size === 0) return true;
    if (!ahead.delete(name)) return false;
    for (const parent of parents) ahead.add(parent);
    return true;
  };
  return (name, parents, landed) => {
    const ofMain = isOfMain(name, parents);
    if (landed >= since) older = 0;
    else if (ofMain) older++;
    return older <= OLDER_IN_A_ROW;
  };
}

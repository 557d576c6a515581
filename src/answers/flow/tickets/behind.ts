import type { Ask, Gate } from '../metric.ts';

/** As elsewhere: below this part, those that are known are no picture of all. */
const LEAST_KNOWN = 0.6;

/** Something whose commits tell the identity gate who is behind it. */
export interface Behind {
  /** null: a ticket without commits; nobody can be told. */
  readonly behind: { readonly id: string } | null;
}

/**
 * Asks about the people of a group. Those of the items with commits stand for all of it, where that is 60 % of the items; a
 * group of which fewer are known never passes, nor does one of tickets without commits alone.
 */
export function askBehind(items: readonly Behind[], ask: Ask): (gate: Gate) => boolean {
  const known = items.flatMap(({ behind }) => behind ?? []);
  const cell = ask(known);
  const isTold = areTold(items.length, known.length);
  return gate => isTold && gate.passes(cell);
}

/** The items that may be counted together: without those of nobody where these are too many. */
export function tellable<Item extends Behind>(items: readonly Item[]): readonly Item[] {
  const known = items.filter(({ behind }) => behind !== null);
  return areTold(items.length, known.length) ? items : known;
}

function areTold(all: number, known: number): boolean {
  return known >= all * LEAST_KNOWN;
}

import type { WorkItem } from '../../../model/work.ts';
import type { Ask, Gate } from '../metric.ts';
import { LEAST_COVERAGE } from '../statistics/coverage.ts';

/** Something whose commits tell the identity gate who is behind it. */
export interface Behind {
  /** null: a ticket without commits; nobody can be told. */
  readonly behind: { readonly id: string; readonly automated?: boolean } | null;
  /** What landed last for a ticket, which people may have made though bots have a branch of it open. */
  readonly landed?: WorkItem | null;
}

/** Not the work of bots alone. A ticket without commits is somebody's. */
export function isOfPeople({ behind, landed }: Behind, gate: Gate): boolean {
  if (behind === null || !gate.isAutomated(behind)) return true;
  return landed != null && !gate.isAutomated(landed);
}

/**
 * Asks about the people of a group. Those of the items with commits stand for all of it, where that is 60 % of the items; a
 * group of which fewer are known never passes, nor does one of tickets without commits alone. Bots stand for nobody.
 */
export function askBehind(items: readonly Behind[], ask: Ask): (gate: Gate) => boolean {
  const known = items.flatMap(({ behind }) => behind ?? []);
  const cell = ask(known);
  return gate => {
    const human = items.filter(item => isOfPeople(item, gate));
    return areTold(human.length, human.filter(({ behind }) => behind !== null).length) && gate.passes(cell);
  };
}

/** The items that may be counted together: without those of nobody where these are too many. */
export function tellable<Item extends Behind>(items: readonly Item[]): readonly Item[] {
  const known = items.filter(({ behind }) => behind !== null);
  return areTold(items.length, known.length) ? items : known;
}

function areTold(all: number, known: number): boolean {
  return known >= all * LEAST_COVERAGE;
}

import type { WorkItem } from '../../../model/work.ts';
import type { Ask, Cell, Gate } from '../metric.ts';
import { isSafeSum, sumOf } from './suppression.ts';

/** Of so many teams every combination is asked about: twice as many for each more. */
const MOST_COMBINED = 6;

/** Landed items that the same teams own; `owners` are places of teams. */
interface Part {
  readonly owners: ReadonlySet<number>;
  readonly items: readonly WorkItem[];
  readonly cell: Cell;
}

/**
 * Asks about what the exports of several teams leave of the whole, since a team that is too small to be exported would
 * follow from it. `teams` are the ids of each team's items. What it returns tells whether that rest is about nobody or
 * about enough people.
 */
export function restOfTeams(
  landed: readonly WorkItem[],
  teams: readonly ReadonlySet<string>[],
  ask: Ask,
): (passes: Gate['passes'], isAutomated: Gate['isAutomated']) => boolean {
  const places = teams.map((_, place) => place);
  const alone = teams.map(team => [
    ask(landed.filter(({ id }) => team.has(id))),
    ask(landed.filter(({ id }) => !team.has(id))),
  ]);
  const parts = partsOf(landed, teams, ask);
  const cells = new Map<string, Cell>();
  for (const exported of teams.length <= MOST_COMBINED ? subsets(places) : [])
    cells.set(exported.join(), ask(restOf(parts, exported).flatMap(({ items }) => items)));
  return (passes, isAutomated) => {
    const exported = places.filter(place => alone[place]?.every(passes));
    if (exported.length === 0) return true;
    const whole = cells.get(exported.join());
    if (whole !== undefined) return passes(whole);
    const rest = restOf(parts, exported).map(({ items, cell }) => ({
      count: items.filter(item => !isAutomated(item)).length,
      passes: passes(cell),
    }));
    return isSafeSum(sumOf(rest), false);
  };
}

function partsOf(landed: readonly WorkItem[], teams: readonly ReadonlySet<string>[], ask: Ask): readonly Part[] {
  const parts = new Map<string, { readonly owners: ReadonlySet<number>; readonly items: WorkItem[] }>();
  for (const item of landed) {
    const owners = teams.flatMap((team, place) => (team.has(item.id) ? [place] : []));
    const part = parts.get(owners.join()) ?? { owners: new Set(owners), items: [] };
    part.items.push(item);
    parts.set(owners.join(), part);
  }
  return [...parts.values()].map(part => ({ ...part, cell: ask(part.items) }));
}

function restOf(parts: readonly Part[], exported: readonly number[]): readonly Part[] {
  return parts.filter(({ owners }) => !exported.some(team => owners.has(team)));
}

function subsets(places: readonly number[]): readonly (readonly number[])[] {
  return places.reduce<readonly (readonly number[])[]>(
    (all, place) => [...all, ...all.map(held => [...held, place])],
    [[]],
  );
}

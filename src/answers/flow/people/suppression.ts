import type { GroupBand, GroupSize } from '../../../model/work.ts';

/** Distinct human contributors that a figure needs: 3 on a person's own screen, 5 to leave it. Cannot be lowered. */
export type Floor = 3 | 5;

const AT_LEAST: Readonly<Record<GroupBand, number>> = { '0': 0, '1': 1, '2': 2, '3-4': 3, '5-9': 5, '10+': 10 };

export type Refusal = 'groupTooSmall' | 'dominated' | 'groupUnknown';

/** Why a group's figures may not be shown; null when they may. One with more than 80 % of the items counts as alone. */
export function refusal(size: GroupSize | undefined, floor: Floor): Refusal | null {
  if (size === undefined) return 'groupUnknown';
  if (AT_LEAST[size.band] < floor) return 'groupTooSmall';
  return size.dominated ? 'dominated' : null;
}

/** True for one or two people: the only groups that the solo setting is for. */
export function isSolo(size: GroupSize | undefined): boolean {
  return size?.band === '1' || size?.band === '2';
}

export interface Cell {
  readonly count: number;
  /** The cell's own group is large enough. */
  readonly passes: boolean;
}

/**
 * Which cells of a breakdown stay hidden when its total is shown (complementary suppression): besides the cells whose
 * group is too small, so many of the smallest others that no hidden count can be computed from total and shown cells.
 */
export function hiddenCells(cells: readonly Cell[]): boolean[] {
  const hidden = cells.map(({ count, passes }) => count > 0 && !passes);
  if (!hidden.includes(true)) return hidden;
  const bySize = cells
    .map((_, index) => index)
    .filter(index => hidden[index] === false && (cells[index]?.count ?? 0) > 0)
    .sort((a, b) => (cells[a]?.count ?? 0) - (cells[b]?.count ?? 0) || b - a);
  for (let next = 0; !isSafe(cells, hidden) && next < bySize.length; next++) {
    const index = bySize[next];
    if (index !== undefined) hidden[index] = true;
  }
  // Zeros are the last thing left to hide behind.
  return isSafe(cells, hidden) ? hidden : cells.map(() => true);
}

/** Hidden cells hold at least one item each, so one alone, or as many items as cells, would give every count away. */
function isSafe(cells: readonly Cell[], hidden: readonly boolean[]): boolean {
  const secret = cells.filter((_, index) => hidden[index]);
  return secret.length > 1 && secret.reduce((sum, { count }) => sum + count, 0) > secret.length;
}

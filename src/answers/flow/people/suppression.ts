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
  /** Counted in the total and shown nowhere, however many people are behind it. */
  readonly isLeftOver?: boolean;
}

/**
 * Which cells of a breakdown stay hidden when its total is shown (complementary suppression): besides the cells whose
 * group is too small, so many of the smallest others that neither a hidden count nor a sum about few people can be computed
 * from total and shown cells.
 */
export function hiddenCells(cells: readonly Cell[]): boolean[] {
  const hidden = cells.map(({ count, passes, isLeftOver }) => count > 0 && (!passes || isLeftOver === true));
  const bySize = cells
    .map((_, index) => index)
    .filter(index => hidden[index] === false && (cells[index]?.count ?? 0) > 0)
    .sort((a, b) => (cells[a]?.count ?? 0) - (cells[b]?.count ?? 0) || b - a);
  const isSafe = (): boolean => {
    const isHidden = (_: Cell, index: number): boolean => hidden[index] === true;
    const isWhole = cells.every((cell, index) => isHidden(cell, index) || cell.count === 0);
    return isSafeSum(sumOf(cells.filter(isHidden)), isWhole);
  };
  for (let next = 0; !isSafe() && next < bySize.length; next++) {
    const index = bySize[next];
    if (index !== undefined) hidden[index] = true;
  }
  // Zeros are the last thing left to hide behind.
  return isSafe() ? hidden : cells.map(() => true);
}

/** What hidden cells hold together. */
export interface HiddenSum {
  readonly cells: number;
  /** Items of the cells whose group is too small, and of the others. */
  readonly small: number;
  readonly others: number;
}

export function sumOf(cells: readonly Cell[]): HiddenSum {
  const countOf = (some: readonly Cell[]): number => some.reduce((sum, { count }) => sum + count, 0);
  return {
    cells: cells.length,
    small: countOf(cells.filter(({ passes }) => !passes)),
    others: countOf(cells.filter(({ passes }) => passes)),
  };
}

/** Whoever made all of the small cells made more than 80 % of a sum in which the others hold less than a quarter of that. */
const SMALL_PER_OTHERS = 4;

/**
 * Whether anybody may know the sum of these hidden cells. Each holds at least one item, so one alone, or as many items as
 * cells, would give every count away; and the sum is a figure too: enough people are behind it where they are behind one of
 * its cells, and not for a few items only. `isWhole`: the sum is a total, which is asked about by itself.
 */
export function isSafeSum({ cells, small, others }: HiddenSum, isWhole: boolean): boolean {
  if (small === 0) return true;
  return cells > 1 && small + others > cells && (isWhole || others * SMALL_PER_OTHERS >= small);
}

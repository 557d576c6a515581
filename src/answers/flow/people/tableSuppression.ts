import { hiddenCells, type Cell } from './suppression.ts';

/**
 * Which cells of a table stay hidden when the totals of its rows and of its columns are known: complementary suppression
 * both ways, until no hidden count follows from its row or its column. `cells` is rows of equally many columns.
 */
export function hiddenInTable(cells: readonly (readonly Cell[])[]): boolean[][] {
  let hidden = cells.map(row => row.map(() => false));
  for (let before = -1, after = 0; before !== after; after = countOf(hidden)) {
    before = countOf(hidden);
    hidden = more(cells, hidden);
    hidden = transposed(more(transposed(cells), transposed(hidden)));
  }
  return hidden;
}

function more(cells: readonly (readonly Cell[])[], hidden: readonly (readonly boolean[])[]): boolean[][] {
  return cells.map((row, at) => {
    const known = hidden[at] ?? [];
    const next = hiddenCells(row.map((cell, column) => ({ ...cell, passes: cell.passes && known[column] !== true })));
    const both = next.map((isHidden, column) => isHidden || known[column] === true);
    // A zero that the other direction hid is no small group here, but alone in its line it follows as well.
    return both.filter(Boolean).length === 1 ? row.map(() => true) : both;
  });
}

function transposed<Value>(rows: readonly (readonly Value[])[]): Value[][] {
  return (rows[0] ?? []).map((_, column) => rows.flatMap(row => row.slice(column, column + 1)));
}

function countOf(hidden: readonly (readonly boolean[])[]): number {
  return hidden.flat().filter(Boolean).length;
}

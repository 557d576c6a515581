import { hiddenCells, isSafeSum, sumOf, type Cell, type HiddenSum } from './suppression.ts';

/** Some cells of a table: of each row a set of columns, as bits. */
type Cells = readonly number[];

interface Table {
  readonly columns: number;
  /** Of each row what any set of its columns holds, by the bits. */
  readonly sums: readonly (readonly HiddenSum[])[];
  readonly filled: Cells;
  readonly isTotalKnown: (row: number) => boolean;
  /** All cells, smallest first, zeros last. */
  readonly places: readonly { readonly row: number; readonly bit: number }[];
}

/**
 * Which cells of a table stay hidden when the totals of its columns are known, and those of its rows unless `isTotalKnown`
 * says otherwise: complementary suppression both ways, and one cell more as long as adding and subtracting several lines tells
 * a hidden count or a sum about few people. `cells` is rows of equally many columns; the work is exponential in the columns
 * (work types: six).
 */
export function hiddenInTable(
  cells: readonly (readonly Cell[])[],
  isTotalKnown: (row: number) => boolean = () => true,
): boolean[][] {
  const tooFew = cells.map(row =>
    row.map(({ count, passes, isLeftOver }) => count > 0 && (!passes || isLeftOver === true)),
  );
  const byRow = cells.map((row, at) => (isTotalKnown(at) ? hiddenCells(row) : tooFew[at]));
  const known = cells.map((row, at) =>
    row.map((cell, column): Cell => ({
      ...cell,
      isLeftOver: cell.isLeftOver === true || byRow[at]?.[column] === true,
    })),
  );
  const byColumn = transposed(transposed(known).map(hiddenCells));
  const table = tableOf(cells, isTotalKnown);
  let hidden: Cells = cells.map((_, row) => bitsOf(byRow[row] ?? []) | bitsOf(byColumn[row] ?? []));
  for (let shown = table.places.length; shown > 0 && unsafeSums(table, hidden) > 0; shown--)
    hidden = withOneMore(table, hidden);
  return cells.map((row, at) => row.map((_, column) => (bitsIn(hidden, at) & (1 << column)) !== 0));
}

/** The hidden cells and the smallest other one that mends all, or else most. */
function withOneMore(table: Table, hidden: Cells): Cells {
  let best: { readonly cells: Cells; readonly unsafe: number } | null = null;
  for (const { row, bit } of table.places.filter(place => (bitsIn(hidden, place.row) & place.bit) === 0)) {
    const cells = hidden.map((bits, at) => (at === row ? bits | bit : bits));
    const unsafe = unsafeSums(table, cells);
    if (best === null || unsafe < best.unsafe) best = { cells, unsafe };
    if (unsafe === 0) break;
  }
  return best?.cells ?? hidden;
}

/**
 * How many sums of hidden cells follow and must not. What rows less columns (or columns less rows) leave is such a sum where
 * nothing is subtracted that was not added: all rows that reach into some columns, less these columns, leave what these rows
 * hide elsewhere; and some columns, less the rows that hide nothing elsewhere, leave the rest of these columns. A row whose
 * total nobody knows can be neither added nor subtracted.
 */
function unsafeSums(table: Table, hidden: Cells): number {
  let unsafe = 0;
  const count = (pick: Pick): void => {
    const held = heldBy(table, hidden, pick);
    if (!isSafeSum(held, false) && !isSafeSum(held, isWhole(table, hidden, pick))) unsafe++;
  };
  const { isTotalKnown } = table;
  for (let at = 0; at < hidden.length; at++) if (isTotalKnown(at)) count((bits, row) => (row === at ? bits : 0));
  for (let chosen = 1; chosen < 1 << table.columns; chosen++) {
    count(bits => bits & chosen);
    if (hidden.every((bits, row) => (bits & chosen) === 0 || isTotalKnown(row)))
      count(bits => ((bits & chosen) === 0 ? 0 : bits & ~chosen));
    count((bits, row) => ((bits & ~chosen) === 0 && isTotalKnown(row) ? 0 : bits & chosen));
  }
  return unsafe;
}

/** Which of a row's hidden cells belong to a sum. */
type Pick = (bits: number, row: number) => number;

function heldBy({ sums }: Table, hidden: Cells, pick: Pick): HiddenSum {
  let [cells, small, others] = [0, 0, 0];
  for (let row = 0; row < hidden.length; row++) {
    const held = sums[row]?.[pick(bitsIn(hidden, row), row)];
    if (held === undefined) continue;
    cells += held.cells;
    small += held.small;
    others += held.others;
  }
  return { cells, small, others };
}

/** All lines that the sum touches, its rows or its columns, are in it with all that they hold: it is a total of lines. */
function isWhole({ filled }: Table, hidden: Cells, pick: Pick): boolean {
  const sum = hidden.map(pick);
  const columns = sum.reduce((all, bits) => all | bits, 0);
  const holdsAll = (within: (bits: number) => number): boolean =>
    sum.every((bits, row) => (bitsIn(filled, row) & within(bits) & ~bits) === 0);
  return holdsAll(bits => (bits === 0 ? 0 : ~0)) || holdsAll(() => columns);
}

function tableOf(cells: readonly (readonly Cell[])[], isTotalKnown: (row: number) => boolean): Table {
  const columns = cells[0]?.length ?? 0;
  const setsOfColumns = Array.from({ length: 1 << columns }, (_, bits) => bits);
  return {
    ...{ columns, isTotalKnown },
    sums: cells.map(row => setsOfColumns.map(bits => sumOf(row.filter((_, at) => (bits & (1 << at)) !== 0)))),
    filled: cells.map(row => bitsOf(row.map(({ count }) => count > 0))),
    places: cells
      .flatMap((line, row) =>
        line.map(({ count }, at) => ({ row, bit: 1 << at, size: count === 0 ? Infinity : count })),
      )
      .sort((a, b) => (a.size < b.size ? -1 : Number(a.size > b.size))),
  };
}

function bitsOf(row: readonly boolean[]): number {
  return row.reduce((bits, isSet, at) => (isSet ? bits | (1 << at) : bits), 0);
}

function bitsIn(cells: Cells, row: number): number {
  return cells[row] ?? 0;
}

function transposed<Value>(rows: readonly (readonly Value[])[]): Value[][] {
  return (rows[0] ?? []).map((_, column) => rows.flatMap(row => row.slice(column, column + 1)));
}

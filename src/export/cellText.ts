import type { Table, TableCell, TableColumn } from '../model/flow/figure.ts';
import { valueLabel } from '../wording/figures/units.ts';

/** Stands where a value is unknown, or hidden to protect people. */
export const NO_VALUE = '–';

/** A cell as people read it: numbers with their unit. */
export function cellText(cell: TableCell, { kind }: TableColumn): string {
  if (cell === null) return NO_VALUE;
  return typeof cell === 'number' && kind !== 'text' && kind !== 'day' ? valueLabel(cell, kind) : String(cell);
}

/** True for a column whose cells stand right-aligned. */
export function isNumeric({ kind }: TableColumn): boolean {
  return kind !== 'text' && kind !== 'day';
}

/** The table's rows as people read them. */
export function textRows(table: Table): string[][] {
  return table.rows.map(row => table.columns.map((column, index) => cellText(row[index] ?? null, column)));
}

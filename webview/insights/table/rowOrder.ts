import type { Table, TableCell } from '../../../src/model/flow/figure.ts';
import type { TableView } from '../viewState.ts';

export const rowsPerPage = 50;

const byLocale = new Intl.Collator('en', { numeric: true });

/** The rows as indexes, in the order asked for. Equal rows stand as they came; what is unknown stands last, always. */
export function rowOrder({ columns, rows }: Table, { column, descending }: TableView): number[] {
  const order = rows.map((_, index) => index);
  const place = columns.findIndex(({ id }) => id === column);
  if (place < 0) return order;
  const cell = (index: number) => rows[index]?.[place] ?? null;
  return order.sort((a, b) => compare(cell(a), cell(b), descending));
}

function compare(a: TableCell, b: TableCell, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const upwards = typeof a === 'number' && typeof b === 'number' ? a - b : byLocale.compare(String(a), String(b));
  return descending ? -upwards : upwards;
}

/** What a click on a column's header makes of the view: first upwards, then downwards, then upwards again; page one. */
export function sortBy(current: TableView, column: string): TableView {
  return { column, descending: current.column === column && !current.descending, page: 0 };
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  /** "51–100 of 240". */
  readonly label: string;
}

/** One page of rows; a page number past the end gives the last page. */
export function pageOf<Row>(rows: readonly Row[], wanted: number, size = rowsPerPage): Page<Row> {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const page = Math.min(Math.max(wanted, 0), pages - 1);
  const shown = rows.slice(page * size, (page + 1) * size);
  const first = page * size + 1;
  return { rows: shown, page, pages, label: `${first}–${first + shown.length - 1} of ${rows.length}` };
}

import type { PointView } from '../../src/protocol/insightsProtocol.ts';

export const COLUMNS = ['label', 'type', 'started', 'finished', 'seconds', 'days', 'commits', 'how'] as const;
export type Column = (typeof COLUMNS)[number];

export interface Sorting {
  readonly column: Column;
  readonly descending: boolean;
}

export const rowsPerPage = 100;

const byLocale = new Intl.Collator('en', { numeric: true });

/** The rows in the order asked for; equal rows stand as they came. Dates sort by the moment, not by the day shown. */
export function sortPoints(points: readonly PointView[], { column, descending }: Sorting): PointView[] {
  return points.toSorted((a, b) => (descending ? compare(b, a, column) : compare(a, b, column)));
}

function compare(a: PointView, b: PointView, column: Column): number {
  if (column === 'finished') return a.finishedAt - b.finishedAt;
  const left = a[column];
  const right = b[column];
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return byLocale.compare(String(left), String(right));
}

/** Sorting after a click on a column's header: first upwards, then downwards, then upwards again. */
export function sortBy(current: Sorting, column: Column): Sorting {
  return { column, descending: current.column === column && !current.descending };
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  /** "101–200 of 240". */
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

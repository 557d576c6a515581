import type { Table, TableCell, TableColumn, Unit } from '../model/flow/figure.ts';
import { plain } from './plain.ts';

const UNIT_NAMES: Partial<Readonly<Record<Unit, string>>> = {
  seconds: 'seconds',
  days: 'days',
  perWeek: 'per week',
  share: '0 to 1',
};

/** A table as CSV (RFC 4180): a header, plain numbers in the column's unit, an empty field where there is no value. */
export function tableCsv({ columns, rows }: Table): string {
  const lines = [columns.map(column => field(header(column))), ...rows.map(row => row.map(cell => field(cell)))];
  return lines.map(line => `${line.join(',')}\r\n`).join('');
}

function header({ label, kind }: TableColumn): string {
  const unit = kind === 'text' || kind === 'day' ? undefined : UNIT_NAMES[kind];
  return unit === undefined ? label : `${label} (${unit})`;
}

function field(cell: TableCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  // A spreadsheet would run a text that begins like a formula.
  const text = plain(/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

import * as z from 'zod/mini';
import type { SignalRow, SignalRows } from '../flow/signals.ts';

/** Longer files are no weekly or monthly series of a team. */
const MAX_LINES = 20_000;
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const COUNT = /^\d{1,9}$/;
const day = z.iso.date();

/**
 * Reads a signals file: a header `date,value,responses` in any order (`responses` may be absent, other columns are left
 * alone), then a row each of `YYYY-MM-DD`, a number with a decimal point and a whole number or nothing. Rows come sorted by
 * day; of one day the last one counts. A line that does not fit is named and left out. null without such a header.
 */
export function readSignalsCsv(text: string): SignalRows | null {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .slice(0, MAX_LINES);
  const first = lines.findIndex(line => line.trim() !== '');
  const columns = cellsOf(lines[first] ?? '').map(name => name.toLowerCase());
  const place = { on: columns.indexOf('date'), value: columns.indexOf('value'), by: columns.indexOf('responses') };
  if (place.on === -1 || place.value === -1) return null;
  const byDay = new Map<string, SignalRow>();
  const unread: number[] = [];
  for (const [index, line] of lines.entries()) {
    if (index <= first || line.trim() === '') continue;
    const cells = cellsOf(line);
    const row = rowOf(cells[place.on] ?? '', cells[place.value] ?? '', cells[place.by] ?? '');
    if (row === null) unread.push(index + 1);
    else byDay.set(row.on, row);
  }
  return { rows: [...byDay.values()].sort((a, b) => (a.on < b.on ? -1 : 1)), unread };
}

function rowOf(on: string, value: string, responses: string): SignalRow | null {
  if (!day.safeParse(on, { jitless: true }).success || !NUMBER.test(value)) return null;
  if (responses !== '' && !COUNT.test(responses)) return null;
  const read = Number(value);
  return Number.isFinite(read) ? { on, value: read, responses: responses === '' ? null : Number(responses) } : null;
}

/** The columns hold days and numbers, so a quoted comma never matters; quotes around a cell do. */
function cellsOf(line: string): string[] {
  return line.split(',').map(cell => cell.trim().replace(/^"(.*)"$/, '$1'));
}

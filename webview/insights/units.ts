import type { Unit } from '../../src/model/flow/figure.ts';
import { formatDays, SECONDS_PER_DAY } from './duration.ts';

const counted: Partial<Readonly<Record<Unit, readonly [one: string, many: string]>>> = {
  items: ['item', 'items'],
  files: ['file', 'files'],
  lines: ['line', 'lines'],
  commits: ['commit', 'commits'],
};

/** A value with its unit, short: "2.3 d", "41 %", "12 items", "3.5 a week". */
export function valueText(value: number, unit: Unit): string {
  if (unit === 'perWeek') return `${shortValue(value, unit)} a week`;
  const words = counted[unit];
  return words === undefined
    ? shortValue(value, unit)
    : `${shortValue(value, unit)} ${value === 1 ? words[0] : words[1]}`;
}

/** The same where the unit stands beside it, on an axis or above a column: "2.3 d", "41 %", "12". */
export function shortValue(value: number, unit: Unit): string {
  if (value < 0) return `−${shortValue(-value, unit)}`;
  switch (unit) {
    case 'seconds':
      return value === 0 ? '0' : formatDays(value / SECONDS_PER_DAY);
    case 'days':
      return `${numberText(value)} d`;
    case 'share':
      return `${numberText(Math.round(value * 1000) / 10)} %`;
    default:
      return numberText(value);
  }
}

/** Whole numbers in full, others to one decimal, or two significant digits below 1; a comma between thousands. */
function numberText(value: number): string {
  const shown = value >= 1000 ? Math.round(value) : Number(value < 1 ? value.toPrecision(2) : value.toFixed(1));
  return shown.toLocaleString('en', { maximumFractionDigits: 6 });
}

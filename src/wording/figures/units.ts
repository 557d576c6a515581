import type { Unit } from '../../model/flow/figure.ts';
import { durationLabel, numberLabel } from '../dates.ts';

const COUNTED: Partial<Readonly<Record<Unit, readonly [one: string, many: string]>>> = {
  days: ['day', 'days'],
  items: ['item', 'items'],
  files: ['file', 'files'],
  lines: ['line', 'lines'],
  commits: ['commit', 'commits'],
};

/** More digits than this say more than any of these figures knows. */
const DIGITS = 3;

/** A value with its unit, for people: `2.3 days`, `41 %`, `12 items`, `3.5 a week`; counts in full. */
export function valueLabel(value: number, unit: Unit): string {
  if (unit === 'seconds') return value <= -60 ? `−${durationLabel(-value)}` : durationLabel(value);
  if (unit === 'share') return `${numberLabel(Math.round(value * 1000) / 10)} %`;
  if (unit === 'perWeek') return `${numberLabel(value, DIGITS)} a week`;
  const counted = COUNTED[unit];
  if (counted === undefined) return numberLabel(value, DIGITS);
  return `${numberLabel(value, DIGITS)} ${value === 1 ? counted[0] : counted[1]}`;
}

/** A ratio or an average in a sentence: two significant digits, and never less than its whole part. 3.348 is `3.3`. */
export function roughNumber(value: number): string {
  return numberLabel(Math.abs(value) < 10 ? Number(value.toPrecision(2)) : Math.round(value));
}

/** What was computed and not counted, in a sentence: a limit, a mean time, a count a week. One decimal from 1 on. */
export function roughLabel(value: number, unit: Unit): string {
  if (unit === 'seconds' || unit === 'share') return valueLabel(value, unit);
  return valueLabel(Number(Math.abs(value) < 1 ? value.toPrecision(2) : value.toFixed(1)), unit);
}

/** A p-value after its p: `< 0.001`, `= 0.021`. */
export function pText(p: number): string {
  return p < 0.001 ? '< 0.001' : `= ${numberLabel(Number(p.toPrecision(2)))}`;
}

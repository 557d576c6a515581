import * as z from 'zod/mini';
import {
  chartSchema,
  dotsSchema,
  figureSchema,
  tableSchema,
  type DotsChart,
  type Table,
} from '../model/flow/figure.ts';

/**
 * A page may not compile code, so a schema is walked there for every dot and every cell: with ten thousand items that takes
 * longer than drawing them. These schemas look at long lists in one plain loop first. What the loop is not sure about goes
 * the long way, so they accept what the plain ones accept, and nothing else.
 */

/** The list schema, with a loop that knows what is surely right. */
export function quickList<Item>(isItem: (value: unknown) => boolean, full: z.ZodMiniType<Item[]>) {
  const quick = z.custom<Item[]>(value => Array.isArray(value) && value.every(isItem));
  return z.union([quick, full]);
}

/** Whether the value has just these fields: one more would have to be taken away. */
export function hasJust(value: unknown, count: number): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.keys(value).length === count;
}

function isDot(value: unknown): boolean {
  return (
    hasJust(value, 5) &&
    typeof value['id'] === 'string' &&
    typeof value['label'] === 'string' &&
    Number.isFinite(value['x']) &&
    Number.isFinite(value['y']) &&
    Array.isArray(value['lines']) &&
    value['lines'].every(line => typeof line === 'string')
  );
}

function isRow(value: unknown): boolean {
  return (
    Array.isArray(value) && value.every(cell => cell === null || typeof cell === 'string' || Number.isFinite(cell))
  );
}

const dots = z.extend(dotsSchema, { dots: quickList<DotsChart['dots'][number]>(isDot, dotsSchema.shape.dots) });
const table = z.extend(tableSchema, { rows: quickList<Table['rows'][number]>(isRow, tableSchema.shape.rows) });

/** `figureSchema`, quick where a figure is long. */
export const longFigureSchema = z.extend(figureSchema, {
  chart: z.nullable(z.union([dots, chartSchema])),
  table: z.nullable(table),
});

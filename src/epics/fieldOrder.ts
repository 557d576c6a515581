import * as z from 'zod/mini';
import { epicSchema } from './schema/epicSchema.ts';
import { alternatives, stepInto, type Schema } from './schema/schemaSteps.ts';

/** The keys of an epic's map at a path, in the order in which the schema has them; none where no schema speaks of it. */
export function fieldOrder(path: readonly (string | number)[]): readonly string[] {
  const found = path.reduce<readonly Schema[]>(
    (schemas, step) => schemas.flatMap(schema => stepInto(schema, step)).flatMap(alternatives),
    [epicSchema],
  );
  return found.flatMap(schema => (schema instanceof z.ZodMiniObject ? Object.keys(schema.shape) : []));
}

/**
 * Where a key that is new belongs among those that are there: behind the one that comes last before it in `order`, and what
 * follows that one and is not in `order`. With none of those `before` is the one that comes first after it. Both are
 * places in `present`; null for a key that is not in `order`, or where none of it is there.
 */
export function placeOf(
  key: string,
  present: readonly string[],
  order: readonly string[],
): { readonly behind: number } | { readonly before: number } | null {
  const at = order.indexOf(key);
  if (at === -1) return null;
  const placed = (name: string | undefined) => (name === undefined ? -1 : present.indexOf(name));
  let behind = placed(order.slice(0, at).findLast(name => present.includes(name)));
  if (behind !== -1) {
    while (behind + 1 < present.length && !order.includes(present[behind + 1] ?? '')) behind++;
    return { behind };
  }
  const before = placed(order.slice(at + 1).find(name => present.includes(name)));
  return before === -1 ? null : { before };
}

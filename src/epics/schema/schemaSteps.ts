import * as z from 'zod/mini';

export type Schema = z.core.$ZodType;

/** Without what only says that a value may be absent; a union's members one by one. */
export function alternatives(schema: Schema): readonly Schema[] {
  if (schema instanceof z.ZodMiniOptional) return alternatives(schema._zod.def.innerType);
  if (schema instanceof z.ZodMiniUnion) return schema._zod.def.options.flatMap(alternatives);
  return [schema];
}

/** What stands below a key, or in an entry of a list. */
export function stepInto(schema: Schema, step: string | number): readonly Schema[] {
  if (typeof step === 'number') return schema instanceof z.ZodMiniArray ? [schema._zod.def.element] : [];
  if (schema instanceof z.ZodMiniRecord) return [schema._zod.def.valueType];
  if (!(schema instanceof z.ZodMiniObject)) return [];
  const shape = schema.shape as Readonly<Record<string, Schema>>;
  const inner = Object.hasOwn(shape, step) ? shape[step] : undefined;
  return inner === undefined ? [] : [inner];
}

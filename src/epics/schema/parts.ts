import * as z from 'zod/mini';

/** What each key means, for the JSON Schemas that editors show while somebody writes. */
export const keyDocs = z.registry<{ description: string }>();

/** Registers the sentence that editors show for this value. */
export function described<Schema extends z.ZodMiniType>(description: string, schema: Schema): Schema {
  keyDocs.add(schema, { description });
  return schema;
}

/** A day that exists, as `YYYY-MM-DD`. */
export const day = (description: string) => described(description, z.iso.date());

export const text = (description: string) => described(description, z.string().check(z.minLength(1)));

export const number = (description: string) => described(description, z.number());

export const percent = (description: string) => described(description, z.number().check(z.minimum(0), z.maximum(100)));

/** A ticket's or an epic's key. A bare number is a number of the tracker: `#101` unquoted is a comment in YAML. */
export const key = (description: string) =>
  described(description, z.union([z.string().check(z.minLength(1)), z.int().check(z.positive())]));

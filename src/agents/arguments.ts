import * as z from 'zod/mini';
import { wrongArguments } from '../wording/agents.ts';

/** A call that cannot be answered as it is; the message says why, in words of ours. */
export class ArgumentError extends Error {}

/** What each argument takes, for agents and for who called wrongly. */
export const argumentDocs = z.registry<{ description: string }>();

function argument<Schema extends z.ZodMiniType>(description: string, schema: Schema): Schema {
  argumentDocs.add(schema, { description });
  return schema;
}

export const optionalText = (description: string) =>
  argument(description, z.optional(z.string().check(z.minLength(1), z.maxLength(200))));

export const optionalWhole = (description: string, from: number, to: number) =>
  argument(description, z.optional(z.int().check(z.gte(from), z.lte(to))));

export const optionalFlag = (description: string) => argument(description, z.optional(z.boolean()));

export const optionalOneOf = <const Words extends readonly string[]>(description: string, words: Words) =>
  argument(description, z.optional(z.enum(words)));

/** Every tool's answer may have several pages. */
export const pageArgument = () => optionalWhole('page of the answer, from 1', 1, 9999);

/** Reads a tool's arguments. Throws an ArgumentError that names the wrong ones and says what the tool takes. */
export function readArguments<Schema extends z.ZodMiniObject>(
  tool: string,
  schema: Schema,
  given: unknown,
): z.infer<Schema> {
  const read = schema.safeParse(given ?? {});
  if (read.success) return read.data;
  const known: Readonly<Record<string, z.ZodMiniType>> = schema.shape as Record<string, z.ZodMiniType>;
  const wrong = read.error.issues.map(({ path: [name] }) =>
    typeof name === 'string' && Object.hasOwn(known, name) ? name : 'not one that is known',
  );
  const takes = Object.entries(known).map(([name, field]) => `${name} (${argumentDocs.get(field)?.description ?? ''})`);
  throw new ArgumentError(wrongArguments(tool, [...new Set(wrong)], takes));
}

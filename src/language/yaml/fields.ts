import * as z from 'zod/mini';
import { epicSchema } from '../../epics/schema/epicSchema.ts';
import { keyDocs } from '../../epics/schema/parts.ts';
import { alternatives, stepInto, type Schema } from '../../epics/schema/schemaSteps.ts';
import { teamSchema } from '../../epics/schema/teamSchema.ts';
import { valueTreeSchema } from '../../epics/schema/valueTreeSchema.ts';
import type { FileKind } from '../document.ts';
import type { YamlPath } from './outline.ts';

/** What a value may be, as far as somebody who writes it is helped. */
export type ValueShape =
  | { readonly kind: 'map'; readonly fields: readonly Field[] }
  | { readonly kind: 'list' }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'day' }
  | { readonly kind: 'number' }
  | { readonly kind: 'text' };

export interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly description: string | null;
  readonly shape: ValueShape;
}

/** The schema's word on one place of a file. A place may have several shapes, such as a text or a map. */
export interface FieldInfo {
  readonly description: string | null;
  readonly shapes: readonly ValueShape[];
}

const ROOTS: Readonly<Record<FileKind, Schema>> = { epic: epicSchema, valueTree: valueTreeSchema, team: teamSchema };

/** What may stand at a path; null where no schema speaks of it. */
export function fieldAt(kind: FileKind, path: YamlPath): FieldInfo | null {
  let schemas: readonly Schema[] = [ROOTS[kind]];
  let description = descriptionOf(ROOTS[kind]);
  for (const step of path) {
    schemas = schemas.flatMap(alternatives).flatMap(schema => stepInto(schema, step));
    if (schemas.length === 0) return null;
    description =
      schemas.map(descriptionOf).find(words => words !== null) ?? (typeof step === 'number' ? description : null);
  }
  return { description, shapes: schemas.flatMap(alternatives).map(shapeOf) };
}

function shapeOf(schema: Schema): ValueShape {
  if (schema instanceof z.ZodMiniObject)
    return {
      kind: 'map',
      fields: Object.entries(schema.shape as Readonly<Record<string, Schema>>).map(([name, inner]) => ({
        name,
        required: !(inner instanceof z.ZodMiniOptional),
        description: descriptionOf(inner),
        shape: shapeOf(alternatives(inner).find(isMap) ?? alternatives(inner)[0] ?? inner),
      })),
    };
  if (schema instanceof z.ZodMiniRecord) return { kind: 'map', fields: [] };
  if (schema instanceof z.ZodMiniArray) return { kind: 'list' };
  if (schema instanceof z.ZodMiniEnum) return { kind: 'choice', values: schema.options.map(String) };
  if (schema instanceof z.iso.ZodMiniISODate) return { kind: 'day' };
  return { kind: schema instanceof z.ZodMiniNumber ? 'number' : 'text' };
}

function isMap(schema: Schema): boolean {
  return schema instanceof z.ZodMiniObject;
}

function descriptionOf(schema: Schema): string | null {
  const own = keyDocs.get(schema)?.description;
  if (own !== undefined) return own;
  return schema instanceof z.ZodMiniOptional ? descriptionOf(schema._zod.def.innerType) : null;
}

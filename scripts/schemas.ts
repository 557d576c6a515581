// Writes schemas/*.schema.json from the zod schemas: `npx tsx scripts/schemas.ts`.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { epicSchema } from '../src/epics/schema/epicSchema.ts';
import { keyDocs } from '../src/epics/schema/parts.ts';
import { teamSchema } from '../src/epics/schema/teamSchema.ts';
import { valueTreeSchema } from '../src/epics/schema/valueTreeSchema.ts';

const SOURCES = {
  'epic.schema.json': epicSchema,
  'value-tree.schema.json': valueTreeSchema,
  'team.schema.json': teamSchema,
};

/** The JSON Schema files by name, as they belong into `schemas/`. Draft 7: what YAML and JSON editors support best. */
export function generateSchemas(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(SOURCES).map(([file, schema]) => {
      const json = z.toJSONSchema(schema, { target: 'draft-07', io: 'input', metadata: keyDocs });
      return [file, `${JSON.stringify(json, null, 2)}\n`];
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [file, text] of Object.entries(generateSchemas()))
    writeFileSync(path.join(import.meta.dirname, '..', 'schemas', file), text);

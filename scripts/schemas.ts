// Writes schemas/*.schema.json from the zod schemas: `npx tsx scripts/schemas.ts`.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { flowJsonSchema } from '../src/cli/output/flowJson.ts';
import { learnJsonSchema } from '../src/cli/output/learnJson.ts';
import { lintJsonSchema } from '../src/cli/output/lintJson.ts';
import { pathWhyJsonSchema } from '../src/cli/output/pathWhyJson.ts';
import { readyJsonSchema } from '../src/cli/output/readyJson.ts';
import { changeWhyJsonSchema } from '../src/cli/output/changeWhyJson.ts';
import { whyJsonSchema } from '../src/cli/output/whyJson.ts';
import { epicSchema } from '../src/epics/schema/epicSchema.ts';
import { keyDocs } from '../src/epics/schema/parts.ts';
import { teamSchema } from '../src/epics/schema/teamSchema.ts';
import { valueTreeSchema } from '../src/epics/schema/valueTreeSchema.ts';

const SOURCES = {
  'epic.schema.json': epicSchema,
  'value-tree.schema.json': valueTreeSchema,
  'team.schema.json': teamSchema,
};

const DOCUMENTS = {
  'cli-why.schema.json': whyJsonSchema,
  'cli-why-change.schema.json': changeWhyJsonSchema,
  'cli-why-path.schema.json': pathWhyJsonSchema,
  'cli-ready.schema.json': readyJsonSchema,
  'cli-lint.schema.json': lintJsonSchema,
  'cli-learn.schema.json': learnJsonSchema,
  'cli-flow.schema.json': flowJsonSchema,
};

/** The JSON Schema files by name, as they belong into `schemas/`. Draft 7: what YAML and JSON editors support best. */
export function generateSchemas(): Record<string, string> {
  const draft = { target: 'draft-07' } as const;
  const files = Object.entries(SOURCES).map(([file, schema]) =>
    print(file, z.toJSONSchema(schema, { ...draft, io: 'input', metadata: keyDocs })),
  );
  const documents = Object.entries(DOCUMENTS).map(([file, schema]) => print(file, z.toJSONSchema(schema, draft)));
  return Object.fromEntries([...files, ...documents]);
}

function print(file: string, schema: unknown): [string, string] {
  return [file, `${JSON.stringify(schema, null, 2)}\n`];
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [file, text] of Object.entries(generateSchemas()))
    writeFileSync(path.join(import.meta.dirname, '..', 'schemas', file), text);

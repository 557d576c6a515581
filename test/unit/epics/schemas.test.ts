import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { generateSchemas } from '../../../scripts/schemas.ts';

interface Schema {
  description?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  required?: string[];
}

describe('the JSON Schemas', () => {
  const schemas = generateSchemas();

  it('describe the files and what the command line prints', () => {
    const files = ['epic.schema.json', 'value-tree.schema.json', 'team.schema.json'];
    assert.deepEqual(Object.keys(schemas), [
      ...files,
      'cli-why.schema.json',
      'cli-why-change.schema.json',
      'cli-why-path.schema.json',
      'cli-ready.schema.json',
      'cli-lint.schema.json',
      'cli-learn.schema.json',
      'cli-flow.schema.json',
    ]);
  });

  for (const [file, text] of Object.entries(schemas)) {
    it(`${file} is current: if not, run npx tsx scripts/schemas.ts`, () => {
      assert.equal(readFileSync(path.join(import.meta.dirname, '../../../schemas', file), 'utf8'), text);
    });

    if (file.startsWith('cli-')) continue;
    it(`${file} explains every key`, () => {
      const visit = (schema: Schema, at: string): void => {
        for (const [key, property] of Object.entries(schema.properties ?? {})) {
          assert.ok((property.description ?? '').length > 5, `${at}.${key}`);
          visit(property, `${at}.${key}`);
        }
        for (const part of schema.anyOf ?? []) visit(part, at);
        if (schema.items !== undefined) visit(schema.items, `${at}[]`);
      };
      visit(JSON.parse(text) as Schema, file);
    });
  }

  it('demand a key of an epic, and nothing else', () => {
    assert.deepEqual((JSON.parse(schemas['epic.schema.json'] ?? '') as Schema).required, ['key']);
  });
});

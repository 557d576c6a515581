import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The words of JSON Schema that our cut-down schemas use. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  readonly items?: Schema;
  readonly minProperties?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly definitions?: Readonly<Record<string, Schema>>;
}

const KNOWN = new Set(
  '$ref type enum pattern format minimum minItems uniqueItems items minProperties properties patternProperties'
    .concat(' additionalProperties required anyOf definitions $comment')
    .split(' '),
);

/** What of a value does not fit a schema of `test/fixtures/schemas`, each with its place. Throws on a word of schemas it does not know. */
export function misfits(value: unknown, file: string): string[] {
  const text = readFileSync(path.join(import.meta.dirname, '../fixtures/schemas', file), 'utf8');
  const root = JSON.parse(text) as Schema;
  return check(value, root, root, '$');
}

function check(value: unknown, schema: Schema, root: Schema, at: string): string[] {
  for (const word of Object.keys(schema)) if (!KNOWN.has(word)) throw new Error(`the schema says ${word} at ${at}`);
  if (schema.$ref !== undefined) {
    const target = root.definitions?.[schema.$ref.replace('#/definitions/', '')];
    if (target === undefined) throw new Error(`the schema has no ${schema.$ref}`);
    return check(value, target, root, at);
  }
  const types = schema.type === undefined ? null : [schema.type].flat();
  if (types !== null && !types.some(type => isOfType(value, type))) return [`${at} is no ${types.join(' or ')}`];
  const wrong: string[] = [];
  if (schema.enum !== undefined && !schema.enum.includes(value)) wrong.push(`${at} is ${JSON.stringify(value)}`);
  if (schema.anyOf?.every(one => check(value, one, root, at).length > 0) === true) wrong.push(`${at} fits nothing`);
  if (typeof value === 'string') wrong.push(...checkText(value, schema, at));
  if (typeof value === 'number' && value < (schema.minimum ?? value)) wrong.push(`${at} is ${value}`);
  if (Array.isArray(value)) wrong.push(...checkList(value, schema, root, at));
  else if (isObject(value)) wrong.push(...checkObject(value, schema, root, at));
  return wrong;
}

function checkText(value: string, { pattern, format }: Schema, at: string): string[] {
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(value)) return [`${at} is "${value}"`];
  if (format === 'uri' && !URL.canParse(value)) return [`${at} is no URI: ${value}`];
  // RFC 3986: these characters only, and no scheme in a relative one of ours.
  if (format === 'uri-reference' && !/^(?:[\w.~!$&'()*+,;=:@/?#-]|%[0-9A-F]{2})*$/.test(value))
    return [`${at} is no URI reference: ${value}`];
  return [];
}

function checkList(value: readonly unknown[], schema: Schema, root: Schema, at: string): string[] {
  const wrong: string[] = [];
  if (value.length < (schema.minItems ?? 0)) wrong.push(`${at} has ${value.length} items`);
  if (schema.uniqueItems === true && new Set(value.map(item => JSON.stringify(item))).size < value.length)
    wrong.push(`${at} says something twice`);
  const { items } = schema;
  if (items !== undefined) value.forEach((item, index) => wrong.push(...check(item, items, root, `${at}[${index}]`)));
  return wrong;
}

function checkObject(value: Readonly<Record<string, unknown>>, schema: Schema, root: Schema, at: string): string[] {
  const wrong = (schema.required ?? []).filter(key => !(key in value)).map(key => `${at} lacks ${key}`);
  if (Object.keys(value).length < (schema.minProperties ?? 0)) wrong.push(`${at} is empty`);
  for (const [key, inner] of Object.entries(value)) {
    const byPattern = Object.entries(schema.patternProperties ?? {}).find(([pattern]) =>
      new RegExp(pattern, 'u').test(key),
    );
    const own = schema.properties?.[key] ?? byPattern?.[1] ?? schema.additionalProperties ?? true;
    if (own === false) wrong.push(`${at} has ${key}`);
    else if (own !== true) wrong.push(...check(inner, own, root, `${at}.${key}`));
  }
  return wrong;
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isObject(value);
  if (type === 'integer') return Number.isInteger(value);
  return type === 'null' ? value === null : typeof value === type;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

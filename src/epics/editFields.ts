import { isAlias, isMap, isScalar, isSeq, parseDocument, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { applyEdits, type TextEdit } from '../model/textRange.ts';
import { splitFrontMatter } from './frontMatter.ts';
import { MAX_YAML } from './readYaml.ts';
import { yamlString } from './yamlString.ts';

/** A value to write, on one line. */
export type FieldValue = string | number | readonly FieldValue[] | { readonly [key: string]: FieldValue };
/** Keys of maps and places in lists, from the top of the front matter. */
export type FieldPath = readonly (string | number)[];

/**
 * The edit that sets one field of an epic's front matter; nothing else of the text changes. null when the file has no front
 * matter, or when it is written so that no plain edit does exactly that (an alias, broken syntax, a key that is there twice).
 */
export function setField(text: string, path: FieldPath, value: FieldValue): TextEdit | null {
  return checkedEdit(text, path, 'set', value);
}

/** The edit that adds an entry at the end of a list of the front matter, which it makes where there is none; null as above. */
export function appendEntry(text: string, path: FieldPath, entry: FieldValue): TextEdit | null {
  return checkedEdit(text, path, 'append', entry);
}

type Change = 'set' | 'append';

function checkedEdit(text: string, path: FieldPath, change: Change, value: FieldValue): TextEdit | null {
  const parts = splitFrontMatter(text);
  if (parts.state !== 'closed' || parts.yaml.end - parts.yaml.start > MAX_YAML) return null;
  const yaml = text.slice(parts.yaml.start, parts.yaml.end);
  const before = read(yaml);
  if (before === null) return null;
  const edit = fieldEdit(yaml, path, change, value, parts.eol);
  if (edit === null) return null;
  const placed = { start: parts.yaml.start + edit.start, end: parts.yaml.start + edit.end, text: edit.text };
  // What came out is read again: an edit that does anything else is not made.
  const result = applyEdits(text, [placed]);
  const again = splitFrontMatter(result);
  const after = again.state === 'closed' ? read(result.slice(again.yaml.start, again.yaml.end)) : null;
  const wanted = changed(before.value, path, change, value);
  const same = after !== null && JSON.stringify(sorted(after.value)) === JSON.stringify(sorted(wanted));
  return same && result.slice(again.body) === text.slice(parts.body) ? placed : null;
}

function read(yaml: string): { readonly value: unknown } | null {
  const document = parse(yaml);
  if (document.errors.length > 0) return null;
  try {
    return { value: document.toJS() as unknown };
  } catch (error) {
    // An alias of nothing, or of far too much.
    if (error instanceof ReferenceError) return null;
    throw error;
  }
}

function parse(yaml: string) {
  return parseDocument(yaml, { prettyErrors: false });
}

function fieldEdit(yaml: string, path: FieldPath, change: Change, value: FieldValue, eol: string): TextEdit | null {
  let node: unknown = parse(yaml).contents;
  if (node === null) return insert(yaml.length, `${written(nested(path, change, value), true)}${eol}`);
  for (const [at, step] of path.entries()) {
    const rest = nested(path.slice(at + 1), change, value);
    if (typeof step === 'number') {
      if (!isSeq(node)) return null;
      node = node.items[step];
      if (node === undefined) return null;
      continue;
    }
    if (!isMap(node)) return null;
    const pair = pairOf(node, step);
    if (pair === undefined) return addPair(yaml, node, `${keyOf(step)}: ${written(rest)}`, eol);
    if (isEmpty(pair.value)) return fill(yaml, pair, written(rest));
    node = pair.value;
  }
  if (change === 'append') return isSeq(node) ? addItem(yaml, node, written(value), eol) : null;
  const range = rangeOf(node);
  if (range === null || isAlias(node)) return null;
  // A block ends with its last line's ending, which stays.
  return replace([range[0], range[0] + yaml.slice(range[0], range[1]).trimEnd().length], written(value));
}

function pairOf(map: YAMLMap, name: string): Pair | undefined {
  return map.items.find(({ key }) => isScalar(key) && key.value === name);
}

/** The value with the maps around it that are missing; what is appended begins a list. */
function nested(path: FieldPath, change: Change, value: FieldValue): FieldValue {
  const inner = change === 'append' ? [value] : value;
  return path.reduceRight<FieldValue>((held, step) => ({ [String(step)]: held }), inner);
}

function addPair(yaml: string, map: YAMLMap, pair: string, eol: string): TextEdit | null {
  const last = map.items.at(-1);
  const range = rangeOf(map);
  if (range === null) return null;
  if (map.flow === true) {
    const end = last === undefined ? null : endOf(last);
    return end === null ? replace(range, `{ ${pair} }`) : insert(end, `, ${pair}`);
  }
  const [first] = map.items;
  const start = first === undefined ? null : (rangeOf(first.key)?.[0] ?? null);
  const place = last === undefined ? null : lineAfter(yaml, endOf(last));
  return start === null || place === null ? null : insert(place, `${indentOf(yaml, start)}${pair}${eol}`);
}

function addItem(yaml: string, list: YAMLSeq, entry: string, eol: string): TextEdit | null {
  const last = rangeOf(list.items.at(-1));
  const range = rangeOf(list);
  if (range === null) return null;
  if (list.flow === true) return last === null ? replace(range, `[${entry}]`) : insert(last[1], `, ${entry}`);
  const place = last === null ? null : lineAfter(yaml, last[1]);
  return place === null ? null : insert(place, `${indentOf(yaml, range[0])}- ${entry}${eol}`);
}

/** A key with nothing behind its colon. */
function fill(yaml: string, pair: Pair, value: string): TextEdit | null {
  const key = rangeOf(pair.key);
  if (key === null) return null;
  const range = rangeOf(pair.value);
  if (range !== null && range[0] < range[1]) return replace(range, value);
  const colon = yaml.indexOf(':', key[1]);
  return colon === -1 ? null : insert(colon + 1, ` ${value}`);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (isScalar(value) && value.value === null);
}

function endOf({ key, value }: Pair): number | null {
  return (rangeOf(value) ?? rangeOf(key))?.[1] ?? null;
}

/** Where the line begins that follows the last one with something of what ends at `end`. */
function lineAfter(yaml: string, end: number | null): number | null {
  if (end === null) return null;
  const newline = yaml.indexOf('\n', yaml.slice(0, end).trimEnd().length);
  return newline === -1 ? null : newline + 1;
}

/** As many blanks as stand, or as dashes take, before a place in its line. */
function indentOf(yaml: string, at: number): string {
  return ' '.repeat(at - (yaml.lastIndexOf('\n', at - 1) + 1));
}

function rangeOf(node: unknown): readonly [number, number] | null {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return null;
  const [start, end] = node.range as unknown[];
  return typeof start === 'number' && typeof end === 'number' ? [start, end] : null;
}

function insert(at: number, text: string): TextEdit {
  return { start: at, end: at, text };
}

function replace([start, end]: readonly [number, number], text: string): TextEdit {
  return { start, end, text };
}

/** YAML on one line; `top`: as lines of a document, without braces. */
function written(value: FieldValue, top = false): string {
  if (typeof value === 'string') return yamlString(value);
  if (typeof value === 'number') return String(value);
  if (isList(value)) return `[${value.map(item => written(item)).join(', ')}]`;
  const pairs = Object.entries(value).map(([key, held]) => `${keyOf(key)}: ${written(held)}`);
  return top ? pairs.join('\n') : `{ ${pairs.join(', ')} }`;
}

/** Words that are values elsewhere (`on`) are plain as keys. */
function keyOf(name: string): string {
  return /^[A-Za-z][A-Za-z0-9]*$/.test(name) ? name : yamlString(name);
}

function isList(value: FieldValue): value is readonly FieldValue[] {
  return Array.isArray(value);
}

/** What the document should hold afterwards. */
function changed(before: unknown, path: FieldPath, change: Change, value: FieldValue): unknown {
  const [step, ...rest] = path;
  if (step === undefined) {
    if (change === 'set') return value;
    return [...(Array.isArray(before) ? (before as unknown[]) : []), value];
  }
  if (typeof step === 'number' && Array.isArray(before))
    return (before as unknown[]).map((item, at) => (at === step ? changed(item, rest, change, value) : item));
  const map = typeof before === 'object' && before !== null ? (before as Record<string, unknown>) : {};
  return { ...map, [String(step)]: changed(map[String(step)], rest, change, value) };
}

/** Keys in one order, so that two documents with the same content compare equal. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, held]) => [key, sorted(held)]),
  );
}

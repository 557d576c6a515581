import { isAlias, isMap, isScalar, isSeq, parseDocument, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import type { TextEdit } from '../model/textRange.ts';
import { fieldOrder, placeOf } from './fieldOrder.ts';
import { yamlString } from './yamlString.ts';

/** A value to write, on one line. */
export type FieldValue = string | number | readonly FieldValue[] | { readonly [key: string]: FieldValue };
/** Keys of maps and places in lists, from the top of the front matter. */
export type FieldPath = readonly (string | number)[];

/** A new map that takes more than this many characters on a line has a line for each key. */
const LONGEST_MAP = 80;

/** What is to be done to a field. */
export interface FieldChange {
  readonly kind: 'set' | 'append';
  readonly value: FieldValue;
}

/** YAML with the places of everything in it. */
export function parseFields(yaml: string) {
  return parseDocument(yaml, { prettyErrors: false });
}

/** The edit of the front matter's YAML that makes a change; it is not checked. null where there is no place for it. */
export function fieldEdit(yaml: string, path: FieldPath, change: FieldChange, eol: string): TextEdit | null {
  let node: unknown = parseFields(yaml).contents;
  if (node === null) return insert(yaml.length, `${written(nested(path, change), true)}${eol}`);
  for (const [at, step] of path.entries()) {
    const rest = nested(path.slice(at + 1), change);
    if (typeof step === 'number') {
      if (!isSeq(node)) return null;
      node = node.items[step];
      if (node === undefined) return null;
      continue;
    }
    if (!isMap(node)) return null;
    const pair = pairOf(node, step);
    if (pair === undefined) {
      const order = fieldOrder(path.slice(0, at));
      return addPair(yaml, node, { key: step, value: rest, order }, eol);
    }
    if (isEmpty(pair.value)) return fill(yaml, pair, written(rest));
    node = pair.value;
  }
  if (change.kind === 'append') return isSeq(node) ? addItem(yaml, node, written(change.value), eol) : null;
  const range = rangeOf(node);
  if (range === null || isAlias(node)) return null;
  // A block ends with its last line's ending, which stays.
  return replace([range[0], range[0] + yaml.slice(range[0], range[1]).trimEnd().length], written(change.value));
}

/** Takes the lines of a key out, or only its value where something else stands behind it; not checked. */
export function cutField(yaml: string, name: string): TextEdit | null {
  const { contents } = parseFields(yaml);
  if (!isMap(contents) || contents.flow === true) return null;
  const pair = pairOf(contents, name);
  const key = pair === undefined ? null : rangeOf(pair.key);
  const end = pair === undefined ? null : endOf(pair);
  if (key === null || end === null) return null;
  const start = yaml.lastIndexOf('\n', key[0] - 1) + 1;
  const next = lineAfter(yaml, end) ?? yaml.length;
  const colon = yaml.indexOf(':', key[1]) + 1;
  const last = yaml.slice(0, end).trimEnd().length;
  if (yaml.slice(last, next).trim() === '') return { start, end: next, text: '' };
  return { start: Math.min(colon, last), end: last, text: '' };
}

function pairOf(map: YAMLMap, name: string): Pair | undefined {
  return map.items.find(pair => nameOf(pair) === name);
}

function nameOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : '';
}

/** The value with the maps around it that are missing; what is appended begins a list. */
function nested(path: FieldPath, { kind, value }: FieldChange): FieldValue {
  const inner = kind === 'append' ? [value] : value;
  return path.reduceRight<FieldValue>((held, step) => ({ [String(step)]: held }), inner);
}

interface NewPair {
  readonly key: string;
  readonly value: FieldValue;
  /** The keys of the map as they should follow each other. */
  readonly order: readonly string[];
}

function addPair(yaml: string, map: YAMLMap, { key, value, order }: NewPair, eol: string): TextEdit | null {
  const range = rangeOf(map);
  if (range === null) return null;
  const place = placeOf(key, map.items.map(nameOf), order);
  const line = `${keyOf(key)}: ${written(value)}`;
  const [first] = map.items;
  const next = place !== null && 'before' in place ? map.items[place.before] : undefined;
  const before = next === undefined ? null : (rangeOf(next.key)?.[0] ?? null);
  const last = place !== null && 'behind' in place ? place.behind : map.items.length - 1;
  const end = first === undefined ? null : endOf(map.items[last] ?? first);
  if (map.flow === true) {
    if (before !== null) return insert(before, `${line}, `);
    return end === null ? replace(range, `{ ${line} }`) : insert(end, `, ${line}`);
  }
  const start = first === undefined ? null : (rangeOf(first.key)?.[0] ?? null);
  if (start === null) return null;
  const indent = indentOf(yaml, start);
  const at =
    (before === null ? null : lineOf(yaml, before, indent)) ?? behindComment(yaml, key, indent, lineAfter(yaml, end));
  if (at === null) return null;
  const isLong = line.length > LONGEST_MAP && typeof value === 'object' && !isList(value);
  const lines = isLong ? [`${keyOf(key)}:`, ...pairsOf(value).map(pair => `  ${pair}`)] : [line];
  return insert(at, lines.map(one => `${indent}${one}${eol}`).join(''));
}

/** Behind the comment that a template has in the key's place (`# keyResult: KR-2.1`), else `at`. */
function behindComment(yaml: string, key: string, indent: string, at: number | null): number | null {
  if (at === null) return null;
  for (let start = at; start < yaml.length;) {
    const newline = yaml.indexOf('\n', start);
    const end = newline === -1 ? yaml.length : newline + 1;
    const line = yaml.slice(start, end);
    if (line.startsWith(`${indent}# ${key}:`)) return end;
    if (line.trim() !== '' && !line.startsWith(`${indent}#`)) break;
    start = end;
  }
  return at;
}

/** Where the line of a place begins, with the comment above it; null where more than blanks stands before the place. */
function lineOf(yaml: string, place: number, indent: string): number | null {
  let start = yaml.lastIndexOf('\n', place - 1) + 1;
  if (yaml.slice(start, place).trim() !== '') return null;
  while (start > 0) {
    const above = yaml.lastIndexOf('\n', start - 2) + 1;
    if (!yaml.startsWith(`${indent}#`, above)) break;
    start = above;
  }
  return start;
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
  return top ? pairsOf(value).join('\n') : `{ ${pairsOf(value).join(', ')} }`;
}

function pairsOf(value: { readonly [key: string]: FieldValue }): string[] {
  return Object.entries(value).map(([key, held]) => `${keyOf(key)}: ${written(held)}`);
}

/** Words that are values elsewhere (`on`) are plain as keys. */
function keyOf(name: string): string {
  return /^[A-Za-z][A-Za-z0-9]*$/.test(name) ? name : yamlString(name);
}

function isList(value: FieldValue): value is readonly FieldValue[] {
  return Array.isArray(value);
}

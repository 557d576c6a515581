import { applyEdits, type TextEdit } from '../model/textRange.ts';
import { cutField, fieldEdit, parseFields, type FieldChange, type FieldPath, type FieldValue } from './fieldEdits.ts';
import { splitFrontMatter } from './frontMatter.ts';
import { MAX_YAML } from './readYaml.ts';

/**
 * The edit that sets one field of an epic's front matter; nothing else of the text changes. A field that is new
 * stands where the order of the schema wants it among those that are there. null when the file has no front
 * matter, or when it is written so that no plain edit does exactly that (an alias, broken syntax, a key that is there twice).
 */
export function setField(text: string, path: FieldPath, value: FieldValue): TextEdit | null {
  return checkedEdit(text, path, { kind: 'set', value });
}

/** The edit that adds an entry at the end of a list of the front matter, which it makes where there is none; null as above. */
export function appendEntry(text: string, path: FieldPath, entry: FieldValue): TextEdit | null {
  return checkedEdit(text, path, { kind: 'append', value: entry });
}

/**
 * The edit that takes a field of the top of the front matter out, with its line; a comment behind the value stays, behind a key
 * without a value, which says the same. null as above, and where there is no such field.
 */
export function clearField(text: string, name: string): TextEdit | null {
  const without = ({ [name]: _, ...rest }: Readonly<Record<string, unknown>>) => rest;
  return checked(
    text,
    yaml => cutField(yaml, name),
    (before, after) =>
      isRecord(before) && isRecord(after) && after[name] == null && same(without(after), without(before)),
  );
}

function checkedEdit(text: string, path: FieldPath, change: FieldChange): TextEdit | null {
  return checked(
    text,
    (yaml, eol) => fieldEdit(yaml, path, change, eol),
    (before, after) => same(after, changed(before, path, change)),
  );
}

/** What a field of the top of the front matter holds, whether it is of use or not; undefined when nothing can be read of it. */
export function fieldIn(text: string, name: string): unknown {
  const parts = splitFrontMatter(text);
  if (parts.state !== 'closed' || parts.yaml.end - parts.yaml.start > MAX_YAML) return undefined;
  const value = read(text.slice(parts.yaml.start, parts.yaml.end))?.value;
  return isRecord(value) ? value[name] : undefined;
}

/** The edit of the front matter, if it does what is wanted of the values and changes nothing else. */
function checked(
  text: string,
  editOf: (yaml: string, eol: string) => TextEdit | null,
  isWanted: (before: unknown, after: unknown) => boolean,
): TextEdit | null {
  const parts = splitFrontMatter(text);
  if (parts.state !== 'closed' || parts.yaml.end - parts.yaml.start > MAX_YAML) return null;
  const yaml = text.slice(parts.yaml.start, parts.yaml.end);
  const before = read(yaml);
  if (before === null) return null;
  const edit = editOf(yaml, parts.eol);
  if (edit === null) return null;
  const placed = { start: parts.yaml.start + edit.start, end: parts.yaml.start + edit.end, text: edit.text };
  // What came out is read again: an edit that does anything else is not made.
  const result = applyEdits(text, [placed]);
  const again = splitFrontMatter(result);
  const after = again.state === 'closed' ? read(result.slice(again.yaml.start, again.yaml.end)) : null;
  const isDone = after !== null && isWanted(before.value, after.value);
  return isDone && result.slice(again.body) === text.slice(parts.body) ? placed : null;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function read(yaml: string): { readonly value: unknown } | null {
  const document = parseFields(yaml);
  if (document.errors.length > 0) return null;
  try {
    return { value: document.toJS() as unknown };
  } catch (error) {
    // An alias of nothing, or of far too much.
    if (error instanceof ReferenceError) return null;
    throw error;
  }
}

/** What the document should hold afterwards. */
function changed(before: unknown, path: FieldPath, change: FieldChange): unknown {
  const { kind, value } = change;
  const [step, ...rest] = path;
  if (step === undefined) {
    if (kind === 'set') return value;
    return [...(Array.isArray(before) ? (before as unknown[]) : []), value];
  }
  if (typeof step === 'number' && Array.isArray(before))
    return (before as unknown[]).map((item, at) => (at === step ? changed(item, rest, change) : item));
  const map = typeof before === 'object' && before !== null ? (before as Record<string, unknown>) : {};
  return { ...map, [String(step)]: changed(map[String(step)], rest, change) };
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

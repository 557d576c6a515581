import { isMap, isScalar, isSeq, parseDocument, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { applyEdits, type TextEdit } from '../model/textRange.ts';
import { appendEntry } from './editFields.ts';
import { readEpicFields, ticketKey } from './epicFields.ts';
import { splitFrontMatter, type FrontMatter } from './frontMatter.ts';
import { parseMarkdown } from './markdownTree.ts';
import { tasksIn } from './sections.ts';
import { MAX_YAML } from './readYaml.ts';
import { createSourceText } from './sourceText.ts';
import { yamlString } from './yamlString.ts';

/**
 * The edit that ticks or unticks the task whose box is at `box`: exactly one character. null when the text there is no box
 * of a task (any more), or is in that state already.
 */
export function tick(text: string, box: number, ticked: boolean): TextEdit | null {
  const fits = ticked ? text[box] === ' ' : text[box] === 'x' || text[box] === 'X';
  if (!fits || text[box - 1] !== '[' || text[box + 1] !== ']') return null;
  // Brackets alone also stand in code and prose: only the parser knows a task.
  const tree = parseMarkdown(text, splitFrontMatter(text).body);
  const isTask = tasksIn(tree.root.children, tree).some(task => tree.boxOf(task) === box);
  return isTask ? { start: box, end: box + 1, text: ticked ? 'x' : ' ' } : null;
}

/**
 * The edit that adds a ticket to the front matter's `tickets`, as the last one. null when it is there already, when the file
 * has no front matter, or when the list is written so that no plain edit adds to it (an alias, broken syntax).
 */
export function addTicket(text: string, ticket: string): TextEdit | null {
  const parts = splitFrontMatter(text);
  if (parts.state !== 'closed' || parts.yaml.end - parts.yaml.start > MAX_YAML) return null;
  const wanted = ticketKey(ticket);
  const before = ticketsOf(text);
  if (wanted === '' || before.includes(wanted)) return null;
  const edit = ticketEdit(text, parts, wanted);
  if (edit === null) return null;
  // The new text is read again: an edit that does anything else than add this ticket is not made.
  const after = applyEdits(text, [edit]);
  const tickets = ticketsOf(after);
  const added = tickets.at(-1) === wanted && before.every((known, index) => tickets[index] === known);
  return added && problemCount(after) <= problemCount(text) ? edit : null;
}

function ticketEdit(text: string, { yaml, eol }: FrontMatter, ticket: string): TextEdit | null {
  const written = yamlString(ticket);
  const document = parseDocument(text.slice(yaml.start, yaml.end), { prettyErrors: false, uniqueKeys: false });
  const root = document.contents;
  if (root === null) return insert(yaml.end, `tickets: [${written}]${eol}`);
  if (!isMap(root)) return null;
  const pair = root.items.find(({ key }) => isScalar(key) && key.value === 'tickets');
  if (pair === undefined)
    return (
      appendEntry(text, ['tickets'], ticket) ?? addKey(text, root, yaml.start, yaml.end, `tickets: [${written}]${eol}`)
    );
  const { value } = pair;
  if (isSeq(value)) return addEntry(text, value, yaml.start, written, eol);
  if (value === null || !isScalar(value)) return null;
  const [start, end] = value.range;
  if (value.value === null)
    return start < end
      ? { start: yaml.start + start, end: yaml.start + end, text: `[${written}]` }
      : afterColon(text, pair, yaml.start, `[${written}]`);
  const place = { start: yaml.start + start, end: yaml.start + end };
  return { ...place, text: `[${text.slice(place.start, place.end)}, ${written}]` };
}

/** A line before the closing `---`, as far in as the other keys: also beside broken syntax. */
function addKey(text: string, root: YAMLMap, base: number, end: number, line: string): TextEdit | null {
  if (root.flow === true) return null;
  const start = base + (root.range?.[0] ?? 0);
  const indent = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return /^ *$/.test(indent) ? insert(end, indent + line) : null;
}

function addEntry(text: string, list: YAMLSeq, base: number, written: string, eol: string): TextEdit | null {
  const [start, end] = list.range ?? [0, 0];
  const last = list.items.at(-1);
  const range = hasRange(last) ? last.range : null;
  if (list.flow === true)
    return range == null ? insert(base + end - 1, written) : insert(base + range[1], `, ${written}`);
  if (range == null) return null;
  const indent = text.slice(text.lastIndexOf('\n', base + start - 1) + 1, base + start);
  // Behind the line of the last entry, with the comment that may stand there.
  const newline = text.indexOf('\n', base + range[1]);
  return /^ *$/.test(indent) && newline !== -1 ? insert(newline + 1, `${indent}- ${written}${eol}`) : null;
}

function afterColon(text: string, { key }: Pair, base: number, written: string): TextEdit | null {
  if (!hasRange(key) || key.range == null) return null;
  const colon = text.indexOf(':', base + key.range[1]);
  return colon === -1 ? null : insert(colon + 1, ` ${written}`);
}

function hasRange(node: unknown): node is { range?: [number, number, number] | null } {
  return typeof node === 'object' && node !== null && 'range' in node;
}

function insert(at: number, text: string): TextEdit {
  return { start: at, end: at, text };
}

function ticketsOf(text: string): readonly string[] {
  return readEpicFields(createSourceText('', text), splitFrontMatter(text), []).fields?.tickets ?? [];
}

function problemCount(text: string): number {
  const problems: Parameters<typeof readEpicFields>[2] = [];
  readEpicFields(createSourceText('', text), splitFrontMatter(text), problems);
  return problems.length;
}

import type { TextRange } from '../../model/textRange.ts';
import type { Collector, OutlineEntry, YamlPath } from './outline.ts';
import { unquoted } from './scalars.ts';

interface Bracket {
  readonly kind: '{' | '[';
  readonly path: YamlPath;
  items: number;
  /** The key that waits for its value. */
  entry: OutlineEntry | null;
  /** Something of the current entry was read. */
  filled: boolean;
}

const TOKEN =
  /"(?:[^"\\\n]|\\.)*"?|'(?:[^'\n]|'')*'?|[^\s,[\]{}:#][^,[\]{}\n:#]*(?:[:#](?=[^\s,[\]{}])[^,[\]{}\n:#]*)*/y;

/** The value in brackets that is read, and the blanks before the key that it belongs to. */
export interface FlowValue extends TextRange {
  readonly path: YamlPath;
  readonly indent: number;
}

const MAX_DEPTH = 50;

/**
 * Reads a list or map in brackets, which may go over several lines. Ends behind the closing bracket, or, where none comes,
 * before the next line that begins with words no deeper than its own key. Returns where it ends.
 */
export function scanFlow(text: string, { start, end, path, indent }: FlowValue, collector: Collector): number {
  const open: Bracket[] = [];
  /** Behind the last thing that was read. */
  let gap = start;
  let at = start;
  while (at < end) {
    const char = text.charAt(at);
    if (char === '\n' && leaves(at + 1)) {
      writing(at);
      return trimmedEnd(text, start, at);
    }
    if (char === '#' && /\s/.test(text.charAt(at - 1))) {
      writing(at - 1);
      const newline = text.indexOf('\n', at);
      at = newline === -1 ? end : newline;
      gap = at + 1;
    } else if (/\s/.test(char)) at++;
    else if (char === '{' || char === '[') {
      if (open.length >= MAX_DEPTH) return at;
      writing(at);
      open.push({ kind: char, path: open.length === 0 ? path : began(at), items: 0, entry: null, filled: false });
      gap = ++at;
    } else if (char === '}' || char === ']') {
      writing(at);
      const closed = open.pop();
      gap = ++at;
      const outer = open.at(-1);
      if (closed === undefined || outer === undefined) return at;
      ended(outer, at);
    } else if (char === ',') {
      writing(at);
      const bracket = open.at(-1);
      if (bracket !== undefined) {
        if (bracket.kind === '[' && bracket.filled) bracket.items++;
        Object.assign(bracket, { entry: null, filled: false });
      }
      gap = ++at;
    } else if (char === ':') {
      gap = ++at;
    } else at = token(at);
  }
  writing(end);
  return trimmedEnd(text, start, end);

  function token(from: number): number {
    TOKEN.lastIndex = from;
    const written = (TOKEN.exec(text)?.[0] ?? text.charAt(from)).slice(0, end - from).trimEnd();
    const range = { start: from, end: from + written.length };
    const bracket = open.at(-1);
    const inMap = bracket?.kind === '{' && bracket.entry === null;
    const isKey = inMap && /^[ \t]*:(?=[\s,}\]]|$)/.test(text.slice(range.end, Math.min(range.end + 20, end)));
    if (collector.offset < from) writing(from);
    if (bracket !== undefined) {
      if (isKey) {
        bracket.entry = collector.add([...bracket.path, unquoted(written)], range, {
          start: range.end,
          end: range.end,
        });
        if (holds(range)) collector.note({ path: bracket.path, at: 'key', token: range, indent: null });
      } else if (inMap) {
        if (holds(range)) collector.note({ path: bracket.path, at: 'open', token: range, indent: null });
      } else {
        if (holds(range)) collector.note(valuePlace(bracket, range));
        if (bracket.kind === '[' && !bracket.filled) collector.add([...bracket.path, bracket.items], null, range);
        else if (bracket.entry !== null) Object.assign(bracket.entry, { value: range, end: range.end });
      }
      bracket.filled = true;
    }
    gap = range.end;
    return Math.max(range.end, from + 1);
  }

  /** Whether the line at `from` is written as one of the map around. */
  function leaves(from: number): boolean {
    let first = from;
    while (text.charAt(first) === ' ') first++;
    return first - from <= indent && first < end && /[\w"'-]/.test(text.charAt(first));
  }

  /** Path of what a bracket inside a bracket is the value of. */
  function began(from: number): YamlPath {
    const outer = open.at(-1);
    if (outer === undefined) return path;
    outer.filled = true;
    if (outer.kind === '[') {
      outer.entry = collector.add([...outer.path, outer.items], null, { start: from, end: from });
    } else if (outer.entry !== null) Object.assign(outer.entry, { value: { start: from, end: from } });
    return outer.entry?.path ?? outer.path;
  }

  function ended(outer: Bracket, to: number): void {
    const { entry } = outer;
    if (entry !== null) Object.assign(entry, { value: { start: entry.value.start, end: to }, end: to });
  }

  /** The writer may be in the gap before `to`, where nothing is yet. */
  function writing(to: number): void {
    const bracket = open.at(-1);
    const { offset } = collector;
    if (bracket === undefined || offset < gap || offset > to) return;
    const token = { start: offset, end: offset };
    if (bracket.kind === '{' && bracket.entry === null && !bracket.filled)
      collector.note({ path: bracket.path, at: 'open', token, indent: null });
    else if (!bracket.filled || bracket.entry?.value.start === bracket.entry?.value.end)
      collector.note(valuePlace(bracket, token));
  }

  function valuePlace(bracket: Bracket, token: TextRange) {
    const inside = bracket.kind === '[' ? [...bracket.path, bracket.items] : (bracket.entry?.path ?? bracket.path);
    return { path: inside, at: 'value', token, indent: null } as const;
  }

  function holds({ start: from, end: to }: TextRange): boolean {
    return collector.offset >= from && collector.offset <= to;
  }
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(text.charAt(at - 1))) at--;
  return at;
}

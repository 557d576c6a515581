import type { TextRange } from '../../model/textRange.ts';
import { scanFlow } from './flow.ts';
import { readKey, readScalar } from './scalars.ts';

/** Keys of maps and places in lists, from the top. */
export type YamlPath = readonly (string | number)[];

/** One key or one entry of a list, with everything below it. */
export interface OutlineEntry {
  readonly path: YamlPath;
  /** The key as written; null for an entry of a list. */
  readonly key: TextRange | null;
  /** What stands behind it on its line (for a list or map in brackets: all of it); empty where nothing does. */
  readonly value: TextRange;
  /** Where the last of what belongs to it ends. */
  end: number;
}

/** What somebody is writing. */
export interface Place {
  /** The value that is being written, or the map that gets a key. */
  readonly path: YamlPath;
  /** `open`: a key may stand here, or a value. `value`: only a value. `key`: this key is there already. */
  readonly at: 'open' | 'value' | 'key';
  /** What of it is there. */
  readonly token: TextRange;
  /** Blanks before a key of this map; null inside brackets, where all stands on one line. */
  readonly indent: number | null;
}

export interface Outline {
  /** In the order of the text. */
  readonly entries: readonly OutlineEntry[];
  /** null in comments and in texts of several lines. */
  readonly place: Place | null;
}

/** Deeper than anything that people write: what is nested further is not read. */
const MAX_DEPTH = 50;

interface Frame {
  readonly indent: number;
  readonly entry: OutlineEntry | null;
  items: number;
}

/** Collects entries and notes where the writer is. */
export interface Collector {
  readonly offset: number;
  add(path: YamlPath, key: TextRange | null, value: TextRange): OutlineEntry;
  /** The first note counts. */
  note(place: Place): void;
}

/**
 * Reads keys, lists and values by their lines and indentation, in time that grows with the text alone. It is made for text
 * that is being typed: nothing is ever an error, and a bracket or quote that is not closed ends with the next key at the
 * start of a line, or with the line. Anchors and tags are values like any other.
 */
export function outlineYaml(text: string, range: TextRange, offset = -1): Outline {
  const entries: OutlineEntry[] = [];
  const root: Frame = { indent: -1, entry: null, items: 0 };
  const stack: Frame[] = [root];
  let place: Place | null = null;
  const collector: Collector = {
    offset,
    add(path, key, value) {
      const entry = { path, key, value, end: value.end };
      entries.push(entry);
      return entry;
    },
    note(found) {
      place ??= found;
    },
  };
  const top = () => stack.at(-1) ?? root;
  const close = (until: (frame: Frame) => boolean) => {
    while (stack.length > 1 && until(top())) stack.pop();
  };
  const extend = (end: number) => {
    for (const { entry } of stack) if (entry !== null) entry.end = Math.max(entry.end, end);
  };

  for (let start = range.start; start <= range.end;) {
    const newline = text.indexOf('\n', start);
    const next = newline === -1 || newline >= range.end ? range.end + 1 : newline + 1;
    const lineEnd =
      next > range.end ? range.end : newline > start && text[newline - 1] === '\r' ? newline - 1 : newline;
    start = Math.max(next, line(start, lineEnd));
  }
  return { entries, place };

  /** Reads one line; returns where the next one begins when it took more than its own. */
  function line(start: number, end: number): number {
    const here = offset >= start && offset <= end;
    let at = start;
    while (at < end && text[at] === ' ') at++;
    if (at === end || text[at] === '#' || text[at] === '\t') {
      if (here && offset <= at) blank(start, offset, end);
      return end;
    }
    while (text[at] === '-' && (at + 1 >= end || text[at + 1] === ' ')) {
      if (stack.length > MAX_DEPTH) return end;
      const indent = at - start;
      close(frame => frame.indent > indent || (frame.indent === indent && frame.entry?.key === null));
      const parent = top();
      const dash = at;
      at++;
      while (at < end && text[at] === ' ') at++;
      const path = [...(parent.entry?.path ?? []), parent.items++];
      const entry = collector.add(path, null, { start: at, end: at });
      entry.end = dash + 1;
      stack.push({ indent, entry, items: 0 });
    }
    return content(start, at, end, here);
  }

  function content(start: number, at: number, end: number, here: boolean): number {
    const indent = at - start;
    const key = readKey(text, at, end);
    if (key === null) return bare(start, at, end, here);
    close(frame => frame.indent >= indent);
    if (stack.length > MAX_DEPTH) return end;
    const parent = top().entry?.path ?? [];
    const path = [...parent, key.name];
    if (here && offset <= key.range.end) {
      // Before the dash or in the blanks there is nothing to write.
      if (offset >= at) collector.note({ path: parent, at: 'key', token: key.range, indent });
    }
    const entry = collector.add(path, key.range, { start: key.value, end: key.value });
    stack.push({ indent, entry, items: 0 });
    return value(entry, key.value, end, indent, 'value', here && offset > key.range.end);
  }

  /** A line without a key: the value of a list's entry, more of a text, or a key in the making. */
  function bare(start: number, at: number, end: number, here: boolean): number {
    const indent = at - start;
    if (text[at] === undefined || at >= end) {
      if (here && offset >= at) collector.note(openAt(top(), { start: offset, end: offset }, indent));
      return end;
    }
    const { entry } = top();
    if (entry?.key === null && entry.value.start === at) return value(entry, at, end, indent, 'open', here);
    close(frame => frame.indent >= indent);
    if (/[[{]/.test(text[at] ?? '')) {
      const { entry: holder } = top();
      if (holder !== null) return value(holder, at, end, indent, 'open', here);
    }
    const token = readScalar(text, at, end);
    if (here && offset >= at && offset <= token.end) collector.note(openAt(top(), token, indent));
    extend(token.end);
    return end;
  }

  function value(
    entry: OutlineEntry,
    at: number,
    end: number,
    indent: number,
    kind: 'open' | 'value',
    here: boolean,
  ): number {
    const first = text[at] ?? '';
    const opens = at < end && (first === '[' || first === '{');
    const token = opens ? null : readScalar(text, at, end);
    const stop =
      token === null ? scanFlow(text, { start: at, end: range.end, path: entry.path, indent }, collector) : token.end;
    const found = { start: at, end: stop };
    if (token !== null && here && offset <= Math.max(stop, at) && !/^[|>]/.test(first))
      collector.note({
        path: entry.path,
        at: kind,
        token: offset < at ? { start: offset, end: offset } : found,
        indent,
      });
    Object.assign(entry, { value: found });
    extend(stop);
    if (token === null) return lineStart(text, stop, range.end);
    return /^[|>]/.test(first) ? blockEnd(end + 1, indent) : end;
  }

  /** The lines of a text behind `|` or `>` lie deeper than the key, or are empty. */
  function blockEnd(from: number, indent: number): number {
    let at = from;
    while (at <= range.end) {
      const newline = text.indexOf('\n', at);
      const stop = newline === -1 || newline > range.end ? range.end : newline;
      const line = text.slice(at, stop);
      const depth = line.length - line.trimStart().length;
      if (line.trim() !== '' && depth <= indent) return at;
      if (line.trim() !== '') extend(at + line.trimEnd().length);
      if (stop === range.end) return range.end + 1;
      at = stop + 1;
    }
    return at;
  }

  function blank(start: number, at: number, end: number): void {
    const indent = at - start;
    const frame = stack.findLast(open => open.indent < indent) ?? root;
    if (text.slice(at, end).trim() === '') collector.note(openAt(frame, { start: at, end: at }, indent));
  }
}

function openAt({ entry }: Frame, token: TextRange, indent: number): Place {
  return { path: entry?.path ?? [], at: 'open', token, indent };
}

/** Where reading goes on behind a bracket: the rest of its line says nothing. */
function lineStart(text: string, at: number, end: number): number {
  const newline = text.indexOf('\n', at);
  return newline === -1 || newline >= end ? end + 1 : newline + 1;
}

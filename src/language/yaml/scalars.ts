import { yamlString } from '../../epics/yamlString.ts';
import type { TextRange } from '../../model/textRange.ts';

export interface KeyRead {
  readonly name: string;
  readonly range: TextRange;
  /** Where its value begins, blanks left out. */
  readonly value: number;
}

const QUOTED = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*'/y;
const PLAIN_KEY = /[^\s#[\]{},&*!|>'"%@`:-][^:#\n]*|-[^\s:#\n][^:#\n]*/y;

/** A key with its colon at a place of a line; null where none stands. */
export function readKey(text: string, at: number, end: number): KeyRead | null {
  const written = match(QUOTED, text, at, end) ?? match(PLAIN_KEY, text, at, end);
  if (written === null) return null;
  const range = { start: at, end: at + written.trimEnd().length };
  let colon = at + written.length;
  while (colon < end && text[colon] === ' ') colon++;
  if (colon >= end || text[colon] !== ':') return null;
  let value = colon + 1;
  if (value < end && !/\s/.test(text[value] ?? '')) return null;
  while (value < end && text[value] === ' ') value++;
  // A comment alone leaves the value empty, right behind the colon's blank.
  if (text[value] === '#' && value < end) value = Math.min(colon + 2, value);
  return { name: unquoted(written.trimEnd()), range, value };
}

/** The scalar at a place of a line, without the comment behind it. What is quoted ends with its quote, or with the line. */
export function readScalar(text: string, at: number, end: number): TextRange {
  const quoted = match(QUOTED, text, at, end);
  if (quoted !== null) return { start: at, end: at + quoted.length };
  const rest = text.slice(at, end);
  const comment = /(?:^|\s)#/.exec(rest)?.index ?? rest.length;
  return { start: at, end: at + rest.slice(0, comment).trimEnd().length };
}

/** A scalar's value as far as texts go: without its quotes. */
export function unquoted(written: string): string {
  const quote = written.charAt(0);
  const closed = written.length > 1 && written.endsWith(quote);
  if (quote === "'") return written.slice(1, closed ? -1 : undefined).replaceAll("''", "'");
  if (quote === '"') return written.slice(1, closed ? -1 : undefined).replace(/\\(["\\/])/g, '$1');
  return written;
}

/** A key as a value: `PAY-101` and `KR-2.1` need no quotes; `#12` would be a comment, and `1.0` a number. */
export function yamlKey(key: string): string {
  const plain = /^[A-Za-z][\w.]*(?:-[\w.]+)*$/.test(key) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(key);
  return plain ? key : yamlString(key);
}

function match(pattern: RegExp, text: string, at: number, end: number): string | null {
  pattern.lastIndex = at;
  const found = pattern.exec(text)?.[0] ?? null;
  if (found === null || at + found.length > end) return null;
  return found;
}

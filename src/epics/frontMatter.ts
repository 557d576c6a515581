import type { TextRange } from '../model/textRange.ts';

/** Where the parts of an epic file are in its text. */
export interface FrontMatter {
  /** `unclosed`: there is an opening `---` and no closing one; the YAML is taken to end at the first empty line. */
  readonly state: 'closed' | 'unclosed' | 'none';
  readonly yaml: TextRange;
  /** The opening `---`, or the start of the file. */
  readonly fence: TextRange;
  /** Where the Markdown begins. */
  readonly body: number;
  /** The line ending of the opening fence, for lines that are added. */
  readonly eol: '\n' | '\r\n';
}

const OPENING = /^\uFEFF?(---)[ \t]*(\r?\n|$)/;

/** Splits a file at its `---` lines. A byte order mark, CRLF and blanks behind the dashes are fine. */
export function splitFrontMatter(text: string): FrontMatter {
  const opening = OPENING.exec(text);
  if (opening === null) {
    const start = text.startsWith('\uFEFF') ? 1 : 0;
    const nothing = { start, end: start };
    return { state: 'none', yaml: nothing, fence: nothing, body: start, eol: '\n' };
  }
  const start = opening[0].length;
  const dashes = opening[0].indexOf('-');
  const fence = { start: dashes, end: dashes + 3 };
  const eol = opening[2] === '\r\n' ? '\r\n' : '\n';
  const closing = findLine(text, start, /^---[ \t]*(?:\r?\n|$)/);
  if (closing !== null) {
    return { state: 'closed', yaml: { start, end: closing.start }, fence, body: closing.end, eol };
  }
  const end = findLine(text, start, /^[ \t]*(?:\r?\n|$)/)?.start ?? text.length;
  return { state: 'unclosed', yaml: { start, end }, fence, body: end, eol };
}

/** The first line from `from` on that `pattern` matches, with its ending. A lone CR ends no line here: YAML knows none. */
function findLine(text: string, from: number, pattern: RegExp): TextRange | null {
  for (let at = from; at <= text.length;) {
    const newline = text.indexOf('\n', at);
    const end = newline === -1 ? text.length : newline + 1;
    if (pattern.test(text.slice(at, end))) return { start: at, end };
    if (newline === -1) return null;
    at = end;
  }
  return null;
}

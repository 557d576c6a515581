/**
 * The estimated work, in units of about 0.1 µs, up to which Markdown is parsed: some two seconds. A real epic needs a
 * hundredth of it.
 */
const BUDGET = 20_000_000;

const PER_LINE = 100;
const PER_ITEM = 1500;
const PER_CLOSING = 2.5;
const PER_LINE_ABOVE = 0.25;

const LINE = /[^\r\n]*(?:\r\n|\n|\r|$)/y;
const CONTAINER_MARKS = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=\s|$)))+/;
const UNDERLINE = /^[ \t>]*(?:=+|-+)\s*$/;
/** A line that surely begins a paragraph of its own, however the lines above it are read. */
const NEW_PARAGRAPH = /^ {0,3}(?:[-*+][ \t]+\S|#{1,6}\s)/;

const EMPTY = { lines: 0, length: 0, light: 0, heavy: 0 };

/**
 * The offset, at a line's start, up to which `markdown` can be parsed in bounded time; its length when that is all of it.
 *
 * The Markdown parser is quick with what people write, but looks back over the whole text each time a list or quote ends
 * or a heading is underlined, and over the whole paragraph for each line, unclosed comment, emphasis or bracket of it: 40 KB of
 * "- - - -" keep it busy for minutes. No cloned repository may hang the editor, so the work is estimated first.
 */
export function readableLength(markdown: string): number {
  let spent = 0;
  let blocks = 0;
  let isListOpen = false;
  let quotesOpen = 0;
  let paragraph = EMPTY;
  for (let at = 0; at < markdown.length;) {
    LINE.lastIndex = at;
    const line = LINE.exec(markdown)?.[0] ?? '';
    const isBlank = line.trim() === '';
    const head = CONTAINER_MARKS.exec(line)?.[0] ?? '';
    const quotes = count(head, />/g);
    const marks = quotes + count(head, /[-*+]|\d+[.)]/g);

    const inner = Math.max(0, marks - 1);
    const listEnds = isListOpen && marks === 0 && !isBlank;
    const closings = inner + Math.max(0, quotesOpen - quotes) + (listEnds ? 1 : 0) + (UNDERLINE.test(line) ? 1 : 0);
    if (!isBlank) isListOpen = marks > quotes;
    quotesOpen = quotes;
    blocks += isBlank ? 0 : 1 + inner;
    spent += PER_LINE + marks * PER_ITEM + closings * blocks * PER_CLOSING + inner * inner * 5;

    if (isBlank || NEW_PARAGRAPH.test(line)) paragraph = EMPTY;
    const before = paragraphCost(paragraph);
    paragraph = {
      lines: paragraph.lines + 1,
      length: paragraph.length + line.length,
      light: paragraph.light + count(line, /[[\]<`&!\\]/g),
      heavy: paragraph.heavy + count(line, /[*_]+/g) + unclosedComments(line),
    };
    spent += paragraphCost(paragraph) - before + paragraph.lines * PER_LINE_ABOVE;
    if (spent > BUDGET) return at;
    at += line.length;
  }
  return markdown.length;
}

function unclosedComments(line: string): number {
  return Math.max(0, count(line, /<[!?]/g) - count(line, /--!?>|\?>/g));
}

function paragraphCost({ length, light, heavy }: { length: number; light: number; heavy: number }): number {
  return length * (heavy + light / 10);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

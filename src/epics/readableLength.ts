/**
 * How much of a Markdown text can be parsed in bounded time.
 *
 * The Markdown parser is fine with what people write, but takes time that grows with the square of the number of list
 * and quote marks, and with unclosed comments, emphasis and brackets times the length of their paragraph: 40 KB of
 * "- - - -" keep it busy for minutes. No cloned repository may hang the editor, so the work is estimated first (in units of about 0.1 µs).
 * A real epic needs less than a hundredth of the budget.
 */
const BUDGET = 15_000_000;

const PER_LINE = 100;
const LINE = /[^\r\n]*(?:\r\n|\n|\r|$)/y;
const CONTAINER_MARKS = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=\s|$)))+/;
/** A line that surely begins a paragraph of its own, however the lines above it are read. */
const NEW_PARAGRAPH = /^ {0,3}(?:[-*+][ \t]+\S|#{1,6}\s)/;
const UNDERLINE = /^[ \t>]*(?:=+|-+)\s*$/;

/** The offset, at a line's start, up to which `markdown` can be parsed; its length when that is all of it. */
export function readableLength(markdown: string): number {
  let spent = 0;
  let structures = 0;
  let paragraph = { length: 0, light: 0, heavy: 0 };
  for (let at = 0; at < markdown.length;) {
    LINE.lastIndex = at;
    const line = LINE.exec(markdown)?.[0] ?? '';
    const marks = containerMarks(line) + (UNDERLINE.test(line) ? 1 : 0);
    spent += PER_LINE + marks * (2 * structures + marks) + (marks > 1 ? 5 * marks * marks : 0);
    structures += marks;
    if (line.trim() === '' || NEW_PARAGRAPH.test(line)) paragraph = { length: 0, light: 0, heavy: 0 };
    const before = paragraphCost(paragraph);
    paragraph = {
      length: paragraph.length + line.length,
      light: paragraph.light + count(line, /[[\]<`&!\\]/g),
      heavy: paragraph.heavy + count(line, /[*_]+/g) + unclosedComments(line),
    };
    spent += paragraphCost(paragraph) - before;
    if (spent > BUDGET) return at;
    at += line.length;
  }
  return markdown.length;
}

function containerMarks(line: string): number {
  const head = CONTAINER_MARKS.exec(line)?.[0];
  return head === undefined ? 0 : count(head, /[-*+>]|\d+[.)]/g);
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

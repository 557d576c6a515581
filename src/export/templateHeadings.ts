/** A heading of a template, and where what stands under it ends. */
export interface TemplateHeading {
  /** Lower case, words only. */
  readonly text: string;
  /** 1 to 6; 7 for a line in bold letters. */
  readonly level: number;
  /** Behind the last line of its own content: space, rules and commands to the forge before the next heading are not its own. */
  readonly contentEnd: number;
}

export interface TemplateParts {
  readonly headings: readonly TemplateHeading[];
  /** Behind a byte-order mark and front matter. */
  readonly begin: number;
  /** Behind the last words, but before a comment or code that has no end, in which nothing would be seen. */
  readonly end: number;
}

interface Line {
  readonly start: number;
  /** Before the line break. */
  readonly end: number;
  readonly text: string;
  /** Inside a comment or code: only text. */
  readonly hidden: boolean;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const COMMENT = /^ {0,3}<!--/;
const TRAILING = /^[ \t]*$|^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$|^\/[a-z_]+(?:[ \t]|$)/;

/** The headings of a Markdown text outside comments and code. */
export function templateHeadings(template: string): TemplateParts {
  const begin = frontMatterEnd(template);
  const { lines, open } = readLines(template, begin);
  const found = lines.flatMap((_, at) => headingAt(lines, at));
  const bound = open ?? template.length;
  const headings = found.map(({ text, level, last }, at) => {
    const next = found[at + 1]?.first ?? lines.length;
    return { text, level, contentEnd: Math.min(bound, contentEnd(lines, last, next)) };
  });
  return { headings, begin, end: open ?? contentEnd(lines, -1, lines.length, begin) };
}

/** `open`: where a comment or code starts that has no end; null when all have one. */
function readLines(template: string, begin: number): { readonly lines: readonly Line[]; readonly open: number | null } {
  const lines: Line[] = [];
  let start = begin;
  let closing: RegExp | null = null;
  let open = 0;
  for (const piece of template.slice(begin).split('\n')) {
    const text = piece.endsWith('\r') ? piece.slice(0, -1) : piece;
    const fence = FENCE.exec(text)?.[1];
    let hidden = closing !== null;
    if (closing !== null) {
      if (closing.test(text)) closing = null;
    } else if (COMMENT.test(text) || fence !== undefined) {
      hidden = true;
      open = start;
      if (fence !== undefined) closing = new RegExp(`^ {0,3}\\${fence[0] ?? ''}{${fence.length},}[ \\t]*$`);
      else if (!text.replace(COMMENT, '').includes('-->')) closing = /-->/;
    }
    lines.push({ start, end: start + text.length, text, hidden });
    start += piece.length + 1;
  }
  return { lines, open: closing === null ? null : open };
}

interface Found {
  readonly text: string;
  readonly level: number;
  /** Of its first and last line. */
  readonly first: number;
  readonly last: number;
}

function headingAt(lines: readonly Line[], at: number): Found[] {
  const line = lines[at];
  if (line === undefined || line.hidden) return [];
  const atx = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/.exec(line.text);
  if (atx !== null) return [{ text: plainWords(atx[2] ?? ''), level: atx[1]?.length ?? 1, first: at, last: at }];
  const bold = /^ {0,3}(?:\*\*([^*]+)\*\*|__([^_]+)__):?[ \t]*$/.exec(line.text);
  if (bold !== null) return [{ text: plainWords(bold[1] ?? bold[2] ?? ''), level: 7, first: at, last: at }];
  const below = lines[at + 1];
  const before = lines[at - 1];
  const isUnderlined = below !== undefined && !below.hidden && /^ {0,3}(?:=+|-{2,})[ \t]*$/.test(below.text);
  const isAlone = before === undefined || before.hidden || before.text.trim() === '';
  if (!isUnderlined || !isAlone || !/^ {0,3}[\p{L}\p{N}\p{So}*_]/u.test(line.text)) return [];
  return [{ text: plainWords(line.text), level: below.text.includes('=') ? 1 : 2, first: at, last: at + 1 }];
}

function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function contentEnd(lines: readonly Line[], last: number, next: number, none = 0): number {
  for (let at = next - 1; at >= last; at--) {
    const line = lines[at];
    if (line !== undefined && (at === last || line.hidden || !TRAILING.test(line.text))) return line.end;
  }
  return none;
}

function frontMatterEnd(template: string): number {
  const begin = template.startsWith('\ufeff') ? 1 : 0;
  const found = /^---\r?\n[\w-]+:[\s\S]*?\n---[ \t]*(?:\r?\n|$)/.exec(template.slice(begin));
  return begin + (found?.[0].length ?? 0);
}

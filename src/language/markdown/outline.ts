import { BUILT_IN_GATES, isOver, STAGES, type Stage } from '../../model/stage.ts';
import type { TextRange } from '../../model/textRange.ts';

export interface HeadingLine {
  readonly level: number;
  readonly text: string;
  readonly range: TextRange;
  /** The stage that it must be met to leave, where it is a gate. */
  readonly gate: Stage | null;
  /** End of what stands below it, up to the next heading of its rank. */
  readonly end: number;
  /** Index in `headings` of the gate that its tasks belong to, itself included; -1 for none. */
  readonly owner: number;
}

export interface TaskLine {
  readonly ticked: boolean;
  /** Offset of the character between the brackets. */
  readonly box: number;
  /** From the first character behind the box to the end of its lines. */
  readonly range: TextRange;
  /** Index in `headings` of its gate; -1 for a task that belongs to none. */
  readonly gate: number;
}

export interface MarkdownOutline {
  readonly headings: readonly HeadingLine[];
  readonly tasks: readonly TaskLine[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/;
/** Longer headings are nobody's gate; the patterns that read them take their time. */
const MAX_HEADING = 500;
const TASK = /^((?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(?:[-*+]|\d{1,9}[.)])[ \t]+\[)([ xX])\](?=[ \t])/;
const ITEM = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;
const MARK = /<!--\s*gate\s*:\s*(\w+)\s*-->/i;

/**
 * Headings and tasks of a file's Markdown by their lines, in time that grows with the text alone. What stands in code
 * blocks and comments is left out. The parser in `src/epics` has the last word on what counts.
 */
export function outlineMarkdown(text: string, body: number): MarkdownOutline {
  const headings: Mutable<HeadingLine>[] = [];
  const tasks: Mutable<TaskLine>[] = [];
  /** Indices of the gates that have not ended. */
  const open: number[] = [];
  const unended: Mutable<HeadingLine>[] = [];
  /** Nothing but comments stood below the last heading so far. */
  let fresh = false;
  let fence: string | null = null;
  let comment = false;
  let task: Mutable<TaskLine> | null = null;
  let before: TextRange | null = null;

  for (let start = body; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline > start && text[newline - 1] === '\r' ? newline - 1 : newline;
    read(text.slice(start, end), start, end);
    start = newline === -1 ? text.length : newline + 1;
  }
  return { headings, tasks };

  function read(line: string, start: number, end: number): void {
    const marks = /^[ \t>]*(`{3,}|~{3,})/.exec(line)?.[1] ?? null;
    if (fence !== null) {
      if (marks?.startsWith(fence) === true && /^[ \t>]*[`~]+[ \t]*$/.test(line)) fence = null;
      return;
    }
    if (comment) {
      comment = !line.includes('-->');
      return;
    }
    if (marks !== null) {
      fence = marks;
      task = null;
      return;
    }
    if (/^ {0,3}<!--/.test(line)) {
      markGate(line);
      comment = !line.includes('-->');
      task = comment ? null : task;
      return;
    }
    readText(line, start, end);
  }

  function readText(line: string, start: number, end: number): void {
    const found = HEADING.exec(line);
    if (line.trim() !== '') fresh = false;
    const under = before !== null && /^ {0,3}(?:=+|-+)[ \t]*$/.test(line) ? before : null;
    if (found !== null) addHeading(found[1]?.length ?? 1, found[2] ?? '', { start, end });
    else if (under !== null) addHeading(line.includes('=') ? 1 : 2, text.slice(under.start, under.end), under);
    else if (!addTask(line, start, end)) continueTask(line, end);
    const isText = found === null && under === null && line.trim() !== '' && !ITEM.test(line) && !line.startsWith('>');
    before = isText && task === null ? { start, end } : null;
  }

  function addHeading(level: number, line: string, range: TextRange): void {
    task = null;
    const written = line.slice(0, MAX_HEADING);
    while (open.length > 0 && (headings[open.at(-1) ?? 0]?.level ?? 0) >= level) open.pop();
    while (unended.length > 0 && (unended.at(-1)?.level ?? 0) >= level) {
      const ended = unended.pop();
      if (ended !== undefined) ended.end = range.start;
    }
    const name = written
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/[*_`]/g, '')
      .trim()
      .replace(/(?<=^|[ \t])#+$/, '')
      .trim();
    const gate =
      stageIn(written) ?? BUILT_IN_GATES.find(known => known.name.toLowerCase() === name.toLowerCase())?.stage;
    const heading = { level, text: name, range, gate: gate ?? null, end: text.length, owner: open.at(-1) ?? -1 };
    headings.push(heading);
    unended.push(heading);
    fresh = true;
    if (gate !== undefined) own();
  }

  /** The last heading begins a gate of its own. */
  function own(): void {
    const last = headings.length - 1;
    const heading = headings[last];
    if (heading === undefined || heading.owner === last) return;
    heading.owner = last;
    open.push(last);
  }

  /** A comment right below a heading makes it a gate, or one of another stage. */
  function markGate(line: string): void {
    const heading = headings.at(-1);
    const stage = stageIn(line);
    if (heading === undefined || stage === null || !fresh) return;
    heading.gate = stage;
    own();
  }

  function addTask(line: string, start: number, end: number): boolean {
    const found = TASK.exec(line);
    if (found === null) return false;
    const box = start + (found[1]?.length ?? 0);
    task = { ticked: found[2] !== ' ', box, range: { start: box + 2, end }, gate: open.at(-1) ?? -1 };
    tasks.push(task);
    return true;
  }

  function continueTask(line: string, end: number): void {
    if (task === null) return;
    if (line.trim() === '' || ITEM.test(line)) task = null;
    else task.range = { start: task.range.start, end };
  }
}

function stageIn(written: string): Stage | null {
  const word = MARK.exec(written)?.[1]?.toLowerCase();
  return STAGES.find(stage => stage === word && !isOver(stage)) ?? null;
}

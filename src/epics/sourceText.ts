import type { Problem, ProblemCode } from '../model/problem.ts';
import type { TextRange } from '../model/textRange.ts';

/** So many problems of one file are told: a file of another kind could fill the editor with complaints. */
export const MAX_PROBLEMS = 100;

/** A file's text that can tell where in it a problem is. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
  /** A problem at a range of the text; the range is cut to the text, the line is that of its start. */
  problem(code: ProblemCode, range: TextRange, detail: string): Problem;
}

/** Wraps one file's text. `path` is inside the repository, with `/`. */
export function createSourceText(path: string, text: string): SourceText {
  let starts: number[] | null = null;

  function lineAt(offset: number): number {
    starts ??= lineStarts(text);
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  }

  return {
    path,
    text,
    problem(code, range, detail) {
      const start = Math.min(Math.max(range.start, 0), text.length);
      const end = Math.min(Math.max(range.end, start), text.length);
      return { code, file: path, range: { start, end }, line: lineAt(start), detail };
    },
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const ending of text.matchAll(/\r\n|\n|\r/g)) starts.push(ending.index + ending[0].length);
  return starts;
}

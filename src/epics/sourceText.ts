import type { Problem, ProblemCode } from '../model/problem.ts';
import { placesIn, type TextRange } from '../model/textRange.ts';

/** So many problems of one file are told: a file of another kind could fill the editor with complaints. */
export const MAX_PROBLEMS = 100;

/** In the order of the text, and no more than are told. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((a, b) => (a.range?.start ?? 0) - (b.range?.start ?? 0)).slice(0, MAX_PROBLEMS);
}

/** A file's text that can tell where in it a problem is. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
  /** A problem at a range of the text; the range is cut to the text, line and column are those of its start. */
  problem(code: ProblemCode, range: TextRange, detail: string): Problem;
}

/** Wraps one file's text. `path` is inside the repository, with `/`. */
export function createSourceText(path: string, text: string): SourceText {
  const placeOf = placesIn(text);
  return {
    path,
    text,
    problem(code, range, detail) {
      const start = Math.min(Math.max(range.start, 0), text.length);
      const end = Math.min(Math.max(range.end, start), text.length);
      return { code, file: path, range: { start, end }, ...placeOf(start), detail };
    },
  };
}

import { isEditable, type EpicFile, type OutcomesFolder } from '../model/epic.ts';
import type { Finding, FindingSeverity, LintedEpic, LintRule } from '../model/lint.ts';
import type { Problem, ProblemCode } from '../model/problem.ts';
import { placesIn, type Place } from '../model/textRange.ts';
import { findingText } from '../wording/lint.ts';
import { problemText } from '../wording/problems.ts';

/** A problem is an error: something could not be read, so that an answer lacks it. */
export type LintSeverity = 'error' | FindingSeverity;

/** One line of what the linter says of a file. */
export interface LintEntry {
  readonly rule: LintRule | ProblemCode;
  readonly severity: LintSeverity;
  /** Path inside the repository, with `/`. */
  readonly file: string;
  /** null where the whole file is meant. */
  readonly start: Place | null;
  readonly end: Place | null;
  readonly message: string;
  /** Why it matters, and better words where an example helps; null for problems. */
  readonly why: string | null;
  readonly example: string | null;
  /** What it is about beside its rule and file: stays the same while lines move. */
  readonly subject: string;
}

/**
 * What the editor shows, for faces without one: problems and findings of the epic files of the work tree, and problems of the value
 * tree and the team files. In the order of the files' paths, then of their text.
 */
export function lintEntries(linted: readonly LintedEpic[], { valueTree, team, teams }: OutcomesFolder): LintEntry[] {
  const others = [valueTree, team, ...teams.map(({ file }) => file)];
  return [
    ...linted.filter(({ file }) => isEditable(file)).flatMap(entriesOf),
    ...others.flatMap(({ problems }) => problems.map(problem => problemEntry(problem, problem.file ?? '', null))),
  ].sort((a, b) => compare(a.file, b.file) || compareStarts(a.start, b.start));
}

function entriesOf({ file, findings }: LintedEpic): LintEntry[] {
  const places = placesIn(file.text);
  return [
    ...file.problems.map(problem => problemEntry(problem, file.path, endIn(file, problem, places))),
    ...findings.map(finding => findingEntry(finding, places)),
  ];
}

function problemEntry(problem: Problem, file: string, end: Place | null): LintEntry {
  const { title, text } = problemText(problem);
  const { code: rule, line, column = 1, detail = '' } = problem;
  const start = line === undefined ? null : { line, column };
  const message = `${title}. ${text}`;
  return { rule, severity: 'error', file, start, end, message, why: null, example: null, subject: detail };
}

function endIn({ text }: EpicFile, { range }: Problem, places: (offset: number) => Place): Place | null {
  return range === undefined || text === '' ? null : places(range.end);
}

function findingEntry({ rule, file, range, severity, data }: Finding, places: (offset: number) => Place): LintEntry {
  const { message, why, example } = findingText({ rule, data });
  const subject = [data.gate, data.name, data.target].filter(part => part !== undefined).join('\n');
  return { rule, severity, file, start: places(range.start), end: places(range.end), message, why, example, subject };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareStarts(a: Place | null, b: Place | null): number {
  return (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);
}

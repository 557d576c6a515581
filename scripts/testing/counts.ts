import { readFile } from 'node:fs/promises';

/** A test that failed, and what was said of it. */
export interface Failure {
  readonly title: string;
  readonly message: string;
}

/** How many tests of a run ended how. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What failed, as far as it is known; said again at the end, where nobody has to search for it. */
  readonly failures: readonly Failure[];
}

export const noCounts: Counts = { passed: 0, failed: 0, skipped: 0, failures: [] };

/** A run that never reported, or had no tests, counts as one failure. */
export const brokenRun: Counts = { ...noCounts, failed: 1 };

/** The sum of two runs. */
export function addCounts(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    failures: [...a.failures, ...b.failures],
  };
}

/** A failed test of mocha, with the seed and the counterexample of a property. */
export function failureOf(title: string, error: unknown): Failure {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { title, message: text.split('\n').slice(0, LINES_OF_A_FAILURE).join('\n').slice(0, 4_000) };
}

const LINES_OF_A_FAILURE = 40;

/** The counts a mocha run wrote when it ended. A run that exits with an error but no failed test counts as one failure. */
export async function readCounts(file: string, exitCode: number): Promise<Counts> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return brokenRun;
  const counts = JSON.parse(text) as Counts;
  if (counts.passed + counts.failed + counts.skipped === 0) return brokenRun;
  return exitCode !== 0 && counts.failed === 0 ? addCounts(counts, brokenRun) : counts;
}

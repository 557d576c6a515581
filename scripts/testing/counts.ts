import { readFile } from 'node:fs/promises';

/** How many tests of a run ended how. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const noCounts: Counts = { passed: 0, failed: 0, skipped: 0 };

/** A run that never reported, or had no tests, counts as one failure. */
export const brokenRun: Counts = { passed: 0, failed: 1, skipped: 0 };

/** The sum of two runs. */
export function addCounts(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** The counts a mocha run wrote when it ended. A run that exits with an error but no failed test counts as one failure. */
export async function readCounts(file: string, exitCode: number): Promise<Counts> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return brokenRun;
  const counts = JSON.parse(text) as Counts;
  if (counts.passed + counts.failed + counts.skipped === 0) return brokenRun;
  return exitCode !== 0 && counts.failed === 0 ? addCounts(counts, brokenRun) : counts;
}

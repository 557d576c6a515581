import path from 'node:path';
import { makeScratchFolder } from '../host/atExit.ts';
import { readCounts, type Counts } from './counts.ts';
import { runNode } from './steps.ts';

export interface MochaStage {
  readonly files: readonly string[];
  readonly timeoutMs: number;
  /** How often a failed test is tried again; a browser on a busy machine drops keys. */
  readonly retries?: number;
}

/**
 * Runs test files in one mocha process. Files run one after another: they are short, and those that start git or a
 * browser would only wait for each other.
 */
export async function runMocha({ files, timeoutMs, retries = 0 }: MochaStage): Promise<Counts> {
  const scratch = await makeScratchFolder('ol-mocha');
  const counts = path.join(scratch.path, 'counts.json');
  try {
    const args = [
      ...['--import', 'tsx', 'node_modules/mocha/bin/mocha.js', '--reporter', 'scripts/testing/countingReporter.ts'],
      ...[
        '--timeout',
        String(timeoutMs),
        '--retries',
        String(retries),
        ...(process.env['CI'] === undefined ? [] : ['--forbid-only']),
        ...files,
      ],
    ];
    return await readCounts(counts, await runNode(args, { TEST_COUNTS_FILE: counts }));
  } finally {
    await scratch.remove();
  }
}

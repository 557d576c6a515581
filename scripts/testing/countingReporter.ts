import Mocha from 'mocha';
import { writeFileSync } from 'node:fs';
import { failureOf, type Counts, type Failure } from './counts.ts';

/** Mocha's own spec reporter, which also writes how many tests passed, failed and were skipped, and what failed. Mocha asks for a default export. */
export default class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const file = process.env['TEST_COUNTS_FILE'];
    const failures: Failure[] = [];
    runner.on('fail', (test, error: unknown) => failures.push(failureOf(test.fullTitle(), error)));
    runner.once('end', () => {
      const { passes: passed, failures: failed, pending: skipped } = this.stats;
      const counts: Counts = { passed, failed, skipped, failures };
      if (file !== undefined) writeFileSync(file, JSON.stringify(counts));
    });
  }
}

import Mocha from 'mocha';
import { writeFileSync } from 'node:fs';

/** Mocha's own spec reporter, which also writes how many tests passed, failed and were skipped. Mocha asks for a default export. */
export default class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const file = process.env['TEST_COUNTS_FILE'];
    runner.once('end', () => {
      const counts = { passed: this.stats.passes, failed: this.stats.failures, skipped: this.stats.pending };
      if (file !== undefined) writeFileSync(file, JSON.stringify(counts));
    });
  }
}

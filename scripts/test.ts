import { HostUnavailable } from './host/hostUnavailable.ts';
import { adoptTestEnvironment } from './host/testEnvironment.ts';
import { addCounts, brokenRun, noCounts, type Counts } from './testing/counts.ts';
import { isStageName, stages, usualStages, type StageName } from './testing/stages.ts';

/** `npm test`: runs the named stages, or the usual ones, and ends with one line of counts. */
const asked = process.argv.slice(2);
const unknown = asked.filter(name => !isStageName(name));
if (unknown.length > 0) {
  console.error(`No such stage: ${unknown.join(', ')}. There are: ${Object.keys(stages).join(', ')}.`);
  process.exit(2);
}

adoptTestEnvironment();
const chosen = asked.length > 0 ? asked.filter(isStageName) : usualStages;
let worst = 0;
let total = noCounts;
for (const name of chosen) {
  const { counts, exitCode } = await runStage(name);
  total = addCounts(total, counts);
  worst = Math.max(worst, exitCode);
}
for (const { title, message } of total.failures) console.log(`\n✘ ${title}\n${message.replace(/^/gm, '    ')}`);
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = worst;

async function runStage(name: StageName): Promise<{ counts: Counts; exitCode: number }> {
  const started = Date.now();
  console.log(`\n── ${name}`);
  try {
    const counts = await stages[name]();
    return { counts, exitCode: counts.failed > 0 ? 1 : 0 };
  } catch (error) {
    const missing = error instanceof HostUnavailable;
    console.error(missing ? error.message : error);
    return { counts: brokenRun, exitCode: missing ? 2 : 1 };
  } finally {
    console.log(`   ${((Date.now() - started) / 1000).toFixed(1)} s`);
  }
}

import assert from 'node:assert/strict';
import { readySarif } from '../../../src/export/sarifReady.ts';
import type { ReadyAnswer } from '../../../src/model/ready.ts';
import { misfits } from '../../support/jsonSchema.ts';
import { ABOUT, launchText, readyOf, type ReadyAround } from '../../support/readyText.ts';

const link = '[runbook](docs/runbook.md)';

interface Run {
  readonly invocations: readonly [
    {
      readonly executionSuccessful: boolean;
      readonly toolExecutionNotifications?: readonly { readonly message: { readonly text: string } }[];
    },
  ];
  readonly results: readonly {
    readonly ruleId: string;
    readonly level: string;
    readonly message: { readonly text: string };
    readonly locations: readonly [{ readonly physicalLocation: { readonly region: Readonly<Record<string, number>> } }];
  }[];
}

function runOf(answer: ReadyAnswer, asked: readonly string[] = []): Run {
  const log = readySarif(answer, asked, '0.1.0');
  assert.deepEqual(misfits(log, 'sarif-2.1.0.json'), []);
  return (log as { readonly runs: readonly [Run] }).runs[0];
}

function told(tasks: string, around: ReadyAround = {}): string[] {
  return runOf(readyOf(launchText(tasks), around)).results.map(({ ruleId, level }) => `${level} ${ruleId}`);
}

describe('readiness as SARIF', () => {
  it('has an error for what is open, gone or contradicted', () => {
    assert.deepEqual(told(`- [ ] Support briefed\n- [x] Rollback ${link}\n- [x] Tagged <!-- proof: tag v2.* -->`), [
      'error ready/open',
      'error ready/broken',
      'error ready/disproved',
    ]);
  });

  it('has a warning for what cannot be checked here', () => {
    const tasks = '- [ ] Done <!-- proof: ticket PAY-101 done -->\n- [x] Other';
    assert.deepEqual(told(tasks), ['warning ready/unknown', 'note ready/claimed']);
  });

  it('has notes for claims and stale ticks, and errors where the gate asks for evidence', () => {
    const evidence = { paths: new Set(['docs/runbook.md']) };
    const tasks = `- [x] Told\n- [x] Rollback ${link}`;
    const box = launchText(tasks).indexOf('x] Rollback');
    const around = { evidence: { ...evidence, changedSinceTick: new Map([[box, ['docs/runbook.md']]]) } };
    assert.deepEqual(told(tasks, around), ['note ready/claimed', 'note ready/stale']);
    assert.deepEqual(told(tasks, { ...around, strict: true }), ['error ready/claimed', 'error ready/stale']);
  });

  it('has nothing for what is shown, waived or not applicable', () => {
    const around = { evidence: { paths: new Set(['docs/runbook.md']) } };
    const tasks = `- [x] Rollback ${link}\n- [ ] Later waived until 2027-01-31: not needed yet\n- [x] ~~Never~~ n/a: no users`;
    assert.deepEqual(told(tasks, around), []);
    assert.equal(runOf(readyOf(launchText(tasks), around)).invocations[0].executionSuccessful, true);
  });

  it('points to the item, whatever ends the lines', () => {
    for (const ending of ['\n', '\r\n', '\r']) {
      const text = launchText('- [x] ~~a~~ n/a: b\n- [ ] Support briefed').replaceAll('\n', ending);
      const [result] = runOf(readyOf(text)).results;
      assert.deepEqual(result?.locations[0].physicalLocation.region, {
        startLine: 11,
        startColumn: 3,
        endLine: 11,
        endColumn: 22,
      });
      assert.equal(result.message.text, '“Support briefed” (Go-live readiness): open. Not ticked yet.');
    }
  });

  it('notes what an earlier stage left open, which changes nothing', () => {
    const text = `${launchText('- [x] ~~a~~ n/a: b')}\n## Definition of done\n- [ ] Tested\n- [x] Told\n`;
    const { results, invocations } = runOf(readyOf(text));
    assert.deepEqual(
      results.map(({ ruleId, level }) => `${level} ${ruleId}`),
      ['note ready/open'],
    );
    assert.match(results[0]?.message.text ?? '', /It belongs to an earlier stage\.$/);
    assert.equal(invocations[0].executionSuccessful, true);
  });

  it('never looks like a yes when there is no answer', () => {
    for (const answer of [
      { value: null, reasons: [], missing: ['epic/none'], asOf: 0, about: ABOUT } as const,
      readyOf(launchText('- [x] a'), { gate: 'Ready to fly' }),
      readyOf(launchText('')),
      readyOf(launchText('- [x] a').replace('stage: launch', 'stage: stopped')),
      readyOf(launchText('- [ ] Done <!-- proof: ticket PAY-101 done -->')),
    ]) {
      const [invocation] = runOf(answer).invocations;
      assert.equal(invocation.executionSuccessful, false);
      assert.ok((invocation.toolExecutionNotifications?.[0]?.message.text ?? '').length > 10);
    }
  });

  it('notes that an epic is closed', () => {
    const { results, invocations } = runOf(readyOf(launchText('- [x] a').replace('stage: launch', 'stage: closed')));
    assert.deepEqual([results, invocations[0].executionSuccessful], [[], true]);
    assert.equal(
      invocations[0].toolExecutionNotifications?.[0]?.message.text,
      'PAY-100 is closed; no gate is left to meet.',
    );
  });

  it('is stable for an item that moved', () => {
    const one = JSON.stringify(runOf(readyOf(launchText('- [ ] Support briefed'))));
    const two = JSON.stringify(runOf(readyOf(launchText('- [x] ~~a~~ n/a: b\n- [ ] Support briefed'))));
    const print = (text: string) => /"outcomeLens\/v1":"[^"]+"/.exec(text)?.[0];
    assert.notEqual(one, two);
    assert.ok(print(one) !== undefined);
    assert.equal(print(one), print(two));
  });
});

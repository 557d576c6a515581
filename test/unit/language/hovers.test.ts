import assert from 'node:assert/strict';
import { hoverAt } from '../../../src/language/hovers.ts';
import { cut, GUEST, makeContext, PATH, REFUND } from './made.ts';

/** What is told about the first place of `text` where `words` stand. */
function over(text: string, words: string, path = PATH) {
  const { document, offset } = cut(text.replace(words, `¦${words}`), path);
  const hover = hoverAt(document, offset, makeContext());
  return hover === null ? null : [hover.title, ...hover.lines];
}

describe('hovers', () => {
  it('explain a field with the schema’s words and what may stand there', () => {
    assert.deepEqual(over(GUEST, 'stage'), [
      'stage',
      'Where the epic is. Each stage has its own checklists.',
      'One of: discovery, build, qa, launch, review, closed, stopped.',
    ]);
    const team = over('mainBranch: main\n', 'mainBranch', 'outcomes/team.yaml');
    assert.deepEqual(team, ['mainBranch', 'The branch that work lands on.']);
  });

  it('lead from a ticket to its epic and outcome', () => {
    const found = ['PAY-101', 'PAY-100 Guest checkout', 'Guests pay without an account.'];
    assert.deepEqual(over(GUEST, 'PAY-101'), found);
    assert.deepEqual(over(REFUND, 'PAY-201', 'outcomes/PAY-200-refunds.md')?.slice(1), [
      'PAY-200 Refunds',
      'No anticipated outcome is written yet.',
    ]);
    assert.deepEqual(over(GUEST.replace('PAY-101', 'PAY-999'), 'PAY-999'), ['PAY-999', 'No epic has or lists it.']);
  });

  it('tell a key result’s objective, baseline and target', () => {
    assert.deepEqual(over(GUEST, 'KR-2.1'), [
      'KR-2.1 Fewer abandoned carts',
      'Objective: O-2 Buying is easy',
      'Baseline: 31 %',
      'Target: 26 %',
    ]);
    const unknown = ['KR-9', 'outcomes/value-tree.yaml has no such key result.'];
    assert.deepEqual(over(GUEST.replace('KR-2.1', 'KR-9'), 'KR-9'), unknown);
  });

  it('explain an item’s evidence and proof', () => {
    assert.deepEqual(over(GUEST, 'Tested'), [
      'Tested',
      'Evidence: path docs/report.md#results.',
      'Evidence: ticket PAY-201.',
    ]);
    assert.deepEqual(over(GUEST, 'Telemetry'), [
      'Telemetry',
      'Holds when src/events.ts holds "guest" and git tracks it.',
      'A proof wins over the box.',
    ]);
    assert.deepEqual(over(GUEST, 'PAY-201](')?.slice(0, 2), ['PAY-201', 'PAY-200 Refunds']);
  });

  it('explain a waiver, a reason and its absence', () => {
    const item = (words: string) => over(GUEST.replace('Telemetry', words), words)?.slice(1, 2);
    assert.deepEqual(item('Late waived until 2027-01-31: no data'), ['Waived until 2027-01-31: no data']);
    assert.match(item('~~Late~~ n/a')?.[0] ?? '', /^Struck through without a reason/);
    assert.deepEqual(over(GUEST.replace(/<!--.*-->/, ''), 'Telemetry'), ['Telemetry', 'Not ticked yet.']);
  });

  it('say nothing about unknown keys, prose and tasks of no gate', () => {
    assert.equal(over('---\nownKey: x\n---\n', 'ownKey'), null);
    assert.equal(over(GUEST, '# Guest'), null);
    assert.equal(over('---\nkey: A\n---\n# Notes\n- [ ] Buy milk\n', 'Buy'), null);
  });
});

import assert from 'node:assert/strict';
import { lint, marks, outcome } from './linted.ts';

const READY = '\n## Ready to build\n';
const open = (count: number) => `${READY}${'- [ ] Something is open\n'.repeat(count)}- [x] Something is done\n`;
const commitment = 'commitment: { on: 2026-12-10, confidence: 85 }';

describe('commitment/premature', () => {
  it('marks the day that is promised while Ready to build is open', () => {
    assert.deepEqual(marks('commitment/premature', `stage: build\n${commitment}`, open(1)), ['2026-12-10']);
    const [finding] = lint(`stage: discovery\n${outcome()}\n${commitment}`, open(3));
    assert.deepEqual(finding?.data, { day: '2026-12-10', open: 3 });
  });

  it('marks a launch that is to come', () => {
    assert.deepEqual(marks('commitment/premature', 'stage: build\nlaunched: 2027-01-01', open(1)), ['2027-01-01']);
    assert.deepEqual(marks('commitment/premature', 'stage: build\nlaunched: 2026-01-01', open(1)), []);
  });

  it('is silent where the gate is met, absent or history, and where nothing is promised', () => {
    assert.deepEqual(marks('commitment/premature', `stage: build\n${commitment}`, open(0)), []);
    assert.deepEqual(marks('commitment/premature', `stage: build\n${commitment}`), []);
    assert.deepEqual(marks('commitment/premature', `stage: qa\n${commitment}`, open(2)), []);
    assert.deepEqual(marks('commitment/premature', 'stage: build', open(2)), []);
  });

  it('does not count what cannot be checked here', () => {
    const unknown = `${READY}- [ ] Done in the tracker <!-- proof: ticket PAY-1 done -->\n`;
    assert.deepEqual(marks('commitment/premature', `stage: build\n${commitment}`, unknown), []);
  });

  it('is silent while it is not known how the items stand', () => {
    const around = { context: { readiness: null } };
    assert.deepEqual(marks('commitment/premature', `stage: build\n${commitment}`, open(2), around), []);
  });
});

describe('gate/expect-churn', () => {
  const landing = { context: { commitsLand: true } };

  it('marks the heading when commits land and two items are open', () => {
    assert.deepEqual(marks('gate/expect-churn', 'stage: build', open(2), landing), ['## Ready to build']);
  });

  it('is silent with one open item, without commits, and once it is built', () => {
    assert.deepEqual(marks('gate/expect-churn', 'stage: build', open(1), landing), []);
    assert.deepEqual(marks('gate/expect-churn', 'stage: build', open(2)), []);
    assert.deepEqual(marks('gate/expect-churn', 'stage: qa', open(2), landing), []);
  });
});

describe('gate/claimed-without-evidence', () => {
  const done =
    '\n## Definition of done\n- [x] Tested\n- [ ] Not ticked\n- [x] Copy is final <!-- proof: file gone.md -->\n';
  const demanding = { team: { evidenceRequired: ['definition of done'] } };

  it('marks a tick that nothing shows, where the gate demands evidence', () => {
    assert.deepEqual(marks('gate/claimed-without-evidence', 'stage: qa', done, demanding), ['[x] Tested']);
    const finding = lint(`stage: qa\n${outcome()}`, done, demanding).at(0);
    assert.deepEqual(finding?.data, { name: 'Tested', gate: 'Definition of done' });
  });

  it('is silent where the gate does not', () => {
    assert.deepEqual(marks('gate/claimed-without-evidence', 'stage: qa', done), []);
    const other = { team: { evidenceRequired: ['Ready to test'] } };
    assert.deepEqual(marks('gate/claimed-without-evidence', 'stage: qa', done, other), []);
  });
});

describe('evidence/broken', () => {
  const gate = (item: string) => `\n## Definition of done\n${item}\n`;

  it('marks the link that leads to nothing', () => {
    const item = '- [x] Tested [page](https://example.org) [run](docs/gone.md#run)';
    assert.deepEqual(marks('evidence/broken', 'stage: qa', gate(item)), ['[run](docs/gone.md#run)']);
    const [finding] = lint(`stage: qa\n${outcome()}`, gate(item));
    assert.equal(finding?.data.target, 'docs/gone.md#run');
  });

  it('is silent about an open item and about a page that is never fetched', () => {
    assert.deepEqual(marks('evidence/broken', 'stage: qa', gate('- [ ] Tested [run](docs/gone.md)')), []);
    assert.deepEqual(marks('evidence/broken', 'stage: qa', gate('- [x] Tested [page](https://example.org)')), []);
  });
});

import assert from 'node:assert/strict';
import { createLabels } from '../../../../../src/answers/flow/people/labels.ts';

const NOTHING = { projects: [], epics: [] };
const items = ['PAY-1', 'PAY-2', 'SMITH-1', null].map((ticket, n) => ({ id: `w${n}`, ticket, number: n }));

describe('labels', () => {
  it('are keys of projects that the team names, or that enough people use', () => {
    const labels = createLabels(items, NOTHING);
    assert.deepEqual(
      labels.groups.map(group => group.map(({ id }) => id)),
      [['w0', 'w1'], ['w2']],
    );
    const labelOf = labels.allowed(group => group === 0);
    assert.equal(labelOf({ ticket: 'PAY-7' }), 'PAY-7');
    assert.equal(labelOf({ ticket: 'SMITH-1', number: 3 }), '#3');
    const named = createLabels(items, { ...NOTHING, projects: ['SMITH'] });
    assert.equal(named.allowed(() => false)({ ticket: 'SMITH-1' }), 'SMITH-1');
  });

  it('are no keys of a project that nobody judged', () => {
    const labelOf = createLabels(items, NOTHING).allowed(() => true);
    assert.equal(labelOf({ ticket: 'JSMITH-7', number: 3 }), '#3');
    assert.equal(labelOf({ ticket: 'JSMITH-7' }), null);
  });

  it('are keys of epics as they are written, and numbers', () => {
    const labelOf = createLabels(items, { projects: [], epics: ['guest-checkout'] }).allowed(() => false);
    assert.deepEqual([labelOf({ ticket: 'guest-checkout' }), labelOf({ ticket: '#12' })], ['guest-checkout', '#12']);
    assert.equal(labelOf({ ticket: 'guest-login' }), null);
  });
});

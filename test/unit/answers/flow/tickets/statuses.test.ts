import assert from 'node:assert/strict';
import { statusReader } from '../../../../../src/answers/flow/tickets/statuses.ts';
import { createFolder } from '../../../../support/factories.ts';

const none = createFolder([]).team.statuses;

describe('statusReader', () => {
  for (const [status, category] of [
    ['In Review', 'approval'],
    ['Awaiting sign-off', 'approval'],
    ['QA', 'approval'],
    ['Legal', 'approval'],
    ['Verifying', 'approval'],
    ['Waiting for approval', 'approval'],
    ['Waiting for deploy', 'queue'],
    ['Ready', 'queue'],
    ['On hold', 'queue'],
    ['To deploy', 'queue'],
    ['In Progress', 'active'],
    ['Applicable', 'active'],
    ['Household', 'active'],
  ] as const)
    it(`divides what a tracker calls active by its name: ${status} is ${category}`, () => {
      const read = statusReader(none)({ status, category: 'active' });
      assert.deepEqual([read.category, read.guessed], [category, category !== 'active']);
    });

  it('takes no hint from a name that a tracker does not call active', () => {
    const meaningOf = statusReader(none);
    for (const category of ['todo', 'done', 'unknown', 'blocked', 'dropped'] as const)
      assert.deepEqual(
        [meaningOf({ status: 'Ready for review', category }).category, meaningOf({ status: 'QA', category }).guessed],
        [category, false],
      );
  });

  it('lets the team’s word win, whatever its case, and calls the stage as the team writes it', () => {
    const meaningOf = statusReader({ ...none, queue: ['Waiting For QA'], active: ['In review'], done: ['Released'] });
    assert.deepEqual(meaningOf({ status: 'in REVIEW ', category: 'todo' }), {
      category: 'active',
      stage: { id: 'active/in review', place: 'active', name: 'In review' },
      guessed: false,
    });
    assert.equal(meaningOf({ status: 'Waiting for QA', category: 'active' }).stage.name, 'Waiting For QA');
    assert.equal(meaningOf({ status: 'Released', category: 'active' }).category, 'done');
  });

  it('never carries a status’s name that only the tracker knows', () => {
    const read = statusReader(none)({ status: 'Waiting for Robin Canary', category: 'active' });
    assert.deepEqual(read.stage, { id: 'queue', place: 'queue', name: null });
  });
});

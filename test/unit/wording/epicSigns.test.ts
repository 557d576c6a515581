import assert from 'node:assert/strict';
import { signWords } from '../../../src/wording/epicSigns.ts';

const gate = (open: number, unknown = 0, name = 'Definition of done') => ({ name, open, unknown, total: 5 });

describe('signs of an epic', () => {
  it('puts each sign in a few words, and in a sentence', () => {
    assert.deepEqual(signWords({ code: 'unreadyLaunch', live: false, gates: [gate(2, 1), { ...gate(0), total: 0 }] }), {
      label: 'Not ready to launch',
      text: 'Definition of done: 2 of 5 open, 1 cannot be checked here; Definition of done has no items.',
    });
    assert.equal(signWords({ code: 'unreadyLaunch', live: true, gates: [gate(2)] }).label, 'Live, with open items');
    assert.equal(signWords({ code: 'reviewDue', day: '2026-11-08', daysLate: 1 }).label, 'Review due for 1 day');
    assert.equal(signWords({ code: 'reviewDue', day: '2026-11-08', daysLate: 0 }).label, 'Review due today');
    const beliefs = [{ belief: 'Guests come back', day: '2026-11-08', daysLate: 3 }];
    assert.deepEqual(signWords({ code: 'beliefDue', beliefs }), {
      label: '1 belief to look at again',
      text: 'Guests come back (8 Nov 2026)',
    });
    const problem = { code: 'yaml/invalid' } as const;
    assert.equal(signWords({ code: 'fileProblem', problem, count: 2 }).label, '2 problems in the file');
  });
});

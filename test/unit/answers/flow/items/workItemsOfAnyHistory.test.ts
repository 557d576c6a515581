import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Commit } from '../../../../../src/model/commit.ts';
import { DAY, MadeHistory } from '../madeHistory.ts';

describe('work items of any history', () => {
  const MESSAGES = [
    'Merge pull request #1 from someone/PAY-1-topic',
    "Merge branch 'main' of example.org:team/repo",
    "Merge branch '3.5.x' into 4.0.x",
    "Merge branch 'develop'",
    'PAY-1 work',
    'PAY-2 PAY-3 work',
    'Add cache (#4)',
    'tidy',
    'Fixes #7',
    'Revert "Add cache (#4)"',
    'Reapply "Add cache (#4)"',
    'Revert "Revert "Add cache (#4)"" (#5)',
    'Revert "tidy"',
    'Merge pull request #8 from someone/revert-4-topic',
    'Bump x from 1 to 2 (#46)',
  ];
  const rows = fc.array(
    fc.record({
      parents: fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 3 }),
      message: fc.nat({ max: MESSAGES.length - 1 }),
      written: fc.integer({ min: -20, max: 20 }),
      gap: fc.constantFrom(0, 0, 3 / DAY, 1, 30),
    }),
    { minLength: 1, maxLength: 50 },
  );
  const histories = rows.map(made => {
    const history = new MadeHistory({ known: ['PAY'], knownOnly: false, ignored: [] });
    let landed = 0;
    made.forEach(({ parents, message, written, gap }, index) => {
      landed += gap;
      const names = new Set(parents.map(back => index - 1 - back).filter(parent => parent >= 0));
      history.add(`c${index}`, {
        parents: [...names].map(parent => `c${parent}`),
        landed,
        written: landed - written / 10,
        message: MESSAGES[message]!,
      });
    });
    return history;
  });

  it('hold no commit twice', () => {
    fc.assert(
      fc.property(histories, made => {
        const hashes = [...made.work().commitsOf.values()].flat();
        assert.equal(new Set(hashes).size, hashes.length);
      }),
      { numRuns: 300 },
    );
  });

  it('do not depend on the order of the commits', () => {
    fc.assert(
      fc.property(histories, fc.infiniteStream(fc.nat()), (made, numbers) => {
        const order = new Map(made.commits.map(commit => [commit, numbers.next().value as number]));
        const shuffled: Commit[] = made.commits.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
        assert.deepEqual(made.work({ commits: shuffled }), made.work());
      }),
      { numRuns: 300 },
    );
  });

  it('take back only other items, which were finished when they were reverted', () => {
    fc.assert(
      fc.property(histories, made => {
        const { items } = made.work();
        const byId = new Map(items.map(item => [item.id, item]));
        for (const { id, end, reverts, reverted } of items) {
          assert.ok(reverts === null || (reverts !== id && byId.has(reverts)));
          assert.ok(reverted === null || reverted.at >= end);
          assert.ok(reverted === null || items.some(item => item.reverts !== null && item.end >= reverted.at));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never end before they start and say how the start is known', () => {
    fc.assert(
      fc.property(histories, made => {
        for (const { start, end, startQuality } of made.work().items) {
          assert.equal(start === null, startQuality === 'none');
          assert.ok(start === null || start <= end);
        }
      }),
    );
  });
});

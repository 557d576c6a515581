import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Commit } from '../../../../src/model/commit.ts';
import { CommitColumns } from '../../../../src/model/history/commitColumns.ts';
import { newestFirst } from '../../../../src/model/history/newestFirst.ts';
import { readMessage } from '../../../../src/model/text/commitMessage.ts';
import { NO_KEY_RULES } from '../../../../src/model/text/ticketKeys.ts';
import { hashOf } from './arbitraryCommits.ts';

const FACTS = readMessage('', { rules: NO_KEY_RULES, main: 'main' });

/** Commit `n` has parents below `n`; clocks are wrong as they please, and few times make many ties. */
const arbitraryHistory: fc.Arbitrary<readonly Commit[]> = fc
  .array(
    fc.record({ back: fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 3 }), landed: fc.nat({ max: 15 }) }),
    {
      minLength: 1,
      maxLength: 80,
    },
  )
  .map(drafts =>
    drafts.map(({ back, landed }, at) => {
      const parents = [...new Set(back)].map(steps => at - steps).filter(parent => parent >= 0);
      return { hash: hashOf(at), parents: parents.map(parent => hashOf(parent)), written: 0, landed, facts: FACTS };
    }),
  );

/** The order by its definition: of all that wait, the one that landed last, and of those the one that waits longest. */
function expectedOrder(commits: readonly Commit[], tips: readonly string[]): string[] {
  const byHash = new Map(commits.map(commit => [commit.hash, commit]));
  const seen = new Set<string>();
  const waiting: Commit[] = [];
  const add = (hash: string) => {
    const commit = byHash.get(hash);
    if (commit === undefined || seen.has(hash)) return;
    seen.add(hash);
    waiting.push(commit);
  };
  tips.forEach(add);
  const order: string[] = [];
  while (waiting.length > 0) {
    const last = Math.max(...waiting.map(({ landed }) => landed));
    const [next] = waiting.splice(
      waiting.findIndex(({ landed }) => landed === last),
      1,
    );
    order.push(next?.hash ?? '');
    next?.parents.forEach(add);
  }
  return order;
}

describe('commits, newest first', () => {
  it('come in git’s order, whatever the clocks say and whatever else is known', () => {
    fc.assert(
      fc.property(arbitraryHistory, fc.nat(), fc.nat(), fc.boolean(), (commits, gap, other, hasOther) => {
        const columns = CommitColumns.empty(40, []);
        const read = commits.filter((_, at) => at % 20 !== 1 + (gap % 17));
        for (const commit of read) columns.add(commit);
        const tip = hashOf(commits.length - 1);
        const alsoFrom = hasOther ? [hashOf(other % commits.length)] : [];
        const { ids, cut } = newestFirst(columns, { tip, alsoFrom, since: null });
        assert.deepEqual(
          Array.from(ids, id => columns.hashOf(id)),
          expectedOrder(read, [tip, ...alsoFrom]),
        );
        assert.equal(cut, false);
      }),
      { numRuns: 1000 },
    );
  });
});

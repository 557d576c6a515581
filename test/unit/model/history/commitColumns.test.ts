import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CommitColumns } from '../../../../src/model/history/commitColumns.ts';
import { CONVENTIONS } from '../../../../src/model/text/conventions.ts';
import { readMessage, type MessageFacts } from '../../../../src/model/text/commitMessage.ts';
import { NO_KEY_RULES } from '../../../../src/model/text/ticketKeys.ts';
import { arbitraryCommits, arbitraryFacts, hashOf, plain } from './arbitraryCommits.ts';

function columnsOf(facts: MessageFacts, conventions: readonly string[] = CONVENTIONS): CommitColumns {
  const columns = CommitColumns.empty(40, conventions);
  columns.add({ hash: hashOf(1), parents: [], written: 0, landed: 0, facts });
  return columns;
}

function kept(title: string, conventions: readonly string[] = CONVENTIONS): MessageFacts {
  return columnsOf(readMessage(title, { rules: NO_KEY_RULES, main: 'main' }), conventions).factsOf(0);
}

describe('commits as columns', () => {
  it('keep every field of a message', () => {
    fc.assert(
      fc.property(arbitraryFacts, facts => {
        assert.deepEqual(columnsOf(facts).factsOf(0), facts);
      }),
      { numRuns: 500 },
    );
  });

  for (const digits of [40, 64])
    it(`give back commits with hashes of ${digits} digits, whatever their order`, () => {
      fc.assert(
        fc.property(arbitraryCommits(digits), commits => {
          const columns = CommitColumns.empty(digits, CONVENTIONS);
          for (const commit of commits) columns.add(commit);
          assert.equal(columns.size, commits.length);
          for (const commit of commits) {
            const id = columns.idOf(commit.hash);
            assert.deepEqual(plain(columns.commitAt(id)), plain(commit));
            assert.equal(columns.hashOf(id), commit.hash);
            assert.deepEqual(
              columns.parentsOf(id).map(parent => columns.has(parent)),
              commit.parents.map(hash => commits.some(other => other.hash === hash)),
            );
          }
        }),
      );
    });

  it('find each of many commits, with what it says', () => {
    const columns = CommitColumns.empty(40, CONVENTIONS);
    const said = (at: number) => readMessage(`PAY-${at + 1} step (#${at})`, { rules: NO_KEY_RULES, main: 'main' });
    const count = 10_000;
    for (let at = 0; at < count; at++)
      columns.add({
        hash: hashOf(at),
        parents: at === 0 ? [] : [hashOf(at - 1)],
        written: -at,
        landed: at,
        facts: said(at),
      });
    for (let at = 0; at < count; at++) {
      const commit = columns.commitAt(columns.idOf(hashOf(at)));
      const parents = at === 0 ? [] : [hashOf(at - 1)];
      assert.deepEqual(plain(commit), { hash: hashOf(at), parents, written: -at, landed: at, facts: said(at) });
    }
    assert.equal(columns.idOf(hashOf(count)), -1);
    assert.equal(columns.idOf('no hash'), -1);
  });

  it('leave a commit as it is when it comes again', () => {
    const facts = readMessage('PAY-1', { rules: NO_KEY_RULES, main: 'main' });
    const columns = columnsOf(facts);
    columns.add({ hash: hashOf(1), parents: [hashOf(2)], written: 9, landed: 9, facts });
    assert.deepEqual([columns.size, columns.landedAt(0), columns.parentsOf(0)], [1, 0, []]);
  });

  it('refuse a hash of another length', () => {
    const columns = CommitColumns.empty(40, CONVENTIONS);
    const facts = readMessage('', { rules: NO_KEY_RULES, main: 'main' });
    for (const hash of [hashOf(1, 64), 'G'.repeat(40)])
      assert.throws(() => columns.add({ hash, parents: [], written: 0, landed: 0, facts }), RangeError);
  });

  it('keep no word before a colon that may be a name, unless the team says what it means', () => {
    assert.equal(kept('feat: guest checkout').convention, 'feat');
    assert.equal(kept('quillan: guest checkout').convention, null);
    assert.equal(kept('spike: guest checkout', [...CONVENTIONS, 'spike']).convention, 'spike');
  });

  it('keep a branch’s kind and key, not the words behind them', () => {
    const { merge } = kept("Merge branch 'feature/PAY-7-for-quillan'");
    assert.deepEqual(merge?.branch, { kind: 'feature', key: 'PAY-7', words: [] });
  });
});

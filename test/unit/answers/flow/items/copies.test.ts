import assert from 'node:assert/strict';
import { findTwins, type Twins } from '../../../../../src/answers/flow/items/copies.ts';
import { buildHistoryGraph } from '../../../../../src/answers/flow/items/historyGraph.ts';
import { ancestorsOf } from '../../../../../src/answers/flow/items/reach.ts';
import { hashOf, MadeHistory, nameOf } from '../madeHistory.ts';

/** Names of the twins of a commit, first landed first; null without any. */
function twinsIn(made: MadeHistory): (name: string) => string[] | null {
  const { commits, tip } = made.source();
  const graph = buildHistoryGraph(commits, tip, false);
  const twinsOf: Twins = findTwins(graph, ancestorsOf(graph, graph.tip));
  return name => twinsOf(graph.positionOf(hashOf(name)))?.map(at => nameOf(commits[at]!.hash)) ?? null;
}

describe('findTwins', () => {
  it('joins what is joined by way of others, whatever tells of each pair', () => {
    const made = new MadeHistory()
      .add('root', { landed: 0 })
      .add('fix', { message: 'Fix it', written: 1, landed: 2 })
      .add('other', { message: 'Say it (#7)', written: 1, landed: 3, parents: ['root'] })
      .add('picked', {
        message: `Fix it\n\n(cherry picked from commit ${hashOf('other')})`,
        ...{ written: 1, landed: 5, parents: ['other'] },
      })
      .add('renamed', { message: 'Tell it (#7)', written: 1, landed: 9, parents: ['picked'] });
    const twins = twinsIn(made);
    for (const name of ['fix', 'other', 'picked', 'renamed'])
      assert.deepEqual(twins(name), ['fix', 'other', 'picked', 'renamed'], name);
    assert.equal(twins('root'), null);
  });

  it('takes a commit that names itself for no copy', () => {
    const made = new MadeHistory().add('one', {
      message: `One\n\n(cherry picked from commit ${hashOf('one')})`,
      landed: 1,
    });
    assert.equal(twinsIn(made)('one'), null);
  });

  it('joins more commits than a call can have arguments', () => {
    const made = new MadeHistory();
    const count = 130_000;
    for (let n = 0; n < count; n++) made.add(`c${n}`, { message: 'Update', written: 0, landed: n / 100 });
    const twins = twinsIn(made);
    // The first minute's commits are one tool's.
    assert.equal(twins(`c${count - 1}`)?.length, count);
    assert.deepEqual(twins('c500')?.slice(0, 2), ['c0', 'c1']);
  });
});

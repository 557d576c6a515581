import assert from 'node:assert/strict';
import { buildHistoryGraph, commitAt } from '../../../../../src/answers/flow/items/historyGraph.ts';
import { ancestorsOf } from '../../../../../src/answers/flow/items/reach.ts';
import { integrationHistory, type IntegrationEvent } from '../../../../../src/answers/flow/items/integrationEvents.ts';
import type { Commit } from '../../../../../src/model/commit.ts';
import { at, hashOf, MadeHistory, nameOf } from '../madeHistory.ts';

function walk(made: MadeHistory, shallow = false) {
  const { commits, tip } = made.source();
  const graph = buildHistoryGraph(commits, tip, shallow);
  const history = integrationHistory(graph, ancestorsOf(graph, graph.tip));
  const event = (name: string): IntegrationEvent => {
    const found = history.events.find(({ at: position }) => commitAt(graph, position).hash === hashOf(name));
    assert.ok(found, `${name} is no event`);
    return found;
  };
  return {
    ...history,
    names: history.events.map(({ at: position }) => nameOf(commitAt(graph, position).hash)),
    event,
    own: (name: string) =>
      event(name)
        .own.map(position => nameOf(commitAt(graph, position).hash))
        .sort(),
  };
}

describe('integrationHistory', () => {
  it('gives a merge the commits that only it brought in', () => {
    const made = new MadeHistory()
      .add('m1', { landed: 0 })
      .add('a1', { landed: 1 })
      .add('m2', { landed: 2, parents: ['m1'] })
      .merge('up', "Merge branch 'main' into topic", 'a1', 'm2', 3)
      .add('a2', { landed: 4 })
      .merge('m3', 'Merge pull request #1 from someone/topic', 'm2', 'a2', 5);
    const history = walk(made);
    assert.deepEqual(history.names, ['m1', 'm2', 'm3']);
    assert.deepEqual(history.own('m3'), ['a1', 'a2']);
    assert.equal(history.event('m3').baseLanded, at(0));
    assert.deepEqual(history.syncMerges, []);
  });

  it('claims a commit for the merge that landed first', () => {
    const made = new MadeHistory()
      .add('m1', { landed: 0 })
      .add('a1', { landed: 1 })
      .add('b1', { landed: 2 })
      .merge('m2', 'Merge pull request #1 from someone/a', 'm1', 'a1', 3)
      .merge('m3', 'Merge pull request #2 from someone/b', 'm2', 'b1', 4);
    assert.deepEqual([walk(made).own('m2'), walk(made).own('m3')], [['a1'], ['b1']]);
  });

  it('takes every other parent of an octopus merge', () => {
    const made = new MadeHistory()
      .add('m1', { landed: 0 })
      .add('a1', { landed: 1 })
      .add('b1', { landed: 1, parents: ['m1'] })
      .add('c1', { landed: 1, parents: ['m1'] })
      .add('m2', { message: "Merge branches 'a', 'b' and 'c'", landed: 2, parents: ['m1', 'a1', 'b1', 'c1'] });
    assert.deepEqual(walk(made).own('m2'), ['a1', 'b1', 'c1']);
  });

  it('reads histories with several roots', () => {
    const made = new MadeHistory()
      .add('m1', { landed: 0 })
      .add('other1', { landed: 0, parents: [] })
      .add('other2', { landed: 1 })
      .merge('m2', "Merge branch 'imported'", 'm1', 'other2', 2);
    assert.deepEqual(walk(made).own('m2'), ['other1', 'other2']);
    assert.equal(walk(made).event('m2').boundary, false);
    assert.equal(walk(made).event('m2').baseLanded, null);
  });

  it('does not take a commit of the change for what the change is based on', () => {
    const made = new MadeHistory()
      .add('m1', { landed: 0 })
      .add('root', { landed: 1, parents: [] })
      .add('a', { landed: 2, parents: ['root'] })
      .add('b', { landed: 2, parents: ['root'] })
      .merge('ab', "Merge branch 'b' into a", 'a', 'b', 3)
      .merge('m2', "Merge branch 'imported'", 'm1', 'ab', 4);
    assert.deepEqual([walk(made).own('m2'), walk(made).event('m2').baseLanded], [['a', 'b', 'root'], null]);
  });

  it('goes on behind the second parent where git pull turned the parents round', () => {
    const made = new MadeHistory()
      .add('m1', { landed: 0 })
      .add('local1', { landed: 1 })
      .add('local2', { landed: 2 })
      .add('m2', { landed: 1.5, parents: ['m1'] })
      .merge('m3', 'Merge pull request #7 from someone/x', 'm2', 'm1', 2)
      .merge('pull', "Merge branch 'main' of example.org:team/repo", 'local2', 'm2', 3)
      .add('m4', { landed: 4 });
    const history = walk(made);
    assert.deepEqual(history.names, ['m1', 'm2', 'local1', 'local2', 'm4']);
    assert.deepEqual(history.syncMerges, [at(3)]);
    assert.ok(history.events.every(({ merge, forwarded }) => !merge && !forwarded));
  });

  it('keeps the merges of main that a turned pull hid behind its second parent', () => {
    const made = new MadeHistory()
      .add('m1', { landed: 0 })
      .add('local', { landed: 1 })
      .add('a1', { landed: 1, parents: ['m1'] })
      .merge('m2', 'Merge pull request #7 from someone/x', 'm1', 'a1', 2)
      .merge('pull', "Merge remote-tracking branch 'origin/main'", 'local', 'm2', 3);
    const history = walk(made);
    assert.deepEqual(history.own('m2'), ['a1']);
    assert.equal(history.event('local').merge, false);
  });

  it('leaves out a merge that brought only merges', () => {
    const made = new MadeHistory()
      .add('m1', { landed: 0 })
      .add('m2', { landed: 1 })
      .add('up', { message: "Merge branch 'x' into y", parents: ['m1', 'm2'], landed: 2 })
      .merge('m3', "Merge branch 'y'", 'm2', 'up', 3);
    assert.deepEqual(walk(made).names, ['m1', 'm2']);
    assert.deepEqual(walk(made).syncMerges, [at(3)]);
  });

  it('takes a numbered merge of a branch called main for work: it comes from a fork', () => {
    const made = new MadeHistory()
      .add('m1', { landed: 0 })
      .add('a1', { landed: 1 })
      .merge('m2', "Merge branch 'main' into 'main'\n\nSee merge request team/repo!12", 'm1', 'a1', 2);
    assert.deepEqual(walk(made).own('m2'), ['a1']);
  });

  describe('with release lines merged forward', () => {
    const made = new MadeHistory()
      .add('m1', { landed: 0 })
      .add('three1', { landed: 1 })
      .add('fix1', { landed: 1.2, parents: ['three1'] })
      .merge('three2', 'Merge pull request #3 from someone/fix', 'three1', 'fix1', 2)
      .add('four1', { landed: 2, parents: ['m1'] })
      .merge('four2', "Merge branch '3.x' into 4.0.x", 'four1', 'three2', 3)
      .add('m2', { landed: 3.5, parents: ['m1'] })
      .merge('m3', "Merge branch '4.0.x'", 'm2', 'four2', 4)
      .add('m4', { landed: 5 });

    it('walks each line’s own commits and merges instead', () => {
      const history = walk(made);
      assert.deepEqual(history.names.toSorted(), ['four1', 'm1', 'm2', 'm4', 'three1', 'three2']);
      assert.deepEqual(history.own('three2'), ['fix1']);
      const forwarded = history.names.filter((_, index) => history.events[index]!.forwarded);
      assert.deepEqual(forwarded.toSorted(), ['four1', 'three1', 'three2']);
    });

    it('knows that what a turned pull hid on such a line is the line’s too', () => {
      const pulled = new MadeHistory()
        .add('m1', { landed: 0 })
        .add('local', { landed: 1 })
        .add('remote', { landed: 2, parents: ['m1'] })
        .merge('pull', "Merge branch 'main' of example.org:team/repo", 'local', 'remote', 3)
        .add('m2', { landed: 4, parents: ['m1'] })
        .merge('m3', "Merge branch '4.0.x'", 'm2', 'pull', 5);
      assert.equal(walk(pulled).event('local').forwarded, true);
      assert.deepEqual(walk(pulled).syncMerges, []);
    });

    it('counts main’s forward merges', () => {
      assert.deepEqual(walk(made).forwardMerges, [at(4)]);
      assert.deepEqual(walk(made).syncMerges, []);
    });
  });

  it('takes a branch for a line when it was merged three times by name', () => {
    const merges = (times: number, suffix = ''): MadeHistory => {
      const made = new MadeHistory().add('m0', { landed: 0 }).add('d0', { landed: 0.5 });
      for (let n = 1; n <= times; n++) {
        made.add(`d${n}`, { landed: n, parents: [`d${n - 1}`] });
        made.merge(`m${n}`, `Merge branch 'develop'${suffix.replace('N', String(n))}`, `m${n - 1}`, `d${n}`, n + 0.5);
      }
      return made;
    };
    assert.equal(walk(merges(2)).events.filter(({ merge }) => merge).length, 2);
    assert.deepEqual(walk(merges(3)).names.toSorted(), ['d0', 'd1', 'd2', 'd3', 'm0']);
    // Three requests whose branches happen to be called alike are three changes.
    const requests = walk(merges(3, " into 'main'\n\nSee merge request team/repo!N"));
    assert.equal(requests.events.filter(({ merge }) => merge).length, 3);
  });

  it('marks what reaches the edge of the known history', () => {
    const cut = new MadeHistory()
      .add('m1', { landed: 0, parents: ['gone'] })
      .add('a1', { landed: 1, parents: ['gone too'] })
      .merge('m2', 'Merge pull request #1 from someone/a', 'm1', 'a1', 2)
      .merge('m3', 'Merge pull request #2 from someone/b', 'm2', 'missing', 3)
      .add('m4', { landed: 4 });
    const history = walk(cut);
    assert.deepEqual(
      history.names.map(name => history.event(name).boundary),
      [true, true, true, false],
    );
    assert.equal(history.knownSince, at(0));
  });

  it('knows that the commits without parents are the edge of a shallow clone', () => {
    const made = new MadeHistory().add('m1', { landed: 0 }).add('m2', { landed: 1 });
    assert.equal(walk(made).knownSince, null);
    assert.equal(walk(made, true).knownSince, at(0));
    assert.equal(walk(made, true).event('m1').boundary, true);
    assert.equal(walk(made, true).event('m2').boundary, false);
  });

  it('finds nothing when main’s tip is not among the commits', () => {
    const { commits } = new MadeHistory().add('m1', { landed: 0 }).source();
    const graph = buildHistoryGraph(commits, hashOf('other'), false);
    const history = integrationHistory(graph, ancestorsOf(graph, graph.tip));
    assert.deepEqual(history, { events: [], syncMerges: [], forwardMerges: [], knownSince: null });
  });

  it('walks a long side chain and many nested lines without recursion', function () {
    this.timeout(30_000);
    const made = new MadeHistory().add('m1', { landed: 0 });
    for (let n = 0; n < 20_000; n++) made.add(`a${n}`, { landed: 1 });
    made.merge('m2', 'Merge pull request #1 from someone/a', 'm1', 'a19999', 2);
    for (let n = 0; n < 5_000; n++) {
      made.add(`l${n}`, { landed: 3, parents: [n === 0 ? 'm1' : `f${n - 1}`] });
      made.merge(`f${n}`, `Merge branch '${n}.x'`, n === 0 ? 'm2' : `o${n - 1}`, `l${n}`, 3);
      made.add(`o${n}`, { landed: 3, parents: ['m2'] });
    }
    made.merge('m3', "Merge branch '99999.x'", 'm2', 'f4999', 4);
    assert.equal(walk(made).own('m2').length, 20_000);
  });
});

describe('buildHistoryGraph', () => {
  it('does not need an order', () => {
    const { commits, tip } = new MadeHistory().add('a', { landed: 0 }).add('b', { landed: 1 }).source();
    const reversed: readonly Commit[] = commits.toReversed();
    const graph = buildHistoryGraph(reversed, tip, false);
    assert.deepEqual(
      graph.parentsOf(graph.tip).map(position => nameOf(commitAt(graph, position).hash)),
      ['a'],
    );
    assert.throws(() => commitAt(graph, 9), RangeError);
  });
});

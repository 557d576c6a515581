import assert from 'node:assert/strict';
import type { TagFacts } from '../../../../../src/model/ports/gitPort.ts';
import type { WorkItems, WorkSource } from '../../../../../src/answers/flow/items/workItems.ts';
import type { Ticket } from '../../../../../src/model/ticket.ts';
import { at, deployed, EPOCH, hashOf, labelOf, MadeHistory } from '../madeHistory.ts';

/** Main with one squashed request a day: `m1` is (#1) on day 1. */
function days(count: number): MadeHistory {
  const made = new MadeHistory();
  for (let day = 1; day <= count; day++) made.add(`m${day}`, { message: `Add ${day} (#${day})`, landed: day });
  return made;
}

const waiting = (work: WorkItems): string[] => {
  const names = new Map(work.items.map(item => [item.id, labelOf(item)]));
  return work.waiting.map(id => names.get(id)!);
};

describe('deployments', () => {
  it('hold what no earlier one of their stream held; nobody knows what the first one brought', () => {
    const work = days(6).tag('v1.0', 'm2').tag('v1.1', 'm4').tag('v1.1.1', 'm4', 4.5).tag('v1.2', 'm5').work();
    assert.deepEqual(deployed(work), { '1.0': 'first', '1.1': ['!3', '!4'], '1.1.1': [], '1.2': ['!5'] });
    assert.deepEqual(
      work.deployments.map(({ empty }) => empty),
      [false, false, true, false],
    );
    assert.deepEqual(waiting(work), ['!6']);
    assert.deepEqual(
      work.items.map(({ deployment }) => deployment),
      [null, null, 'd2', 'd2', 'd4', null],
    );
  });

  it('are told by ancestry, not by dates: contents of DevLake’s commit diff', () => {
    // Parents 1→6, 2→6, 3→6, 4→7, 5→7; deployments 1, 2, 4 in this order hold {1, 6}, {2}, {4, 7} (METRICS P19).
    const made = new MadeHistory()
      .add('c0', { message: 'x (#10)', landed: 0 })
      .add('c6', { message: 'x (#6)', landed: 1, parents: ['c0'] })
      .add('c7', { message: 'x (#7)', landed: 1, parents: ['c0'] });
    for (const [name, parent] of [
      ['c1', 'c6'],
      ['c2', 'c6'],
      ['c3', 'c6'],
      ['c4', 'c7'],
      ['c5', 'c7'],
    ] as const)
      made.add(name, { message: `x (#${name.slice(1)})`, landed: 2, parents: [parent] });
    made.add('all', { message: 'Merge tag x', landed: 3, parents: ['c1', 'c2', 'c3', 'c4', 'c5'] });
    const work = made.tag('0.1', 'c0').tag('1.1', 'c1', 5).tag('1.2', 'c2', 6).tag('1.4', 'c4', 7).work();
    const held = ['d2', 'd3', 'd4'].map(id => work.changes.filter(({ deployment }) => deployment === id).length);
    assert.deepEqual(held, [2, 1, 2]);
  });

  it('of each prefix are a stream; an item counts for the earliest that brought it', () => {
    const made = days(6)
      .tag('one@1.0.0', 'm1')
      .tag('two@1.0.0', 'm2')
      .tag('one@1.1.0', 'm3')
      .tag('two@1.1.0', 'm5')
      .tag('one@1.2.0', 'm6');
    const { deployments, items } = made.work();
    const streams = deployments.map(({ stream }) => stream);
    assert.deepEqual(streams, [0, 1, 0, 1, 0]);
    assert.deepEqual(
      items.map(({ deployment }) => deployment),
      [null, 'd3', 'd3', 'd4', 'd4', 'd5'],
    );
    assert.equal(new Set(deployments.flatMap(({ items: ids }) => ids)).size, 5);
  });

  it('on a release line hold copies of what landed on main', () => {
    const made = days(3)
      .tag('1.0', 'm1')
      .add('fix', { message: 'Fix crash (#20)', landed: 10, written: 9, parents: ['m3'] })
      .add('copy', { message: 'Fix crash (#21)', landed: 12, written: 9, parents: ['m1'] })
      .add('other', { message: 'Only here', landed: 12.5, written: 12 })
      .tag('1.0.1', 'other', 13)
      .add('m5', { message: 'Add 5 (#5)', landed: 20, parents: ['fix'] })
      .tag('1.1', 'm5', 21);
    const work = made.work();
    assert.deepEqual(deployed(work), { '1.0': 'first', '1.0.1': ['!20'], '1.1': ['!2', '!3', '!5'] });
    const fix = work.items.find(({ number }) => number === 20)!;
    assert.deepEqual(
      work.changes.filter(({ written }) => written === at(9)),
      [{ item: fix.id, written: at(9), fromLanding: false, deployment: 'd2' }],
    );
    assert.deepEqual(
      work.changes.filter(({ written }) => written === at(12)),
      [{ item: null, written: at(12), fromLanding: false, deployment: 'd2' }],
    );
  });

  it('hold copies that a script carried to their line within seconds of the landing', () => {
    const second = 1 / 86_400;
    const made = days(2)
      .tag('1.0', 'm1')
      .add('copy', { message: 'Fix crash (#20)', landed: 10 + 20 * second, written: 10, parents: ['m1'] })
      .tag('1.0.1', 'copy', 11)
      .add('fix', { message: 'Fix crash (#20)', landed: 10, parents: ['m2'] });
    assert.deepEqual(deployed(made.work()), { '1.0': 'first', '1.0.1': ['!20'] });
    assert.deepEqual(waiting(made.work()), ['!2']);
  });

  it('do not hold a second commit of one tool, one moment and one title: that is no copy', () => {
    const made = days(1)
      .tag('1.0', 'm1')
      .add('one', { message: 'Generate docs', landed: 5, written: 4 })
      .tag('1.1', 'one', 6)
      .add('two', { message: 'Generate docs', landed: 5 + 30 / 86_400, written: 4 })
      .tag('1.2', 'two', 7);
    const { changes } = made.work();
    assert.deepEqual(
      changes.map(({ deployment }) => deployment),
      ['d2', 'd3'],
    );
  });

  it('before a change landed are none of it, unless they hold the change itself', () => {
    const picked = days(2)
      .tag('1.0', 'm1')
      .add('line', { message: 'Fix crash', landed: 5, written: 4, parents: ['m1'] })
      .tag('1.0.1', 'line', 6)
      .add('m3', { message: 'Fix crash (#3)', landed: 8, written: 4, parents: ['m2'] })
      .tag('1.1', 'm3', 9);
    assert.deepEqual(deployed(picked.work()), { '1.0': 'first', '1.0.1': [], '1.1': ['!2', '!3'] });
    const merged = days(1)
      .tag('1.0', 'm1')
      .add('a', { message: 'work', landed: 2 })
      .tag('1.1', 'a', 3)
      .merge('m2', 'Merge pull request #2 from someone/topic', 'm1', 'a', 4);
    assert.deepEqual(deployed(merged.work()), { '1.0': 'first', '1.1': ['!2'] });
  });

  it('hold an item of several landings once all of them are live', () => {
    const made = new MadeHistory({ known: ['PAY'], knownOnly: false, ignored: [] })
      .add('m1', { landed: 0 })
      .tag('1.0', 'm1')
      .add('m2', { message: 'PAY-7 one', landed: 2 })
      .tag('1.1', 'm2')
      .add('m3', { message: 'PAY-7 two', landed: 4 })
      .tag('1.2', 'm3');
    assert.deepEqual(deployed(made.work()), { '1.0': 'first', '1.1': [], '1.2': ['PAY-7'] });
    made.add('m4', { message: 'PAY-7 three', landed: 6 });
    assert.deepEqual([deployed(made.work())['1.2'], waiting(made.work())], [[], ['PAY-7']]);
  });

  it('say which commits a forge wrote as it landed them', () => {
    const made = days(1).tag('1.0', 'm1');
    made.add('squash', { message: 'One (#2)', landed: 2 });
    made.add('slow', { message: 'Two (#3)', landed: 3, written: 3 - 61 / 86_400 });
    made.add('plain', { message: 'Three', landed: 4 });
    const changes = made.tag('1.1', 'plain').work().changes;
    assert.deepEqual(
      changes.map(({ fromLanding }) => fromLanding),
      [true, false, false],
    );
  });

  it('count a cherry-pick of a squash from the landing, as its writing is lost too', () => {
    const made = days(2)
      .tag('1.0', 'm1')
      .add('copy', { message: 'One (#20)', landed: 12, written: 10, parents: ['m1'] })
      .tag('1.0.1', 'copy', 13)
      .add('squash', { message: 'One (#20)', landed: 10, parents: ['m2'] });
    const { changes, items } = made.work();
    const item = items.find(({ number }) => number === 20)!.id;
    assert.deepEqual(changes, [{ item, written: at(10), fromLanding: true, deployment: 'd2' }]);
  });

  it('leave out commits whose writing cannot be believed', () => {
    const made = days(1)
      .tag('1.0', 'm1')
      .add('m2', { landed: 2, written: -365 * 40 })
      .tag('1.1', 'm2');
    assert.deepEqual(made.work().changes, []);
  });

  it('are none without release tags: then nothing waits', () => {
    const work = days(3).tag('1.0-rc1', 'm1').work();
    assert.deepEqual([work.deployments, work.changes, work.waiting], [[], [], []]);
  });

  it('whose commit was not read are left out', () => {
    const tag: TagFacts = { name: '0.9', commit: hashOf('gone'), at: EPOCH, committed: EPOCH };
    const made = days(2);
    const tags = [tag, ...made.tag('1.0', 'm2').source().tags];
    assert.deepEqual(deployed(made.work({ tags })), { '1.0': 'first' });
  });
});

describe('the time of a deployment', () => {
  const times = (made: MadeHistory, changes: Partial<WorkSource> = {}): number[] =>
    made.work(changes).deployments.map(deployment => deployment.at);

  it('is the tag’s, but never before the commit', () => {
    assert.deepEqual(times(days(3).tag('1.0', 'm1', 2).tag('1.1', 'm3', 1)), [at(2), at(3)]);
  });

  it('is the commit’s when five tags or more were made within a minute', () => {
    const made = (count: number, seconds: number): MadeHistory => {
      const history = days(count);
      for (let n = 1; n <= count; n++) history.tag(`1.${n}`, `m${n}`, 100 + ((n - 1) * seconds) / 86_400);
      return history;
    };
    assert.deepEqual(times(made(5, 15)), [1, 2, 3, 4, 5].map(at));
    assert.ok(times(made(4, 15)).every(time => time >= at(100)));
    assert.ok(times(made(5, 16)).every(time => time >= at(100)));
  });

  it('is the commit’s when the tag is from the future', () => {
    assert.deepEqual(times(days(1).tag('1.0', 'm1', 300), { now: at(200) }), [at(1)]);
  });

  it('is one for two names of one version', () => {
    assert.deepEqual(times(days(1).tag('v1.0', 'm1', 3).tag('1.0', 'm1', 2)), [at(2)]);
  });
});

describe('a hotfix', () => {
  const hotfix = (made: MadeHistory, changes: Partial<WorkSource> = {}): string[] =>
    made
      .work(changes)
      .deployments.filter(deployment => deployment.hotfix)
      .map(({ version }) => version);
  const history = (...messages: string[]): MadeHistory => {
    const made = days(1).tag('1.0.0', 'm1');
    messages.forEach((message, index) => made.add(`h${index}`, { message, landed: 5 }));
    return made.tag('1.0.1', `h${messages.length - 1}`);
  };

  it('is what the team’s glob says, and nothing else then', () => {
    const releases = { tags: null, hotfix: '*.*.[1-9]' };
    assert.deepEqual(hotfix(history('hotfix: crash (#2)'), { releases }), []);
    assert.deepEqual(hotfix(history('x (#2)'), { releases: { tags: null, hotfix: '*.*.1' } }), ['1.0.1']);
  });

  it('is a deployment at least half of whose items are hotfixes by title, branch or ticket', () => {
    assert.deepEqual(hotfix(history('hotfix: crash (#2)', 'Add (#3)')), ['1.0.1']);
    assert.deepEqual(hotfix(history('hotfix: crash (#2)', 'Add (#3)', 'Add (#4)')), []);
    assert.deepEqual(hotfix(history('fix: crash (#2)')), []);
    const branch = days(1)
      .tag('1.0.0', 'm1')
      .add('a', { landed: 2 })
      .merge('m2', 'Merge pull request #9 from someone/hotfix/crash', 'm1', 'a', 3)
      .tag('1.0.1', 'm2');
    assert.deepEqual(hotfix(branch), ['1.0.1']);
    const ticket: Ticket = { key: '#7', type: 'Incident', labels: [], parent: null, created: 0, transitions: [] };
    assert.deepEqual(hotfix(history('Mend it\n\nFixes #7'), { tickets: new Map([['#7', ticket]]) }), ['1.0.1']);
  });
});

import assert from 'node:assert/strict';
import { at, believed, contents, DAY, lastOf, MadeHistory, only, single } from '../madeHistory.ts';

describe('commits without a merge', () => {
  it('that landed within five seconds are one item', () => {
    const made = new MadeHistory().add('m1', { landed: 0 });
    [0, 5, 10, 16].forEach((seconds, n) => made.add(`b${n}`, { landed: 10 + seconds / DAY, written: 8 + n }));
    assert.deepEqual(contents(made.work()), { w1: ['m1'], w2: ['b0', 'b1', 'b2'], w3: ['b3'] });
    const batch = made.work().items[1]!;
    assert.deepEqual(
      [batch.rule, batch.start, batch.startQuality, batch.flags],
      ['landingBatch', at(8), 'single', ['ungrouped']],
    );
    assert.deepEqual(made.work().items[2]!.rule, 'trunkSingle');
  });

  it('share the ticket that one of them names; several tickets divide a push', () => {
    const push = (messages: readonly string[]) => {
      const made = believed('PAY');
      messages.forEach((message, n) => made.add(`b${n}`, { message, landed: 10 }));
      return Object.entries(contents(made.work())).filter(([, names]) => names[0]!.startsWith('b'));
    };
    assert.deepEqual(push(['tidy', 'PAY-1 retry', 'tests']), [['PAY-1', ['b0', 'b1', 'b2']]]);
    assert.deepEqual(
      push(['PAY-1 retry', 'tidy', 'PAY-2 cache', 'PAY-1 tests', 'docs'])
        .map(([, names]) => names)
        .sort(),
      [['b0', 'b3'], ['b1', 'b4'], ['b2']],
    );
  });

  it('of two lines are two items, however close they landed', () => {
    const made = new MadeHistory()
      .add('m1', { landed: 10 })
      .add('line', { landed: 10 + 2 / DAY, parents: ['m1'] })
      .add('m2', { landed: 11, parents: ['m1'] })
      .merge('m3', "Merge branch '3.5.x'", 'm2', 'line', 12);
    assert.deepEqual(contents(made.work()), { w1: ['m1'], w2: ['line'], w3: ['m2'] });
  });

  it('are no batch with a revert', () => {
    const made = new MadeHistory().add('m1', { landed: 10 }).add('m2', { message: 'Revert "m0"', landed: 10 });
    assert.deepEqual(Object.values(contents(made.work())), [['m1'], ['m2']]);
  });

  it('are held together by what they close when no key is named', () => {
    const made = new MadeHistory()
      .add('m1', { message: 'one\n\nFixes #12', landed: 1 })
      .add('m2', { message: 'two\n\nCloses gh-12', landed: 3 });
    assert.deepEqual(contents(made.work()), { '#12': ['m1', 'm2'] });
    assert.equal(only(made.work()).rule, 'trunkByTicket');
  });

  it('stand alone, marked, when nothing holds them together', () => {
    const item = lastOf(single('Fix UTF-8 and CVE-2024-1 handling', 10, 9));
    assert.deepEqual(
      [item.ticket, item.rule, item.type, item.startQuality, item.flags],
      [null, 'trunkSingle', 'defect', 'single', ['ungrouped']],
    );
  });
});

describe('a project key that nobody configured', () => {
  const history = (numbers: number, others: number): MadeHistory => {
    const made = new MadeHistory();
    for (let n = 1; n <= others; n++) made.add(`o${n}`, { landed: n / 100 });
    for (let n = 1; n <= numbers; n++) made.add(`k${n}`, { message: `PAY-${n} work`, landed: 100 + n });
    return made.add('again', { message: 'PAY-1 more', landed: 102 });
  };
  const groups = (made: MadeHistory, known: string[] = []): boolean =>
    made.work({ rules: { known, knownOnly: false, ignored: [] } }).items.some(({ ticket }) => ticket === 'PAY-1');

  it('needs five numbers', () => {
    assert.equal(groups(history(4, 0)), false);
    assert.equal(groups(history(5, 0)), true);
  });

  it('needs one of a hundred commits', () => {
    assert.equal(groups(history(5, 594)), true);
    assert.equal(groups(history(5, 595)), false);
  });

  it('needs neither once it is configured', () => {
    assert.equal(groups(history(1, 500), ['PAY']), true);
  });
});

describe('several landings', () => {
  it('of one ticket are one item, from the first start to the last landing', () => {
    const made = believed('PAY')
      .add('a', { message: 'one', landed: 11, written: 10 })
      .merge('m', 'Merge pull request #1 from someone/PAY-7-a', 'early5', 'a', 12)
      .add('b', { message: 'two', landed: 30, written: 29 })
      .merge('n', 'Merge pull request #2 from someone/PAY-7-b', 'm', 'b', 40);
    const item = only(made.work(), 'PAY-7');
    assert.deepEqual([item.start, item.end, item.commits, item.number], [at(10), at(40), 2, 2]);
    assert.deepEqual(item.flags, []);
  });

  it('more than 28 days apart are episodes', () => {
    const apart = (days: number) => {
      const made = believed('PAY')
        .add('one', { message: 'PAY-7 one', landed: 10, written: 9 })
        .add('two', { message: 'PAY-7 two', landed: 10 + days, written: 9.5 + days });
      return made.work().items.filter(({ ticket }) => ticket === 'PAY-7');
    };
    assert.equal(apart(28).length, 1);
    const episodes = apart(28.1);
    assert.deepEqual(
      episodes.map(({ start, flags }) => [start, flags]),
      [
        [at(9), ['episode']],
        [at(37.6), ['episode']],
      ],
    );
  });

  it('of one request number are one item', () => {
    const made = new MadeHistory()
      .add('a', { message: 'Add (#5)', landed: 1 })
      .add('b', { message: 'More (#5)', landed: 2 });
    assert.deepEqual(contents(made.work()), { '!5': ['a', 'b'] });
  });
});

describe('a change that comes twice', () => {
  const picked = (message: string, written: number): MadeHistory =>
    new MadeHistory()
      .add('m1', { landed: 0 })
      .add('rc1', { landed: 1 })
      .add('m2', { message: 'Add cache (#5)', landed: 10, parents: ['m1'] })
      .add('rc2', { message, landed: 12, written, parents: ['rc1'] })
      .merge('m3', "Merge branch 'release/1'", 'm2', 'rc2', 13);

  it('is counted where it landed first when the copy names its origin', () => {
    const origin = picked('x', 0).commits.find(({ landed }) => landed === at(10))!.hash;
    const made = picked(`Add cache again\n\n(cherry picked from commit ${origin})`, 12);
    assert.deepEqual(contents(made.work()), { w1: ['m1'], w2: ['rc1'], '!5': ['m2'] });
  });

  it('is counted where it landed first when both were written in the same second for one request', () => {
    const made = picked('Add cache (#5)', 10);
    const item = only(made.work(), '!5');
    assert.deepEqual([item.commits, item.end, item.startQuality], [1, at(10), 'none']);
  });

  it('is counted once when both were written in the same second under one title', () => {
    const plain = (title: string, written: number, landed = 12): MadeHistory =>
      new MadeHistory()
        .add('m1', { landed: 0 })
        .add('rc1', { landed: 1 })
        .add('m2', { message: 'Add cache', landed: 10, written: 9, parents: ['m1'] })
        .add('rc2', { message: title, landed, written, parents: ['rc1'] })
        .merge('m3', "Merge branch 'release/1'", 'm2', 'rc2', 13);
    const items = (made: MadeHistory): number => made.work().items.length;
    assert.equal(items(plain('Add cache', 9)), 3);
    assert.equal(items(plain('Add cache (#7)', 9)), 3);
    assert.equal(items(plain('Add caches', 9)), 4);
    assert.equal(items(plain('Add cache', 9 + 1 / DAY)), 4);
    // Tools that divide commits leave them side by side.
    assert.equal(items(plain('Add cache', 9, 10 + 60 / DAY)), 4);
  });

  it('leaves the rest of a merged branch', () => {
    const made = new MadeHistory()
      .add('m1', { landed: 0 })
      .add('a1', { message: 'Add cache', landed: 3, written: 2 })
      .add('m2', { message: 'Add cache', landed: 1, written: 2, parents: ['m1'] })
      .add('a2', { message: 'Add tests', landed: 4, parents: ['a1'] })
      .merge('m3', 'Merge pull request #1 from someone/topic', 'm2', 'a2', 5);
    assert.deepEqual(contents(made.work()), { w1: ['m1'], w2: ['m2'], '!1': ['a2'] });
  });

  it('is work of its own when its origin is not on main', () => {
    const made = single('Add cache\n\n(cherry picked from commit 0123456789012345678901234567890123456789)');
    assert.equal(made.work().items.length, 2);
  });
});

import assert from 'node:assert/strict';
import { at, believed, DAY, lastOf, MadeHistory, merged, only, single } from '../madeHistory.ts';

describe('the start of an item', () => {
  it('is unknown, not zero, for a squashed request', () => {
    const item = lastOf(single('feat(api)!: add cache (#45)'));
    assert.deepEqual(
      [item.rule, item.number, item.start, item.startQuality, item.type],
      ['squash', 45, null, 'none', 'feature'],
    );
  });

  it('is known for one commit that was written more than a minute before it landed', () => {
    const after = (seconds: number) => lastOf(single('Add cache (#45)', 10, 10 - seconds / DAY));
    assert.deepEqual([after(60).start, after(60).startQuality], [null, 'none']);
    assert.deepEqual([after(61).start, after(61).startQuality], [at(10) - 61, 'single']);
  });

  it('is the first landing for several commits that lost theirs', () => {
    const made = believed('PAY')
      .add('one', { message: 'PAY-10 tidy retry', landed: 10 })
      .add('two', { message: 'PAY-10 tests', landed: 12 });
    const item = only(made.work(), 'PAY-10');
    assert.deepEqual(
      [item.rule, item.commits, item.start, item.startQuality, item.end],
      ['trunkByTicket', 2, at(10), 'landingOnly', at(12)],
    );
  });

  it('is not known from a later commit when an earlier one lost its own', () => {
    const made = believed('PAY')
      .add('one', { message: 'PAY-10 tidy (#1)', landed: 10 })
      .add('two', { message: 'PAY-10 tests (#2)', landed: 14, written: 12 });
    assert.equal(only(made.work(), 'PAY-10').startQuality, 'landingOnly');
  });

  it('tolerates clocks that are five minutes apart, and no more', () => {
    const ahead = (seconds: number) => lastOf(merged('Merge pull request #1 from a/b', [15 + seconds / DAY]));
    assert.deepEqual([ahead(300).start, ahead(300).flags], [at(15), []]);
    assert.deepEqual([ahead(301).start, ahead(301).flags, ahead(301).startQuality], [null, ['clockSkew'], 'none']);
  });

  it('ignores times from before git and from after tomorrow', () => {
    const before = lastOf(merged('Merge pull request #1 from a/b', [-365 * 40, 12]));
    assert.equal(before.start, at(12));
    const alone = lastOf(merged('Merge pull request #1 from a/b', [-365 * 40]));
    assert.deepEqual([alone.start, alone.flags], [null, ['clockSkew']]);
    const future = lastOf(merged('Merge pull request #1 from a/b', [402]));
    assert.deepEqual([future.start, future.flags], [null, ['clockSkew']]);
  });

  it('is not told by a commit of more than two years before the landing', () => {
    const old = lastOf(merged('Merge pull request #1 from a/b', [15 - 731, 12]));
    assert.deepEqual([old.start, old.startQuality, old.flags], [at(12), 'branch', ['aged']]);
    const kept = lastOf(merged('Merge pull request #1 from a/b', [15 - 730, 12]));
    assert.deepEqual([kept.start, kept.flags.includes('aged')], [at(15 - 730), false]);
    const alone = lastOf(merged('Merge pull request #1 from a/b', [15 - 2951]));
    assert.deepEqual([alone.start, alone.startQuality, alone.flags], [null, 'none', ['aged']]);
  });

  it('is marked when it lies more than a day before what the branch is based on', () => {
    const based = (written: number) => {
      const made = new MadeHistory().add('m1', { landed: 10 }).add('a', { landed: 14, written });
      return lastOf(made.merge('m2', 'Merge pull request #1 from a/b', 'm1', 'a', 15)).flags;
    };
    assert.deepEqual(based(9), []);
    assert.deepEqual(based(8.9), ['rebased']);
  });

  it('is unknown at the edge of a shallow clone', () => {
    const made = new MadeHistory().add('m1', { landed: 0 }).add('a', { landed: 4, written: 3, parents: [] });
    made.merge('m2', 'Merge pull request #1 from a/b', 'm1', 'a', 5);
    const item = made.work({ shallow: true }).items.at(-1)!;
    assert.deepEqual([item.start, item.flags], [null, ['shallow']]);
    assert.equal(made.work({ shallow: true }).knownSince, at(0));
    assert.deepEqual(made.work().items.at(-1)!.start, at(3));
  });
});

describe('when the commits of a branch were written', () => {
  it('is told in order, without times that cannot be', () => {
    const made = merged('Merge pull request #1 from a/b', [12, -365 * 40, 10, 15 + 300 / DAY, 15 + 301 / DAY, 402]);
    assert.deepEqual(lastOf(made).written, [at(10), at(12), at(15)]);
  });

  it('is told of merged branches only', () => {
    assert.deepEqual(lastOf(single('Add cache (#45)', 10, 8)).written, []);
    const made = believed('PAY')
      .add('one', { message: 'PAY-7 one', landed: 8, written: 7 })
      .add('a', { message: 'work', landed: 11, written: 9 })
      .merge('m', 'Merge pull request #1 from someone/PAY-7', 'one', 'a', 12);
    assert.deepEqual(only(made.work(), 'PAY-7').written, []);
    made
      .add('b', { message: 'work', landed: 13, written: 3 })
      .merge('n', 'Merge pull request #2 from a/PAY-7', 'm', 'b', 14);
    assert.deepEqual(only(made.work(), 'PAY-7').written, [at(3), at(9)]);
  });
});

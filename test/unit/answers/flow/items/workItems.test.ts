import assert from 'node:assert/strict';
import { at, believed, contents, lastOf, MadeHistory, merged, nameOf, only, single } from '../madeHistory.ts';

describe('an item of a merge', () => {
  it('starts when its first commit was written and ends when it landed', () => {
    const item = lastOf(merged('Merge pull request #41 from someone/topic'));
    assert.deepEqual(item, {
      id: 'w2',
      ticket: null,
      number: 41,
      rule: 'merge',
      type: 'unknown',
      start: at(10),
      startQuality: 'branch',
      end: at(15),
      commits: 2,
      automated: false,
      flags: [],
      epic: null,
      typeTier: 'none',
      written: [at(10), at(12)],
      reverts: null,
      reverted: null,
      deployment: null,
    });
  });

  it('is called by what its subject tells, whichever forge wrote it', () => {
    const rows: [message: string, ticket: string | null, number: number | null][] = [
      ['Merge pull request #41 from someone/feature/PAY-7-retry', 'PAY-7', 41],
      ['Merge pull request #42 from someone/nick-patch-1', null, 42],
      ["Merge branch 'hotfix/PAY-9' into 'main'\n\nSee merge request group/project!88", 'PAY-9', 88],
      ['Merged PR 43: Add cache', null, 43],
      ['Merged in fix/x (pull request #44)', null, 44],
      ['Pull request #45: PAY-8 Add cache', 'PAY-8', 45],
      ['Merge "Add cache"', null, null],
      ['Merge pull request #46 from someone/topic\n\nAdd cache\n\nCloses #12', '#12', 46],
    ];
    for (const [message, ticket, number] of rows) {
      const made = believed('PAY').add('a', { landed: 12, written: 10 });
      const item = lastOf(made.merge('m', message, 'early5', 'a', 15));
      assert.deepEqual([item.ticket, item.number, item.rule], [ticket, number, 'merge'], message);
    }
  });

  it('takes the ticket of its commits when the merge names none', () => {
    const made = believed('PAY')
      .add('a1', { message: 'PAY-2 one', landed: 11 })
      .add('a2', { message: 'PAY-1 two', landed: 11 })
      .add('a3', { message: 'PAY-2 three', landed: 11 });
    assert.equal(
      lastOf(made.merge('m', 'Merge pull request #1 from someone/topic', 'early5', 'a3', 15)).ticket,
      'PAY-2',
    );
    made.add('b1', { message: 'one\n\nCloses #9', landed: 16 });
    assert.equal(lastOf(made.merge('n', 'Merge pull request #2 from someone/topic', 'm', 'b1', 17)).ticket, '#9');
  });

  it('is none when main was only brought up to date', () => {
    for (const message of [
      "Merge branch 'main' of example.org:team/repo",
      "Merge remote-tracking branch 'origin/main'",
    ]) {
      const made = new MadeHistory().add('m1', { landed: 0 }).add('local', { landed: 1 });
      made.add('m2', { landed: 1.5, parents: ['m1'] }).merge('pull', message, 'local', 'm2', 2);
      assert.deepEqual(contents(made.work()), { w1: ['m1'], w2: ['local'], w3: ['m2'] });
      assert.deepEqual(made.work().syncMerges, [at(2)]);
    }
  });
});

describe('reverts', () => {
  const hash = '0123456789abcdef0123456789abcdef01234567';

  it('are defects of their own and marked', () => {
    const item = lastOf(single(`Revert "feat(api): add cache (#45)"\n\nThis reverts commit ${hash}.`));
    assert.deepEqual([item.type, item.flags, item.number], ['defect', ['revert', 'ungrouped'], null]);
  });

  it('do not mark the change that they share a request with', () => {
    const made = new MadeHistory()
      .add('m1', { message: 'Add cache (#5)', landed: 1 })
      .add('m2', { message: 'Revert "Add" (#5)', landed: 2 });
    assert.deepEqual(only(made.work()).flags, []);
  });

  it('are not marked when they bring the change back', () => {
    const item = lastOf(single(`Reapply "feat(api): add cache (#45)"\n\nThis reverts commit ${hash}.`));
    assert.deepEqual([item.type, item.flags], ['unknown', ['ungrouped']]);
  });
});

describe('an item', () => {
  it('belongs to the epic that has its ticket or is it', () => {
    const made = believed('PAY')
      .add('m', { message: 'PAY-7 x', landed: 10 })
      .add('n', { message: 'PAY-8 x', landed: 11 });
    const epics = new Map([['PAY-7', { epic: 'guest-checkout', type: 'risk' as const }]]);
    const work = made.work({ epics });
    const [seven, eight] = [only(work, 'PAY-7'), only(work, 'PAY-8')];
    assert.deepEqual([seven.epic, seven.type, seven.typeTier], ['guest-checkout', 'risk', 'epic']);
    assert.deepEqual([eight.epic, eight.type, eight.typeTier], [null, 'unknown', 'none']);
  });

  it('has the type of its ticket, by the team’s words', () => {
    const made = believed('PAY').add('m', { message: 'PAY-7 fix: x', landed: 10 });
    const ticket = { key: 'PAY-7', type: 'Spike', labels: [], parent: null, created: 0, transitions: [] };
    const tickets = new Map([['PAY-7', ticket]]);
    const item = only(made.work({ tickets, conventions: { spike: 'other' } }), 'PAY-7');
    assert.deepEqual([item.type, item.typeTier], ['other', 'ticket']);
  });

  it('is found on main by its commits there, the newest last', () => {
    const made = believed('PAY')
      .add('a', { message: 'work', landed: 11 })
      .merge('m', 'Merge pull request #1 from someone/PAY-7', 'early5', 'a', 12)
      .add('n', { message: 'PAY-7 more', landed: 13 });
    const work = made.work();
    const { id } = only(work, 'PAY-7');
    assert.deepEqual(work.landedOf.get(id)?.map(nameOf), ['m', 'n']);
    assert.deepEqual(work.commitsOf.get(id)?.map(nameOf), ['a', 'n']);
  });

  it('is made of main’s commits only, whatever release lines hold', () => {
    const made = believed('PAY').add('line', { message: 'OTHER-1 only there', landed: 5 }).tag('1.0', 'line');
    made.add('m', { message: 'Tidy', landed: 6, parents: ['early5'] });
    const work = made.work();
    assert.equal(work.items.length, 6);
    assert.ok(![...work.commitsOf.values()].flat().map(nameOf).includes('line'));
  });
});

describe('automated items', () => {
  it('are known by the subjects that dependency bots write', () => {
    assert.equal(lastOf(single('Bump x from 1 to 2 (#46)')).automated, true);
    assert.equal(lastOf(single('Add x (#47)')).automated, false);
  });
});

describe('forwarded items', () => {
  it('end when they landed on their own line', () => {
    const made = new MadeHistory()
      .add('m1', { landed: 0 })
      .add('fix', { landed: 3, written: 1 })
      .merge('line', 'Merge pull request #3 from someone/fix', 'm1', 'fix', 4)
      .add('m2', { landed: 5, parents: ['m1'] })
      .merge('m3', "Merge branch '3.5.x'", 'm2', 'line', 20);
    const item = only(made.work(), '!3');
    assert.deepEqual([item.start, item.end, item.flags], [at(1), at(4), ['forwarded']]);
    assert.deepEqual(made.work().forwardMerges, [at(20)]);
  });
});

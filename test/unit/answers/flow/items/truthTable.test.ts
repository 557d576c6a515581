import assert from 'node:assert/strict';
import type { WorkItem } from '../../../../../src/model/work.ts';
import { at, believed, contents, hashOf, labelOf, lastOf, MadeHistory, only } from '../madeHistory.ts';

/** Rows of METRICS R23: what a subject makes of the work that it stands for. */
describe('the truth table of subjects', () => {
  const told = ({ ticket, number, rule, type, startQuality, flags }: WorkItem) =>
    [ticket, number, rule, type, startQuality, ...flags].join(' ');
  const mergeOf = (message: string): WorkItem =>
    lastOf(
      believed('PAY').add('a', { message: 'work', landed: 14, written: 10 }).merge('m', message, 'early5', 'a', 15),
    );
  const commitOf = (message: string): WorkItem => lastOf(believed('PAY').add('m', { message, landed: 15 }));

  it('reads merges of requests', () => {
    const rows: [message: string, expected: string][] = [
      ['Merge pull request #41 from someone/feature/PAY-7-retry', 'PAY-7 41 merge feature branch'],
      ['Merge pull request #42 from someone/nick-patch-1', ' 42 merge unknown branch'],
      ["Merge branch 'hotfix/PAY-9' into 'main'\n\nSee merge request group/project!88", 'PAY-9 88 merge defect branch'],
      ['Merged PR 43: Add cache', ' 43 merge unknown branch'],
      ['Merged in fix/x (pull request #44)', ' 44 merge defect branch'],
      ['Pull request #45: PAY-8 Add cache', 'PAY-8 45 merge unknown branch'],
      ['Merge "Add cache"', '  merge unknown branch'],
    ];
    for (const [message, expected] of rows) assert.equal(told(mergeOf(message)), expected, message);
  });

  it('reads squashed requests of any forge', () => {
    const rows: [message: string, expected: string][] = [
      ['feat(api)!: add cache (#45)', ' 45 squash feature none'],
      ['PAY-3 add cache (!45)', 'PAY-3 45 squash unknown none'],
      ['Add cache (#12) (#45)', ' 45 squash unknown none'],
      ['Add cache\n\nSee merge request group/project!88', ' 88 squash unknown none'],
      ['Bump x from 1 to 2 (#46)', ' 46 squash unknown none'],
    ];
    for (const [message, expected] of rows) assert.equal(told(commitOf(message)), expected, message);
    assert.equal(commitOf('Bump x from 1 to 2 (#46)').automated, true);
  });

  it('reads commits of a ticket on main as one item', () => {
    const made = believed('PAY')
      .add('one', { message: 'PAY-10 tidy retry', landed: 10, written: 9 })
      .add('two', { message: 'PAY-10 tests', landed: 12, written: 11 });
    const item = only(made.work(), 'PAY-10');
    assert.deepEqual([told(item), item.start], ['PAY-10  trunkByTicket unknown single', at(9)]);
    assert.equal(told(commitOf('Fix UTF-8 and CVE-2024-1 handling')), '  trunkSingle defect none ungrouped');
  });

  it('reads reverts with what they take back', () => {
    const rows: [message: string, ticket: string][] = [
      [`Revert "feat(api): add cache (#45)"\n\nThis reverts commit ${hashOf('squash')}.`, '!45'],
      [
        `Revert "Merge pull request #41 from someone/feature/PAY-7-retry"\n\nThis reverts commit ${hashOf('merge')}, reversing\nchanges made to ${hashOf('early5')}.`,
        'PAY-7',
      ],
    ];
    for (const [message, label] of rows) {
      const work = believed('PAY')
        .add('a', { message: 'work', landed: 5, written: 4 })
        .merge('merge', 'Merge pull request #41 from someone/feature/PAY-7-retry', 'early5', 'a', 6)
        .add('squash', { message: 'feat(api): add cache (#45)', landed: 8 })
        .add('revert', { message, landed: 9 })
        .work();
      const revert = work.items.at(-1)!;
      assert.deepEqual([revert.type, revert.typeTier, revert.flags], ['defect', 'convention', ['revert', 'ungrouped']]);
      const target = work.items.find(({ id }) => id === revert.reverts)!;
      assert.deepEqual([labelOf(target), target.reverted], [label, { at: at(9), restored: false }]);
    }
  });

  it('reads what brings a request back', () => {
    const made = new MadeHistory()
      .add('m1', { message: 'feat(api): add cache (#45)', landed: 1 })
      .add('m2', { message: `Revert "feat(api): add cache (#45)"\n\nThis reverts commit ${hashOf('m1')}.`, landed: 2 })
      .add('m3', {
        message: `Reapply "feat(api): add cache (#45)"\n\nThis reverts commit ${hashOf('m2')}.`,
        landed: 3,
      });
    assert.deepEqual(only(made.work(), '!45').reverted, { at: at(2), restored: true });
    assert.deepEqual(lastOf(made).flags, ['ungrouped']);
  });

  it('reads a copy on a release line as no item', () => {
    const made = new MadeHistory({ known: ['PAY'], knownOnly: false, ignored: [] })
      .add('m1', { landed: 0 })
      .add('copy', {
        message: `Fix PAY-11\n\n(cherry picked from commit ${hashOf('m2')})`,
        landed: 12,
        parents: ['m1'],
      })
      .tag('1.2.1', 'copy')
      .add('m2', { message: 'Fix PAY-11', landed: 10, parents: ['m1'] });
    assert.deepEqual(contents(made.work()), { w1: ['m1'], 'PAY-11': ['m2'] });
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { revertStates, type RevertLink } from '../../../../../src/answers/flow/items/reverts.ts';
import type { WorkItem } from '../../../../../src/model/work.ts';
import { at, believed, hashOf, MadeHistory } from '../madeHistory.ts';

/** What is told of reverts, by the item's number, with numbers for ids. */
function told(made: MadeHistory): Record<string, Pick<WorkItem, 'reverted'> & { reverts: string | null }> {
  const { items } = made.work();
  const name = ({ id, number }: WorkItem): string => (number === null ? id : `!${number}`);
  const names = new Map(items.map(item => [item.id, name(item)]));
  return Object.fromEntries(
    items
      .filter(({ reverts, reverted }) => reverts !== null || reverted !== null)
      .map(item => [
        name(item),
        { reverts: item.reverts === null ? null : (names.get(item.reverts) ?? null), reverted: item.reverted },
      ]),
  );
}

const flagged = (made: MadeHistory): (number | null)[] =>
  made
    .work()
    .items.filter(({ flags }) => flags.includes('revert'))
    .map(({ number }) => number);

describe('an item that is taken back', () => {
  const squashed = (message: string): MadeHistory =>
    new MadeHistory()
      .add('old', { message: 'Add cache (#40)', landed: 1 })
      .add('m1', { message: 'feat(api): add cache (#45)', landed: 10 })
      .add('m2', { message: 'Tidy (#46)', landed: 11 })
      .add('m3', { message, landed: 12 });
  const of45 = {
    '!45': { reverts: null, reverted: { at: at(12), restored: false } },
    '!50': { reverts: '!45', reverted: null },
  };

  it('is found by hash, by number and by title', () => {
    for (const message of [
      `Undo the cache (#50)\n\nThis reverts commit ${hashOf('m1')}.`,
      `Undo the cache (#50)\n\nThis reverts commit ${hashOf('m1').slice(0, 10)}.`,
      'Revert "Some other title" (#50)\n\nReverts team/repo#45',
      'Revert "feat(api): add cache (#45)" (#50)',
      'Revert "feat(api): add cache" (#50)',
      'revert: feat(api): add cache (#50)',
    ])
      assert.deepEqual(told(squashed(message)), of45, message);
  });

  it('is found by what the revert quotes when the hash was lost in a squash', () => {
    const lost = `Revert "feat(api): add cache (#45)" (#50)\n\nThis reverts commit ${'e'.repeat(40)}.`;
    assert.deepEqual(told(squashed(lost)), of45);
  });

  it('stays unknown when nothing names it', () => {
    const lost = `\n\nThis reverts commit ${'e'.repeat(40)}.`;
    const titled = squashed(`Revert "Something else" (#50)${lost}`);
    assert.deepEqual([told(titled), flagged(titled)], [{}, [50]]);
    // A squash that says so in its body only took back something of its own branch.
    const within = squashed(`fix: names (#50)${lost}`);
    assert.deepEqual([told(within), flagged(within)], [{}, []]);
  });

  it('is the newest one of that title', () => {
    const made = squashed('feat(api): add cache (#47)').add('m4', {
      message: 'Revert "feat(api): add cache" (#50)',
      landed: 13,
    });
    assert.deepEqual(Object.keys(told(made)), ['!47', '!50']);
  });

  it('is found when the branch of the revert has the same ticket, which then holds two items', () => {
    const made = believed('PAY')
      .add('main', { landed: 1 })
      .add('a', { message: 'PAY-7 Ignore the test', landed: 8, parents: ['main'] })
      .merge('m1', 'Merge pull request #45 from someone/PAY-7-ignore', 'main', 'a', 10)
      .add('b', {
        message: `Revert "PAY-7 Ignore the test"\n\nThis reverts commit ${hashOf('a')}.`,
        landed: 11,
        parents: ['m1'],
      })
      .merge('m2', 'Merge pull request #50 from someone/PAY-7-revert', 'm1', 'b', 12);
    assert.deepEqual([told(made), flagged(made)], [of45, [50]]);
  });

  it('is found by the ticket that is quoted when the title was changed', () => {
    const made = believed('PAY')
      .add('m1', { message: 'PAY-7 Add cache (#45)', landed: 10 })
      .add('m2', { message: 'Revert "PAY-7: the cache" (#50)', landed: 12 });
    assert.deepEqual(told(made), of45);
  });

  const merged = (message: string, own = 'Revert "Add cache"'): MadeHistory =>
    new MadeHistory()
      .add('m1', { landed: 0 })
      .add('a1', { message: 'Add cache', landed: 9 })
      .merge('m2', 'Merge pull request #45 from someone/topic\n\nAdd a cache for names', 'm1', 'a1', 10)
      .add('r1', { message: own, landed: 11 })
      .merge('m3', message, 'm2', 'r1', 12);

  it('is found through merges: their branches, their titles and their commits', () => {
    for (const message of [
      'Merge pull request #50 from someone/revert-45-topic',
      'Merge pull request #50 from someone/x\n\nRevert "Add a cache for names"',
      'Merge pull request #50 from someone/x\n\nRevert "Merge pull request #45 from someone/topic"',
      'Merge pull request #50 from someone/x',
    ])
      assert.deepEqual(told(merged(message)), of45, message);
    const gitlab = merged(
      `Merge branch 'revert-${hashOf('m2').slice(0, 8)}' into 'main'\n\nSee merge request a/b!50`,
      'x',
    );
    assert.deepEqual(told(gitlab), of45);
    const hash = `Revert "x"\n\nThis reverts commit ${hashOf('m2')}, reversing\nchanges made to ${hashOf('m1')}.`;
    assert.deepEqual(told(merged('Merge pull request #50 from someone/x', hash)), of45);
    assert.deepEqual(flagged(merged('Merge pull request #50 from someone/x')), [50]);
  });

  it('is whole: one commit of several is not the change, all of them are', () => {
    const parts = (...reverts: string[]): MadeHistory => {
      const made = new MadeHistory()
        .add('m1', { landed: 0 })
        .add('a1', { message: 'One', landed: 8 })
        .add('a2', { message: 'Two', landed: 9 })
        .merge('m2', 'Merge pull request #45 from someone/topic', 'm1', 'a2', 10);
      for (const name of reverts)
        made.add(`r-${name}`, { message: `Undo\n\nThis reverts commit ${hashOf(name)}.`, landed: 11 });
      return made.merge('m3', 'Merge pull request #50 from someone/x', 'm2', `r-${reverts.at(-1)}`, 12);
    };
    assert.deepEqual(told(parts('a1')), {});
    assert.deepEqual(told(parts('a1', 'a2')), of45);
  });

  it('is none that was undone within its own branch', () => {
    const made = new MadeHistory()
      .add('m1', { message: 'Add cache (#40)', landed: 0 })
      .add('a1', { message: 'Add cache', landed: 8 })
      .add('a2', { message: 'Revert "Add cache"', landed: 9 })
      .merge('m2', 'Merge pull request #45 from someone/topic', 'm1', 'a2', 10);
    assert.deepEqual([told(made), flagged(made)], [{}, []]);
  });

  it('is not reverted when its ticket landed again before it was finished', () => {
    const made = believed('PAY')
      .add('m1', { message: 'PAY-7 Add cache (#45)', landed: 10 })
      .add('m2', { message: 'Revert "PAY-7 Add cache (#45)" (#50)', landed: 11 })
      .add('m3', { message: 'PAY-7 Add cache, now for good (#51)', landed: 14 });
    assert.deepEqual(told(made), { '!50': { reverts: '!51', reverted: null } });
  });
});

describe('chains of reverts', () => {
  const chain = (...titles: string[]): MadeHistory => {
    const made = new MadeHistory().add('m0', { message: 'Add cache (#45)', landed: 1 });
    titles.forEach((title, index) =>
      made.add(`m${index + 1}`, { message: `${title} (#${50 + index})`, landed: 2 + index }),
    );
    return made;
  };

  it('bring the change back: git says Reapply, older ones Revert of Revert', () => {
    for (const back of [
      'Reapply "Add cache (#45)" (#50)',
      'Revert "Revert "Add cache (#45)" (#50)"',
      'Reapply "Add cache"',
    ]) {
      const made = chain('Revert "Add cache (#45)"', back);
      assert.deepEqual(
        told(made),
        {
          '!45': { reverts: null, reverted: { at: at(2), restored: true } },
          '!50': { reverts: '!45', reverted: { at: at(3), restored: false } },
          '!51': { reverts: '!50', reverted: null },
        },
        back,
      );
      assert.deepEqual(flagged(made), [50]);
    }
  });

  it('bring it back where only the change itself is named', () => {
    const made = chain('Undo', 'Reapply "Add cache (#45)"');
    made.add('x', { message: 'y (#70)', landed: 9 });
    assert.deepEqual(told(made), {});
    const named = new MadeHistory()
      .add('m0', { message: 'Add cache (#45)', landed: 1 })
      .add('m1', { message: `Undo (#50)\n\nThis reverts commit ${hashOf('m0')}.`, landed: 2 })
      .add('m2', { message: 'Reapply "Add cache (#45)" (#51)', landed: 3 });
    assert.deepEqual(told(named)['!51'], { reverts: '!50', reverted: null });
    assert.equal(told(named)['!45']?.reverted?.restored, true);
  });

  it('take it away again', () => {
    const back = 'Reapply "Add cache (#45)" (#50)';
    for (const again of [`Revert "${back} (#51)"`, `Revert "${back}"`, 'Revert "Add cache (#45)"']) {
      const made = chain('Revert "Add cache (#45)"', back, again);
      assert.deepEqual(told(made)['!45']?.reverted, { at: at(2), restored: false }, again);
      assert.deepEqual(flagged(made), [50, 52], again);
    }
  });

  it('follow parity: after n reverts of one another the first change is there when n is even', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), n => {
        const made = new MadeHistory().add('m0', { message: 'Add cache', landed: 0 });
        for (let index = 1; index <= n; index++)
          made.add(`m${index}`, { message: `Undo\n\nThis reverts commit ${hashOf(`m${index - 1}`)}.`, landed: index });
        const { items } = made.work();
        items.forEach(({ reverted, flags }, index) => {
          const later = n - index;
          assert.deepEqual(reverted, later === 0 ? null : { at: at(index + 1), restored: later % 2 === 0 });
          assert.equal(flags.includes('revert'), index % 2 === 1);
        });
      }),
    );
  });

  it('restore everything once the last revert of each is itself taken back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), n => {
        const links: RevertLink[] = [];
        for (let index = 0; index < n; index++) {
          links.push({ by: n + index, target: index, at: n + index, early: false });
          links.push({ by: 2 * n + index, target: n + index, at: 2 * n + index, early: false });
        }
        const kinds = Array.from({ length: 3 * n }, (_, index) => (index < n ? null : ('takesBack' as const)));
        const states = revertStates(kinds, links);
        for (let index = 0; index < n; index++) {
          assert.deepEqual(states[index]?.reverted, { at: n + index, restored: true });
          assert.equal(states[2 * n + index]?.takesBack, false);
        }
      }),
    );
  });
});

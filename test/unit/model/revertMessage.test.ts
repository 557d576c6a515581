import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isCertainRevert, readMessage } from '../../../src/model/text/commitMessage.ts';
import { NO_KEY_RULES } from '../../../src/model/text/ticketKeys.ts';

const read = (message: string) => readMessage(message, { rules: NO_KEY_RULES, main: 'main' });
const reverted = (message: string) => read(message).revert;
const HASH = '0123456789abcdef0123456789abcdef01234567';

describe('revert messages', () => {
  it('name a commit, or the merge that is taken back', () => {
    assert.equal(reverted(`Undo the cache\n\nThis reverts commit ${HASH}.`)?.hash, HASH);
    const merge = `Revert "Merge pull request #41 from someone/x"\n\nThis reverts commit ${HASH}, reversing\nchanges made to ${'f'.repeat(40)}.`;
    assert.deepEqual([reverted(merge)?.hash, reverted(merge)?.number], [HASH, 41]);
  });

  it('name a request, whichever forge wrote them', () => {
    const rows: [message: string, number: number][] = [
      ['Revert "Add cache" (#50)\n\nReverts team/repo#45', 45],
      ['Revert "Add cache (#45)" (#50)', 45],
      ['Revert "Add cache (!45)"', 45],
      ['Revert "Merged in fix/x (pull request #44)"', 44],
      ['Revert "Merged PR 43: Add cache"', 43],
      ["Merged PR 50: Revert 'Add cache'\n\nReverts !43", 43],
      ['Revert "Revert "Add cache (#45)" (#50)" (#51)', 50],
      ['Revert "Revert "Add cache (#45)""', 45],
    ];
    for (const [message, number] of rows) assert.equal(reverted(message)?.number, number, message);
  });

  it('of GitLab name the merge request and the ticket of its branch', () => {
    const facts = reverted(`Revert "Merge branch 'jira/ABCD-9830' into 'master'"\n\nThis reverts merge request !1604`);
    assert.deepEqual([facts?.number, facts?.key], [1604, 'ABCD-9830']);
  });

  it('are known by the names that GitHub and GitLab give their branches', () => {
    const github = read('Merge pull request #50 from someone/revert-45-feature/PAY-7-retry');
    assert.deepEqual([github.revert?.number, github.revert?.hash, github.titleKeys], [45, null, []]);
    const named = (branch: string) => reverted(`Merge branch '${branch}' into 'main'`)?.hash ?? null;
    assert.equal(named('revert-12345678'), '12345678');
    assert.equal(named('revert-abcdef12'), 'abcdef12');
    assert.equal(named('revert-123'), null);
    assert.equal(named('revert-1234567890abcdef'), null);
    assert.equal(named('someone/revert-names'), null);
  });

  it('are known by what the merged request is called', () => {
    const facts = reverted('Merge pull request #50 from someone/topic\n\nRevert "Add cache"');
    assert.deepEqual([facts?.title, facts?.reapply], [read('Add cache').titleToken, false]);
    assert.equal(reverted('Merge "Revert "Add cache""')?.title, read('Add cache').titleToken);
  });

  it('quote the title that they take back: git calls the revert of a revert Reapply', () => {
    const revert = read('Revert "Add cache (#45)" (#50)').titleToken;
    const [cache, back] = [read('Add cache').titleToken, reverted('Reapply "Add cache (#45)" (#50) (#51)')];
    assert.deepEqual([back?.title, back?.change, back?.reapply], [revert, cache, true]);
    const again = reverted('Revert "Revert "Add cache (#45)" (#50)" (#51)');
    assert.deepEqual([again?.title, again?.change, again?.reapply], [revert, cache, true]);
    assert.equal(reverted('revert: feat: add cache')?.title, read('feat: add cache').titleToken);
  });

  it('keep nobody’s name', () => {
    const facts = read('Revert "Merge pull request #41 from rowan/rowan-topic"\n\nReverts rowan/repo#41');
    assert.equal(facts.revert?.number, 41);
    assert.ok(!/rowan/i.test(JSON.stringify(facts)));
  });

  it('are not certain where a squashed branch may have taken back something of its own', () => {
    const facts = read(`PAY-7: Add names (#45)\n\n* Add cache\n\n* Revert "Add cache"\n\nThis reverts commit ${HASH}.`);
    assert.deepEqual([facts.revert?.hash, isCertainRevert(facts), facts.titleKeys], [HASH, false, ['PAY-7']]);
    for (const message of ['Undo names', 'Revert "Add names" (#46)', 'revert: names (#46)'])
      assert.equal(isCertainRevert(read(`${message}\n\nThis reverts commit ${HASH}.`)), true, message);
    assert.equal(isCertainRevert(read('Add names (#45)')), false);
  });

  it('are none where the word stands for something else', () => {
    for (const message of ['Reverting is easier now', 'Add revert button', 'Merge pull request #1 from a/revert-ui'])
      assert.equal(reverted(message), null, message);
  });

  it('of any depth bring a change back when there is an even number of them', () => {
    const wraps = fc.array(fc.constantFrom('Revert "', 'Reapply "', 'revert: '), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(wraps, wrappers => {
        const title = wrappers.reduceRight(
          (inner, wrap) => wrap + inner + (wrap.endsWith('"') ? '"' : ''),
          'Add cache',
        );
        const reverts = wrappers.filter(wrap => wrap !== 'Reapply "').length;
        assert.equal(reverted(title)?.reapply, reverts % 2 === 0);
        assert.equal(reverted(title)?.change, read('Add cache').titleToken);
      }),
    );
  });
});

import assert from 'node:assert/strict';
import { readMessage } from '../../../src/model/text/commitMessage.ts';
import { NO_KEY_RULES } from '../../../src/model/text/ticketKeys.ts';

const read = (message: string) => readMessage(message, { rules: NO_KEY_RULES, main: 'main' });

describe('commit messages', () => {
  it('give keys of title, trailers and body apart', () => {
    const facts = read('PAY-1 add form\n\nSee PAY-2.\n\nRefs: PAY-3\nCloses #4\n');
    assert.deepEqual(facts.titleKeys, ['PAY-1']);
    assert.deepEqual(facts.closes, ['PAY-3', '#4']);
    assert.ok(facts.bodyKeys.includes('PAY-2'));
  });

  it('drop lines that name people before anything is looked for', () => {
    const facts = read(
      'PAY-1 x\n\nReviewers: ROWAN-12\nSigned-off-by: ROWAN-13\nCo-authored-by: ASH-14 <a@b>\nApproved-by: ASH-15',
    );
    assert.deepEqual(facts.bodyKeys, []);
  });

  it('cut the person from a merge of a pull request', () => {
    const facts = read('Merge pull request #41 from rowan/feature/PAY-7-retry\n\nRetry payments');
    assert.equal(facts.number, 41);
    assert.deepEqual(facts.titleKeys, ['PAY-7']);
    assert.equal(facts.merge?.branch?.kind, 'feature');
    assert.ok(!JSON.stringify(facts).includes('rowan'));
  });

  it('know the merges of the forges', () => {
    assert.equal(read("Merge branch 'hotfix/PAY-9' into 'main'\n\nSee merge request group/project!88").number, 88);
    assert.equal(read('Merged PR 43: Add cache').number, 43);
    assert.equal(read('Merged in fix/x (pull request #44)').number, 44);
    assert.equal(read('Pull request #45: Add').number, 45);
    assert.ok(read('Merge "Add a thing"').merge !== null);
    assert.equal(read('Merge sort is faster').merge, null);
  });

  it('tell merges that only bring a branch up to date', () => {
    assert.equal(read("Merge branch 'main' of github.com:x/y").merge?.ofMain, true);
    assert.equal(read("Merge remote-tracking branch 'origin/main'").merge?.ofMain, true);
    assert.equal(read("Merge remote-tracking branch 'refs/remotes/origin/main'").merge?.ofMain, true);
    assert.equal(read('Merge branch "main" of github.com:x/y').merge?.ofMain, true);
    assert.equal(read("Merge branch 'feature/x' into main").merge?.ofMain, false);
  });

  it('tell merges of release lines', () => {
    assert.equal(read("Merge branch '3.5.x' into 4.0.x").merge?.ofReleaseLine, true);
    assert.equal(read("Merge branch 'release/2' into main").merge?.ofReleaseLine, true);
    assert.equal(read("Merge branch 'feature/3' into main").merge?.ofReleaseLine, false);
  });

  it('read squash merges and conventional types', () => {
    const facts = read('feat(api)!: add cache (#45)');
    assert.deepEqual([facts.number, facts.squash, facts.convention, facts.breaking], [45, true, 'feat', true]);
  });

  it('read reverts without taking their keys', () => {
    const revert = read(
      'Revert "PAY-3 add cache (#45)" (#50)\n\nThis reverts commit 0123456789abcdef0123456789abcdef01234567.',
    );
    assert.deepEqual(revert.titleKeys, []);
    assert.deepEqual(revert.closes, []);
    assert.equal(revert.number, 50);
    assert.deepEqual(revert.revert, {
      hash: '0123456789abcdef0123456789abcdef01234567',
      number: 45,
      title: read('PAY-3 add cache').titleToken,
      change: read('PAY-3 add cache').titleToken,
      key: 'PAY-3',
      reapply: false,
    });
  });

  it('read messages with CR, without a body, and empty ones', () => {
    assert.deepEqual(read('PAY-1 x\r\n\r\nFixes PAY-2\r\n').closes, ['PAY-2']);
    assert.deepEqual(read('').titleKeys, []);
  });

  it('look at no more of a title than a person would write', () => {
    assert.equal(read(`bump ${' from '.repeat(1000)} to 2`).looksAutomated, false);
    assert.deepEqual(read(`${'x'.repeat(2000)} PAY-1`).titleKeys, []);
  });

  it('tell titles apart, but not by the request that a squash or a back-port adds', () => {
    const token = (title: string) => read(title).titleToken;
    assert.equal(token('Add cache (#45)'), token('Add cache'));
    assert.equal(token('Add cache (#45) (!50) '), token('Add cache\n\nbody'));
    assert.notEqual(token('Add cache'), token('Add caches'));
    assert.notEqual(token('Add #45'), token('Add'));
  });

  it('tell what a merged request was called', () => {
    const called = (message: string) => read(message).merge?.titleToken;
    const cache = read('Add cache').titleToken;
    for (const message of [
      'Merge pull request #41 from someone/topic\n\nAdd cache',
      "Merge branch 'topic' into 'main'\r\n\r\nAdd cache\r\n\r\nSee merge request a/b!88",
      'Merged in fix/x (pull request #44)\n\nAdd cache',
      'Merged PR 43: Add cache',
      'Pull request #45: Add cache',
      'Merge "Add cache"',
      'Merge "Add cache" into stable/2',
    ])
      assert.equal(called(message), cache, message);
    assert.equal(called("Merge branch 'topic'"), null);
  });

  it('know what dependency bots write', () => {
    assert.ok(read('Bump left-pad from 1.2 to 1.3 (#46)').looksAutomated);
    assert.ok(read('chore(deps): update x').looksAutomated);
    assert.ok(!read('Bump the limit').looksAutomated);
  });
});

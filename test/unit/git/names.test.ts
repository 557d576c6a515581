import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { isBranchRef, isFullHash, pathInTree, shortBranchName } from '../../../src/git/names.ts';

function gitAccepts(ref: string): boolean {
  try {
    execFileSync('git', ['check-ref-format', ref], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('names handed to git', () => {
  it('judges branch names as git check-ref-format does', () => {
    const names = [
      'main',
      'feature/PAY-1',
      '--upload-pack=x',
      '-x',
      'a b',
      'a..b',
      'a@{0}',
      '@',
      'a~1',
      'a^',
      'a:b',
      'a?',
      'a*',
      'a[b',
      'a\\b',
      'a.lock',
      'a.lock/b',
      'a.lockb',
      '.a',
      'a/.b',
      'a.',
      'a./b',
      'a//b',
      'a/',
      'a\u007f',
      'a\tb',
      'ünïcode',
      '$(touch x)',
      "a'b",
      'a;b',
      'a{b}',
    ];
    for (const name of names) {
      const ref = `refs/heads/${name}`;
      assert.equal(isBranchRef(ref), gitAccepts(ref), ref);
    }
  });

  it('takes only branches', () => {
    for (const ref of ['HEAD', 'main', 'refs/heads/', 'refs/tags/v1', 'refs/pull/1/head', 'refs/heads/a\nb']) {
      assert.equal(isBranchRef(ref), false, ref);
    }
    assert.ok(isBranchRef('refs/remotes/origin/main'));
  });

  it('takes only complete hashes in lower case', () => {
    assert.ok(isFullHash('a'.repeat(40)));
    assert.ok(isFullHash('a'.repeat(64)));
    for (const text of [
      '',
      'a'.repeat(39),
      'a'.repeat(41),
      'A'.repeat(40),
      `${'a'.repeat(40)}\n`,
      `-${'a'.repeat(39)}`,
    ]) {
      assert.equal(isFullHash(text), false, text);
    }
  });

  it('drops the remote from a short name', () => {
    assert.equal(shortBranchName('refs/heads/feature/a'), 'feature/a');
    assert.equal(shortBranchName('refs/remotes/origin/feature/a'), 'feature/a');
  });

  it('keeps paths inside the repository', () => {
    assert.equal(pathInTree('outcomes/'), 'outcomes');
    assert.equal(pathInTree('./a//b'), 'a/b');
    assert.equal(pathInTree(''), '');
    for (const path of ['/etc/passwd', '../a', 'a/../../b', 'a\0b']) assert.equal(pathInTree(path), null, path);
  });
});

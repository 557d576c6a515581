import assert from 'node:assert/strict';
import { git } from '../../../scripts/sample/git.ts';
import { commits, DAY, lines, NOW, removeSamples, sampleAt } from './sampleHistory.ts';

describe('branches of the sample repository', () => {
  let folder = '';
  before(async () => {
    folder = await sampleAt(NOW);
  });
  after(removeSamples);

  it('include the one that is checked out: clean, three fresh commits ahead of main', async () => {
    assert.equal((await git(folder, 'symbolic-ref', 'HEAD')).trim(), 'refs/heads/feature/PAY-101-guest-form');
    assert.equal(await git(folder, 'status', '--porcelain'), '');
    const ahead = await commits(folder, 'main..HEAD');
    assert.equal(ahead.length, 3);
    for (const commit of ahead) assert.ok(commit.landed > NOW - 4 * DAY && commit.subject.includes('PAY-101'));
    assert.ok((await commits(folder, 'HEAD..main')).length > 0, 'main moved on');
  });

  it('let the main branch be found as in a clone', async () => {
    assert.equal((await git(folder, 'symbolic-ref', 'refs/remotes/origin/HEAD')).trim(), 'refs/remotes/origin/main');
    assert.equal(await git(folder, 'rev-parse', 'origin/main'), await git(folder, 'rev-parse', 'main'));
  });

  it('are in flight, and no others are left over', async () => {
    assert.deepEqual(await lines(folder, 'for-each-ref', '--format=%(refname:short)', 'refs/heads'), [
      'feature/PAY-101-guest-form',
      'feature/PAY-124-audit-export',
      'feature/PAY-160-gift-card-balance',
      'fix/PAY-999-double-receipt',
      'main',
      'refactor/PAY-143-split-card-client',
      'spike/new-retry-ideas',
    ]);
    const [stale] = await commits(folder, '-1', 'refactor/PAY-143-split-card-client');
    const age = (NOW - (stale?.landed ?? 0)) / DAY;
    assert.ok(age > 49 && age < 54, `${age} days old`);
    const landed = await git(folder, 'log', '--format=%s%n%b', 'main');
    for (const key of ['PAY-101', 'PAY-124', 'PAY-143', 'PAY-999'])
      assert.doesNotMatch(landed, new RegExp(`${key}\\b`));
  });

  it('leave no trace of the machine that made it', async () => {
    const config = await git(folder, 'config', '--local', '--list');
    assert.doesNotMatch(config, /user\.|remote\.|core\.hookspath/);
    assert.match(await git(folder, 'log', '--walk-reflogs', '-1', '--format=%gn <%ge>'), /<sample@example\.invalid>/);
  });
});

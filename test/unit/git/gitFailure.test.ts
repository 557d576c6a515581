import assert from 'node:assert/strict';
import { constants } from 'node:os';
import { problemOfExit, problemOfStart } from '../../../src/git/gitFailure.ts';

describe('what a failed git process means', () => {
  const problem = (stderr: string, code: number | null = 128) => problemOfExit({ code, stderr }).problem;

  it('tells apart what can be mended', () => {
    assert.equal(
      problem('fatal: not a git repository (or any of the parent directories): .git').code,
      'git/no-repository',
    );
    assert.equal(problem('fatal: this operation must be run in a work tree').code, 'git/no-repository');
    assert.equal(problem("fatal: detected dubious ownership in repository at '/r'").code, 'git/not-owned');
    assert.equal(problem("fatal: unsafe repository ('/r' is owned by someone else)").code, 'git/not-owned');
    assert.equal(problem('fatal: bad object HEAD').code, 'git/failed');
    assert.equal(problem('', null).code, 'git/failed');
  });

  it('does not say that git is missing when the system could not start it for another reason', () => {
    for (const reason of ['E2BIG', 'ENOMEM', 'EAGAIN', 'EMFILE', 'ENAMETOOLONG', 'UNKNOWN'])
      assert.deepEqual(problemOfStart(reason).problem, {
        code: 'git/failed',
        detail: `the system could not start git (${reason})`,
      });
    assert.deepEqual(problemOfStart('ENOENT').problem, { code: 'git/not-found' });
    assert.equal(problem('', -constants.errno.EAGAIN).code, 'git/failed');
    assert.equal(problem('', -constants.errno.ENOENT).code, 'git/not-found');
  });

  it('keeps the first line, at most 200 characters, without mail addresses', () => {
    assert.equal(problem('fatal: bad config <ada@example.invalid> here\nmore').detail, 'fatal: bad config <…> here');
    assert.equal(problem('x'.repeat(500)).detail?.length, 200);
    assert.equal('detail' in problem(''), false);
  });
});

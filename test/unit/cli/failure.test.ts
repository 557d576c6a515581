import assert from 'node:assert/strict';
import { UsageError } from '../../../src/cli/args.ts';
import { failureText } from '../../../src/cli/failure.ts';
import { ProblemError } from '../../../src/model/problem.ts';

describe('what a failure says', () => {
  const surprise = new Error('cannot read /home/somebody/x');

  it('is what is wrong with the call, or the problem with what to do', () => {
    assert.equal(failureText(new UsageError('no such thing'), false), 'no such thing\nSee: outcome-lens --help');
    assert.match(failureText(new ProblemError({ code: 'git/no-repository' }), false), /^No git repository here\. /);
  });

  it('is one sentence about a surprise, without paths of the machine', () => {
    for (const error of [surprise, surprise.message]) {
      const text = failureText(error, false);
      assert.match(text, /^Something unexpected happened; .+OUTCOME_LENS_DEBUG=1/);
      assert.doesNotMatch(text, /\/home|\n|at /);
    }
  });

  it('names the system’s word for it', () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    assert.match(failureText(full, false), /^Something unexpected happened: the system answered ENOSPC\./);
    const odd = Object.assign(new Error('x'), { code: '/home/somebody' });
    assert.doesNotMatch(failureText(odd, false), /home/);
  });

  it('says where it happened when asked to', () => {
    assert.match(failureText(surprise, true), /cannot read \/home\/somebody\/x\n\s+at .*failure\.test\.ts/);
    assert.match(failureText('odd', true), /\nodd$/);
  });
});

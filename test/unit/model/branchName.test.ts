import assert from 'node:assert/strict';
import { branchLabel, proposalFromBranch, readBranchName } from '../../../src/model/text/branchName.ts';
import { NO_KEY_RULES } from '../../../src/model/text/ticketKeys.ts';

const label = (name: string) => branchLabel(readBranchName(name, NO_KEY_RULES));

describe('branch names', () => {
  it('are carried as kind, key and the words after the key', () => {
    assert.deepEqual(readBranchName('feature/PAY-101-guest-form', NO_KEY_RULES), {
      kind: 'feature',
      key: 'PAY-101',
      words: ['guest', 'form'],
    });
  });

  it('lose every segment that may name somebody', () => {
    assert.equal(label('rowan/feature/PAY-101-guest-form'), 'feature/PAY-101-guest-form');
    assert.equal(label('rowan/fix-login'), 'this fix branch');
    assert.equal(label('rowan-experiments'), 'this branch');
    assert.equal(label('PAY-7/rowan'), 'PAY-7');
  });

  it('lose everything but letters and digits of a hostile name', () => {
    assert.equal(label('feature/PAY-1-`rm`-[x](command:y)'), 'feature/PAY-1-rm-x-command-y');
    assert.equal(label('--upload-pack=touch'), 'this branch');
    assert.equal(label('constructor-cleanup'), 'this branch');
  });

  it('give a person’s own words back as a proposal', () => {
    assert.equal(proposalFromBranch('refs/heads/spike/new-retry_ideas'), 'new retry ideas');
  });
});

import assert from 'node:assert/strict';
import { workTypeOf } from '../../../../../src/answers/flow/items/workType.ts';
import { readMessage, type MessageFacts } from '../../../../../src/model/text/commitMessage.ts';
import { NO_KEY_RULES } from '../../../../../src/model/text/ticketKeys.ts';
import type { WorkType } from '../../../../../src/model/work.ts';

const read = (message: string): MessageFacts => readMessage(message, { rules: NO_KEY_RULES, main: 'main' });
const typeOf = (title: string, own: readonly string[] = [title], epic: WorkType | null = null): WorkType =>
  workTypeOf(epic, [read(title)], own.map(read));

describe('workTypeOf', () => {
  it('reads the examples of the Conventional Commits specification', () => {
    assert.equal(typeOf('feat: allow provided config object to extend other configs'), 'feature');
    assert.equal(typeOf('feat!: send an email to the customer when a product is shipped'), 'feature');
    assert.equal(typeOf('feat(lang): add Polish language'), 'feature');
    assert.equal(typeOf('docs: correct spelling of CHANGELOG'), 'debt');
    assert.equal(typeOf('fix: prevent racing of requests'), 'defect');
    assert.equal(typeOf('security: escape names'), 'risk');
  });

  it('believes the epic of the ticket first', () => {
    assert.equal(typeOf('fix: x', ['fix: x'], 'risk'), 'risk');
  });

  it('takes a feature with fixes from its review for a feature', () => {
    const merge = 'Merge pull request #1 from someone/topic';
    assert.equal(typeOf(merge, ['feat: add', 'fix: typo', 'fix: lint']), 'feature');
    assert.equal(typeOf(merge, ['chore: tidy', 'fix: crash']), 'defect');
  });

  it('asks the merged branch before the words', () => {
    assert.equal(typeOf('Merge pull request #1 from someone/feature/fix-names', ['add names']), 'feature');
    assert.equal(typeOf('Merge pull request #1 from someone/hotfix/names', ['add names']), 'defect');
  });

  it('takes most titles that speak of a fix for a defect, and nothing else for anything', () => {
    const merge = 'Merge pull request #1 from someone/topic';
    assert.equal(typeOf(merge, ['Fix crash', 'Fix other crash', 'tests']), 'defect');
    assert.equal(typeOf(merge, ['Fix crash', 'Add names']), 'unknown');
    assert.equal(typeOf('Fix typo'), 'unknown');
    assert.equal(typeOf('MINOR: add names'), 'unknown');
    assert.equal(typeOf('constructor: tidy'), 'unknown');
  });
});

import assert from 'node:assert/strict';
import { whyOfChange, type ChangeInputs } from '../../../../src/answers/why/whyOfChange.ts';
import type { TitledCommit } from '../../../../src/model/commit.ts';
import { NOW, createCommit, createEpicFile, createFolder } from '../../../support/factories.ts';

const commitOf = (message: string, edge = false): TitledCommit => ({ ...createCommit(message), title: 'shown', edge });

function why(message: string, given: Partial<ChangeInputs> = {}) {
  const outcomes = createFolder([createEpicFile()]);
  return whyOfChange({ commit: commitOf(message), landing: null, foundByLine: true, outcomes, now: NOW, ...given });
}

describe('why of a change', () => {
  it('trusts closing trailers before the subject before the body', () => {
    const { value, reasons } = why('PAY-102 form\n\nAs in PAY-103.\n\nCloses: PAY-101');
    assert.deepEqual(
      [value?.ticket, ...(value?.otherTickets ?? [])].map(ticket => `${ticket?.key} ${ticket?.source}`),
      ['PAY-101 closing', 'PAY-102 subject', 'PAY-103 body'],
    );
    assert.equal(reasons[0], 'ticket/closing');
    assert.equal(value?.change.title, 'shown');
  });

  it('takes the number of a squash for the request, not for a ticket', () => {
    const { value, missing } = why('Form (#12)');
    assert.equal(value?.change.number, 12);
    assert.equal(value.ticket, null);
    assert.deepEqual(missing, ['ticket/none']);
  });

  it('asks the merge only for a change that names no ticket itself', () => {
    const landing = commitOf('Merge pull request #13 from x/PAY-101-form');
    const found = why('Wording', { landing }).value;
    assert.deepEqual([found?.ticket?.key, found?.landedBy?.number], ['PAY-101', 13]);
    const own = why('PAY-102 wording', { landing }).value;
    assert.deepEqual([own?.ticket?.key, own?.landedBy], ['PAY-102', null]);
    const none = why('Wording', { landing: commitOf('Merge pull request #13 from x/y') }).value;
    assert.deepEqual([none?.ticket, none?.landedBy], [null, null]);
  });

  it('knows nothing at the edge of a shallow clone, unless the commit itself was asked for', () => {
    const commit = commitOf('PAY-101 form', true);
    const line = why('', { commit });
    assert.deepEqual([line.value?.ticket, line.missing], [null, ['change/boundary']]);
    assert.equal(why('', { commit, foundByLine: false }).value?.ticket?.key, 'PAY-101');
  });
});

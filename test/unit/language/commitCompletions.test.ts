import assert from 'node:assert/strict';
import { commitCompletions, type CommitContext } from '../../../src/language/commitCompletions.ts';
import { DEFAULT_PLACE, type TicketPlace } from '../../../src/model/ticketConvention.ts';
import { createEpicFile } from '../../support/factories.ts';

const COLON: TicketPlace = { at: 'lead', lead: 'colon', afterType: false, mark: '#' };
const TYPED: TicketPlace = { at: 'lead', lead: 'brackets', afterType: true, mark: '#' };
const AROUND: CommitContext = {
  kind: 'file',
  tickets: ['PAY-101', 'PAY-7', '#12', 'guest-checkout'],
  epics: [createEpicFile({ title: 'Guest checkout (@ada)' })],
  place: COLON,
  asked: false,
};

/** The message with each proposal taken, where `|` stands for the cursor. */
function taken(message: string, around: Partial<CommitContext> = {}): string[] {
  const offset = message.indexOf('|');
  const text = message.replace('|', '');
  return commitCompletions(text, offset, { ...AROUND, ...around }).map(
    ({ range, insert }) => text.slice(0, range.start) + insert + text.slice(range.end),
  );
}

describe('tickets proposed in a commit message', () => {
  for (const [what, message, around, expected] of [
    ['begin the title in the team’s shape', 'PA|', {}, ['PAY-101: ', 'PAY-7: ']],
    ['stand behind the type', 'feat: P|', { place: TYPED }, ['feat: [PAY-101] ', 'feat: [PAY-7] ', 'feat: [#12] ']],
    ['are plain where the team has no shape', '|', { asked: true, place: DEFAULT_PLACE }, ['PAY-101 ', 'PAY-7 ']],
    ['are trailers below', 'Add\n\nRe|', {}, ['Refs: PAY-101', 'Refs: PAY-7', 'Refs: #12'].map(one => `Add\n\n${one}`)],
    [
      'are the trailer’s value',
      'Add\n\nTicket: |',
      {},
      ['PAY-101', 'PAY-7', '#12'].map(one => `Add\n\nTicket: ${one}`),
    ],
    ['are none in the midst of words', 'Add PA|', { asked: true }, []],
    ['are none unasked in an empty line', 'Add\n\n|', {}, []],
    ['are none in git’s comments', 'Add\n# On b|\n# x', { asked: true }, []],
    ['are none in a title that is not begun', '|', {}, []],
  ] as const)
    it(what, () => assert.deepEqual(taken(message, around), expected));

  it('say which epic they belong to, without people', () => {
    const [first, second] = commitCompletions('PA', 2, AROUND);
    assert.equal(first?.detail, 'Guest checkout');
    assert.equal(second?.detail, null);
  });
});

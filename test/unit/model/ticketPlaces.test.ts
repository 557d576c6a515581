import assert from 'node:assert/strict';
import { NO_KEY_RULES } from '../../../src/model/text/ticketKeys.ts';
import { readTicketPlaces } from '../../../src/model/text/ticketPlaces.ts';
import type { TicketPlace } from '../../../src/model/ticketConvention.ts';

const lead = (name: string, afterType = false): unknown => ({ at: 'lead', lead: name, afterType, mark: '#' });
const line = (word: string, colon = true, mark = '#'): unknown => ({ at: 'line', word, colon, mark });

const read = (message: string): readonly TicketPlace[] | null => readTicketPlaces(message, NO_KEY_RULES);

describe('places of a ticket in a message', () => {
  for (const [message, ...places] of [
    ['PAY-1: Add a form', lead('colon')],
    ['PAY-1, PAY-2: Add a form (#12)', lead('colon')],
    ['PAY-1 Add a form', lead('space')],
    ['PAY-1 - Add a form', lead('dash')],
    ['[PAY-1] Add a form', lead('brackets')],
    ['[PAY-1]: Add a form', lead('bracketsColon')],
    ['(PAY-1) Add a form', lead('parentheses')],
    ['feat: PAY-1 Add a form', lead('space', true)],
    ['feat(cart)!: [PAY-1] Add a form', lead('brackets', true)],
    ['fix(PAY-1): Add a form', { at: 'scope', mark: '#' }],
    ['Add a form (PAY-1)', { at: 'end', end: 'parentheses', mark: '#' }],
    ['Add a form [PAY-1] (#12)', { at: 'end', end: 'brackets', mark: '#' }],
    ['Add a form\n\nRefs: PAY-1', line('Refs')],
    ['Add a form\r\n\r\nRefs: PAY-1\r\nTicket: PAY-1\r\n', line('Refs'), line('Ticket')],
    ['Add a form\n\nCloses gh-12\n', line('Closes', false, 'gh-')],
    ['Add a form\n\nFixes #12, #13', line('Fixes', false)],
    ['PAY-1: Add a form\n\nJira: PAY-1\n', lead('colon'), line('Jira')],
  ] as const)
    it(`are known in ${JSON.stringify(message)}`, () => assert.deepEqual(read(message), places));

  for (const message of [
    'Add a form',
    'Add a form (#12)',
    'Decode UTF-8 text',
    'UTF-8: decode',
    'Revert "PAY-1: Add a form"',
    'Add a form\n\nCc: PAY-team\nReviewed-by: Ada Example',
    '',
  ])
    it(`are none in ${JSON.stringify(message)}`, () => assert.equal(read(message), null));

  for (const message of [
    'Do what PAY-1 asks',
    'Add a form\n\nIt is about PAY-1.',
    'Add a form\n\nReviewed-by: PAY-1',
    'Add a form\n\n- Refs: PAY-1',
  ])
    it(`are none that is known, though it names one, in ${JSON.stringify(message)}`, () =>
      assert.deepEqual(read(message), []));

  it('keep no word of the message', () => {
    const kept = JSON.stringify(read('feat(Conspicuous): PAY-1 Conspicuous\n\nRefs: PAY-1\nConspicuous-by: PAY-1'));
    assert.deepEqual(JSON.parse(kept), [lead('space', true), line('Refs')]);
  });

  it('follow the team’s own list of keys', () => {
    const rules = { known: ['UTF'], knownOnly: true, ignored: [] };
    assert.deepEqual(readTicketPlaces('UTF-8: decode', rules), [lead('colon')]);
    assert.equal(readTicketPlaces('PAY-8: decode', rules), null);
  });

  it('take no longer for a hostile message', () => {
    for (const text of ['PAY-1, '.repeat(20_000), 'a'.repeat(100_000), `x\n\n${'Refs: '.repeat(20_000)}`])
      assert.ok((read(text)?.length ?? 0) <= 1);
  });
});

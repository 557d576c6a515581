import assert from 'node:assert/strict';
import { whyOfTicket } from '../../../src/answers/why/whyOfBranch.ts';
import type { EpicFile } from '../../../src/model/epic.ts';
import { ticketText } from '../../../src/wording/ticketHover.ts';
import { NOW, createEpicFile, createFolder, createOutcome } from '../../support/factories.ts';

const PATH = 'outcomes/PAY-100-guest.md';
const made = (epic: Parameters<typeof createEpicFile>[0]) =>
  createEpicFile(epic === null ? null : { key: 'PAY-100', title: 'Guest checkout', tickets: ['PAY-101'], ...epic }, {
    path: PATH,
  });

function textOf(key: string, epics: readonly EpicFile[]) {
  const why = whyOfTicket(key, createFolder(epics), NOW).value;
  assert.ok(why !== null);
  return ticketText(key, why);
}

describe('what is said of a ticket', () => {
  it('is the outcome, the epic with its stage and how it was found, and the key result', () => {
    const outcome = createOutcome({ statement: 'Guests pay\nwithout an account.' });
    const text = textOf('PAY-101', [made({ stage: 'qa', outcome, keyResult: 'KR-9' })]);
    assert.deepEqual(text, {
      title: 'PAY-101',
      lines: [
        'Guests pay without an account.',
        `Epic: PAY-100 Guest checkout, stage QA (${PATH} lists the ticket)`,
        'Key result: KR-9',
      ],
    });
  });

  it('has the title where the ticket is the epic, and says that no outcome is written', () => {
    const text = textOf('PAY-100', [made({ stage: null, outcome: null, keyResult: null })]);
    assert.equal(text.title, 'PAY-100 Guest checkout');
    assert.deepEqual(text.lines, [
      'No anticipated outcome is written yet.',
      `Epic: PAY-100 Guest checkout (${PATH} has this key)`,
    ]);
  });

  it('says that no epic names it, that one may, and that others do too', () => {
    assert.deepEqual(textOf('PAY-999', []).lines, ['No epic file names PAY-999 yet.']);
    assert.deepEqual(textOf('PAY-100', [made(null)]).lines, [`May belong to ${PATH}, of which nothing can be read.`]);
    const other = createEpicFile({ key: 'PAY-200', tickets: ['PAY-101'] }, { path: 'outcomes/PAY-200.md' });
    assert.equal(textOf('PAY-101', [made({}), other]).lines.at(-1), 'Named by outcomes/PAY-200.md too');
  });
});

import assert from 'node:assert/strict';
import { keyRules } from '../../../../src/lens/outcomesFolder.ts';
import {
  MAX_LINKS,
  MAX_TEXT,
  rulesFor,
  ticketAt,
  ticketLinks,
} from '../../../../src/vscode/editor/whyHover/ticketLinks.ts';
import { createEpicFile, createFolder } from '../../../support/factories.ts';

const GUEST = createEpicFile({ key: 'PAY-100', tickets: ['PAY-101', 'CHK-7'] }, { path: 'outcomes/PAY-100-guest.md' });
const BROKEN = createEpicFile(null, { path: 'outcomes/PAY-300-refunds.md' });
const EPICS = [GUEST, BROKEN];
const RULES = keyRules(createFolder(EPICS).team, EPICS);
const inCode = rulesFor(false, RULES);
const inProse = rulesFor(true, RULES);

describe('ticket keys in a text', () => {
  const links = (text: string, rules = inCode) =>
    ticketLinks(text, rules, EPICS).map(({ start, end, file }) => [text.slice(start, end), file.path]);

  it('lead to the epic that has or lists them, each time', () => {
    assert.deepEqual(links('// PAY-101, PAY-100: like PAY-101 (CHK-7)'), [
      ['PAY-101', GUEST.path],
      ['PAY-100', GUEST.path],
      ['PAY-101', GUEST.path],
      ['CHK-7', GUEST.path],
    ]);
  });

  it('lead to the file that may be theirs, and nowhere where no epic names them', () => {
    assert.deepEqual(links('PAY-300 PAY-999'), [['PAY-300', BROKEN.path]]);
  });

  it('are those of known projects in code, and also guesses in prose', () => {
    const at = (text: string, rules = inCode) => ticketAt(text, text.search(/[A-Z]/) + 1, rules)?.key ?? null;
    assert.equal(at('x = "PAY-999"'), 'PAY-999');
    for (const text of ['a MAX-1', 'a WEB-12', 'a HTTP-2', 'a pay-101', 'a xPAY-1']) assert.equal(at(text), null, text);
    assert.equal(at('a WEB-12', inProse), 'WEB-12');
    for (const lookAlike of ['UTF-8', 'SHA-256', 'CVE-2024-1234', 'ISO-8601', 'RFC-2119'])
      for (const rules of [inCode, inProse]) assert.equal(at(`a ${lookAlike}`, rules), null, lookAlike);
  });

  it('stay what the team says in prose too', () => {
    const team = { ...createFolder([]).team, ticketKeys: ['CHK'], ignoredKeys: ['CHK-1'] };
    const rules = rulesFor(true, keyRules(team, []));
    assert.equal(ticketAt('WEB-12', 0, rules), null);
    assert.equal(ticketAt('CHK-1', 0, rules), null);
    assert.equal(ticketAt('CHK-2', 0, rules)?.key, 'CHK-2');
  });

  it('are under each of their characters, and not behind the last', () => {
    const found = [0, 1, 2, 8, 9].map(offset => ticketAt('- PAY-101.', offset, inCode)?.key ?? null);
    assert.deepEqual(found, [null, null, 'PAY-101', 'PAY-101', null]);
  });

  it('are looked for in the first part of a long text, and a cut one is none', () => {
    const text = `${' '.repeat(MAX_TEXT - 6)}PAY-101 PAY-100`;
    assert.deepEqual(links(`PAY-100${text.slice(7)}`), [['PAY-100', GUEST.path]]);
    assert.deepEqual(links(text.slice(1, MAX_TEXT + 1)), [['PAY-101', GUEST.path]]);
  });

  it('are so many at most', () => {
    assert.equal(ticketLinks('PAY-100 '.repeat(MAX_LINKS + 5), inCode, EPICS).length, MAX_LINKS);
  });
});

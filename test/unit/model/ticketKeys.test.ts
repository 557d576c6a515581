import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  NO_KEY_RULES,
  isEpicKey,
  isTicketKey,
  normaliseTicketKey,
  ticketKeyInBranch,
  ticketKeyPlacesIn,
  ticketKeysIn,
  type KeyRules,
} from '../../../src/model/text/ticketKeys.ts';

const payments: KeyRules = { known: ['PAY', 'CHK'], knownOnly: true, ignored: [] };

describe('ticket keys in text', () => {
  it('finds keys in order, once each', () => {
    assert.deepEqual(ticketKeysIn('PAY-2: after PAY-1, see PAY-2', NO_KEY_RULES), ['PAY-2', 'PAY-1']);
  });

  for (const lookAlike of [
    'UTF-8',
    'SHA-256',
    'CVE-2024-1234',
    'ISO-8859-1',
    'RFC-2119',
    'X-509',
    'GPL-2.0',
    'KIP-932',
    'GH-12',
  ])
    it(`takes ${lookAlike} for no ticket`, () => {
      assert.deepEqual(ticketKeysIn(`Handle ${lookAlike} here`, NO_KEY_RULES), []);
    });

  it('takes nothing but the team’s projects once it lists them', () => {
    assert.deepEqual(ticketKeysIn('PAY-1 JIRA-2 CHK-3 KAKFA-4', payments), ['PAY-1', 'CHK-3']);
  });

  it('accepts a listed project that looks like no ticket, and a key followed by a part number', () => {
    const rules: KeyRules = { known: ['UTF', 'KAFKA'], knownOnly: true, ignored: [] };
    assert.deepEqual(ticketKeysIn('UTF-8 and KAFKA-17532-2: more', rules), ['UTF-8', 'KAFKA-17532']);
  });

  it('leaves out what the team ignores, by key and by project', () => {
    const rules: KeyRules = { known: [], knownOnly: false, ignored: ['NODE-18', 'LIB'] };
    assert.deepEqual(ticketKeysIn('NODE-18 NODE-19 LIB-3', rules), ['NODE-19']);
  });

  it('needs word boundaries', () => {
    assert.deepEqual(ticketKeysIn('xPAY-1 PAY-1x PAY-0 PAY-12345678 foo.PAY-3', NO_KEY_RULES), []);
    assert.deepEqual(ticketKeysIn('(PAY-1) [PAY-2] https://tracker/browse/PAY-3', NO_KEY_RULES), [
      'PAY-1',
      'PAY-2',
      'PAY-3',
    ]);
  });
});

describe('places of ticket keys', () => {
  const rules: KeyRules = { known: ['PAY'], knownOnly: false, ignored: [] };
  const shown = (text: string) =>
    ticketKeyPlacesIn(text, rules).map(({ key, start, end }) => [key, text.slice(start, end)]);

  it('tells each mention, in order', () => {
    assert.deepEqual(shown('CHK-7, PAY-1 and PAY-1; UTF-8'), [
      ['CHK-7', 'CHK-7'],
      ['PAY-1', 'PAY-1'],
      ['PAY-1', 'PAY-1'],
    ]);
  });

  it('tells one key a place: that of the known project', () => {
    assert.deepEqual(shown('see MY_PAY-12'), [['PAY-12', 'PAY-12']]);
  });

  it('names the same keys as a reading without places', () => {
    const word = fc.constantFrom('PAY-1', 'PAY-20', 'CHK-3', 'UTF-8', 'x', '-', ' ', ',', '.', '\n', 'é', '😀');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), words => {
        const text = words.join(' ');
        const places = ticketKeyPlacesIn(text, rules);
        assert.deepEqual([...new Set(places.map(({ key }) => key))], ticketKeysIn(text, rules));
        for (const { key, start, end } of places) assert.equal(text.slice(start, end), key);
      }),
    );
  });
});

describe('ticket key in a branch name', () => {
  const keyIn = (name: string, rules = NO_KEY_RULES) => ticketKeyInBranch(name, rules)?.key ?? null;

  for (const [name, key] of [
    ['feature/PAY-101-guest-form', 'PAY-101'],
    ['pay-101-guest-form', 'PAY-101'],
    ['someone/pay-101', 'PAY-101'],
    ['PAY-101', 'PAY-101'],
    ['user/WFLY-11945-disable', 'WFLY-11945'],
    ['123-fix-login', '#123'],
    ['feature/123-fix-login', '#123'],
    ['issue-42', '#42'],
    ['feature/ABC-12-thing', 'ABC-12'],
    ['hotfix/#1234', '#1234'],
  ] as const)
    it(`reads ${key} from ${name}`, () => {
      assert.equal(keyIn(name), key);
    });

  for (const name of [
    'add-2-buttons',
    'release-2',
    'fix/utf-8',
    'fix/UTF-8',
    'us-2-east',
    'node-18-upgrade',
    'sprint-12',
    '2024-01-15-notes',
    '3-small-fixes',
    'v-2',
    'main',
    'spike/new-retry-ideas',
  ])
    it(`reads none from ${name}`, () => {
      assert.equal(keyIn(name), null);
    });

  it('ignores case for known projects anywhere in the name', () => {
    assert.equal(keyIn('retry_pay-7', payments), 'PAY-7');
  });

  it('survives a name made to be a pattern', () => {
    assert.equal(keyIn('(((((((((((((((((((', { known: ['(((', 'PAY'], knownOnly: false, ignored: [] }), null);
  });
});

describe('keys that may be stored', () => {
  it('are ticket keys or plain ids', () => {
    for (const key of ['PAY-101', '#12']) assert.ok(isTicketKey(key) && isEpicKey(key));
    assert.ok(isEpicKey('guest-checkout') && !isTicketKey('guest-checkout'));
    for (const bad of ['', '-x', '--upload-pack=x', 'a b', 'a\nb', '$(x)', '../x', 'x'.repeat(80)])
      assert.ok(!isEpicKey(bad), bad);
  });

  it('are normalised from the ways people write them', () => {
    assert.equal(normaliseTicketKey(' pay-101 '), 'PAY-101');
    for (const written of ['gh-12', 'GH-12', 'AB#12', '!12', '#12']) assert.equal(normaliseTicketKey(written), '#12');
    assert.equal(normaliseTicketKey('hello'), null);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { epicFileName } from '../../../src/epics/epicFileName.ts';
import { isEpicKey } from '../../../src/model/text/ticketKeys.ts';

describe('the file name of an epic', () => {
  for (const [key, title, name] of [
    ['PAY-100', 'Guest checkout', 'PAY-100-guest-checkout.md'],
    ['#123', 'Fix login', '123-fix-login.md'],
    ['guest-checkout', '', 'guest-checkout.md'],
    ['guest-checkout', 'Guest checkout', 'guest-checkout.md'],
    ['PAY-1', 'Über-große Straße, œuvre & crème brûlée!', 'PAY-1-uber-grosse-strasse-oeuvre-creme-brulee.md'],
    ['PAY-1', '訪問者のチェックアウト', 'PAY-1.md'],
    ['PAY-1', '../../etc/passwd\0', 'PAY-1-etc-passwd.md'],
    ['../a\\b:c', 'x', 'a-b-c-x.md'],
    ['con', '', 'epic-con.md'],
    ['nul.x', '', 'epic-nul.x.md'],
    ['COM1', 'port', 'COM1-port.md'],
    ['...', '---', 'epic.md'],
    ['', '', 'epic.md'],
    ['PAY-1', 'word '.repeat(40), `PAY-1-${'word-'.repeat(14)}w.md`],
  ] as const)
    it(`of ${JSON.stringify(key)} and ${JSON.stringify(title.slice(0, 40))} is ${name}`, () =>
      assert.equal(epicFileName(key, title), name));

  it('is safe on every system, whatever the words', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom('.', '-', ' ', '/', '\\', 'con', 'nul', 'ﬁ', 'İ', '#', ':', 'a'),
        maxLength: 200,
      }),
    );
    fc.assert(
      fc.property(words, words, (key, title) => {
        const name = epicFileName(key, title);
        assert.match(name, /^[A-Za-z0-9_][A-Za-z0-9._-]*(?<![.-])\.md$/);
        assert.ok(name.length <= 80);
        assert.doesNotMatch(name, /^(?:con|prn|aux|nul|com\d|lpt\d)\./i);
        assert.doesNotMatch(name, /\.\./);
        if (isEpicKey(key) && key.length < 40)
          assert.ok(name.replace(/^epic-/, '').startsWith(key.replace(/[.-]+$/, '').replace(/\.{2,}/g, '.')));
      }),
      { numRuns: 2000 },
    );
  });
});

import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/model/textRange.ts';
import type { LanguageDocument } from '../../../src/language/document.ts';
import { epicKeyAt, renameEpic } from '../../../src/language/renameEpic.ts';
import { cut, FILES, GUEST, makeContext, PATH, REFUND } from './made.ts';

function renamed(to: string, files: readonly LanguageDocument[] = FILES) {
  const renaming = renameEpic(files, 'PAY-100', to, makeContext());
  if ('refused' in renaming) throw new Error(renaming.refused);
  const text = (path: string) =>
    applyEdits(
      files.find(file => file.path === path)?.text ?? '',
      renaming.edits.find(one => one.path === path)?.edits ?? [],
    );
  return { text, file: renaming.file };
}

function refused(to: string, files: readonly LanguageDocument[] = FILES): string {
  const renaming = renameEpic(files, 'PAY-100', to, makeContext());
  return 'refused' in renaming ? renaming.refused : 'it was not';
}

describe('renaming an epic’s key', () => {
  it('changes its own key and nothing else of its file', () => {
    assert.equal(renamed('PAY-900').text(PATH), GUEST.replace('key: PAY-100', 'key: PAY-900'));
  });

  it('changes tickets, dependencies, proofs and links of others, and leaves their prose', () => {
    const expected = REFUND.replace('[PAY-201, PAY-100]', '[PAY-201, PAY-900]')
      .replace('"PAY-100, then', '"PAY-900, then')
      .replace('(PAY-100-guest-checkout.md#guest-checkout)', '(PAY-900-guest-checkout.md#guest-checkout)')
      .replace('(PAY-100)', '(PAY-900)')
      .replace('ticket PAY-100 done', 'ticket PAY-900 done');
    const { text } = renamed('pay-900');
    assert.equal(text('outcomes/PAY-200-refunds.md'), expected);
    assert.ok(expected.includes('# Refunds after PAY-100'));
    const retrospective = 'We looked at [it](../PAY-900-guest-checkout.md) and PAY-100.\n';
    assert.equal(text('outcomes/retrospectives/2026-11.md'), retrospective);
  });

  it('renames the file where its name begins with the key', () => {
    assert.deepEqual(renamed('PAY-900').file, { from: PATH, to: 'outcomes/PAY-900-guest-checkout.md' });
    const other = [{ path: 'outcomes/guest.md', text: GUEST }];
    assert.equal(renamed('PAY-900', other).file, null);
  });

  it('quotes a key that YAML would take for a comment', () => {
    const { text } = renamed('#77');
    assert.ok(text(PATH).includes('\nkey: "#77"\n'));
    assert.ok(text('outcomes/PAY-200-refunds.md').includes('tickets: [PAY-201, "#77"]'));
    const plain = [
      FILES[0]!,
      { path: 'outcomes/b.md', text: '---\nkey: B\ndependsOn:\n  - team: X\n    for: half of PAY-100\n---\n' },
    ];
    assert.ok(renamed('#77', plain).text('outcomes/b.md').includes('for: "half of #77"\n'));
  });

  it('is refused with a reason when the key is invalid or taken', () => {
    assert.match(refused('two words'), /cannot be a key/);
    assert.match(refused(''), /cannot be a key/);
    assert.match(refused('../up'), /cannot be a key/);
    assert.match(refused('PAY-100'), /already/);
    assert.match(refused('pay-200'), /PAY-200 is taken: outcomes\/PAY-200-refunds\.md/);
    assert.match(refused('PAY-201'), /taken/);
  });

  it('is refused when the file’s new name is taken, and when no file has the key', () => {
    const twin = { path: 'outcomes/PAY-900-guest-checkout.md', text: '# Notes\n' };
    assert.match(refused('PAY-900', [...FILES, twin]), /exists already/);
    assert.match(refused('PAY-900', FILES.slice(1)), /No file/);
  });

  it('begins at the key, at a ticket and in a dependency, and nowhere else', () => {
    const keyAt = (marked: string, path = PATH) => {
      const { document, offset } = cut(marked, path);
      const found = epicKeyAt(document, offset, makeContext());
      return 'refused' in found ? null : found.key;
    };
    const inRefund = (words: string) => keyAt(REFUND.replace(words, `${words}¦`), 'outcomes/PAY-200-refunds.md');
    assert.equal(keyAt(GUEST.replace('PAY-100', 'PAY-1¦00')), 'PAY-100');
    assert.equal(inRefund('PAY-201, PAY-100'), 'PAY-100');
    assert.equal(inRefund('for: "PAY-100'), 'PAY-100');
    assert.equal(inRefund('[PAY-201'), null);
    assert.equal(inRefund('title: Ref'), null);
    assert.equal(inRefund('# Refunds after PAY-100'), null);
  });
});

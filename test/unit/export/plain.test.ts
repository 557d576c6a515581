import assert from 'node:assert/strict';
import { encodedPath, jsonText, plain, plainLine } from '../../../src/export/plain.ts';
import { escaped } from '../../../src/export/markdown.ts';
import { tableCsv } from '../../../src/export/csv.ts';
import { HOSTILE } from '../../support/hostileTexts.ts';

/** What acts on a terminal or changes the order of a line. */
const ACTING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

describe('a text of a repository', () => {
  for (const [what, text] of Object.entries(HOSTILE))
    it(`with ${what} acts nowhere`, () => {
      assert.doesNotMatch(plain(text), ACTING);
      assert.doesNotMatch(plain(text), /\p{Surrogate}/u);
      assert.doesNotMatch(escaped(text), ACTING);
      const column = { id: 'what', label: text, kind: 'text' } as const;
      assert.doesNotMatch(tableCsv({ caption: '', columns: [column], rows: [[text]] }).replaceAll('\r\n', ''), ACTING);
      assert.doesNotMatch(jsonText({ text }), /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/);
    });

  it('is the same text when a JSON document is read again', () => {
    for (const text of Object.values(HOSTILE)) assert.deepEqual(JSON.parse(jsonText({ text })), { text });
  });

  it('keeps its lines and tabs, and other writing', () => {
    assert.equal(plain('two\nlines\tand עברית, 😀'), 'two\nlines\tand עברית, 😀');
  });

  it('fits on a line, cut where it is too long, never in half a character', () => {
    assert.equal(plainLine(' two\r\nlines\u2028and more ', 100), 'two lines and more');
    assert.equal(plainLine('1234567890', 10), '1234567890');
    assert.equal(plainLine('12345678901', 10), '123456789…');
    assert.equal(plainLine('12345678😀901', 10), '12345678…');
  });
});

describe('a path as an address', () => {
  it('keeps its folders and encodes everything else', () => {
    assert.equal(encodedPath('outcomes/PAY 100#a?b%.md'), 'outcomes/PAY%20100%23a%3Fb%25.md');
    assert.equal(encodedPath('C:/ä'), 'C%3A/%C3%A4');
    assert.equal(encodedPath('\ud800'), '%EF%BF%BD');
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commandAddress, hoverMarkdown } from '../../../../src/vscode/editor/whyHover/hoverMarkdown.ts';
import { COMMANDS } from '../../../../src/vscode/ids.ts';
import { HOSTILE } from '../../../support/hostileTexts.ts';

/** Characters that could begin markup, each with the backslash that takes its meaning. */
const MARKUP = /(?<!\\)(?:\\\\)*[`*_{}[\]()#<>~|&:@$!]/;
const ACTING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

const HOSTILE_TITLES = {
  ...HOSTILE,
  'a command link': '[x](command:workbench.action.quit)',
  'an automatic link': '<command:workbench.action.quit> https://evil.example www.evil.example',
  backticks: '`` `code` ```',
  newlines: 'one\n\n# two\r\n- three\n\n---',
  'an icon': '$(trash) $(sync~spin)',
  backslashes: '\\[x\\](command:workbench.action.quit) \\\\',
  'an entity': '&lt;b&gt; &#x5b;x&#x5d;',
};

describe('the Markdown of a hover', () => {
  for (const [what, text] of Object.entries(HOSTILE_TITLES))
    it(`shows ${what} as it is written, in the title and in a line`, () => {
      const [title = '', line = '', ...more] = hoverMarkdown({ title: text, lines: [text], actions: [] }).split('\n\n');
      assert.deepEqual(more, []);
      assert.ok(title.startsWith('**') && title.endsWith('**'));
      for (const shown of [title.slice(2, -2), line]) {
        assert.doesNotMatch(shown, MARKUP);
        assert.doesNotMatch(shown, ACTING);
        assert.doesNotMatch(shown, /\n/);
        assert.ok(shown.length <= 1200);
      }
    });

  it('links only its actions', () => {
    const actions = [
      { label: 'Open Epic File', command: COMMANDS.openEpic, args: ['outcomes/a (1).md'] },
      { label: 'Write Anticipated Outcome', command: COMMANDS.writeOutcome, args: [] },
    ];
    const shown = hoverMarkdown({ title: 'PAY-1', lines: ['[a](b)'], actions });
    assert.deepEqual(shown.split('\n\n'), [
      '**PAY\\-1**',
      '\\[a\\]\\(b\\)',
      '[Open Epic File](command:outcomeLens.openEpic?%5B%22outcomes%2Fa%20%281%29.md%22%5D) · ' +
        '[Write Anticipated Outcome](command:outcomeLens.writeOutcome)',
    ]);
  });

  it('hands any argument over whole, in an address that no character ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), argument => {
        const address = commandAddress(COMMANDS.openEpic, [argument]);
        assert.match(address, /^command:outcomeLens\.openEpic\?[\w%.~-]+$/);
        const [, written = ''] = address.split('?');
        assert.deepEqual(JSON.parse(decodeURIComponent(written)), [argument]);
      }),
    );
  });
});

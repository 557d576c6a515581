import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readMessage, readMessageBytes, type MessageFacts } from '../../../src/model/text/commitMessage.ts';
import { SIGNS, signsIn } from '../../../src/model/text/messageSigns.ts';
import type { KeyRules } from '../../../src/model/text/ticketKeys.ts';

const RULES: readonly KeyRules[] = [
  { known: [], knownOnly: false, ignored: [] },
  { known: ['PAY', 'UTF'], knownOnly: false, ignored: ['SPR', 'PAY-7'] },
  { known: ['PAY'], knownOnly: true, ignored: [] },
];

const PIECES = [
  ...[
    'fix',
    'Closes',
    'refs',
    'Part of',
    ':',
    ': ',
    ' ',
    '\n',
    '\r\n',
    '\n\n',
    '\t',
    '\u2028',
    '\ufeff',
    '"',
    '-',
    '#',
  ],
  ...['#12', '#0', '!7', '(#12)', '(!9)', 'PAY-101', 'PAY-0', 'pay-3', 'gh-012', 'AB#12', 'UTF-8', 'SPR-7', 'org/x#4'],
  ...['Merge', 'Merge pull request #5 from u/feature/PAY-3-x', "Merge branch 'fix/PAY-9' into main", 'Merged PR 45: '],
  ...['Pull request #77: ', 'See merge request g/p!45', 'Revert "', 'revert: ', 'Reapply "', 'Reverts org/x#45'],
  ...['This reverts commit 0123456789abcdef', 'This reverts merge request a!4', 'BREAKING CHANGE: ', 'feat(x)!: '],
  ...[
    '(cherry picked from commit 0123456789abcdef)',
    'Signed-off-by: quillan PAY-5',
    'cc: #4',
    'ü',
    '日本',
    '😀',
    '\ud800',
  ],
];
const LONG = fc.constantFrom(
  'x'.repeat(999),
  'é日'.repeat(500),
  '日'.repeat(999),
  '😀'.repeat(500),
  'word PAY \n'.repeat(7000),
);
const arbitraryMessage = fc
  .array(fc.oneof({ weight: 40, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: LONG }), {
    maxLength: 12,
  })
  .map(pieces => pieces.join(''));

function factsOfBytes(bytes: Buffer, rules: KeyRules): MessageFacts {
  // A record around it, as git prints it.
  const record = Buffer.concat([Buffer.from('12\0'), bytes, Buffer.from('\0reverts #1')]);
  const decode = (start: number, end: number) => record.toString('utf8', start, end);
  return readMessageBytes(record, [3, 3 + bytes.length], decode, { rules, main: 'main' });
}

describe('a message in bytes', () => {
  for (const [index, rules] of RULES.entries())
    it(`says what its text says, under rules ${index + 1}`, () => {
      fc.assert(
        fc.property(arbitraryMessage, message => {
          const bytes = Buffer.from(message);
          assert.deepEqual(factsOfBytes(bytes, rules), readMessage(bytes.toString(), { rules, main: 'main' }));
        }),
        { numRuns: 2000 },
      );
    });

  it('says what its text says where it is no UTF-8', () => {
    const broken = fc.constantFrom(
      ...['ff', 'c3', 'e282', 'f09f98', 'eda080', 'c080', '80'].map(hex => Buffer.from(hex, 'hex')),
    );
    const pieces = fc.array(
      fc.oneof(
        broken,
        fc.constantFrom(...PIECES).map(piece => Buffer.from(piece)),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(pieces.map(Buffer.concat), bytes => {
        const [rules] = RULES;
        assert.ok(rules !== undefined);
        assert.deepEqual(factsOfBytes(bytes, rules), readMessage(bytes.toString(), { rules, main: 'main' }));
      }),
      { numRuns: 2000 },
    );
  });

  it('has a body decoded only where something in it is looked for', () => {
    const decoded = (message: string): string[] => {
      const texts: string[] = [];
      const bytes = Buffer.from(`${message}\0`);
      const decode = (start: number, end: number) => {
        texts.push(bytes.toString('utf8', start, end));
        return texts.at(-1) ?? '';
      };
      const [rules] = RULES;
      assert.ok(rules !== undefined);
      readMessageBytes(bytes, [0, bytes.length - 1], decode, { rules, main: 'main' });
      return texts;
    };
    assert.deepEqual(decoded('PAY-1 step\n\nWhy: it was well-known.\n'), ['PAY-1 step']);
    assert.deepEqual(decoded('Step\n\nPAY-1\n'), ['Step', '\n\nPAY-1\n']);
    assert.deepEqual(decoded("Merge branch 'x'\n\nWords\n"), ["Merge branch 'x'", '\n\nWords\n']);
  });
});

describe('the signs in a text', () => {
  const EXAMPLES: readonly (readonly [string, number])[] = [
    ['Fixes #12', SIGNS.number],
    ['number # 12, C#', 0],
    ['group/project!45', SIGNS.request],
    ['Stop!', 0],
    ['PAY-1', SIGNS.key],
    ['a-b, 5 -1, --2', 0],
    ['This reverts commit', SIGNS.reverts],
    ['Reverts x', SIGNS.reverts],
    ['reverted, every', 0],
    ['(cherry picked', SIGNS.cherry],
    ['BREAKING CHANGE', SIGNS.breaking],
    ['B #1 PAY-2', SIGNS.number | SIGNS.key],
    ['', 0],
  ];
  for (const [text, signs] of EXAMPLES)
    it(`are told for ${JSON.stringify(text)}`, () => {
      const bytes = Buffer.from(`#1 ${text}\0`);
      assert.equal(signsIn(bytes, 3, bytes.length - 1), signs);
    });
});

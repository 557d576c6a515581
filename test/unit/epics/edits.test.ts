import assert from 'node:assert/strict';
import { addTicket } from '../../../src/epics/edits.ts';
import { applyEdits } from '../../../src/model/textRange.ts';
import { epics, read } from './read.ts';

describe('a tick', () => {
  const text =
    '---\r\nkey: PAY-1\r\n---\r\n## Ready to test\r\n\r\n- [ ] a\r\n\t- [X] b\r\n\r\n`[ ] c`\r\n\r\n```\r\n- [ ] d\r\n```\r\n- [\t] e\r\n';
  const box = (word: string) => text.indexOf(`] ${word}`) - 1;

  it('changes the one character, and back', () => {
    const edit = epics.tick(text, box('a'), true) ?? assert.fail();
    const ticked = applyEdits(text, [edit]);
    assert.equal(ticked, text.replace('[ ] a', '[x] a'));
    const back = epics.tick(ticked, box('a'), false) ?? assert.fail();
    assert.equal(applyEdits(ticked, [back]), text);
  });

  it('also takes away a capital X', () => {
    assert.deepEqual(epics.tick(text, box('b'), false), { start: box('b'), end: box('b') + 1, text: ' ' });
  });

  it('is refused when the box is in that state already', () => {
    assert.equal(epics.tick(text, box('a'), false), null);
    assert.equal(epics.tick(text, box('b'), true), null);
  });

  it('is refused where no task is', () => {
    for (const word of ['c', 'd', 'e']) assert.equal(epics.tick(text, box(word), true), null, word);
    for (const offset of [-1, 0, 5, text.length, 1e9, Number.NaN]) assert.equal(epics.tick(text, offset, true), null);
  });
});

describe('adding a ticket', () => {
  for (const [name, before, after] of [
    ['a flow list', 'tickets: [PAY-101, PAY-102] # c', 'tickets: [PAY-101, PAY-102, PAY-9] # c'],
    ['an empty flow list', 'tickets: [ ]', 'tickets: [ PAY-9]'],
    ['a list with a comma at its end', 'tickets: [PAY-101, ]', 'tickets: [PAY-101, PAY-9, ]'],
    [
      'a list over lines',
      'tickets: [\n  PAY-101, # one\n  PAY-102 # two\n]',
      'tickets: [\n  PAY-101, # one\n  PAY-102, PAY-9 # two\n]',
    ],
    [
      'a block list',
      'tickets:\n  - PAY-101\n  - "PAY-102" # two\nstage: qa',
      'tickets:\n  - PAY-101\n  - "PAY-102" # two\n  - PAY-9\nstage: qa',
    ],
    [
      'a block list without indentation',
      'tickets:\n- PAY-101\n\nstage: qa',
      'tickets:\n- PAY-101\n- PAY-9\n\nstage: qa',
    ],
    ['no value', 'tickets:  # none yet\nstage: qa', 'tickets: [PAY-9]  # none yet\nstage: qa'],
    ['a null', 'tickets: ~', 'tickets: [PAY-9]'],
    ['one word', 'tickets: PAY-101 # c', 'tickets: [PAY-101, PAY-9] # c'],
    ['a list of numbers', 'tickets: [101]', 'tickets: [101, PAY-9]'],
    ['no such key', 'title: a # b', 'title: a # b\ntickets: [PAY-9]'],
    [
      'no such key, behind a block text',
      'outcome:\n  statement: |+\n    a\n\n',
      'outcome:\n  statement: |+\n    a\n\n\ntickets: [PAY-9]',
    ],
    ['a key of that name deeper down', 'x:\n  tickets: [PAY-9]', 'x:\n  tickets: [PAY-9]\ntickets: [PAY-9]'],
  ] as const)
    for (const eol of ['\n', '\r\n'])
      it(`works with ${name}${eol === '\n' ? '' : ' and CRLF'}`, () => {
        const file = (yaml: string) => `---\nkey: PAY-1\n${yaml}\n---\n# A\n\ntickets: []\n`.replaceAll('\n', eol);
        const edit = addTicket(file(before), 'PAY-9') ?? assert.fail('no edit');
        const result = applyEdits(file(before), [edit]);
        assert.equal(result, file(after));
        assert.equal(read(result).epic?.tickets.at(-1), 'PAY-9');
      });

  it('works in an empty front matter, with a byte order mark, and with indented keys', () => {
    for (const [before, after] of [
      ['---\n---\n', '---\ntickets: [PAY-9]\n---\n'],
      ['\uFEFF---\nkey: a\n---', '\uFEFF---\nkey: a\ntickets: [PAY-9]\n---'],
      ['---\n  key: a\n---\n', '---\n  key: a\n  tickets: [PAY-9]\n---\n'],
      ['---\n{ key: a }\n---\n', '---\n{ key: a, tickets: [PAY-9] }\n---\n'],
      ['---\n# nothing\n---\n', '---\n# nothing\ntickets: [PAY-9]\n---\n'],
    ] as const)
      assert.equal(applyEdits(before, [addTicket(before, 'PAY-9') ?? assert.fail(before)]), after);
  });

  it('quotes what YAML would take for a comment, and writes keys as they are written elsewhere', () => {
    const text = '---\ntickets: [PAY-1]\n---\n';
    assert.equal(addTicket(text, '#12')?.text, ', "#12"');
    assert.equal(addTicket(text, 'pay-2')?.text, ', PAY-2');
  });

  it('is refused when it is there already', () => {
    for (const list of ['[PAY-9]', '[pay-9]', '\n  - PAY-1\n  - "PAY-9"'])
      assert.equal(addTicket(`---\ntickets: ${list}\n---\n`, 'PAY-9'), null);
    assert.equal(addTicket('---\ntickets: [12]\n---\n', '#12'), null);
  });

  it('is refused where no plain edit would do just that', () => {
    for (const text of [
      '',
      '# A\n',
      '---\ntickets: []\n',
      '---\nx: &x [PAY-1]\ntickets: *x\n---\n',
      '---\ntickets: { a: b }\n---\n',
      '---\ntickets: |\n  PAY-1\n---\n',
      '---\n- a\n---\n',
    ])
      assert.equal(addTicket(text, 'PAY-9'), null, text);
  });

  it('works beside a broken key', () => {
    const text = '---\ntitle: a: b\ntickets: [PAY-1]\n---\n';
    const edit = addTicket(text, 'PAY-9');
    assert.ok(edit === null || applyEdits(text, [edit]) === text.replace('PAY-1', 'PAY-1, PAY-9'));
  });
});

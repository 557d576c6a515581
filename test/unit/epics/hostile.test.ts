import assert from 'node:assert/strict';
import { BUILT_IN_TEMPLATE } from '../../../src/epics/builtInTemplate.ts';
import { readableLength } from '../../../src/epics/readableLength.ts';
import { epics, read } from './read.ts';

const MEGABYTE = 1024 * 1024;
const fill = (unit: string) => unit.repeat(Math.ceil(MEGABYTE / unit.length)).slice(0, MEGABYTE);
/** Without a bound, a file full of one of these takes minutes to hours. */
const MARKDOWN = [
  ...['- ', '- - a\n', '1. ', '>', '> a\n\n', '> a\n\n- b\n\n', '- a\n\npara\n\n', 'a\n=\n', '=\n', '- a\r'],
  ...['*a_', '*a_\n', 'a <!-- ', 'a <!--\n', '[a]\n', '[a][b]\n', '[[a]', '[a]: b\n', '\n'],
];
const GATE = '---\nkey: PAY-1\n---\n## Ready to build\n\n- [ ] a\n\n';

describe('a file of a megabyte', function () {
  // Generous: this is about an end, not about speed.
  this.timeout(120_000);

  it('of prose and checklists is read to its end', () => {
    const section = `## Ready to build\n\n${'- [ ] an **item** [b](b.md)\n'.repeat(20)}\n`;
    const prose = 'Some prose, as people write it, with **bold** words and [links](a.md). '.repeat(8);
    const part = `${`${prose}\n\n`.repeat(40)}${section}`;
    const { epic, problems } = read(`---\nkey: PAY-1\n---\n${fill(part)}`);
    assert.deepEqual(problems, []);
    assert.ok((epic?.gates.length ?? 0) > 40);
  });

  for (const unit of ['- ', '- - a\n', '> a\n\n', 'a\n=\n', '*a_\n', 'a <!--\n', '[a][b]\n', '- a\r'])
    it(`of ${JSON.stringify(unit)} in Markdown is read as far as it can be`, () => {
      assert.equal(read(GATE + fill(unit)).epic?.key, 'PAY-1');
    });

  for (const unit of ['((((', '~~', 'https://a.b/( ', 'waived until ', '-----', '[a](b) '])
    it(`of ${JSON.stringify(unit)} in one task is read as far as it can be`, () => {
      assert.equal(read(GATE.trimEnd() + fill(unit)).epic?.key, 'PAY-1');
    });

  for (const unit of ['[', '{a: ', '- ', 'a: ', '"', '&a ', '[a]', '=\n', 'b: 1\n', ' '])
    it(`of ${JSON.stringify(unit)} in YAML is read as far as it can be`, () => {
      assert.equal(read(`---\nkey: PAY-1\nx: ${fill(unit)}\n---\n`).epic?.key, 'PAY-1');
      assert.equal(epics.parseTeam('a', fill(unit)).timeZone, 'UTC');
      assert.deepEqual(epics.parseValueTree('a', fill(unit)).objectives, []);
    });

  it('tells what was not read', () => {
    const text = GATE + '- [ ] b\n'.repeat(100_000);
    const { epic, problems } = read(text);
    assert.equal(epic?.gates[0]?.items[0]?.text, 'a');
    assert.deepEqual(
      problems.map(({ code, range }) => [code, range?.end]),
      [['file/too-large', text.length]],
    );
    assert.equal(text[(problems[0]?.range?.start ?? 0) - 1], '\n');
  });

  it('has as many problems as a person can read', () => {
    assert.equal(read(`---\n${'stage: x\n'.repeat(500)}---\n`).problems.length, 100);
  });
});

describe('the bound', () => {
  it('is far above what people write', () => {
    assert.equal(readableLength(BUILT_IN_TEMPLATE.repeat(40)), BUILT_IN_TEMPLATE.length * 40);
    const list = `${'- [ ] **An item** with `code`, a [link](docs/a.md) <!-- proof: file docs/a.md -->\n'.repeat(1000)}\n`;
    assert.equal(readableLength(list), list.length);
  });

  for (const unit of MARKDOWN)
    it(`cuts a megabyte of ${JSON.stringify(unit)} at a line`, () => {
      const text = fill(unit);
      const length = readableLength(text);
      assert.ok(length < 250_000);
      assert.ok(length === 0 || /[\r\n]/.test(text.charAt(length - 1)));
    });
});

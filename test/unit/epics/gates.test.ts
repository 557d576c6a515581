import assert from 'node:assert/strict';
import { BUILT_IN_GATES } from '../../../src/model/stage.ts';
import { epicOf, problemsOf, read } from './read.ts';

/** Name, stage and the texts of the items of each gate. */
function gatesOf(text: string): [string, string, string[]][] {
  return epicOf(text).gates.map(gate => [gate.name, gate.stage, gate.items.map(item => item.text)]);
}

const FRONT = '---\nkey: PAY-1\n---\n';

describe('a gate', () => {
  it('is a heading with a built-in name, whatever its case and rank', () => {
    for (const { name, stage } of BUILT_IN_GATES)
      for (const heading of [`# ${name}`, `### ${name.toUpperCase()} ###`, `${name}\n---`, `##  *${name}*`])
        assert.deepEqual(
          epicOf(`${heading}\n\n- [ ] a\n`).gates.map(gate => [gate.name.toLowerCase(), gate.stage, gate.items.length]),
          [[name.toLowerCase(), stage, 1]],
          heading,
        );
  });

  it('is a heading that says so, in its line or right below', () => {
    const names = [
      '## Legal <!-- gate: launch -->',
      '## Legal\n<!-- gate: launch -->',
      '## Legal\n\n<!-- why -->\n<!--GATE:Launch-->',
    ];
    for (const heading of names)
      assert.deepEqual(gatesOf(`${FRONT}${heading}\n\n- [ ] a\n`), [['Legal', 'launch', ['a']]], heading);
  });

  it('that says so is asked in the stage it says, also with a built-in name', () => {
    assert.deepEqual(gatesOf('## Ready to build <!-- gate: qa -->\n\n- [ ] a\n'), [['Ready to build', 'qa', ['a']]]);
  });

  it('of a stage that does not exist, or has no gates, is a problem', () => {
    for (const stage of ['production', 'closed', 'stopped', '']) {
      const file = read(`${FRONT}## Legal <!-- gate: ${stage} -->\n\n- [ ] a\n`);
      assert.deepEqual(problemsOf(file), [`schema/invalid <!-- gate: ${stage} -->`]);
      assert.equal(file.problems[0]?.line, 4);
      assert.deepEqual(file.epic?.gates, []);
    }
  });

  it('is no heading of another name, in a quote, in code or in a comment', () => {
    const text = `${FRONT}## Ready to build soon\n\n- [ ] a\n\n> ## Ready to build\n> - [ ] b\n\n\`\`\`\n## Ready to build\n- [ ] c\n\`\`\`\n\n<!--\n## Ready to build\n- [ ] d\n-->\n\n## Tasks\n\n- [ ] e\n<!-- gate: qa -->\n`;
    assert.deepEqual(gatesOf(text), []);
  });

  it('may be empty, and may be there twice', () => {
    assert.deepEqual(gatesOf('## Ready to test\n\n## Ready to test\n\n- [x] a\n'), [
      ['Ready to test', 'build', []],
      ['Ready to test', 'build', ['a']],
    ]);
  });

  it('has the place of its heading', () => {
    const text = `${FRONT}Ready to build\n===\n\n- [ ] a\n`;
    const heading = epicOf(text).gates[0]?.heading;
    assert.equal(text.slice(heading?.start, heading?.end), 'Ready to build\n===');
  });
});

describe('the items of a gate', () => {
  it('end at the next heading of its rank, a lower one does not matter', () => {
    assert.deepEqual(gatesOf('## Ready to test\n- [ ] a\n### Web\n- [ ] b\n## Notes\n- [ ] c\n'), [
      ['Ready to test', 'build', ['a', 'b']],
    ]);
  });

  it('belong to the innermost gate', () => {
    const text = '# Ready to test\n- [ ] a\n## Definition of done\n- [ ] b\n### More\n- [ ] c\n## Rest\n- [ ] d\n';
    assert.deepEqual(gatesOf(text), [
      ['Ready to test', 'build', ['a', 'd']],
      ['Definition of done', 'qa', ['b', 'c']],
    ]);
  });

  it('are found in nested lists, numbered lists and quotes, in order', () => {
    const text =
      '## Ready to test\n\n- [ ] a\n  - [x] b\n    1. [ ] c\n- plain\n  * [ ] d\n\n> 1) [X] e\n> > - [ ] f\n\n+ [ ] g\n\n  more\n\n  - [ ] h\n';
    assert.deepEqual(gatesOf(text)[0]?.[2], ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
  });

  it('are not found in code, in comments, in prose or without a text', () => {
    const text =
      '## Ready to test\n\n- [ ] a\n\n```md\n- [ ] b\n```\n\n~~~\n- [ ] c\n~~~\n\n    - [ ] d\n\n<!--\n- [ ] e\n-->\n\n- `[ ] f`\n- [ ]\n- [y] g\n- [] h\n- [ ]i\n- \\[ ] j\n- k [ ] l\n[ ] m\n';
    assert.deepEqual(gatesOf(text)[0]?.[2], ['a']);
  });

  it('are told by a space, x or X, as forges render them', () => {
    assert.deepEqual(
      epicOf('## Ready to test\n- [ ] a\n- [x] b\n- [X] c\n- [\t] d\n').gates[0]?.items.map(item => item.ticked),
      [false, true, true],
    );
  });
});

describe('the place of a box', () => {
  for (const [name, text] of [
    ['behind a front matter', `${FRONT}## Ready to test\n\n- [x] a\n`],
    ['behind a byte order mark', `\uFEFF${FRONT}## Ready to test\n\n- [x] a\n`],
    ['behind a byte order mark alone', `\uFEFF## Ready to test\n\n- [x] a\n`],
    ['with CRLF', `${FRONT}## Ready to test\n\n- [ ] b\n\n- [x] a\n`.replaceAll('\n', '\r\n')],
    ['with lone CR', '## Ready to test\r\r- [x] a\r'],
    ['with tabs', `${FRONT}## Ready to test\n\n-\t[ ] b\n\t-\t[x] a\n`],
    ['in quotes', `${FRONT}## Ready to test\n\n>\t> -  [x] a\n`],
    ['behind emoji', `${FRONT}## Ready to test\n\n👩‍🚀 \u0000 ümläut\n\n1. [x] a`],
    ['behind definitions', `${FRONT}## Ready to test\n\n- [a]: b\n\n  [x] a\n- [b]: c\n  [x] a`],
    ['on a line of its own', `${FRONT}## Ready to test\n\n-\n  [x] a`],
    ['below comments', `${FRONT}## Ready to test\n\n<!-- x\n-->\n- [x] a <!-- y --> <!--z-->`],
  ] as const)
    it(`is right ${name}`, () => {
      const items = epicOf(text).gates[0]?.items.filter(item => item.ticked) ?? [];
      assert.ok(items.length > 0);
      for (const item of items) {
        assert.equal(text.slice(item.box.start - 1, item.box.end + 1), '[x]');
        assert.equal(item.text, 'a');
        assert.ok(text.slice(item.range.start, item.range.end).startsWith('[x] a'));
      }
    });

  it('goes with the range of the item: from the bracket to the end of its paragraph', () => {
    const text = '## Ready to test\n\n- [ ] a\n  b [c](d) <!-- e -->\n\n  f\n';
    const range = epicOf(text).gates[0]?.items[0]?.range;
    assert.equal(text.slice(range?.start, range?.end), '[ ] a\n  b [c](d) <!-- e -->');
  });
});

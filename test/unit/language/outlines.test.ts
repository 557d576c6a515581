import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { createEpics } from '../../../src/epics/openEpics.ts';
import { BUILT_IN_TEMPLATE } from '../../../src/epics/builtInTemplate.ts';
import { complete } from '../../../src/language/completions/complete.ts';
import { partsOf } from '../../../src/language/document.ts';
import { foldsOf } from '../../../src/language/folding.ts';
import { hoverAt } from '../../../src/language/hovers.ts';
import { linksOf } from '../../../src/language/links.ts';
import { outlineMarkdown } from '../../../src/language/markdown/outline.ts';
import { epicKeyAt, renameEpic } from '../../../src/language/renameEpic.ts';
import { symbolsOf } from '../../../src/language/symbols.ts';
import { outlineYaml } from '../../../src/language/yaml/outline.ts';
import { FILES, GUEST, makeContext, PATH, REFUND } from './made.ts';

const FIXTURES = path.resolve(import.meta.dirname, '../../fixtures/epics');
const COMPLETE = readFileSync(path.join(FIXTURES, 'complete.md'), 'utf8');
const TEAM = readFileSync(path.join(FIXTURES, 'team.yaml'), 'utf8');
const TEXTS = { COMPLETE, GUEST, REFUND, TEMPLATE: BUILT_IN_TEMPLATE, CRLF: COMPLETE.replaceAll('\n', '\r\n') };
const epics = createEpics();

describe('the outlines', () => {
  for (const [name, text] of Object.entries(TEXTS))
    it(`agree with the parsers about ${name}`, () => {
      const file = epics.parseEpic({ path: PATH, text, origin: 'file', unsaved: false });
      const { yaml, body } = partsOf(text, 'epic');
      const { entries } = outlineYaml(text, yaml);
      let compared = 0;
      const mine = new Map(entries.map(entry => [entry.path.join('.'), entry]));
      for (const [place, range] of file.ranges) {
        const entry = mine.get(place);
        assert.ok(entry, place);
        const value = { start: entry.value.start, end: entry.value.end };
        // The parser's range of a block begins with its first line, which has places of its own here.
        if (value.start === value.end) continue;
        assert.deepEqual(value, range, place);
        compared++;
      }
      assert.ok(compared >= 5);
      const { headings, tasks } = outlineMarkdown(text, body ?? 0);
      assert.deepEqual(
        headings.filter(({ gate }) => gate !== null).map(({ text: words, gate }) => [words, gate]),
        file.epic?.gates.map(gate => [gate.name, gate.stage]),
      );
      assert.deepEqual(
        tasks.filter(({ gate }) => gate !== -1).map(({ box }) => box),
        file.epic?.gates.flatMap(gate => gate.items.map(item => item.box.start)),
      );
    });

  it('see no gate and no task in code blocks and comments', () => {
    const text = '## Ready to build\n```\n- [ ] no\n## Outcome review\n```\n<!--\n- [ ] no\n-->\n- [ ] yes\n';
    const { headings, tasks } = outlineMarkdown(text, 0);
    assert.equal(headings.length, 1);
    assert.deepEqual(
      tasks.map(({ range }) => text.slice(range.start, range.end)),
      [' yes'],
    );
  });

  it('keep what stands behind an open bracket or quote', () => {
    const text = 'outcome:\n  benefits: [customer\n  statement: "open\n  reviews: {a: [1, 2\nstage: qa\n';
    const { entries } = outlineYaml(text, { start: 0, end: text.length });
    const keys = entries.filter(({ key }) => key !== null).map(entry => entry.path.join('.'));
    assert.deepEqual(keys, [
      'outcome',
      'outcome.benefits',
      'outcome.statement',
      'outcome.reviews',
      'outcome.reviews.a',
      'stage',
    ]);
  });

  it('end, however deep the text', () => {
    for (const piece of ['- ', '[', '{a: ', '"', '# ', '<!--', '- [ ] ', '](', '<!-- proof: ']) {
      const text = piece.repeat(50_000);
      outlineYaml(text, { start: 0, end: text.length }, text.length);
      outlineMarkdown(text, 0);
    }
  });
});

/** A real file cut anywhere, with something typed there. */
const typed = fc
  .record({
    text: fc.constantFrom(...Object.values(TEXTS), TEAM),
    from: fc.nat(),
    length: fc.oneof(fc.constant(0), fc.nat({ max: 60 }), fc.nat()),
    words: fc.oneof(
      fc.constantFrom('', '{', '[', '"', "'", '- ', 'key: ', '](', '<!-- proof: ', '|', '\t', '#', '---\n'),
      fc.string(),
    ),
    path: fc.constantFrom(PATH, 'outcomes/team.yaml', 'outcomes/value-tree.yaml', 'outcomes/templates/epic.md'),
    at: fc.nat(),
  })
  .map(({ text, from, length, words, path: file, at }) => {
    const start = from % (text.length + 1);
    const made = text.slice(0, start) + words + text.slice(Math.min(text.length, start + length));
    return {
      document: { path: file, text: made },
      offset: at % 2 === 0 ? start + words.length : at % (made.length + 1),
    };
  });

describe('every feature', () => {
  it('answers about any half-typed text, with places inside it', async () => {
    await fc.assert(
      fc.asyncProperty(typed, async ({ document, offset }) => {
        const context = makeContext();
        const { text } = document;
        const inside = ({ start, end }: { readonly start: number; readonly end: number }) =>
          assert.ok(start >= 0 && start <= end && end <= text.length);
        for (const { range } of await complete(document, offset, context, true)) {
          inside(range);
          assert.ok(range.start <= offset && offset <= range.end);
          assert.ok(!text.slice(range.start, range.end).includes('\n'));
        }
        const hover = hoverAt(document, offset, context);
        if (hover !== null) inside(hover.range);
        symbolsOf(document, 'outcomes').forEach(({ range, selection }) => {
          inside(range);
          assert.ok(range.start <= selection.start && selection.end <= range.end);
        });
        foldsOf(document, 'outcomes').forEach(inside);
        linksOf(document, context).forEach(({ range }) => inside(range));
        epicKeyAt(document, offset, context);
        renameEpic([document, ...FILES.slice(1)], 'PAY-100', 'PAY-900', context);
      }),
      { numRuns: 300 },
    );
  });
});

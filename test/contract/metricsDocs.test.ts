import assert from 'node:assert/strict';
import type { Figure } from '../../src/model/flow/figure.ts';
import { FIGURE_GROUP_TITLES } from '../../src/wording/figures/figure.ts';
import { definitionFragment } from '../../src/wording/figures/definition.ts';
import { figuresOf } from '../../src/wording/figures/figures.ts';
import { learnFigures, withLearnFigures } from '../../src/wording/figures/learnFigures.ts';
import { createLearn, epicWith } from '../unit/answers/learn/madeOutcomes.ts';
import { inTurn, MadeTeam } from '../unit/answers/flow/madeTeam.ts';
import { textOf } from './sourceTree.ts';

const PARTS = ['What it is', 'How it is computed here', 'What it cannot tell', 'The question to ask'];
const page = textOf('docs/metrics.md');
/** Headings of figures are the third-level ones, each with the text up to the next heading. */
const sections = [...page.matchAll(/^### (.+)\n([\s\S]*?)(?=^#|(?![\s\S]))/gm)].map(([, heading = '', text = '']) => ({
  fragment: slug(heading),
  text,
}));

/** As VS Code's Markdown preview names a heading. */
function slug(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, '')
    .replaceAll(/\s/g, '-');
}

/** Every figure that a shown answer can have, two series from elsewhere among them. */
function allFigures(): Figure[] {
  const answer = new MadeTeam(inTurn(5, 40)).shown();
  assert.ok(answer.group !== null);
  const behaviour = { state: 'none', n: 0, segments: [], signals: [], chunky: false } as const;
  const signal = { withheld: null, name: 'Pulse', unit: null, least: 3, points: [], behaviour, unread: [] };
  const figures = figuresOf({ ...answer, group: { ...answer.group, signals: [signal, signal] } });
  return withLearnFigures(figures, learnFigures(createLearn([epicWith('PAY-1', { hits: 1 })])));
}

describe('docs/metrics.md', () => {
  it('has a section for every figure, where "Open the definition" leads, and no other', () => {
    const figures = allFigures();
    assert.ok(figures.length >= 36, `${figures.length} figures`);
    assert.deepEqual(
      sections.map(({ fragment }) => fragment).sort(),
      [...new Set(figures.map(({ id }) => definitionFragment(id)))].sort(),
    );
  });

  it('has each figure in the chapter of its group', () => {
    const chapters = page.split(/^## /m).slice(1);
    for (const { id, group } of allFigures()) {
      const chapter = chapters.find(text => text.startsWith(`${FIGURE_GROUP_TITLES[group]}\n`)) ?? '';
      const headings = [...chapter.matchAll(/^### (.+)$/gm)].map(([, heading = '']) => slug(heading));
      assert.ok(headings.includes(definitionFragment(id)), `${id} is not under ${FIGURE_GROUP_TITLES[group]}`);
    }
  });

  for (const { fragment, text } of sections)
    it(`says of ${fragment} what it is, how it is computed, what it cannot tell and what to ask`, () => {
      const parts = [...text.matchAll(/^- \*\*(.+?)\*\*: (.+)$/gm)];
      assert.deepEqual(
        parts.map(([, part]) => part),
        PARTS,
      );
      assert.match(parts[3]?.[2] ?? '', /\?$/m);
    });

  it('has no two headings that a link could mean', () => {
    const all = [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => slug(heading));
    assert.equal(new Set(all).size, all.length);
    for (const [, target = ''] of page.matchAll(/\]\(#([^)]+)\)/g)) assert.ok(all.includes(target), `#${target}`);
  });
});

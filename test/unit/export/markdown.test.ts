import assert from 'node:assert/strict';
import { figureMarkdown } from '../../../src/export/markdown.ts';
import { figureText, figureTextInFull } from '../../../src/export/plainText.ts';
import { createFigure } from '../../../src/wording/figures/figure.ts';

const figure = createFigure({
  id: 'batchSize',
  group: 'effectiveness',
  title: 'Batch size',
  headline: '85 % of items changed at most 12 files.',
  values: [{ id: 'p85', label: '85 %', value: 12, unit: 'files', n: 40, why: null }],
  table: {
    caption: '',
    columns: [
      { id: 'week', label: 'Week', kind: 'day' },
      { id: 'files', label: 'Files', kind: 'files' },
    ],
    rows: [
      ['2026-01-05', 3],
      ['2026-01-12', null],
    ],
  },
  notes: ['PAY-1 | [evil](command:x) <img src=x>'],
  prompt: 'What could land in two steps?',
  focus: 'batchSize',
});
const options = { level: 3, picture: null, withMethod: true } as const;

describe('a figure as Markdown', () => {
  it('has its sentence, key figures, table and question', () => {
    const text = figureMarkdown(figure, options);
    assert.match(text, /^### Batch size\n\n85 % of items/);
    assert.match(text, /- 85 %: 12 files \(n = 40\)/);
    assert.match(text, /\| Week \| Files \|\n\| --- \| ---: \|\n\| 2026-01-05 \| 3 files \|\n\| 2026-01-12 \| – \|/);
    assert.match(text, /\*\*To talk about:\*\* What could land in two steps\?/);
  });

  it('lets no text become a link, an image, HTML or a cell', () => {
    const text = figureMarkdown(figure, options);
    assert.match(text, /PAY-1 \\\| \\\[evil\\\]\(command:x\) \\<img src=x\\>/);
  });

  it('shows a picture instead of the table where there is one', () => {
    const text = figureMarkdown(figure, { ...options, picture: '2026-11/batchSize.svg' });
    assert.match(text, /!\[Batch size\]\(2026-11\/batchSize\.svg\)/);
    assert.doesNotMatch(text, /\| Week/);
  });
});

describe('a figure as text', () => {
  it('is short, and in full with its table', () => {
    assert.deepEqual(figureText(figure).slice(0, 3), [
      'Batch size',
      '  85 % of items changed at most 12 files.',
      '  85 %: 12 files (n = 40)',
    ]);
    assert.ok(figureTextInFull(figure).includes('  2026-01-05  3 files'));
    assert.ok(!figureText(figure).join('\n').includes('2026-01-05'));
  });
});

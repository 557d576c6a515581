import assert from 'node:assert/strict';
import type { Chart } from '../../../../src/model/flow/figure.ts';
import { createFigure } from '../../../../src/wording/figures/figure.ts';
import { leftoverNote, withoutEmptyChart } from '../../../../src/wording/figures/hiddenBins.ts';
import { madeCharts } from '../../../support/madeCharts.ts';

const made = madeCharts(6, 4);
const figureOf = (chart: Chart) =>
  withoutEmptyChart(
    createFigure({ id: 'x', group: 'speed', title: 'X', chart, notes: ['Before', leftoverNote(2, 4)] }),
  );
const series = (hidden: (index: number) => boolean): Chart => ({
  ...made.series,
  points: made.series.points.map((point, index) => ({
    ...point,
    hidden: hidden(index),
    value: hidden(index) ? null : 3,
  })),
});
const stack = (values: (index: number) => (number | null)[]): Chart => ({
  ...made.stack,
  columns: made.stack.columns.map((column, index) => ({ ...column, values: values(index) })),
});

describe('a picture over time of which most is hidden', () => {
  it('gives way to a sentence where fewer than three points may be shown', () => {
    const { chart, notes } = figureOf(series(index => index > 1));
    assert.equal(chart, null);
    assert.deepEqual(notes, [
      'No picture over time: only 2 of its 6 points may be shown, the others are hidden to protect people.',
      'Before',
    ]);
    assert.notEqual(figureOf(series(index => index > 2)).chart, null);
  });

  it('counts a column of a stack as shown when it has anything to draw', () => {
    assert.equal(figureOf(stack(index => (index < 2 ? [5, null] : [null, null]))).chart, null);
    assert.equal(figureOf(stack(index => (index < 2 ? [5, null] : [0, null]))).chart, null);
    assert.notEqual(figureOf(stack(index => (index < 3 ? [5, null] : [null, null]))).chart, null);
    assert.match(
      figureOf(stack(() => [null, null])).notes[0] ?? '',
      /^No picture over time: all its columns are hidden to protect people\.$/,
    );
  });

  it('stays where nothing is hidden, however short it is', () => {
    const short = { ...made.series, points: made.series.points.slice(0, 1) };
    assert.deepEqual(figureOf(short).chart, short);
    assert.deepEqual(figureOf(made.bars).chart, made.bars);
  });
});

it('says how many weeks at the start are not drawn', () => {
  assert.equal(leftoverNote(2, 4), 'The first 2 weeks are not in the picture: it goes by 4 weeks at a time.');
  assert.equal(leftoverNote(1, 4), 'The first week is not in the picture: it goes by 4 weeks at a time.');
});

import assert from 'node:assert/strict';
import type { Chart, Figure, KeyFigure, Unit } from '../../../src/model/flow/figure.ts';
import { shownValues } from '../../../webview/insights/keyFigures.ts';
import { madeCharts } from '../../support/madeCharts.ts';
import { createChartFigure } from '../../support/madeFigures.ts';

const made = madeCharts(26, 10);
const key = (id: string, value: number | null, unit: Unit = 'plain'): KeyFigure => ({
  id,
  label: id,
  value,
  unit,
  n: 30,
  why: value === null ? 'Needs 59 items, has 30.' : null,
});
const shown = (chart: Chart | null, values: KeyFigure[], table: Figure['table'] = null) =>
  shownValues(createChartFigure('figure', made.bars, { chart, values, table })).map(({ id }) => id);

describe('the key figures of the page', () => {
  it('are those that bars, intervals, odds and maps do not write out themselves', () => {
    assert.deepEqual(shown(made.bars, [key('drawn', 21), key('other', 3.5)]), ['other']);
    assert.deepEqual(shown(made.ranges, [key('drawn', 130_000, 'seconds'), key('other', 3.5)]), ['other']);
    assert.deepEqual(shown(made.odds, [key('drawn', 14), key('other', 3.5)]), ['other']);
    assert.deepEqual(shown(made.map, [key('drawn', 0.38, 'share'), key('other', 3.5)]), ['other']);
  });

  it('are not taken for others of the same size: 130,000 lines are no 1.5 days', () => {
    assert.deepEqual(shown(made.ranges, [key('lines', 130_000, 'lines')]), ['lines']);
    assert.deepEqual(shown(made.odds, [key('days', 14, 'days'), key('items', 14, 'items')]), ['days']);
    const columns = [{ id: 'days', label: 'Days', kind: 'days' }] as const;
    const table = { caption: '', columns: [...columns], rows: [[7]] };
    assert.deepEqual(shown(made.bars, [key('share', 7, 'share'), key('days', 7, 'days')], table), ['share']);
  });

  it('leave what is hidden in such a picture to its table, and so what the table says', () => {
    const columns = [{ id: 'p50', label: '50 %', kind: 'plain' }] as const;
    const table = { caption: '', columns: [...columns], rows: [[7]] };
    assert.deepEqual(shown(made.bars, [key('hidden', null), key('inTable', 7), key('other', 3.5)], table), ['other']);
  });

  it('stay beside points and lines, with why one is not there', () => {
    const values = [key('p50', 4), key('p95', null)];
    assert.deepEqual(shown(made.series, values), ['p50', 'p95']);
    assert.deepEqual(shown(made.dots, values), ['p50', 'p95']);
    assert.deepEqual(shown(null, values), ['p50', 'p95']);
  });

  it('do not say why one is not there where a note does', () => {
    const values = [key('p50', 4), key('p95', null)];
    const notes = ['The rest: Needs 59 items, has 30.'];
    assert.deepEqual(shownValues(createChartFigure('figure', made.series, { values, notes })), values.slice(0, 1));
    const held = ['The rest: needs 59\u00a0items, has 30.'];
    assert.deepEqual(
      shownValues(createChartFigure('figure', made.series, { values, notes: held })),
      values.slice(0, 1),
    );
  });

  it('are four at most, and numbers before reasons', () => {
    const values = [key('a', 1), key('b', null), key('c', 3), key('d', 4), key('e', 5), key('f', 6)];
    assert.deepEqual(shown(made.series, values), ['a', 'c', 'd', 'e']);
    const none = values.map(value => ({ ...value, value: null }));
    assert.deepEqual(shown(made.series, none), ['a', 'b', 'c', 'd']);
  });
});

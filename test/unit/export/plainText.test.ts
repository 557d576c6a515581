import assert from 'node:assert/strict';
import { figureText, figureTextInFull, shapeText } from '../../../src/export/plainText.ts';
import type { BarsChart, SeriesChart } from '../../../src/model/flow/figure.ts';
import { createFigure } from '../../../src/wording/figures/figure.ts';

const point = (value: number | null) => ({
  ...{ from: '2026-01-05', to: '2026-01-12', hidden: false },
  ...{ value, signals: [], lines: [] },
});
const series = (values: readonly (number | null)[]): SeriesChart => ({
  ...{ kind: 'series', xLabel: 'Week', yLabel: 'Finished items', unit: 'items' },
  ...{ points: values.map(point), limits: [], markers: [] },
});

describe('a chart in one line of text', () => {
  it('has a name and a scale', () => {
    assert.equal(shapeText(series([8, null, 23])), 'Finished items by week: ▁·█, 8 items to 23 items');
  });

  it('says what its first and last bar are', () => {
    const chart: BarsChart = {
      ...{ kind: 'bars', xLabel: 'Calendar days', yLabel: 'Finished items', unit: 'items' },
      bars: [
        { label: '1 day', value: 53, lines: [] },
        { label: '2 days', value: 91, lines: [] },
        { label: '35 days or more', value: null, lines: [] },
      ],
    };
    assert.equal(shapeText(chart), 'Finished items, “1 day” to “35 days or more”: ▁█·, 53 items to 91 items');
  });

  it('has one value for a scale where all are alike, and is nothing without values', () => {
    assert.equal(shapeText(series([4, 4])), 'Finished items by week: ▄▄, 4 items');
    assert.equal(shapeText(series([null])), '');
  });
});

describe('figureText', () => {
  it('cuts a cell that would fill the screen', () => {
    const columns = [{ id: 'epic', label: 'Epic', kind: 'text' as const }];
    const table = { caption: 'Epics', columns, rows: [['word '.repeat(4000)], ['Short']] };
    const lines = figureTextInFull(createFigure({ id: 'calibration', group: 'impact', title: 'A', table }));
    assert.ok(lines.every(line => line.length <= 102));
    assert.ok(lines.some(line => /^ {2}word .*…$/.test(line)));
    assert.ok(lines.includes('  Short'));
  });

  it('has the shape below the key figures', () => {
    const figure = createFigure({
      ...{ id: 'throughput', group: 'speed', title: 'Throughput', headline: 'Items land.', chart: series([1, 2]) },
      notes: ['Nothing unusual.'],
    });
    assert.deepEqual(figureText(figure), [
      'Throughput',
      '  Items land.',
      '  Finished items by week: ▁█, 1 item to 2 items',
      '  Nothing unusual.',
    ]);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ageMetric } from '../../../src/answers/flow/metrics/age.ts';
import type { Table } from '../../../src/model/flow/figure.ts';
import { ageFigure } from '../../../src/wording/figures/age.ts';
import { isZoomed, zoomByKey, zoomTo } from '../../../webview/insights/charts/zoom.ts';
import { zoomedTable } from '../../../webview/insights/table/zoomedTable.ts';
import { madeCharts } from '../../support/madeCharts.ts';
import { createInput, createOpen, createWork, measure } from '../answers/flow/madeInput.ts';
import { CONTEXT } from '../wording/figures/checkFigure.ts';

const week = 7 * 86_400;
const all = { from: 0, to: 16 * week };

describe('zooming into a chart over time', () => {
  it('halves what is shown, around the middle', () => {
    assert.deepEqual(zoomByKey('+', false, all, all, null), { from: 4 * week, to: 12 * week });
  });

  it('keeps the selected point where it stands', () => {
    const span = zoomByKey('+', false, all, all, 4 * week);
    // A quarter of the way along before, a quarter of the way along after.
    assert.deepEqual(span, { from: 2 * week, to: 10 * week });
  });

  it('widens again, and shows all on 0', () => {
    const near = { from: 4 * week, to: 8 * week };
    assert.deepEqual(zoomByKey('-', false, near, all, null), { from: 2 * week, to: 10 * week });
    assert.deepEqual(zoomByKey('0', false, near, all, null), all);
  });

  it('moves by a quarter with Shift and the arrows, and stops at the ends', () => {
    const near = { from: 4 * week, to: 8 * week };
    assert.deepEqual(zoomByKey('ArrowRight', true, near, all, null), { from: 5 * week, to: 9 * week });
    assert.deepEqual(zoomByKey('ArrowLeft', true, { from: 0, to: 4 * week }, all, null), { from: 0, to: 4 * week });
  });

  it('leaves the arrows without Shift, and all other keys, alone', () => {
    assert.equal(zoomByKey('ArrowRight', false, all, all, null), null);
    assert.equal(zoomByKey('a', false, all, all, null), null);
  });

  it('takes what was dragged over, whichever way, and never less than a week', () => {
    assert.deepEqual(zoomTo(6 * week, 3 * week, all), { from: 3 * week, to: 6 * week });
    assert.deepEqual(zoomTo(5 * week, 5 * week, all), { from: 4.5 * week, to: 5.5 * week });
    assert.deepEqual(zoomTo(0, 0, all), { from: 0, to: week });
  });

  it('shows all where there is less than a week', () => {
    const day = { from: 0, to: 86_400 };
    assert.deepEqual(zoomTo(10, 20, day), day);
    assert.equal(isZoomed(zoomByKey('+', false, day, day, 5) ?? all, day), false);
  });

  it('never leaves what there is, whatever keys are pressed', () => {
    const keys = fc.constantFrom<[string, boolean]>(
      ['+', false],
      ['-', false],
      ['ArrowLeft', true],
      ['ArrowRight', true],
    );
    fc.assert(
      fc.property(fc.array(keys, { maxLength: 30 }), fc.nat(16), (presses, around) => {
        let shown = all;
        for (const [key, shift] of presses) {
          const inside = around * week >= shown.from && around * week <= shown.to;
          shown = zoomByKey(key, shift, shown, all, inside ? around * week : null) ?? shown;
          assert.ok(shown.from >= all.from - 1e-3 && shown.to <= all.to + 1e-3);
          assert.ok(shown.to - shown.from >= week - 1e-3);
        }
      }),
    );
  });
});

describe('the table of a chart that is zoomed', () => {
  const table: Table = {
    caption: 'Items',
    columns: [
      { id: 'started', label: 'Started', kind: 'day' },
      { id: 'finished', label: 'Finished', kind: 'day' },
    ],
    rows: [
      ['2026-08-01', '2026-08-20'],
      ['2026-08-15', '2026-09-20'],
    ],
  };
  const august = { from: Date.parse('2026-08-10') / 1000, to: Date.parse('2026-08-31') / 1000 };
  const { dots, series } = madeCharts(26, 3);

  it('holds the items that are drawn there: by the day they finished', () => {
    const { rows, caption } = zoomedTable(table, dots, august);
    assert.deepEqual(rows, [['2026-08-01', '2026-08-20']]);
    assert.equal(caption, 'Items, 10 Aug 2026 to 31 Aug 2026');
  });

  it('holds the items in work by the day they began, where they are drawn, and not by their last sign of life', () => {
    const open = [createOpen(20, { ticket: 'PAY-1' }), createOpen(60, { ticket: 'PAY-2' })];
    const input = createInput({ open, items: Array.from({ length: 20 }, (_, n) => createWork(30 + n, 10)) });
    const { chart, table: items } = ageFigure(measure(ageMetric, input), CONTEXT);
    assert.ok(chart?.kind === 'dots' && items !== null);
    const begun = Math.max(...chart.dots.map(({ x }) => x));
    const { rows } = zoomedTable(items, chart, { from: begun - week, to: begun + week });
    assert.deepEqual(
      rows.map(([item]) => item),
      ['PAY-1'],
    );
    const signs = { from: input.now - 2 * 86_400, to: input.now };
    assert.deepEqual(zoomedTable(items, chart, signs).rows, []);
  });

  it('holds the weeks of a series by the day they begin', () => {
    assert.deepEqual(zoomedTable(table, series, august).rows, [['2026-08-15', '2026-09-20']]);
  });

  it('is whole without zoom, and where it has no days', () => {
    assert.equal(zoomedTable(table, dots, null), table);
    const plain: Table = { caption: '', columns: [{ id: 'a', label: 'A', kind: 'text' }], rows: [['x']] };
    assert.equal(zoomedTable(plain, dots, august), plain);
  });
});

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import type { Chart } from '../../../../src/model/flow/figure.ts';
import { drawChart } from '../../../../webview/insights/charts/draw.ts';
import { madeCharts } from '../../../support/madeCharts.ts';
import { assertGolden, goldenFolder } from './golden.ts';
import { madeInterventionCharts } from './madeInterventionCharts.ts';
import { madeLearnCharts } from './madeLearnCharts.ts';
import { createPaper } from './paper.ts';

const made = madeCharts(26, 60);
const { dots, series, stack } = made;
const { around, sides } = madeInterventionCharts();
const { became, rates, expected } = madeLearnCharts();

/** What must be drawn as it was: every kind with much in it, in little room, with one thing in it, and with none. */
const cases: Readonly<Record<string, readonly [Chart, number]>> = {
  dots: [dots, 720],
  'dots-narrow': [dots, 320],
  'dots-one': [{ ...dots, dots: dots.dots.slice(0, 1), levels: [], markers: [] }, 720],
  'dots-none': [{ ...dots, dots: [], levels: [], markers: [] }, 720],
  'dots-by-number': [made.dotsByNumber, 720],
  bars: [made.bars, 720],
  'bars-narrow': [made.bars, 320],
  'bars-long': [made.barsLong, 720],
  'bars-long-narrow': [made.barsLong, 320],
  'bars-one': [{ ...made.bars, bars: made.bars.bars.slice(0, 1) }, 720],
  'bars-none': [{ ...made.bars, bars: [] }, 720],
  series: [series, 720],
  'series-narrow': [series, 320],
  'series-one': [{ ...series, points: series.points.slice(0, 1), limits: [], markers: [] }, 720],
  'series-none': [{ ...series, points: [], limits: [], markers: [] }, 720],
  'series-around': [around, 720],
  'series-around-narrow': [around, 320],
  stack: [stack, 720],
  'stack-narrow': [stack, 320],
  'stack-one': [{ ...stack, columns: stack.columns.slice(0, 1), markers: [] }, 720],
  'stack-none': [{ ...stack, columns: [], markers: [] }, 720],
  'stack-sides': [sides, 720],
  'stack-sides-narrow': [sides, 320],
  ranges: [made.ranges, 720],
  'ranges-narrow': [made.ranges, 320],
  'ranges-one': [{ ...made.ranges, rows: made.ranges.rows.slice(0, 1) }, 720],
  'ranges-none': [{ ...made.ranges, rows: [] }, 720],
  'bars-became': [became, 720],
  'bars-became-narrow': [became, 320],
  'ranges-rates': [rates, 720],
  'ranges-expected': [expected, 720],
  'ranges-expected-narrow': [expected, 320],
  odds: [made.odds, 720],
  'odds-narrow': [made.odds, 320],
  'odds-one': [{ ...made.odds, groups: made.odds.groups.slice(0, 1) }, 720],
  'odds-none': [{ ...made.odds, groups: [] }, 720],
  map: [made.map, 720],
  'map-narrow': [made.map, 320],
  'map-one': [{ ...made.map, boxes: made.map.boxes.slice(0, 1), arrows: [], outside: [] }, 720],
  'map-none': [{ ...made.map, boxes: [], arrows: [], outside: [] }, 720],
};

describe('the drawings', () => {
  const warn = console.warn;
  before(() => {
    console.warn = message => assert.fail(`the plot library warns: ${String(message)}`);
  });
  after(() => {
    console.warn = warn;
  });

  for (const [name, [chart, width]] of Object.entries(cases))
    it(`look as they did: ${name}`, () => {
      const { element, marks } = drawChart(chart, createPaper({ width }));
      assert.doesNotMatch(element.outerHTML, /NaN|undefined|Infinity/);
      for (const { x, y } of marks) assert.ok(Number.isFinite(x) && Number.isFinite(y), `${name} has a mark nowhere`);
      assertGolden(name, element);
    });

  it('have a golden picture each, and no picture is left over', () => {
    const pictures = readdirSync(goldenFolder).filter(file => !file.endsWith('.actual.svg'));
    assert.deepEqual(
      pictures.sort(),
      Object.keys(cases)
        .map(name => `${name}.svg`)
        .sort(),
    );
  });
});

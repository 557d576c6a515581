import assert from 'node:assert/strict';
import { processBehaviour } from '../../../../src/answers/flow/statistics/processBehaviour.ts';
import type { BatchFirst } from '../../../../src/model/flow/batchFirst.ts';
import type { Forecast } from '../../../../src/model/flow/forecast.ts';
import type { Improving, ImprovingMeasure } from '../../../../src/model/flow/improving.ts';
import type { BehaviourSeries } from '../../../../src/model/flow/processBehaviour.ts';
import { batchFirstFigure } from '../../../../src/wording/figures/batchFirst.ts';
import { forecastFigure } from '../../../../src/wording/figures/forecast.ts';
import { improvingFigure } from '../../../../src/wording/figures/improving.ts';
import { checked, CONTEXT } from './checkFigure.ts';

const calm = [9, 10, 12, 11, 9, 10, 12, 11, 9, 10, 12, 11];
const series: BehaviourSeries = {
  biased: false,
  weeksPerBin: 1,
  points: calm.map((value, week) => ({
    from: `2026-0${1 + Math.floor(week / 4)}-${10 + 7 * (week % 3)}`,
    to: `2026-0${1 + Math.floor(week / 4)}-${17 + 7 * (week % 3)}`,
    value,
    hidden: false,
    n: value,
    labels: [],
  })),
  behaviour: processBehaviour(calm, { nonNegative: true }),
};

describe('forecastFigure', () => {
  const odds = ([50, 70, 85, 95] as const).map((percent, at) => ({ percent, value: [12, 10, 8, 6][at]! }));
  const forecast: Forecast = {
    withheld: null,
    after: null,
    weeks: 26,
    emptyWeeks: 3,
    items: 70,
    itemsIn: [{ weeks: 4, odds }],
    weeksFor: [
      {
        items: 10,
        odds: [
          { percent: 50, value: 1, by: '2026-07-14' },
          { percent: 70, value: 4, by: '2026-08-04' },
          { percent: 85, value: 6, by: '2026-08-18' },
          { percent: 95, value: null, by: null },
        ],
      },
    ],
    growing: null,
    little: { averageWip: 9, perDay: 1, meanDays: 5, ratio: 1.8, arrivals: 90, departures: 60, isStable: false },
  };

  it('answers in odds, with the sample', () => {
    assert.equal(
      checked(forecastFigure(forecast, CONTEXT)).headline,
      'With odds of 85 %, at least 8 items are finished in the next 4 weeks; with even odds, at least 12 (70 items of 26 weeks drawn from).',
    );
  });

  it('never gives a date alone', () => {
    const { chart, table } = checked(forecastFigure(forecast, CONTEXT));
    assert.ok(chart?.kind === 'odds');
    const [, when] = chart.groups;
    assert.deepEqual(when, {
      title: 'When?',
      rows: [
        {
          label: '10 items',
          cells: [
            { text: '≤ 1 week', value: 1, unit: 'plain', lines: ['Weeks from today', 'Over by 14 Jul 2026'] },
            { text: '≤ 4 weeks', value: 4, unit: 'plain', lines: ['Weeks from today', 'Over by 4 Aug 2026'] },
            { text: '≤ 6 weeks', value: 6, unit: 'plain', lines: ['Weeks from today', 'Over by 18 Aug 2026'] },
            { text: '> 10 years', value: null, unit: 'plain', lines: [] },
          ],
        },
      ],
    });
    assert.deepEqual(table?.rows.slice(3, 5), [
      ['How many in 4 weeks, at least', 0.95, 6, 4, null],
      ['When are 10 done, at most', 0.5, 10, 1, '2026-07-14'],
    ]);
  });

  it('lays the odds out as a grid: a row a question, a column a percentage', () => {
    const { chart } = checked(forecastFigure(forecast, CONTEXT));
    assert.ok(chart?.kind === 'odds');
    assert.deepEqual([chart.percents, chart.named], [[50, 70, 85, 95], 85]);
    const [many] = chart.groups;
    assert.equal(many?.rows[0]?.label, 'next 4 weeks');
    assert.deepEqual(
      many.rows[0].cells.map(({ text }) => text),
      ['≥ 12 items', '≥ 10 items', '≥ 8 items', '≥ 6 items'],
    );
  });

  it('counts from the end of a window that ended long ago, wherever it speaks of weeks', () => {
    const { headline, values, chart, table, notes } = checked(
      forecastFigure({ ...forecast, after: '2024-10-20' }, CONTEXT),
    );
    assert.equal(
      headline,
      'With odds of 85 %, at least 8 items are finished in the 4 weeks after 20 Oct 2024; with even odds, at least 12 (70 items of 26 weeks drawn from).',
    );
    assert.deepEqual(
      values.map(({ label }) => label),
      [
        '85 %: at least so many items in 4 weeks after 20 Oct 2024',
        '85 %: weeks after 20 Oct 2024 until 10 items are done',
      ],
    );
    assert.equal(
      notes[0],
      'These weeks ended on 20 Oct 2024, so the forecast begins there and knows nothing of what came since.',
    );
    assert.doesNotMatch(JSON.stringify([chart, table]), /today|next/);
  });

  it('warns when work does not come and go alike, and when that cannot be told', () => {
    assert.match(forecastFigure(forecast, CONTEXT).notes[0] ?? '', /^Unstable: .*begun 90, finished 60/);
    assert.match(forecastFigure({ ...forecast, little: null }, CONTEXT).notes[0] ?? '', /cannot be told/);
    assert.deepEqual(forecastFigure({ ...forecast, little: { ...forecast.little!, isStable: true } }, CONTEXT).notes, [
      'It assumes a fixed scope: nothing here tells how much work is added while these items are done.',
      '3 of the 26 weeks had no finished item; they are drawn like all others.',
    ]);
  });

  it('says why there is none', () => {
    const withheld = { code: 'tooFew', what: 'weeks', has: 5, needs: 8 } as const;
    assert.match(checked(forecastFigure({ ...forecast, withheld }, CONTEXT)).withheld, /needs 8 whole weeks, has 5/);
  });
});

describe('improvingFigure', () => {
  const told = (id: ImprovingMeasure['id'], lately: ImprovingMeasure['lately']): ImprovingMeasure => ({
    id,
    withheld: null,
    flat: false,
    lately,
    series,
  });
  const withheld: ImprovingMeasure = {
    ...told('reverts', null),
    withheld: { code: 'tooFew', what: 'points', has: 2, needs: 6 },
    series: null,
  };
  const figure = (verdict: Improving['verdict'], measures: readonly ImprovingMeasure[]) =>
    checked(improvingFigure({ withheld: null, verdict, measures }, CONTEXT));

  it('answers with each measure and its sample', () => {
    const { headline, chart, notes } = figure('tradeOff', [
      told('cycleTime', 'unfavourable'),
      told('throughput', 'favourable'),
      withheld,
    ]);
    assert.equal(
      headline,
      'A trade-off against its own baseline: cycle time: a signal on the unwelcome side (n = 12); throughput: a signal on the welcome side (n = 12).',
    );
    assert.equal(chart?.kind, 'series');
    assert.match(notes.at(-1) ?? '', /^Revert rate: Not shown: needs 6 points, has 2/);
  });

  it('says when there is no detectable change', () => {
    assert.match(figure('noChange', [told('throughput', 'noSignal')]).headline, /^No detectable change against/);
    assert.match(figure('improving', [told('throughput', 'favourable')]).headline, /^Improving against/);
    assert.match(
      figure('unfavourable', [told('throughput', 'unfavourable')]).headline,
      /^Signals on the unwelcome side/,
    );
  });

  it('says what cannot tell', () => {
    const flat = { ...told('throughput', null), flat: true };
    assert.match(
      figure(null, [withheld, flat]).withheld,
      /^This cannot be told: revert rate: Not shown.*; throughput: its values hardly ever change/,
    );
    const solo = improvingFigure({ withheld: { code: 'solo' }, verdict: null, measures: [] }, CONTEXT);
    assert.equal(checked(solo).withheld, 'Not shown for one or two people.');
  });
});

describe('batchFirstFigure', () => {
  const preceded: BatchFirst = {
    withheld: null,
    verdict: 'preceded',
    n: 104,
    measure: 'lines',
    size: series,
    time: series,
    sizeRose: '2026-05-25',
    timeRose: '2026-06-08',
    risesInsideSizes: false,
    correlation: { rho: 0.4, p: 0.01 },
  };
  const headline = (changes: Partial<BatchFirst>): string =>
    checked(batchFirstFigure({ ...preceded, ...changes }, CONTEXT)).headline;

  it('tells the order in time and whether it is size alone', () => {
    assert.equal(
      headline({}),
      'Batch size rose first (week of 25 May 2026), cycle time followed (week of 8 Jun 2026); inside equal size groups cycle time did not change (n = 104 items with both figures).',
    );
    assert.match(
      headline({ verdict: 'followed', risesInsideSizes: true }),
      /^Cycle time rose first .* cycle time did change/,
    );
    assert.match(headline({ verdict: 'together', risesInsideSizes: null }), /rose together .* cannot be told/);
  });

  it('tells that one or none has a signal', () => {
    assert.match(headline({ verdict: 'onlySize', timeRose: null }), /cycle time shows no upward signal \(n = 104/);
    assert.match(headline({ verdict: 'onlyTime', sizeRose: null }), /batch size shows no upward signal/);
    assert.match(headline({ verdict: 'neither', sizeRose: null, timeRose: null }), /^Neither/);
  });

  it('notes that size is not the whole story', () => {
    const notes = (risesInsideSizes: boolean) => batchFirstFigure({ ...preceded, risesInsideSizes }, CONTEXT).notes;
    assert.ok(notes(true).some(note => note.startsWith('Size is not the whole story')));
    assert.ok(!notes(false).some(note => note.startsWith('Size is not the whole story')));
  });

  it('gives a reason where there is no correlation, and none for the whole', () => {
    checked(batchFirstFigure({ ...preceded, correlation: null }, CONTEXT));
    const withheld = checked(batchFirstFigure({ ...preceded, withheld: { code: 'notRead' } }, CONTEXT));
    assert.equal(
      withheld.withheld,
      'No branch beside main and lines of releases or environments can be seen from here, so work that has not landed is not known.',
    );
  });
});

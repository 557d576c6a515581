import assert from 'node:assert/strict';
import { processBehaviour } from '../../../../src/answers/flow/statistics/processBehaviour.ts';
import type { InterventionComparison, InterventionSeries } from '../../../../src/model/flow/interventions.ts';
import { interventionFigures } from '../../../../src/wording/figures/interventions.ts';
import { checked, CONTEXT } from './checkFigure.ts';

const DAY = 86_400;

describe('interventionFigures', () => {
  const base: InterventionComparison = {
    kind: 'intervention',
    on: '2026-03-01',
    label: 'AI assistants',
    cannotTell: null,
    verdict: 'noChange',
    followUpDays: 28,
    before: { from: '2025-08-31', to: '2026-02-01', items: 40, unfinished: 2, median: 5 * DAY },
    after: { from: '2026-03-01', to: '2026-06-09', items: 31, unfinished: 3, median: 4.2 * DAY },
    straddling: 6,
    shift: {
      difference: -0.8 * DAY,
      low: -3.1 * DAY,
      high: 1.2 * DAY,
      byWeeks: true,
      hodgesLehmann: -0.5 * DAY,
      a12: 0.45,
      p: 0.4,
    },
    types: null,
    mixMoved: false,
    inside: null,
    sizes: null,
    series: null,
    placebo: { dates: 14, asLarge: 3 },
    signalsSince: 1,
    also: [{ id: 'batchSize', before: 120, after: 80, unit: 'lines', n: [40, 31], p: 0.0312 }],
  };
  const figures = (...comparisons: Partial<InterventionComparison>[]) =>
    interventionFigures(
      { withheld: null, comparisons: comparisons.map(one => ({ ...base, ...one })), leftOut: 0 },
      CONTEXT,
    ).map(checked);
  const figure = (...comparisons: Partial<InterventionComparison>[]) => {
    const [first] = figures(...comparisons);
    assert.ok(first?.id === 'interventions');
    return first;
  };

  it('words a comparison by its interval', () => {
    assert.equal(
      figure({}).headline,
      'No detectable change since 1 Mar 2026: shift −19.2 hours, 95 % CI −3.1 days to 1.2 days (40 items before, 31 after). These data would have shown a shift of 2.1 days or more.',
    );
    const shift = { ...base.shift!, difference: -2 * DAY, high: -1 * DAY, low: null };
    assert.equal(
      figure({ verdict: 'shorter', shift }).headline,
      'Cycle time since 1 Mar 2026 is shorter by 2 days (95 % CI open to −1 day; 40 items before, 31 after).',
    );
  });

  it('notes what a reader should know beside it', () => {
    assert.deepEqual(figure({}).notes, [
      'AI assistants: Each item was watched for 28 days; 2 of 40 before and 3 of 31 after were not finished by then. 6 begun before it and watched across it are in neither group.',
      'AI assistants: Of 14 made-up dates before it, 3 show a shift at least as large: by size, the real one is number 4 of 15.',
      'AI assistants: Weekly cycle time since shows 1 signal against the limits of the weeks before.',
      'AI assistants: also seen: batch size 120 lines before, 80 lines after (adjusted p = 0.031; 40 items before, 31 after).',
    ]);
    const notes = (changes: Partial<InterventionComparison>) => figure(changes).notes.join('\n');
    assert.match(notes({ signalsSince: 0 }), /stays within the limits/);
    assert.match(notes({ shift: { ...base.shift!, byWeeks: false } }), /single items were drawn/);
    assert.match(notes({ placebo: { dates: 11, asLarge: 1 } }), /1 shows .* number 2 of 12\./);
  });

  const inside = { difference: -DAY, low: -2 * DAY, high: -0.5 * DAY, byWeeks: true, n: [38, 29] } as const;

  it('tells the shift between like items where the mix of work types moved', () => {
    const shorter = figure({ verdict: 'shorter', mixMoved: true, inside });
    assert.equal(
      shorter.headline,
      'Cycle time since 1 Mar 2026 is shorter by 1 day between items of the same work type (95 % CI −2 days to −12 hours; 38 items before, 29 after). The mix of work types moved by more than 15 points, so only like is compared with like; the medians of all items differ by −19.2 hours.',
    );
    assert.deepEqual([shorter.values[0]?.value, shorter.values[0]?.n], [-DAY, 29]);
    assert.ok(shorter.chart?.kind === 'ranges');
    assert.deepEqual([shorter.chart.rows[0]?.low, shorter.chart.rows[0]?.high], [-2 * DAY, -0.5 * DAY]);
    assert.equal(
      figure({ mixMoved: true, inside: { ...inside, high: DAY } }).headline,
      'No detectable change since 1 Mar 2026 between items of the same work type: shift −1 day, 95 % CI −2 days to 1 day (38 items before, 29 after). These data would have shown a shift of 1.5 days or more. The mix of work types moved by more than 15 points, so only like is compared with like; the medians of all items differ by −19.2 hours.',
    );
  });

  it('says where it is hidden whether the mix of work types moved', () => {
    assert.match(
      figure({ mixMoved: null }).headline,
      / Whether the mix of work types moved is hidden to protect people\.$/,
    );
  });

  it('notes what is different between items of like size where sizes moved', () => {
    const note = (sizes: InterventionComparison['sizes']) =>
      figure({ sizes }).notes.find(text => text.includes('sizes of items moved'));
    const sizes = { measure: 'lines', strata: null, moved: true, inside } as const;
    assert.equal(
      note(sizes),
      'AI assistants: The sizes of items moved by more than 15 points, which may be part of what changed. Between items of like size that were finished while watched, the shift is −1 day (38 items before, 29 after).',
    );
    assert.match(note({ ...sizes, inside: null }) ?? '', /too few of like size/);
    assert.equal(note({ ...sizes, moved: false, inside: null }), undefined);
  });

  it('says which cannot be told, why, and from when on', () => {
    const nothing = {
      verdict: null,
      before: null,
      after: null,
      shift: null,
      placebo: null,
      signalsSince: null,
      also: [],
    };
    const reasons = [
      [{ code: 'tooEarly', readyOn: '2026-08-10' }, /it can be told from 10 Aug 2026 on/],
      [{ code: 'tooEarly', readyOn: null }, /No item was begun since/],
      [{ code: 'future' }, /Its date has not come/],
      [{ code: 'historyTooShort' }, /Six weeks before it/],
      [{ code: 'unfinished' }, /Half or more/],
      [{ code: 'mixChanged' }, /mix of work types/],
      [{ code: 'people' }, /Hidden to protect people/],
      [{ code: 'tooFew', what: 'timedItems', has: 4, needs: 15 }, /Needs 15 items .* has 4/],
    ] as const;
    for (const [cannotTell, text] of reasons) {
      const { headline, notes, table } = figure({ ...nothing, cannotTell });
      assert.equal(headline, 'Of 1 dated change, none can be told yet.');
      assert.match(notes[0] ?? '', text);
      assert.match(String(table?.rows[0]?.at(-1)), /^cannot tell: /);
    }
  });

  it('draws one interval a date around no difference', () => {
    const { chart, values } = figure({}, { on: '2026-02-01', label: 'Pairing' });
    assert.ok(chart?.kind === 'ranges' && chart.zero);
    assert.deepEqual(
      chart.rows.map(({ label }) => label),
      ['AI assistants (1 Mar 2026)', 'Pairing (1 Feb 2026)'],
    );
    assert.equal(values.length, 2);
  });

  it('asks for a dated change where none is named', () => {
    assert.match(figure().withheld, /^The team has named no change yet/);
  });

  it('draws weekly cycle time with the limits of before, the date on it, and the limits that begin anew', () => {
    // 12 weeks of 10 and 12 days in turn, then 4 and 6: limits 11 ± 5.32 days.
    const days = Array.from({ length: 26 }, (_, week) => (week < 12 ? 10 + 2 * (week % 2) : 4 + 2 * (week % 2)));
    const at = (week: number) => new Date(Date.UTC(2026, 0, 5 + 7 * week)).toISOString().slice(0, 10);
    const series: InterventionSeries = {
      behaviour: {
        weeksPerBin: 1,
        biased: false,
        points: days.map((value, week) => ({
          from: at(week),
          to: at(week + 1),
          value: value * DAY,
          hidden: false,
          n: 3,
          labels: [],
        })),
        behaviour: processBehaviour(
          days.map(value => value * DAY),
          { nonNegative: true, baseline: 12 },
        ),
      },
      anew: {
        from: 12,
        to: 26,
        state: 'full',
        version: 'mean',
        centre: 5 * DAY,
        upper: 10.32 * DAY,
        lower: null,
        upperRange: 6.5 * DAY,
      },
    };
    const [, drawn] = figures({ on: '2026-03-31', label: 'Pairing', series, signalsSince: 9 });
    assert.equal(drawn?.id, 'interventions-series');
    assert.equal(
      drawn.headline,
      'Cycle time since 31 Mar 2026 (Pairing) shows 9 signals against the limits of before (n = 12 weeks with a value before, 26 in all).',
    );
    assert.ok(drawn.chart?.kind === 'series');
    assert.deepEqual(
      drawn.chart.limits.map(({ from, to, centre }) => [from, to, centre / DAY]),
      [
        ['2026-01-05', '2026-07-06', 11],
        ['2026-03-30', '2026-07-06', 5],
      ],
    );
    assert.deepEqual(drawn.chart.markers, CONTEXT.markers);
    assert.deepEqual(drawn.chart.points[12]?.signals, [
      'outside the limits',
      'unusually large step',
      'long run on one side of the centre',
      'three of four far from the centre',
    ]);
    assert.match(drawn.notes.join('\n'), /The week of 30 Mar 2026 lies below .* \(4 days; limit 5\.7 days\)/);
    assert.match(
      drawn.notes.at(-1) ?? '',
      /^From 30 Mar 2026 on, eight or more in a row .* without a name: 5\.7 days to 16 days around 11 days\.$/,
    );
    // Of 12 weeks before, six have a value: no more will come.
    const few = processBehaviour([10, 12, 10, 13, 10, 14, 11, 11], { nonNegative: true, baseline: 6 });
    const trial = {
      behaviour: { ...series.behaviour, points: series.behaviour.points.slice(0, 8), behaviour: few },
      anew: null,
    };
    assert.deepEqual(figures({ on: '2026-02-16', series: trial, signalsSince: 0 })[1]?.notes, [
      'Nothing unusual so far: no value lies outside the trial limits of fewer than 12 weeks before 16 Feb 2026.',
    ]);
  });

  it('shows the work types and sizes of both sides, and what is hidden', () => {
    const types = [
      { type: 'feature', before: 30, after: 14 },
      { type: 'defect', before: 10, after: 17 },
    ] as const;
    const strata = [
      { from: 0, to: 20, before: 14, after: 12 },
      { from: 21, to: 90, before: 13, after: null },
      { from: 91, to: null, before: 11, after: null },
    ];
    const sizes = { measure: 'lines', strata, moved: null, inside: null } as const;
    const [, mix] = figures({ types, mixMoved: true, inside, sizes });
    assert.equal(mix?.id, 'interventions-mix');
    assert.equal(
      mix.headline,
      'The mix of work types moved by more than 15 points since 1 Mar 2026: Feature from 75 % to 45.2 % and Defect from 25 % to 54.8 % (40 items before, 31 after).',
    );
    assert.deepEqual(mix.table?.rows, [
      ['1 Mar 2026', 'AI assistants', 'Work type', 'Feature', 30, 0.75, 14, 14 / 31, ''],
      ['1 Mar 2026', 'AI assistants', 'Work type', 'Defect', 10, 0.25, 17, 17 / 31, ''],
      ['1 Mar 2026', 'AI assistants', 'Size', 'up to 20 lines', 14, 14 / 38, 12, null, ''],
      ['1 Mar 2026', 'AI assistants', 'Size', '21 to 90 lines', 13, 13 / 38, null, null, 'hidden to protect people'],
      ['1 Mar 2026', 'AI assistants', 'Size', '91 lines or more', 11, 11 / 38, null, null, 'hidden to protect people'],
    ]);
    assert.ok(mix.chart?.kind === 'stack');
    assert.deepEqual(mix.chart.columns, [
      { from: '2025-08-31', to: '2026-02-01', values: [0.75, 0.25], total: 1 },
      { from: '2026-03-01', to: '2026-06-09', values: [14 / 31, 17 / 31], total: 1 },
    ]);
    assert.deepEqual(mix.chart.markers, [{ on: '2026-03-01', label: 'AI assistants', kind: 'intervention' }]);
    assert.match(mix.notes.join('\n'), /too few people behind them are hidden/);
    const hidden = types.map(one => ({ ...one, after: null }));
    assert.equal(
      figures({ types: hidden, mixMoved: null })[1]?.headline,
      'How the mix of work types moved since 1 Mar 2026 is hidden to protect people (40 items before, 31 after).',
    );
    assert.match(
      figures({ types }, { label: 'Pairing' })[1]?.notes.join('\n') ?? '',
      /^Pairing: not divided, as its counts .* could be subtracted\.$/,
    );
  });

  it('draws no more than the comparison where there is nothing more', () => {
    assert.equal(figures({}).length, 1);
  });
});

import assert from 'node:assert/strict';
import { behaviourSeries } from '../../../../src/answers/flow/statistics/behaviourSeries.ts';
import { processBehaviour } from '../../../../src/answers/flow/statistics/processBehaviour.ts';
import type { BehaviourSeries, SeriesPoint } from '../../../../src/model/flow/processBehaviour.ts';
import { seriesFigureParts } from '../../../../src/wording/figures/processBehaviour.ts';
import { createFolder } from '../../../support/factories.ts';
import { createInput, createWork, measure } from '../../answers/flow/madeInput.ts';
import { CONTEXT } from './checkFigure.ts';

const MONDAY = Date.UTC(2026, 0, 5);
const day = (days: number): string => new Date(MONDAY + days * 86_400_000).toISOString().slice(0, 10);
const moveDay = (from: string, weeks: number): string =>
  new Date(Date.parse(from) + weeks * 7 * 86_400_000).toISOString().slice(0, 10);
const calm = (length: number): number[] => Array.from({ length }, (_, i) => [9, 10, 12, 11][i % 4]!);
/** Twenty values of which the steps have four sizes; their sum is 206. */
const varied = [9, 10, 12, 12, 9, 10, 11, 9, 10, 12, 9, 11, 9, 10, 12, 12, 9, 10, 11, 9];

/** A series from Monday 5 January 2026; every value has the item PAY-<its index>. */
function made(values: readonly (number | null)[], changes: Partial<BehaviourSeries> = {}): BehaviourSeries {
  const weeks = changes.weeksPerBin ?? 1;
  return {
    weeksPerBin: weeks,
    points: values.map((value, index): SeriesPoint => ({
      from: day(7 * weeks * index),
      to: day(7 * weeks * (index + 1)),
      value,
      hidden: false,
      n: 3,
      labels: [`PAY-${index}`],
    })),
    behaviour: processBehaviour(values, { nonNegative: true }),
    biased: false,
    ...changes,
  };
}

const partsOf = (series: BehaviourSeries, use: 'view' | 'export' = 'view') =>
  seriesFigureParts(
    { series, unit: 'items', label: 'Finished items', caption: 'Finished items over time' },
    { ...CONTEXT, use },
  );

describe('seriesFigureParts', () => {
  it('says how many weeks at the start are in no bin, unless the series begins later', () => {
    const note = 'The first 2 weeks are not in the picture: it goes by 4 weeks at a time.';
    // The window begins on 5 January and has 26 weeks.
    const later = (weeks: number) => {
      const { points, ...rest } = made([3, 4, 5, 6, 5, 4], { weeksPerBin: 4 });
      const moved = points.map(point => ({ ...point, from: moveDay(point.from, weeks), to: moveDay(point.to, weeks) }));
      return partsOf({ ...rest, points: moved }).notes;
    };
    assert.ok(later(2).includes(note));
    assert.ok(!later(6).includes(note));
    assert.ok(!partsOf(made([3, 4, 5, 6, 5, 4])).notes.some(text => text.includes('not in the picture')));
  });

  it('marks what is hidden, and not what has no value', () => {
    const series = made([3, null, 5]);
    const points = series.points.map((point, index) => ({ ...point, hidden: index === 2, value: null }));
    const { chart } = partsOf({ ...series, points });
    assert.deepEqual(
      chart.points.map(({ hidden }) => hidden),
      [false, false, true],
    );
  });

  it('says that nothing is unusual when nothing is', () => {
    // Steps of 1, 2, 3 and none.
    assert.deepEqual(partsOf(made([9, 10, 12, 12, 9, 10, 11, 9, 10, 12, 9, 11])).notes, [
      'Nothing unusual: all weeks lie within what this team’s own past leads to expect.',
    ]);
  });

  it('names a value outside, when it was, by how much, and the items behind it', () => {
    const { notes, chart, table } = partsOf(made([...calm(20), 30]));
    // Centre 10.5, mean step 28/19: 10.5 + 2.66 * 28/19 = 14.42, to one decimal.
    assert.equal(
      notes[0],
      'The week of 25 May 2026 lies above what this team’s own past leads to expect (30 items; limit 14.4 items). Behind it: PAY-20.',
    );
    assert.equal(
      notes[1],
      'The step to the week of 25 May 2026 is larger than this team’s own past leads to expect. Behind it: PAY-20.',
    );
    assert.deepEqual(chart.points[20]?.signals, ['outside the limits', 'unusually large step']);
    assert.deepEqual(table.rows[20], ['2026-05-25', 30, 3, 'outside the limits; unusually large step']);
    assert.ok(partsOf(made([...calm(20), 1])).notes[0]?.includes('lies below what'));
  });

  it('names a run and three of four, with first and last week', () => {
    const { notes } = partsOf(made([...varied, ...varied.slice(0, 8).map(value => value + 3)]));
    assert.ok(
      notes.includes(
        '8 weeks in a row lie above the centre of 10.3 items, from the week of 25 May 2026 to the week of 13 Jul 2026; eight in a row are hardly chance. Behind it: PAY-20, PAY-21, PAY-22, PAY-23, PAY-24 and 3 more.',
      ),
    );
    assert.ok(
      notes.some(note => note.startsWith('Three of four weeks lie more than half way to the upper limit, from')),
    );
  });

  it('names no items behind what lies low', () => {
    const low = partsOf(made([...varied, 1])).notes;
    assert.equal(low.length, 2, 'a week below, and the step down to it');
    assert.ok(low.every(note => !note.includes('Behind it')));
    const run = partsOf(made([...varied, ...varied.slice(0, 8).map(value => value - 3)])).notes;
    assert.ok(run.some(note => / in a row lie below .* eight in a row are hardly chance\.$/.test(note)));
    // The step back up from it has its items again.
    const back = partsOf(made([...varied, 1, 12])).notes;
    assert.ok(back.some(note => note.startsWith('The step to the week of 1 Jun 2026') && note.endsWith('PAY-21.')));
  });

  it('does not call a run hardly chance where only rounding puts its values on one side', () => {
    // Middle lines of the weeks of a team: 15 of the first 20 are 2 or 4, the centre is 82 / 20 = 4.1.
    const first = [2, 4, 8, 6, 2, 4, 8, 4, 4, 8, 2, 2, 4, 8, 6, 2, 2, 2, 2, 2];
    assert.equal(first.reduce((sum, value) => sum + value, 0) / 20, 4.1);
    const text = (values: readonly number[]) =>
      partsOf(made(values)).notes.find(note => note.includes('in a row')) ?? '';
    assert.match(
      text([...first, 4, 2, 4]),
      /^8 weeks in a row lie below the centre of 4\.1 items, .*; with values this coarse that may well be chance\.$/,
    );
    assert.match(text([...first, 2, 2, 2]), /; eight in a row are hardly chance\.$/);
    // Steps of 1 and 2 only.
    assert.match(text([...calm(20), ...calm(8).map(value => value + 3)]), /this coarse/);
  });

  it('names no items in an export', () => {
    assert.ok(partsOf(made([...calm(20), 30]), 'export').notes.every(note => !note.includes('PAY-')));
  });

  it('draws centre and limits, without a lower one that would lie below zero', () => {
    assert.deepEqual(
      partsOf(made([1, 4, 2, 5, 1, 4, 2, 3, 1, 5, 2, 4])).chart.limits.map(({ from, to, lower }) => [from, to, lower]),
      [['2026-01-05', '2026-03-30', null]],
    );
    assert.deepEqual(partsOf(made(calm(3))).chart.limits, []);
  });

  it('keeps old limits beside new ones, and says why there are two', () => {
    const values = [...calm(20), ...calm(10).map(value => value + 3)];
    const behaviour = processBehaviour(values, { nonNegative: true, breaks: [20] });
    const { chart, notes } = partsOf(made(values, { behaviour }));
    assert.deepEqual(
      chart.limits.map(({ from, to, centre }) => [from, to, centre]),
      [
        ['2026-01-05', '2026-05-25', 10.5],
        ['2026-05-25', '2026-08-03', 13.3],
      ],
    );
    assert.ok(notes.some(note => note.includes('a change that the team named')));
  });

  it('says when there are no limits, trial limits or coarse ones', () => {
    assert.deepEqual(partsOf(made(calm(5))).notes, ['No limits yet: they need 6 weeks with a value, there are 5.']);
    assert.ok(partsOf(made([5, 5, 5, 5, 5, 5])).notes[0]?.startsWith('Most values equal the one before them'));
    assert.equal(
      partsOf(made(calm(8))).notes[0],
      'Nothing unusual so far: no value lies outside the trial limits, which hold until 12 weeks have a value.',
    );
    const odd = partsOf(made([...calm(8), 30])).notes;
    assert.ok(odd.some(note => note.startsWith('These are trial limits until 12 weeks')));
    const coarse = partsOf(made([0, 1, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0])).notes;
    assert.ok(coarse.some(note => note.endsWith('so the limits are coarse.')));
  });

  it('tells a hidden bin from one without a value', () => {
    const series = made([...calm(6), null, null]);
    const points = series.points.map((point, index) => (index === 6 ? { ...point, hidden: true, n: null } : point));
    const { chart, table } = partsOf({ ...series, points });
    assert.deepEqual(chart.points[6]?.lines, ['Week of 16 Feb 2026', 'Hidden to protect people']);
    assert.deepEqual(chart.points[7]?.lines, ['Week of 23 Feb 2026', 'No value', 'n = 3']);
    assert.deepEqual(table.rows.slice(6), [
      ['2026-02-16', null, null, 'hidden to protect people'],
      ['2026-02-23', null, 3, ''],
    ]);
  });

  it('speaks of stretches where bins are longer, and puts the measure before each note', () => {
    const series = made([...calm(20), 30], { weeksPerBin: 2 });
    const { notes } = seriesFigureParts(
      { series, unit: 'items', label: 'Items', caption: 'Items', what: 'Throughput' },
      CONTEXT,
    );
    assert.ok(notes[0]?.startsWith('Throughput: the stretch of 2 weeks from 12 Oct 2026 lies above'));
  });

  it('carries the markers', () => {
    assert.deepEqual(partsOf(made(calm(6))).chart.markers, CONTEXT.markers);
  });
});

describe('behaviourSeries', () => {
  const bins = Array.from({ length: 26 }, (_, week) => ({
    from: day(7 * week),
    to: day(7 * week + 7),
    items:
      week === 3 ? null : Array.from({ length: calm(26)[week]! + (week >= 14 ? 5 : 0) }, () => createWork(7 * week, 1)),
  }));
  const of = (changes: Parameters<typeof createInput>[0]) =>
    measure(
      input => gate => behaviourSeries({ weeksPerBin: 1, bins }, items => items.length, input, gate),
      createInput(changes),
    );

  it('has no value, sample and labels where a bin is hidden', () => {
    assert.deepEqual(of({}).points[3], {
      from: '2026-01-26',
      to: '2026-02-02',
      value: null,
      hidden: true,
      n: null,
      labels: [],
    });
    assert.equal(of({}).points[4]?.value, 9);
    assert.equal(of({}).points[4]?.labels.length, 9);
  });

  it('has no labels in an export', () => {
    assert.ok(of({ use: 'export' }).points.every(({ labels }) => labels.length === 0));
  });

  it('begins limits anew only where the team named a change', () => {
    assert.equal(of({}).behaviour.segments.length, 1);
    const { team } = createFolder([]);
    const interventions = [{ on: '2026-04-14', label: 'Pairing' }];
    assert.deepEqual(
      of({ team: { ...team, interventions } }).behaviour.segments.map(({ from }) => from),
      [0, 14],
    );
  });
});

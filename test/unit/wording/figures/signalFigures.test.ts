import assert from 'node:assert/strict';
import type { Signal } from '../../../../src/model/flow/signals.ts';
import { signalFigures } from '../../../../src/wording/figures/signals.ts';
import { checked, CONTEXT } from './checkFigure.ts';

const SIGNAL: Signal = {
  withheld: null,
  name: 'team sentiment',
  unit: '1-5',
  least: 5,
  points: [
    { on: '2026-02-01', value: 3.9 },
    { on: '2026-02-28', value: 4.25 },
    { on: '2026-04-01', value: null },
  ],
  behaviour: { state: 'none', n: 2, segments: [], signals: [], chunky: false },
  unread: [],
};
const figureOf = (changes: Partial<Signal> = {}) => {
  const [figure] = signalFigures([{ ...SIGNAL, ...changes }], CONTEXT);
  assert.ok(figure !== undefined);
  return checked(figure);
};

describe('signalFigures', () => {
  it('say the last value that is shown, and when it was', () => {
    assert.equal(
      figureOf().headline,
      'team sentiment (1-5): 4.25 on 28 Feb 2026, the last of 2 values in these 26 weeks.',
    );
  });

  it('draw the values with the interventions, and a gap where too few answered', () => {
    const { chart, notes } = figureOf();
    assert.ok(chart?.kind === 'series');
    assert.deepEqual(
      chart.points.map(({ from, to, value }) => [from, to, value]),
      [
        ['2026-02-01', '2026-02-02', 3.9],
        ['2026-02-28', '2026-03-01', 4.25],
        ['2026-04-01', '2026-04-02', null],
      ],
    );
    assert.deepEqual(chart.markers, CONTEXT.markers);
    assert.deepEqual(notes, [
      'No limits yet: they need 6 values, there are 2.',
      '1 of 3 rows are gaps: too few answers.',
    ]);
  });

  it('draw limits and name what departs from them, in the picture, the table and the notes', () => {
    const { chart, table, notes } = figureOf({
      behaviour: {
        state: 'trial',
        n: 2,
        segments: [
          { from: 0, to: 2, state: 'trial', version: 'mean', centre: 4, upper: 4.2, lower: null, upperRange: 1 },
        ],
        signals: [{ index: 1, rule: 'outside', direction: 'up', points: [1] }],
        chunky: false,
      },
    });
    assert.ok(chart?.kind === 'series');
    assert.deepEqual(chart.limits, [{ from: '2026-02-01', to: '2026-03-01', centre: 4, upper: 4.2, lower: null }]);
    assert.deepEqual(chart.points[1]?.signals, ['outside the limits']);
    assert.deepEqual(table?.rows[1], ['2026-02-28', 4.25, 'outside the limits']);
    assert.equal(notes[0], 'From 28 Feb 2026: outside the limits, upward.');
  });

  it('say that nothing is unusual only where limits could tell', () => {
    const limits = { from: 0, to: 2, state: 'trial', version: 'mean', centre: 4, lower: null, upperRange: 1 } as const;
    const noteOf = (upper: number | null, state: 'trial' | 'full', n: number) =>
      figureOf({ behaviour: { state, n, segments: [{ ...limits, upper }], signals: [], chunky: false } }).notes[0];
    assert.equal(noteOf(null, 'full', 14), 'Most values equal the one before them, so there are no limits.');
    assert.equal(
      noteOf(4.5, 'trial', 7),
      'Nothing unusual so far: no value lies outside the trial limits, which hold until there are 12 values.',
    );
    assert.equal(
      noteOf(4.5, 'full', 14),
      'Nothing unusual: all values lie within what the series’ own past leads to expect.',
    );
  });

  it('name the lines that could not be read', () => {
    assert.match(figureOf({ unread: [3, 9] }).notes.at(-1) ?? '', /^Not read, line 3 and 9 of its file/);
    assert.match(
      figureOf({ unread: [1, 2, 3, 4, 5, 6, 7] }).notes.at(-1) ?? '',
      /line 1, 2, 3, 4, 5 and 2 more of its file/,
    );
  });

  it('say why there is nothing', () => {
    const nothing = { points: [], behaviour: { ...SIGNAL.behaviour, n: 0 } };
    assert.match(figureOf({ ...nothing, withheld: { code: 'notRead' } }).withheld, /date,value,responses/);
    assert.match(
      figureOf({ ...nothing, withheld: { code: 'people' } }).withheld,
      /no row of this window has 5 responses/,
    );
  });

  it('are one for each series, told apart', () => {
    assert.deepEqual(
      signalFigures([SIGNAL, { ...SIGNAL, name: 'cost' }], CONTEXT).map(({ id, title }) => [id, title]),
      [
        ['signal-1', 'team sentiment'],
        ['signal-2', 'cost'],
      ],
    );
  });
});

import assert from 'node:assert/strict';
import { signals } from '../../../../../src/answers/flow/metrics/signals.ts';
import type { FlowInput } from '../../../../../src/answers/flow/metric.ts';
import type { ImportedSeries, Signal, SignalRow } from '../../../../../src/model/flow/signals.ts';
import { createInput, measure } from '../madeInput.ts';

const row = (on: string, value: number, responses: number | null = 9): SignalRow => ({ on, value, responses });
const weekly = (values: readonly number[]): SignalRow[] =>
  values.map((value, week) => row(new Date(Date.UTC(2026, 0, 7 + 7 * week)).toISOString().slice(0, 10), value));

function read(
  rows: readonly SignalRow[],
  series: Partial<ImportedSeries> = {},
  changes: Partial<FlowInput> = {},
): Signal {
  const made: ImportedSeries = {
    name: 'sentiment',
    unit: '1-5',
    minimumGroup: null,
    content: { rows, unread: [] },
    ...series,
  };
  return measure(signals, createInput({ signals: [made], ...changes }))[0]!;
}

const shown = ({ points }: Signal): (number | null)[] => points.map(({ value }) => value);

describe('signals', () => {
  const answers = [row('2026-02-01', 1, 2), row('2026-03-01', 2, 3), row('2026-04-01', 3, 5), row('2026-05-01', 4, 8)];

  it('makes a gap of a row below the minimum of the team', () => {
    assert.deepEqual(shown(read(answers, { minimumGroup: 6 })), [null, null, null, 4]);
  });

  it('asks for three answers on the screen and five in an export, also where the team asks for fewer', () => {
    for (const minimumGroup of [null, 1]) {
      assert.deepEqual(shown(read(answers, { minimumGroup })), [null, 2, 3, 4]);
      assert.deepEqual(shown(read(answers, { minimumGroup }, { use: 'export' })), [null, null, 3, 4]);
    }
  });

  it('shows a row that nobody answered only where no minimum asks how many did', () => {
    const counted = [row('2026-02-01', 120, null)];
    assert.deepEqual(shown(read(counted)), [120]);
    assert.deepEqual(shown(read(counted, { minimumGroup: 3 })), [null]);
  });

  it('holds the rows of the window', () => {
    const rows = ['2026-01-04', '2026-01-05', '2026-07-05', '2026-07-06'].map(on => row(on, 1));
    assert.deepEqual(
      read(rows).points.map(({ on }) => on),
      ['2026-01-05', '2026-07-05'],
    );
  });

  it('has the limits of its own past and names what departs from it', () => {
    // Wheeler, Making Sense of Data, p. 382: the last value lies above the limit.
    const values = [5045, 4350, 4350, 3975, 4290, 4430, 4485, 4285, 3980, 3925, 3645, 3760, 3300, 3685, 3463, 5200];
    const { behaviour } = read(weekly(values));
    const [limits] = behaviour.segments;
    assert.deepEqual(
      [limits?.centre.toFixed(1), limits?.upper?.toFixed(2), limits?.lower?.toFixed(2)],
      ['4135.5', '5082.28', '3188.72'],
    );
    assert.deepEqual(
      behaviour.signals.filter(({ rule }) => rule === 'outside').map(({ index }) => index),
      [15],
    );
  });

  it('has a lower limit below zero only where values are', () => {
    assert.equal(read(weekly([1, 3, 0, 2, 4, 1, 3])).behaviour.segments[0]?.lower, null);
    assert.ok((read(weekly([1, 3, -1, 2, 4, 1, 3])).behaviour.segments[0]?.lower ?? 0) < 0);
  });

  it('says why there is nothing to show', () => {
    assert.deepEqual(read([], { content: null }).withheld, { code: 'notRead' });
    assert.deepEqual(read([]).withheld, { code: 'nothing', what: 'points' });
    assert.deepEqual(read([row('2026-02-01', 1, 2)]).withheld, { code: 'people' });
    assert.equal(read(answers).withheld, null);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isFinishedWork } from '../../../../../src/answers/flow/items/timedWork.ts';
import { cycleTimeMetric } from '../../../../../src/answers/flow/metrics/cycleTime.ts';
import type { FlowInput } from '../../../../../src/answers/flow/metric.ts';
import type { WorkItem } from '../../../../../src/model/work.ts';
import { at, createInput, createWork, DAY, measure, type MadeGate } from '../madeInput.ts';

const times = (finished: readonly WorkItem[], changes: Partial<FlowInput> = {}, gate: MadeGate = {}) =>
  measure(cycleTimeMetric, createInput({ finished, ...changes }), gate);
/** Items that took 0, 1, 2 … days, and items whose start is unknown. */
const items = (known: number, unknown = 0): WorkItem[] =>
  Array.from({ length: known + unknown }, (_, n) => createWork(90 + n / 100, n < known ? n : null));
const taking = (count: number, days: number): WorkItem[] => Array.from({ length: count }, () => createWork(90, days));
const daysOf = ({ percentiles }: ReturnType<typeof times>) =>
  percentiles.map(({ seconds }) => (seconds === null ? null : seconds / DAY));
const utc = (text: string): number => Date.parse(`${text}Z`) / 1000;

describe('cycleTimeMetric', () => {
  it('counts elapsed seconds and inclusive calendar days (METRICS P24)', () => {
    const { points } = times([
      createWork(0, 0, { start: utc('2026-02-03T00:00:00'), end: utc('2026-02-06T00:00:00') }),
      createWork(0, 0, { start: utc('2026-03-01T00:00:00'), end: utc('2026-03-03T12:00:00') }),
    ]);
    assert.deepEqual(
      points.map(({ seconds, days }) => [seconds / 3600, days]),
      [
        [72, 4],
        [60, 3],
      ],
    );
  });

  it('gives each percentile from as many items as it needs', () => {
    assert.deepEqual(daysOf(times(items(4))), [null, null, null]);
    assert.deepEqual(daysOf(times(items(5))), [2, null, null]);
    assert.deepEqual(daysOf(times(items(19))), [9, 16, null]);
    assert.deepEqual(daysOf(times(items(59))), [29, 50, 56]);
  });

  it('shows nothing when fewer than six of ten starts are known', () => {
    assert.deepEqual(daysOf(times(items(60, 40))), [29, 50, 56]);
    const { withheld, points, bins, percentiles } = times(items(59, 40));
    assert.deepEqual(withheld, { code: 'coverage', known: 59, of: 99 });
    assert.deepEqual([points, bins], [[], []]);
    assert.ok(percentiles.every(({ seconds }) => seconds === null));
  });

  it('says that a squashing team has no cycle time, never 0', () => {
    const squashed = times(items(0, 80));
    assert.deepEqual(squashed.withheld, { code: 'coverage', known: 0, of: 80 });
    assert.ok(squashed.percentiles.every(({ seconds }) => seconds === null));
  });

  it('says so when nothing finished', () => {
    assert.deepEqual(times([]).withheld, { code: 'nothing', what: 'finishedItems' });
    assert.equal(times([]).coverage, null);
  });

  it('is hidden when too few people are behind the items with a known start', () => {
    const finished = items(20, 2);
    const { withheld, points } = times(finished, {}, { hides: ids => ids.length === 20 });
    assert.deepEqual([withheld, points], [{ code: 'people' }, []]);
  });

  it('leaves out what the gate knows to be bots’ work, and what nothing holds together', () => {
    const bot = createWork(90, 40);
    const direct = createWork(90, 50, { flags: ['ungrouped'] });
    const { finished, known } = times([...items(6), bot, direct], {}, { isAutomated: ({ id }) => id === bot.id });
    assert.deepEqual([finished, known], [6, 6]);
  });

  it('hides a bin of too few people, and the next smallest with it', () => {
    const few = taking(3, 2);
    const ids = new Set(few.map(({ id }) => id));
    const gate: MadeGate = { hides: asked => asked.length === 3 && asked.every(id => ids.has(id)) };
    const { bins } = times([...taking(10, 0), ...taking(5, 1), ...few], {}, gate);
    assert.deepEqual(
      bins.map(({ count }) => count),
      [10, null, null, 0, 0, 0, 0, 0, 0],
    );
  });

  it('exports bins and no items', () => {
    const { points, bins } = times(items(30), { use: 'export' });
    assert.equal(points.length, 0);
    assert.equal(
      bins.reduce((sum, { count }) => sum + (count ?? 0), 0),
      30,
    );
  });

  it('exports no bins of one work type', () => {
    const { bins } = times(items(30), { use: 'export', type: 'feature' });
    assert.ok(bins.every(({ count }) => count === null));
  });

  it('describes its items without hash, title or branch', () => {
    const item = createWork(93, 2.5, { number: 7, commits: 3 });
    assert.deepEqual(times([item]).points, [
      {
        id: item.id,
        label: '#7',
        type: 'feature',
        started: '2026-04-06',
        finished: '2026-04-08',
        finishedAt: at(93),
        seconds: 2.5 * DAY,
        days: 3,
        commits: 3,
        rule: 'merge',
        startQuality: 'branch',
        flags: [],
      },
    ]);
  });

  it('counts calendar days into bins that follow each other', () => {
    const { bins } = times([0, 1, 2, 3, 4, 5, 33, 34, 900].map(days => createWork(90, days)));
    assert.deepEqual(
      bins.map(({ fromDays, toDays, count }) => [fromDays, toDays, count]),
      [
        [1, 1, 1],
        [2, 2, 1],
        [3, 3, 1],
        [4, 5, 2],
        [6, 8, 1],
        [9, 13, 0],
        [14, 21, 0],
        [22, 34, 1],
        [35, null, 2],
      ],
    );
  });

  it('leaves out items of which only landings are known', () => {
    const landings = items(10).map(one => ({ ...one, startQuality: 'landingOnly' as const }));
    const { finished, known } = times(landings);
    assert.deepEqual([finished, known], [10, 0]);
  });

  it('does not depend on the order of the items', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 60 })), { maxLength: 60 }), days => {
        const made = days.map((day, n) => createWork(100 + n / 100, day));
        assert.deepEqual(times(made.toReversed()), times(made));
      }),
    );
  });
});

describe('isFinishedWork', () => {
  it('leaves out bots and commits that nothing holds together', () => {
    assert.equal(isFinishedWork(createWork(1, 1)), true);
    assert.equal(isFinishedWork(createWork(1, 1, { automated: true })), false);
    assert.equal(isFinishedWork(createWork(1, 1, { flags: ['ungrouped'] })), false);
  });
});

import assert from 'node:assert/strict';
import { deploymentFrequencyMetric } from '../../../../../src/answers/flow/metrics/deployments.ts';
import { rolloutsOf } from '../../../../../src/answers/flow/metrics/deploymentBins.ts';
import type { FlowInput } from '../../../../../src/answers/flow/metric.ts';
import type { Deployment } from '../../../../../src/model/work.ts';
import { at, createDeployment, createInput, createWork, DAY, measure, type MadeGate } from '../madeInput.ts';

const frequency = (deployments: readonly Deployment[], changes: Partial<FlowInput> = {}, gate: MadeGate = {}) =>
  measure(deploymentFrequencyMetric, createInput({ deployments, ...changes }), gate);
const countsOf = ({ series }: ReturnType<typeof frequency>) => series.points.map(({ value }) => value);
const utc = (text: string): number => Date.parse(`${text}Z`) / 1000;

/** METRICS P21. */
const JANUARY = ['02T12:00', '03T00:00', '18T00:00', '20T00:00', '21T18:00', '21T23:30'].map(time =>
  createDeployment(0, { at: utc(`2024-01-${time}:00`) }),
);
const FOUR_WEEKS = { from: '2024-01-01', to: '2024-01-29', weeks: 4 };

describe('deploymentFrequencyMetric', () => {
  it('counts deployments of each week, empty weeks too (METRICS P21)', () => {
    const result = frequency(JANUARY, { window: FOUR_WEEKS });
    assert.deepEqual(countsOf(result), [2, 0, 4, 0]);
    assert.deepEqual([result.deployments, result.weeks, result.median], [6, 4, 1]);
  });

  it('counts a day with several deployments once (METRICS P21: five days in four weeks)', () => {
    assert.equal(frequency(JANUARY, { window: FOUR_WEEKS }).daysPerWeek, 1.25);
  });

  it('gives the time from one deployment to the next (METRICS P21: 5.5, 12, 42, 48 and 360 hours)', () => {
    const { between } = frequency(JANUARY, { window: FOUR_WEEKS });
    assert.deepEqual(
      between?.percentiles.map(({ percent, seconds }) => [percent, seconds === null ? null : seconds / 3600]),
      [
        [50, 42],
        [85, null],
      ],
    );
    assert.equal(between.n, 5);
  });

  it('begins the first of these times before the window', () => {
    const { between, deployments } = frequency([createDeployment(-3), createDeployment(4), createDeployment(6)]);
    assert.deepEqual([between?.n, deployments], [2, 2]);
  });

  it('counts the first one and empty ones, as they went live too', () => {
    const made = [createDeployment(1, { first: true }), createDeployment(2, { empty: true }), createDeployment(3)];
    assert.equal(frequency(made).deployments, 3);
  });

  it('says so without release tags, or when none falls into the window', () => {
    assert.deepEqual(frequency([]).withheld, { code: 'noDeployments' });
    assert.deepEqual(frequency([createDeployment(-9)]).withheld, { code: 'nothing', what: 'deployments' });
  });

  it('does not count weeks before a shallow clone’s edge', () => {
    const { weeks, series } = frequency([createDeployment(30)], { knownSince: at(16) });
    assert.deepEqual([weeks, series.points[0]?.from], [23, '2026-01-26']);
  });

  it('describes the people of its items, so a week of too few is hidden', () => {
    const items = Array.from({ length: 52 }, (_, n) => createWork(0, null, { number: n }));
    const made = items.map(({ id }, n) =>
      createDeployment(7 * Math.floor(n / 2) + (n % 2 === 0 ? 1 : 3), { items: [id] }),
    );
    const few = new Set(items.slice(8, 10).map(({ id }) => id));
    const { series, deployments, intervals } = frequency(
      made,
      { items },
      { hides: ids => ids.every(id => few.has(id)) },
    );
    assert.deepEqual(
      series.points.slice(3, 6).map(({ value, hidden, n }) => [value, hidden, n]),
      [
        [2, false, 2],
        [null, true, null],
        [2, false, 2],
      ],
    );
    assert.equal(deployments, 48, 'a second week is hidden with it');
    const gap = intervals.points.find(({ seconds }) => seconds === null);
    assert.deepEqual(
      gap,
      { from: '2026-01-29', to: '2026-02-10', seconds: null },
      'it tells neither when nor how many',
    );
    assert.equal(intervals.points.length, 47, 'what its bin hides shows nowhere else');
  });

  it('tells of everybody whose work landed meanwhile, so a small release in a busy week is shown', () => {
    const landed = Array.from({ length: 26 }, (_, week) => createWork(7 * week + 2, null));
    const items = [...landed, ...[-30, -34, -38, -42].map(day => createWork(day, null))];
    const small = items.slice(-4).map(({ id }) => id);
    const made = [20, 60, 100].map((day, n) =>
      createDeployment(day, {
        items: n === 0 ? landed.slice(0, 5).map(({ id }) => id) : small.slice(2 * n - 2, 2 * n),
      }),
    );
    const { series, deployments, between, intervals } = frequency(
      made,
      { items },
      { hides: ids => ids.every(id => small.includes(id)) },
    );
    assert.deepEqual([deployments, between?.n, series.points.some(({ hidden }) => hidden)], [3, 2, false]);
    assert.deepEqual(
      intervals.points.map(({ seconds }) => (seconds ?? 0) / DAY),
      [40, 40],
    );
    assert.deepEqual(
      [2, 8, 14].map(week => series.points[week]?.n),
      [null, null, null],
      'how much the small ones hold describes the few',
    );
  });

  it('shows the time since the deployment before the window only when enough people’s work landed up to it', () => {
    const items = [createWork(-9, null), createWork(-5, null), createWork(3, null)];
    const made = [createDeployment(-4, { items: [items[0]?.id ?? ''] }), createDeployment(4), createDeployment(9)];
    const few = (gate: MadeGate): number => frequency(made, { items }, gate).intervals.points.length;
    assert.deepEqual([few({}), few({ hides: ids => ids.includes(items[1]?.id ?? '') })], [2, 1]);
  });

  it('hides the times between when too few people are behind all of it', () => {
    const items = Array.from({ length: 6 }, (_, n) => createWork(30 * n, null));
    const made = items.map(({ id }, n) => createDeployment(30 * n + 1, { items: [id] }));
    assert.deepEqual(frequency(made, { items }, { hides: () => true }).withheld, { code: 'people' });
    assert.equal(frequency(made, { items }, { hides: ids => ids.length === 6 }).between, null);
  });

  it('hides nothing of bots', () => {
    const item = createWork(1, null, { automated: true });
    const made = [createDeployment(2, { items: [item.id] }), createDeployment(9)];
    const { withheld, deployments } = frequency(made, { items: [item] }, { hides: () => true });
    assert.deepEqual([withheld, deployments], [null, 2]);
  });

  it('finds weekly counts of 0 and 1 too coarse, and has the times between at hand (METRICS S5)', () => {
    const made = Array.from({ length: 13 }, (_, n) => createDeployment(14 * n + (n % 3)));
    const { series, intervals } = frequency(made);
    assert.equal(series.behaviour.chunky, true);
    assert.equal(intervals.behaviour.n, 12);
    assert.deepEqual(
      intervals.points.slice(0, 3).map(({ seconds }) => (seconds ?? 0) / DAY),
      [15, 15, 12],
    );
  });
});

describe('rolloutsOf', () => {
  it('takes tags of several packages made within a minute for one deployment', () => {
    const made = [
      createDeployment(1, { stream: 0, items: ['a'] }),
      createDeployment(1, { stream: 1, at: at(1) + 20, items: ['b'] }),
      createDeployment(1, { stream: 1, at: at(1) + 40, items: ['c'] }),
      createDeployment(1, { stream: 2, at: at(1) + 200, items: ['d'] }),
    ];
    assert.deepEqual(
      rolloutsOf(made).map(({ items }) => items.map(({ id }) => id)),
      [['a', 'b'], ['c'], ['d']],
    );
  });
});

import assert from 'node:assert/strict';
import { integrationWaitMetric } from '../../../../../src/answers/flow/metrics/integrationWait.ts';
import type { FlowInput } from '../../../../../src/answers/flow/metric.ts';
import type { WorkItem } from '../../../../../src/model/work.ts';
import { at, createInput, createWork, DAY, measure, type MadeGate } from '../madeInput.ts';

const of = (changes: Partial<FlowInput>, gate: MadeGate = {}) =>
  measure(integrationWaitMetric, createInput(changes), gate);
/** Branches of 30 days that waited 1 to 20 days after the last of three commits, the first two a day apart. */
const twenty: readonly WorkItem[] = Array.from({ length: 20 }, (_, n) =>
  createWork(40 + n, 30, { written: [at(10 + n), at(11 + n), at(39)] }),
);
const waitDays = (wait: ReturnType<typeof of>) =>
  wait.percentiles.map(({ seconds }) => (seconds === null ? null : seconds / DAY));

describe('integrationWaitMetric', () => {
  it('is the time from the last commit to the landing: of 1 to 20 days, 50 % at most 10 and 85 % at most 17 (METRICS P1)', () => {
    const wait = of({ items: twenty });
    assert.deepEqual(waitDays(wait), [10, 17, null]);
    assert.deepEqual([wait.share, wait.items, wait.finished], [210 / 600, 20, 20]);
    assert.deepEqual(
      wait.points.map(({ seconds }) => seconds / DAY),
      Array.from({ length: 20 }, (_, n) => n + 1),
    );
  });

  it('shows the longest pauses between commits, where waits between review rounds hide', () => {
    const { pauses, pauseItems } = of({ items: twenty });
    assert.deepEqual([pauseItems, (pauses[0]?.seconds ?? 0) / DAY, (pauses[1]?.seconds ?? 0) / DAY], [20, 18, 25]);
  });

  it('needs 19 merged branches that are 60 % of the finished items', () => {
    assert.deepEqual(of({ items: twenty.slice(2) }).withheld, {
      code: 'tooFew',
      what: 'branchItems',
      has: 18,
      needs: 19,
    });
    assert.equal(of({ items: twenty.slice(1) }).withheld, null);
    const squashed = Array.from({ length: 14 }, (_, n) => createWork(40 + n, null));
    assert.deepEqual(of({ items: [...twenty, ...squashed] }).withheld, { code: 'coverage', known: 20, of: 34 });
    assert.deepEqual(of({}).withheld, { code: 'nothing', what: 'finishedItems' });
  });

  it('takes no wait for no wait, not for an unknown one', () => {
    const direct = Array.from({ length: 20 }, (_, n) => createWork(60 + n, 2, { written: [at(58 + n), at(60 + n)] }));
    const wait = of({ items: direct });
    assert.deepEqual([waitDays(wait), wait.share], [[0, 0, null], 0]);
  });

  it('is exported as counts by hours, without items', () => {
    const wait = of({ items: twenty, use: 'export' });
    assert.deepEqual(wait.points, []);
    assert.deepEqual(
      wait.bins.map(({ fromHours, toHours, count }) => [fromHours, toHours, count]),
      [
        [0, 1, 0],
        [1, 4, 0],
        [4, 24, 0],
        [24, 72, 2],
        [72, 168, 4],
        [168, null, 14],
      ],
    );
    const hidden = of({ items: twenty, use: 'export' }, { hides: ids => ids.length === 2 });
    assert.deepEqual(
      hidden.bins.map(({ count }) => count),
      [0, 0, 0, null, null, 14],
    );
  });

  it('is withheld when too few people are behind it', () => {
    const wait = of({ items: twenty }, { hides: ids => ids.length === 20 });
    assert.deepEqual([wait.withheld, wait.points, wait.share], [{ code: 'people' }, [], null]);
  });

  it('says nothing of pauses where too few people are behind the branches that have them', () => {
    const items = twenty.map((item, n): WorkItem => (n === 0 ? { ...item, written: [at(39)] } : item));
    const wait = of({ items }, { hides: ids => ids.length === 19 && !ids.includes(items[0]!.id) });
    assert.deepEqual([wait.withheld, wait.items, wait.pauseItems, wait.pauses], [null, 20, null, []]);
    assert.equal(of({ items }).pauseItems, 19);
  });

  it('leaves out bots and does not depend on the order of items', () => {
    const bot = createWork(90, 9);
    const isAutomated = ({ id }: WorkItem): boolean => id === bot.id;
    assert.deepEqual(of({ items: [bot, ...twenty.toReversed()] }, { isAutomated }), of({ items: twenty }));
  });
});

import assert from 'node:assert/strict';
import { changeFailure } from '../../../../../src/answers/flow/metrics/changeFailure.ts';
import { recovery } from '../../../../../src/answers/flow/metrics/recovery.ts';
import { rework } from '../../../../../src/answers/flow/metrics/rework.ts';
import type { FlowInput } from '../../../../../src/answers/flow/metric.ts';
import type { Deployment, WorkItem } from '../../../../../src/model/work.ts';
import { at, createDeployment, createInput, createWork, DAY, measure } from '../madeInput.ts';

const SECOND = 1 / DAY;

interface Made {
  readonly items: readonly WorkItem[];
  readonly deployments: readonly Deployment[];
}

/** A deployment on `day` of items that landed the day before; releases of one number each are no patches of each other. */
function deploy(day: number, items: readonly WorkItem[], changes: Partial<Deployment> = {}): Made {
  const id = `d at ${day}`;
  return {
    items: items.map(item => ({ ...item, deployment: id })),
    deployments: [createDeployment(day, { id, items: items.map(item => item.id), ...changes })],
  };
}

const good = (day: number): Made => deploy(day, [createWork(day - 1, 1)]);

/** A deployment of a feature, taken back after so many days by the deployment of the revert and of other features. */
function failing(day: number, days: number, others = 1): Made {
  const feature = createWork(day - 1, 1);
  const revert = createWork(day + days, 0, { type: 'defect', flags: ['revert'], reverts: feature.id });
  const more = Array.from({ length: others }, () => createWork(day + days - SECOND, 1));
  const taken = { ...feature, reverted: { at: revert.end, restored: false } };
  return together(deploy(day, [taken]), deploy(day + days, [revert, ...more]));
}

function together(...made: readonly Made[]): Made {
  const all = made.flatMap(({ deployments }) => deployments).sort((a, b) => a.at - b.at);
  return {
    items: made.flatMap(({ items }) => items).sort((a, b) => a.end - b.end),
    // Numbered so that none looks like the patch of another.
    deployments: all.map((deployment, index) => ({ ...deployment, version: `${index + 1}.0.0` })),
  };
}

const times = (count: number, make: (index: number) => Made): Made[] =>
  Array.from({ length: count }, (_, index) => make(index));
const input = (made: Made, changes: Partial<FlowInput> = {}): FlowInput => createInput({ ...made, ...changes });

describe('changeFailure', () => {
  it('counts one failure of two deployments as one of two', () => {
    const { confirmed, suspected } = measure(changeFailure, input(failing(50, 2, 2)));
    assert.deepEqual(confirmed, { count: 1, of: 2, share: null });
    assert.deepEqual(suspected, { count: 1, of: 2, share: null });
  });

  it('is 25 % where one deployment of four fails', () => {
    const made = together(
      ...times(6, index => together(failing(10 + 20 * index, 2, 2), good(16 + 20 * index), good(18 + 20 * index))),
    );
    const { confirmed, interval } = measure(changeFailure, input(made));
    assert.deepEqual(confirmed, { count: 6, of: 24, share: 0.25 });
    assert.ok(interval !== null && interval.low < 0.25 && interval.high > 0.25);
  });

  it('says 0 of 20 with the interval of 20, and no percentage of 19', () => {
    const { confirmed, interval } = measure(changeFailure, input(together(...times(20, index => good(5 * index + 2)))));
    assert.deepEqual(confirmed, { count: 0, of: 20, share: 0 });
    assert.equal(interval?.low, 0);
    assert.equal(interval.high.toFixed(4), '0.1611');
    const fewer = measure(changeFailure, input(together(...times(19, index => good(5 * index + 2)))));
    assert.deepEqual([fewer.confirmed.share, fewer.interval], [null, null]);
  });

  it('is nothing without deployments, never 0 %', () => {
    const none = measure(changeFailure, createInput({ items: [createWork(3, 1)] }));
    assert.deepEqual(none.withheld, { code: 'noDeployments' });
    assert.equal(none.confirmed.share, null);
    const before = measure(changeFailure, input(good(-20)));
    assert.deepEqual(before.withheld, { code: 'nothing', what: 'deployments' });
  });

  it('leaves out what is too young to tell, was made to mend, is the first of its line or holds nothing new', () => {
    const feature = createWork(19, 1);
    const revert = createWork(30, 1, { type: 'defect', flags: ['revert'], reverts: feature.id });
    const made = together(
      deploy(1, [createWork(0, 1)], { first: true }),
      deploy(20, [{ ...feature, reverted: { at: revert.end, restored: false } }]),
      deploy(31, [revert]),
      deploy(40, [], { empty: true }),
      good(168),
      good(170),
    );
    const { confirmed, immature, rework: mending, first, empty } = measure(changeFailure, input(made));
    assert.deepEqual(
      { of: confirmed.of, failed: confirmed.count, immature, mending, first, empty },
      { of: 2, failed: 1, immature: 1, mending: 1, first: 1, empty: 1 },
    );
  });

  it('counts what brings nothing but fixes and mends no failure, and fails like any other', () => {
    const made = times(20, index => {
      const fix = createWork(8 * index + 1, 1, { type: 'defect' });
      const revert = createWork(8 * index + 3, 1, { flags: ['revert'], reverts: fix.id });
      return together(deploy(8 * index + 2, [fix]), { items: [revert], deployments: [] });
    });
    const { confirmed, withheld } = measure(changeFailure, input(together(...made), { now: at(300) }));
    assert.deepEqual([withheld, confirmed], [null, { count: 20, of: 20, share: 1 }]);
  });

  it('has no upper end where more than 40 % of the items are of no known type, or of one that only a word tells', () => {
    const suspected = (unknown: number, changes: Partial<WorkItem>) => {
      const made = times(5, index => deploy(20 + index, [createWork(19 + index, 1, index < unknown ? changes : {})]));
      return measure(changeFailure, input(together(...made))).suspected;
    };
    const unknown = { type: 'unknown', typeTier: 'none' } as const;
    const nothing = { count: 0, of: 5, share: null };
    assert.deepEqual([suspected(2, unknown), suspected(3, unknown)], [nothing, null]);
    assert.equal(suspected(3, { type: 'defect', typeTier: 'keyword' }), null);
  });

  it('raises the upper end by what a quick patch of mostly fixes followed', () => {
    const fix = createWork(21, 1, { type: 'defect' });
    const made = together(good(20), deploy(22, [fix]));
    const versions = ['1.4.0', '1.4.1'];
    const deployments = made.deployments.map((deployment, index) => ({ ...deployment, version: versions[index]! }));
    const { confirmed, suspected } = measure(changeFailure, input({ ...made, deployments }));
    assert.deepEqual([confirmed.count, suspected?.count, suspected?.of], [0, 1, 2]);
  });

  it('is about the deployments that hold work of the team that was asked for', () => {
    const [own, other] = [good(20), good(30)];
    const both = together(own, other);
    const { confirmed } = measure(changeFailure, input({ ...both, items: own.items }));
    assert.deepEqual(confirmed, { count: 0, of: 1, share: null });
    assert.equal(measure(rework, input({ ...both, items: own.items })).rework.of, 1);
  });

  it('is hidden with too few people behind the deployments that count, and for one or two people', () => {
    const made = together(good(20), good(30));
    assert.deepEqual(measure(changeFailure, input(made), { hides: ids => ids.length === 2 }).withheld, {
      code: 'people',
    });
    assert.deepEqual(measure(changeFailure, input(made), { solo: true }).withheld, { code: 'solo' });
  });
});

describe('recovery', () => {
  const mendedIn = (...seconds: readonly number[]): Made =>
    together(...seconds.map((wait, index) => failing(10 + 20 * index, wait / DAY)));

  it('lists fewer than five recoveries and gives no figure', () => {
    const { p50, p50Withheld, list, failures, recovered } = measure(recovery, input(mendedIn(300, 100, 800)));
    assert.deepEqual([p50, failures, recovered], [null, 3, 3]);
    assert.deepEqual(p50Withheld, { code: 'tooFew', what: 'failures', has: 3, needs: 5 });
    assert.deepEqual(
      list.map(({ on, seconds }) => [on, seconds]),
      [
        ['2026-01-15', 300],
        ['2026-02-04', 100],
        ['2026-02-24', 800],
      ],
    );
  });

  it('is the nearest-rank 50 % of five', () => {
    assert.equal(measure(recovery, input(mendedIn(300, 100, 800, 900, 200))).p50, 300);
  });

  it('lets a failure that nothing mended count as longer than all known, and says when half are open', () => {
    const made = mendedIn(300, 100, 800, 900, 200);
    const open = (count: number): Made => {
      const reverts = made.items.filter(item => item.reverts !== null).slice(0, count);
      const unmended = new Set(reverts.map(({ id }) => id));
      const items = made.items.map(item => (unmended.has(item.id) ? { ...item, deployment: null } : item));
      return { ...made, items };
    };
    const one = measure(recovery, input(open(1)));
    assert.deepEqual([one.p50, one.failures, one.recovered], [800, 5, 4]);
    const three = measure(recovery, input(open(3)));
    assert.deepEqual([three.p50, three.p50Withheld, three.recovered], [null, 'open', 2]);
  });

  it('has no list in exports', () => {
    const { list, p50 } = measure(recovery, input(mendedIn(300, 100, 800, 900, 200), { use: 'export' }));
    assert.deepEqual([list, p50], [[], 300]);
  });

  it('hides the figure when too few people are behind the failures', () => {
    const { p50, p50Withheld } = measure(recovery, input(mendedIn(1, 2, 3, 4, 5)), { hides: () => true });
    assert.deepEqual([p50, p50Withheld], [null, { code: 'people' }]);
  });

  it('exports no count of failures that too few people are behind', () => {
    const made = mendedIn(1, 2, 3, 4, 5);
    const exported = measure(recovery, input(made, { use: 'export' }), { hides: () => true });
    assert.deepEqual([exported.withheld, exported.failures, exported.recovered], [{ code: 'people' }, 0, 0]);
    // On the screen they are rows.
    assert.equal(measure(recovery, input(made), { hides: () => true }).failures, 5);
  });

  it('has nothing to tell where nothing failed', () => {
    assert.deepEqual(measure(recovery, input(good(20))).withheld, { code: 'nothing', what: 'failures' });
  });
});

describe('rework', () => {
  it('counts the deployments that are mostly fixes and mend a failure, of all that bring something', () => {
    const made = together(
      ...times(5, index => together(failing(10 + 30 * index, 2), good(20 + 30 * index), good(25 + 30 * index))),
    );
    const { rework: share, interval } = measure(rework, input(made));
    assert.deepEqual(share, { count: 5, of: 20, share: 0.25 });
    assert.ok(interval !== null);
  });

  it('does not count a patch that mends nothing', () => {
    const made = together(good(20), deploy(22, [createWork(21, 1, { type: 'defect' })]));
    assert.deepEqual(measure(rework, input(made)).rework, { count: 0, of: 2, share: null });
  });

  it('is nothing without deployments', () => {
    assert.deepEqual(measure(rework, createInput({ items: [createWork(3, 1)] })).withheld, { code: 'noDeployments' });
  });
});

describe('the made deployments', () => {
  it('fail and are mended on the days that they say', () => {
    const { deployments } = failing(50, 2);
    assert.deepEqual(
      deployments.map(deployment => deployment.at),
      [at(50), at(52)],
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { leadTimeMetric } from '../../../../../src/answers/flow/metrics/leadTime.ts';
import type { FlowInput } from '../../../../../src/answers/flow/metric.ts';
import type { DeployedChange, Deployment, WorkItem } from '../../../../../src/model/work.ts';
import { at, createDeployment, createInput, createWork, DAY, measure, type MadeGate } from '../madeInput.ts';

const lead = (changes: Partial<FlowInput>, gate: MadeGate = {}) => measure(leadTimeMetric, createInput(changes), gate);
const valuesOf = ({ percentiles }: { readonly percentiles: readonly { readonly seconds: number | null }[] }) =>
  percentiles.map(({ seconds }) => seconds);
const utc = (text: string): number => Date.parse(`${text}Z`) / 1000;

/** Three deployments, on days 60, 70 and 80. */
const DEPLOYMENTS = [60, 70, 80].map(day => createDeployment(day));

interface Made {
  readonly items: readonly WorkItem[];
  readonly changes: readonly DeployedChange[];
  readonly deployments: readonly Deployment[];
}

/** `count` items, one commit each, whose lead time is `days(n)` and whose release wait is a day; squashed ones keep the wait only. */
function made(count: number, days: (n: number) => number, squashed = false): Made {
  const all = Array.from({ length: count }, (_, n) => {
    const deployment = DEPLOYMENTS[n % 3] ?? createDeployment(60);
    const landed = deployment.at - DAY;
    const written = squashed ? landed : deployment.at - days(n) * DAY;
    const item = createWork(0, squashed ? null : 0, {
      end: landed,
      deployment: deployment.id,
      ...(squashed ? {} : { start: written, written: [written] }),
    });
    return { item, change: { item: item.id, written, fromLanding: squashed, deployment: deployment.id } };
  });
  return {
    items: all.map(({ item }) => item),
    changes: all.map(({ change }) => change),
    deployments: [createDeployment(1, { first: true }), ...DEPLOYMENTS],
  };
}

function both(a: Made, b: Made): Made {
  return { ...a, items: [...a.items, ...b.items], changes: [...a.changes, ...b.changes] };
}

const oneMore = (n: number): number => n + 1;

describe('leadTimeMetric', () => {
  it('runs from the first commit to the deployment (METRICS P17, pr1: 268 647 s)', () => {
    const deployment = createDeployment(0, { at: utc('2023-04-13T07:29:14') });
    const written = utc('2023-04-10T04:51:47');
    const item = { start: written, written: [written], end: utc('2023-04-11T05:51:47') };
    const later = [1, 2].map(week => createDeployment(0, { at: deployment.at + 7 * week * DAY }));
    const deployments = [deployment, ...later];
    const shifted = Array.from({ length: 19 }, (_, n) => {
      const { id, at: liveAt } = deployments[n % 3] ?? deployment;
      const shift = liveAt - deployment.at;
      const start = item.start + shift;
      return createWork(0, 1, { ...item, start, written: [start], end: item.end + shift, deployment: id });
    });
    const changes = shifted.map(({ id, start, deployment: held }) => ({
      item: id,
      written: start ?? 0,
      fromLanding: false,
      deployment: held ?? '',
    }));
    const window = { from: '2023-04-03', to: '2023-05-01', weeks: 4 };
    const result = lead({ window, deployments, items: shifted, changes });
    assert.deepEqual(valuesOf(result.fromCommit), [268_647, 268_647]);
    assert.deepEqual(valuesOf(result.releaseWait), [178_647, 178_647], 'DevLake: 2 978 minutes, rounded up');
    const { coding, integration, release } = result.split;
    assert.equal((coding + integration + release) / 19, 268_647);
  });

  it('does not know a change that was written after it landed (METRICS P17, pr2)', () => {
    const some = made(20, oneMore);
    const changes = some.changes.map((change, n) => (n === 19 ? { ...change, written: at(69) + 3600 } : change));
    const { fromCommit, clockSkew } = lead({ ...some, changes });
    assert.deepEqual([fromCommit.n, clockSkew], [19, 1]);
  });

  it('takes nearest ranks of changes (METRICS P1)', () => {
    const { fromCommit } = lead(made(20, oneMore));
    assert.deepEqual(valuesOf(fromCommit), [10 * DAY, 17 * DAY]);
    assert.deepEqual([fromCommit.n, fromCommit.deployments], [20, 3]);
  });

  it('needs 19 changes and 3 deployments', () => {
    const few = lead(made(18, oneMore)).fromCommit;
    assert.deepEqual(few.withheld, { code: 'tooFew', what: 'changes', has: 18, needs: 19 });
    assert.deepEqual(valuesOf(few), [null, null]);
    const some = made(30, oneMore);
    const changes = some.changes.filter(({ deployment }) => deployment !== DEPLOYMENTS[0]?.id);
    assert.deepEqual(lead({ ...some, changes }).fromCommit.withheld, {
      code: 'tooFew',
      what: 'deployments',
      has: 2,
      needs: 3,
    });
  });

  it('never mixes changes whose writing is lost with the others', () => {
    const { fromCommit, fromLanding } = lead(
      both(
        made(20, oneMore),
        made(30, () => 0, true),
      ),
    );
    assert.deepEqual(valuesOf(fromCommit), [10 * DAY, 17 * DAY]);
    assert.deepEqual([fromLanding.n, ...valuesOf(fromLanding)], [30, DAY, DAY]);
  });

  it('keeps the release wait of a squashing team', () => {
    const { withheld, fromCommit, releaseWait, split } = lead(made(30, () => 0, true));
    assert.equal(withheld, null);
    assert.deepEqual(fromCommit.withheld, { code: 'nothing', what: 'changes' });
    assert.deepEqual(valuesOf(releaseWait), [DAY, DAY]);
    assert.deepEqual(split.withheld, { code: 'nothing', what: 'branchItems' });
  });

  it('leaves out the first known deployment, as what it added cannot be told', () => {
    const some = made(20, oneMore);
    const deployments = some.deployments.map(one => (one.id === DEPLOYMENTS[0]?.id ? { ...one, first: true } : one));
    assert.equal(lead({ ...some, deployments }).fromCommit.n, 13);
  });

  it('leaves out bots, commits of no item, and deployments outside the window', () => {
    const some = made(23, oneMore);
    const [bot, none, early] = some.items.map(({ id }) => id);
    const before = createDeployment(-5);
    const changes = some.changes.map(change => {
      if (change.item === none) return { ...change, item: null };
      return change.item === early ? { ...change, deployment: before.id } : change;
    });
    const deployments = [...some.deployments, before];
    const { fromCommit } = lead({ ...some, changes, deployments }, { isAutomated: ({ id }) => id === bot });
    assert.equal(fromCommit.n, 20);
  });

  it('looks at one work type when asked to', () => {
    const some = made(40, oneMore);
    const items = some.items.map((item, n) => (n < 20 ? item : { ...item, type: 'defect' as const }));
    assert.equal(lead({ ...some, items, type: 'feature' }).fromCommit.n, 20);
  });

  it('divides the time of branches into stretches that add up', () => {
    const days = fc.array(fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20)), { minLength: 10, maxLength: 30 });
    fc.assert(
      fc.property(days, stretches => {
        const items = stretches.map(([coding, integration, release], n) => {
          const deployment = DEPLOYMENTS[n % 3] ?? createDeployment(60);
          const end = deployment.at - release * DAY;
          const start = end - (coding + integration) * DAY;
          return createWork(0, 1, { start, end, written: [start, start + coding * DAY], deployment: deployment.id });
        });
        const { split } = lead({ items, deployments: DEPLOYMENTS, changes: [] });
        const sum = (part: 0 | 1 | 2): number => stretches.reduce((total, stretch) => total + stretch[part], 0) * DAY;
        assert.deepEqual([split.coding, split.integration, split.release], [sum(0), sum(1), sum(2)]);
        assert.equal(split.items, stretches.length);
      }),
    );
  });

  it('needs ten branches to divide their time', () => {
    assert.deepEqual(lead(made(9, oneMore)).split.withheld, { code: 'tooFew', what: 'branchItems', has: 9, needs: 10 });
  });

  it('counts what waits for a deployment, and how long the oldest does', () => {
    const waiting = [createWork(100, 1), createWork(150, null), createWork(170, 1, { automated: true })];
    const some = made(20, oneMore);
    const input = { ...some, items: [createWork(0, 1), ...some.items, ...waiting] };
    // Looked at on day 183; what landed before the first known deployment is in it.
    assert.deepEqual(lead(input).waiting, { items: 2, oldestSeconds: 83 * DAY, atEnd: false });
    assert.deepEqual(lead(some).waiting, { items: 0, oldestSeconds: null, atEnd: false });
    assert.equal(lead(input, { hides: ids => ids.length === 3 }).waiting, null);
  });

  it('tells what waited at the end of a window that lies in the past, whatever was deployed since', () => {
    const next = createDeployment(120);
    const items = [
      createWork(60, 1, { deployment: next.id }),
      createWork(50, 1),
      createWork(100, 1),
      createWork(40, 1, { deployment: DEPLOYMENTS[0]!.id }),
    ];
    // 12 weeks: it ends at midnight before day 84, half a day before noon.
    const window = { from: '2026-01-05', to: '2026-03-30', weeks: 12 };
    const deployments = [createDeployment(1, { first: true }), ...DEPLOYMENTS, next];
    const { waiting } = lead({ window, items, deployments, changes: [] });
    assert.deepEqual(waiting, { items: 2, oldestSeconds: 33.5 * DAY, atEnd: true });
  });

  it('says of nothing that a stream’s first deployment holds that it waits', () => {
    const [held, left] = [createWork(50, 1), createWork(55, 1)];
    const first = [createDeployment(1, { first: true }), createDeployment(52, { first: true, stream: 1 })];
    const { waiting } = lead({ items: [held, left], deployments: first, waiting: new Set([left.id]) });
    assert.equal(waiting?.items, 1);
  });

  it('counts items that are said to be deployed before they landed', () => {
    const some = made(20, oneMore);
    const items = some.items.map((item, n) => (n === 0 ? { ...item, end: item.end + 2 * DAY } : item));
    const { releaseWait, clockSkew } = lead({ ...some, items });
    assert.deepEqual([releaseWait.n, clockSkew], [19, 1]);
  });

  it('says so without release tags, or when none of the window holds anything', () => {
    assert.deepEqual(lead({ items: [createWork(3, 1)] }).withheld, { code: 'noDeployments' });
    const before = [createDeployment(-1, { first: true })];
    assert.deepEqual(lead({ deployments: before }).withheld, { code: 'nothing', what: 'deployments' });
    assert.deepEqual(lead({ deployments: DEPLOYMENTS }).withheld, { code: 'nothing', what: 'changes' });
  });

  it('hides a line of too few people, and the total that would tell about it', () => {
    const some = both(
      made(20, oneMore),
      made(30, () => 0, true),
    );
    const { fromCommit, fromLanding, releaseWait } = lead(some, { hides: ids => ids.length === 30 });
    assert.equal(fromCommit.withheld, null);
    assert.deepEqual([fromLanding.withheld, fromLanding.n, fromLanding.deployments], [{ code: 'people' }, null, null]);
    assert.deepEqual([releaseWait.withheld, releaseWait.n], [{ code: 'people' }, null]);
    assert.deepEqual(valuesOf(fromLanding), [null, null]);
  });
});

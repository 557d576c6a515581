import assert from 'node:assert/strict';
import { deploymentFailures, isAbortedLanding } from '../../../../../src/answers/flow/items/failures.ts';
import type { Deployment, WorkItem } from '../../../../../src/model/work.ts';
import { at, createDeployment, createWork } from '../madeInput.ts';

/** What is told of deployments, by version; those of which nothing is told are left out. */
function told(items: readonly WorkItem[], deployments: readonly Deployment[], now = at(200)): Record<string, string> {
  const versions = new Map(deployments.map(({ id, version }) => [id, version]));
  const failures = deploymentFailures(items, deployments, now);
  return Object.fromEntries(
    deployments.flatMap(({ id, version }) => {
      const { failed, fixedBy, rework, immature } = failures.get(id)!;
      const words = [
        failed,
        fixedBy === null ? null : `by ${versions.get(fixedBy)}`,
        rework ? 'rework' : null,
        immature ? 'young' : null,
      ].filter(word => word !== null);
      return words.length === 0 ? [] : [[version, words.join(' ')]];
    }),
  );
}

const FIX = { type: 'defect', typeTier: 'convention' } as const;
const release = (
  day: number,
  version: string,
  items: readonly WorkItem[],
  changes: Partial<Deployment> = {},
): Deployment => createDeployment(day, { version, items: items.map(({ id }) => id), ...changes });

/** An item of 1.0.0 (day 10), taken back on a day, live again with 1.1.0 on day 20 unless said otherwise. */
function takenBack(day: number, mended = 20) {
  const item = createWork(5, 1);
  const next = createDeployment(mended, { version: '1.1.0' });
  const revert = createWork(day, 1, { ...FIX, flags: ['revert'], reverts: item.id, deployment: next.id });
  const deployments = [release(10, '1.0.0', [item]), { ...next, items: [revert.id] }];
  return told([item, revert], deployments);
}

describe('a deployment', () => {
  it('failed when one of its items was taken back within 14 days of it', () => {
    const failed = { '1.0.0': 'confirmed by 1.1.0', '1.1.0': 'rework' };
    assert.deepEqual([takenBack(12), takenBack(24, 30), takenBack(24.1, 30)], [failed, failed, {}]);
  });

  it('did not fail with what was taken back before it', () => {
    assert.deepEqual(takenBack(9), {});
  });

  it('that failed and was not mended is open', () => {
    const item = createWork(5, 1);
    const revert = createWork(12, 1, { flags: ['revert'], reverts: item.id });
    assert.deepEqual(told([item, revert], [release(10, '1.0.0', [item])]), { '1.0.0': 'confirmed' });
  });

  it('is mended by the first that holds one of its reverts; later ones are rework too', () => {
    const items = [createWork(5, 1), createWork(6, 1)];
    const [first, second] = [createDeployment(15, { version: '1.0.1' }), createDeployment(18, { version: '1.1.0' })];
    const reverts = [second, first].map(({ id }, index) =>
      createWork(12, 1, { flags: ['revert'], reverts: items[index]!.id, deployment: id }),
    );
    const deployments = [
      release(10, '1.0.0', items),
      { ...first, items: [reverts[1]!.id] },
      { ...second, items: [reverts[0]!.id] },
    ];
    assert.deepEqual(told([...items, ...reverts], deployments), {
      '1.0.0': 'confirmed by 1.0.1',
      '1.0.1': 'rework',
      '1.1.0': 'rework',
    });
  });

  it('failed when a hotfix of its line followed within 14 days', () => {
    const feature = createWork(1, 1);
    const hotfix = (day: number) =>
      told(
        [feature],
        [release(10, '1.0.0', [feature]), release(11, '2.0.0', []), release(day, '1.0.1', [], { hotfix: true })],
      );
    assert.deepEqual(hotfix(24), { '1.0.0': 'confirmed by 1.0.1', '1.0.1': 'rework' });
    assert.deepEqual(hotfix(25), {});
  });

  it('of another stream is not what a hotfix mends', () => {
    const deployments = [
      release(10, '1.0.0', [], { stream: 0 }),
      release(11, '1.0.0', [], { stream: 1 }),
      release(12, '1.0.1', [], { stream: 0, hotfix: true }),
    ];
    const failures = deploymentFailures([], deployments, at(200));
    assert.deepEqual(
      deployments.map(({ id }) => failures.get(id)?.failed),
      ['confirmed', null, null],
    );
  });

  it('is suspected when the next patch came within 7 days and was at least half fixes', () => {
    const patch = (day: number, fixes: number, others: number, changes: Partial<WorkItem> = FIX) => {
      const items = [
        ...Array.from({ length: fixes }, () => createWork(11, 1, changes)),
        ...Array.from({ length: others }, () => createWork(11, 1)),
      ];
      return told(items, [release(10, '1.2.3', []), release(day, '1.2.4', items)])['1.2.3'];
    };
    assert.equal(patch(17, 1, 1), 'suspected by 1.2.4');
    assert.equal(patch(17.1, 1, 1), undefined);
    assert.equal(patch(17, 1, 2), undefined);
    assert.equal(patch(17, 0, 0), undefined);
    assert.equal(patch(17, 2, 0, { type: 'defect', typeTier: 'keyword' }), undefined);
  });

  it('is not suspected because of a patch of another line', () => {
    const fix = createWork(11, 1, FIX);
    assert.deepEqual(told([fix], [release(10, '1.2.3', []), release(11, '1.3.4', [fix])]), {});
    assert.equal(told([fix], [release(10, '1.2', []), release(11, '1.2.1', [fix])])['1.2'], 'suspected by 1.2.1');
  });

  it('is not suspected because of a version of four numbers, and is mended by the first of two patches', () => {
    const [one, two, three] = [createWork(11, 1, FIX), createWork(12, 1, FIX), createWork(13, 1, FIX)];
    const items = [one, two, three];
    assert.deepEqual(
      told(items, [release(10, '1.2.2', []), release(12, '1.2.3', [one]), release(13, '1.2.3.1', [two])]),
      { '1.2.2': 'suspected by 1.2.3' },
    );
    assert.deepEqual(told(items, [release(10, '1.2.2', []), release(13, '1.2.3.1', [two])]), {});
    const twice = [release(10, '1.2.2', []), release(11, '1.2.3', [one]), release(12, '1.2.3', [two])];
    assert.equal(deploymentFailures(items, twice, at(200)).get(twice[0]!.id)?.fixedBy, twice[1]!.id);
  });

  it('is too young to tell for 14 days', () => {
    const deployments = [release(10, '1.0.0', []), release(10.1, '1.1.0', [])];
    assert.deepEqual(told([], deployments, at(24)), { '1.1.0': 'young' });
  });
});

describe('a landing', () => {
  const landed = (minutes: number): WorkItem => {
    const item = createWork(10, 1);
    return { ...item, reverted: { at: item.end + minutes * 60, restored: false } };
  };

  it('is aborted when it was taken back within ten minutes', () => {
    assert.equal(isAbortedLanding(landed(10), []), true);
    assert.equal(isAbortedLanding(landed(10.1), []), false);
    assert.equal(isAbortedLanding(createWork(10, 1), []), false);
  });

  it('is not aborted when it was deployed meanwhile', () => {
    const deployed = (minutes: number) => isAbortedLanding(landed(10), [createDeployment(10 + minutes / 1440)]);
    assert.deepEqual([deployed(-1), deployed(5), deployed(11)], [true, false, true]);
  });
});

import assert from 'node:assert/strict';
import { clusters } from '../../../../../src/answers/flow/metrics/clusters.ts';
import type { Clusters } from '../../../../../src/model/flow/clusters.ts';
import type { WorkItem, WorkType } from '../../../../../src/model/work.ts';
import { createDeployment, createInput, createWork, DAY, measure } from '../madeInput.ts';

/** So many items of a type, the first of which were taken back after two days. */
function work(type: WorkType, failed: number, of: number, changes: Partial<WorkItem> = {}): WorkItem[] {
  return Array.from({ length: of }, (_, index) => {
    const item = createWork(10 + (index % 100), 1, { type, ...changes });
    return index < failed ? { ...item, reverted: { at: item.end + 2 * DAY, restored: false } } : item;
  });
}

const rowOf = ({ types }: Clusters, wanted: WorkType) => types.find(({ type }) => type === wanted);
const found = (...items: readonly WorkItem[][]): Clusters => measure(clusters, createInput({ items: items.flat() }));

describe('clusters', () => {
  it('tests a type against the rest as Fisher did with the cups of tea', () => {
    // Two types are two tests of one table (p = 0.4857), which Holm doubles.
    const row = rowOf(found(work('debt', 3, 4), work('feature', 1, 4)), 'debt');
    assert.equal(row?.adjustedP?.toFixed(4), '0.9714');
    assert.deepEqual([row.failures?.share, row.elsewhere, row.riskRatio], [0.75, 0.25, 3]);
  });

  it('finds a cluster where a type fails clearly more often', () => {
    // scipy.stats.fisher_exact([[12, 28], [4, 116]]) gives 1.2178e-05; two tests double it.
    const result = found(work('debt', 12, 40), work('feature', 4, 120));
    assert.deepEqual(result.clustered, ['debt']);
    assert.deepEqual(result.failures, { count: 16, of: 160, share: 0.1 });
    assert.equal(rowOf(result, 'debt')?.riskRatio?.toFixed(2), '9.00');
    assert.equal(rowOf(result, 'debt')?.adjustedP?.toPrecision(4), (2 * 1.2178376140666319e-5).toPrecision(4));
  });

  it('finds none with fewer than five failures, or where the shares are alike', () => {
    assert.deepEqual(found(work('debt', 4, 8), work('feature', 0, 200)).clustered, []);
    assert.ok((rowOf(found(work('debt', 4, 8), work('feature', 0, 200)), 'debt')?.adjustedP ?? 1) < 0.05);
    assert.deepEqual(found(work('debt', 5, 50), work('feature', 12, 120)).clustered, []);
  });

  it('has no ratio where nothing failed elsewhere, and still finds the cluster', () => {
    const result = found(work('debt', 5, 8), work('feature', 0, 200));
    assert.deepEqual([result.clustered, rowOf(result, 'debt')?.riskRatio], [['debt'], null]);
  });

  it('finds none where only words in titles tell the type', () => {
    const byWord = work('defect', 12, 40, { typeTier: 'keyword' });
    assert.deepEqual(found(byWord, work('feature', 4, 120)).clustered, []);
  });

  it('does not test what has no known type', () => {
    const result = found(work('unknown', 12, 40), work('feature', 4, 120));
    assert.deepEqual([rowOf(result, 'unknown')?.adjustedP, result.clustered], [null, []]);
    assert.equal(rowOf(result, 'unknown')?.failures?.count, 12);
  });

  it('counts what made a deployment fail: taken back soon after it, or all that it brought', () => {
    const hold = (item: WorkItem, id: string): WorkItem => ({ ...item, deployment: id });
    const late = hold(createWork(10, 1), 'late');
    const revert = createWork(80, 0, { flags: ['revert'], reverts: late.id });
    const only = hold(createWork(100, 1), 'alone');
    const items = [
      { ...late, reverted: { at: revert.end, restored: false } },
      hold(createWork(11, 1), 'late'),
      revert,
      only,
      hold(createWork(103, 1), 'hotfix'),
    ];
    const deployments = [
      createDeployment(75, { id: 'late', version: '1.0.0', items: [items[0]!.id, items[1]!.id] }),
      createDeployment(101, { id: 'alone', version: '2.0.0', items: [only.id] }),
      createDeployment(104, { id: 'hotfix', version: '2.0.1', hotfix: true, items: [items[4]!.id] }),
    ];
    // Taken back 70 days after it landed and 5 days after it was deployed.
    assert.deepEqual(measure(clusters, createInput({ items, deployments })).failures.count, 2);
    assert.deepEqual(measure(clusters, createInput({ items })).failures.count, 0);
  });

  it('hides a type of too few people and one more, and tests neither', () => {
    const risk = work('risk', 1, 5);
    const input = createInput({ items: [...work('debt', 12, 40), ...work('feature', 4, 120), ...risk].flat() });
    const result = measure(clusters, input, { hides: ids => ids.length === 5 });
    assert.deepEqual(
      result.types.map(({ type, failures }) => [type, failures?.count ?? null]),
      [
        ['feature', 4],
        ['risk', null],
        ['debt', null],
      ],
    );
    assert.deepEqual(result.clustered, []);
  });

  it('is not narrowed by the work type that was asked for', () => {
    const items = [...work('debt', 12, 40), ...work('feature', 4, 120)];
    assert.equal(measure(clusters, createInput({ items, type: 'debt', finished: [] })).failures.of, 160);
  });

  it('is hidden with too few people, and for one or two', () => {
    const input = createInput({ items: work('debt', 1, 9) });
    assert.deepEqual(measure(clusters, input, { hides: () => true }).withheld, { code: 'people' });
    assert.deepEqual(measure(clusters, input, { solo: true }).types, []);
  });
});

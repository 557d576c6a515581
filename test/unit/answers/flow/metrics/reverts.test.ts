import assert from 'node:assert/strict';
import { reverts } from '../../../../../src/answers/flow/metrics/reverts.ts';
import type { WorkItem } from '../../../../../src/model/work.ts';
import { createDeployment, createInput, createWork, DAY, measure } from '../madeInput.ts';

const MINUTE = 1 / 1440;

/** An item that landed on `day` and was taken back so many days later. */
function takenBack(day: number, days: number, changes: Partial<WorkItem> = {}, restored = false): WorkItem {
  const item = createWork(day, 1, changes);
  return { ...item, reverted: { at: item.end + days * DAY, restored } };
}

const landed = (count: number, changes: Partial<WorkItem> = {}): WorkItem[] =>
  Array.from({ length: count }, (_, index) => createWork(index, 1, changes));
const rate = (items: readonly WorkItem[]) => measure(reverts, createInput({ items }));

describe('reverts', () => {
  it('gives a share of 50 landed items and not of 49', () => {
    assert.deepEqual(rate([...landed(48), takenBack(9, 3), takenBack(10, 5)]).reverted, {
      count: 2,
      of: 50,
      share: 0.04,
    });
    assert.deepEqual(rate([...landed(47), takenBack(9, 3), takenBack(10, 5)]).reverted, {
      count: 2,
      of: 49,
      share: null,
    });
  });

  it('gives the interval that Newcombe published for 81 of 263', () => {
    const taken = Array.from({ length: 81 }, (_, index) => takenBack(index % 100, 2));
    const kept = Array.from({ length: 182 }, (_, index) => createWork(index % 100, 1));
    const { interval } = rate([...taken, ...kept]);
    assert.deepEqual([interval?.low.toFixed(4), interval?.high.toFixed(4)], ['0.2553', '0.3662']);
  });

  it('counts what was taken back within 30 days of landing, whether or not it came back', () => {
    const { reverted, restored } = rate([
      takenBack(5, 30),
      takenBack(5, 31),
      takenBack(6, 2, {}, true),
      createWork(7, 1),
    ]);
    assert.deepEqual([reverted.count, reverted.of, restored], [2, 4, 1]);
  });

  it('says how soon work was taken back only where enough people are behind what was', () => {
    const taken = [1, 2, 3, 4, 5].map(days => takenBack(9, days));
    const input = createInput({ items: [...landed(60), ...taken] });
    assert.equal(measure(reverts, input).timeToRevert, 3 * DAY);
    const isTaken = (ids: readonly string[]): boolean => taken.some(({ id }) => ids.includes(id)) && ids.length === 5;
    const { withheld, reverted, timeToRevert } = measure(reverts, input, { hides: isTaken });
    assert.deepEqual([withheld, reverted.count, timeToRevert], [null, 5, null]);
  });

  it('counts what came back, what was aborted and what is too young only where enough people are behind it', () => {
    const [back, away, aborted] = [takenBack(5, 3, {}, true), takenBack(6, 3), takenBack(7, 9 * MINUTE)];
    const young = createWork(170, 1);
    const input = createInput({ items: [...landed(60), back, away, aborted, young] });
    const without = (...lone: readonly WorkItem[]) => {
      const made = measure(reverts, input, { hides: ids => ids.every(id => lone.some(item => item.id === id)) });
      assert.deepEqual([made.withheld, made.reverted.count], [null, 2]);
      return [made.restored, made.aborted, made.immature];
    };
    assert.deepEqual(without(), [1, 1, 1]);
    assert.deepEqual(without(back), [null, 1, 1]);
    assert.deepEqual(without(away), [null, 1, 1], 'the rest would tell it');
    assert.deepEqual(without(aborted), [1, null, 1]);
    assert.deepEqual(without(young), [1, 1, null]);
  });

  it('leaves out what landed less than 30 days ago', () => {
    // The answer is of day 183.
    const { reverted, immature } = rate([createWork(153, 1), createWork(154, 1), takenBack(180, 1)]);
    assert.deepEqual([reverted.of, reverted.count, immature], [1, 0, 2]);
  });

  it('counts neither bots nor what takes something else back as landed work', () => {
    const items = [createWork(5, 1), createWork(5, 1, { automated: true }), takenBack(6, 1, { flags: ['revert'] })];
    assert.deepEqual(rate(items).reverted, { count: 0, of: 1, share: null });
  });

  it('tells a landing that was aborted within ten minutes apart, unless it was deployed in between', () => {
    const items = [takenBack(5, 9 * MINUTE), takenBack(6, 11 * MINUTE)];
    const { reverted, aborted } = rate(items);
    assert.deepEqual([reverted.count, aborted], [1, 1]);
    const deployments = [createDeployment(5 + 5 * MINUTE)];
    assert.equal(measure(reverts, createInput({ items, deployments })).reverted.count, 2);
  });

  it('tells within which time half of it was taken back, from five on', () => {
    const taken = [4, 1, 3, 2, 20].map(days => takenBack(5, days));
    assert.equal(rate(taken).timeToRevert, 3 * DAY);
    assert.equal(rate(taken.slice(1)).timeToRevert, null);
  });

  describe('by work type', () => {
    const debt = landed(4, { type: 'debt' });
    const items = [...landed(20), ...debt, ...landed(6, { type: 'defect' }), ...landed(9, { type: 'risk' })];
    const isDebt = (ids: readonly string[]): boolean =>
      ids.length === debt.length && debt.every(({ id }) => ids.includes(id));

    it('counts each type', () => {
      assert.deepEqual(
        rate(items).types.map(({ type, reverted }) => [type, reverted?.of]),
        [
          ['feature', 20],
          ['defect', 6],
          ['risk', 9],
          ['debt', 4],
        ],
      );
    });

    it('hides a second type with one of too few people, as the total would give it away', () => {
      const { types, reverted } = measure(reverts, createInput({ items }), { hides: isDebt });
      assert.equal(reverted.of, 39);
      assert.deepEqual(
        types.map(({ type, reverted: own }) => [type, own === null]),
        [
          ['feature', false],
          ['defect', true],
          ['risk', false],
          ['debt', true],
        ],
      );
    });

    it('is not divided again when one type was asked for', () => {
      assert.deepEqual(measure(reverts, createInput({ items: debt, type: 'debt' })).types, []);
    });
  });

  it('is hidden with too few people, and for one or two', () => {
    const input = createInput({ items: landed(60) });
    assert.deepEqual(measure(reverts, input, { hides: () => true }).withheld, { code: 'people' });
    const { withheld, reverted } = measure(reverts, input, { solo: true });
    assert.deepEqual([withheld, reverted.of], [{ code: 'solo' }, 0]);
    assert.deepEqual(rate([]).withheld, { code: 'nothing', what: 'landedItems' });
  });
});

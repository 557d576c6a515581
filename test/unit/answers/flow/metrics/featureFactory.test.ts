import assert from 'node:assert/strict';
import fc from 'fast-check';
import { featureFactory } from '../../../../../src/answers/flow/metrics/featureFactory.ts';
import type { EpicSummary } from '../../../../../src/answers/flow/metric.ts';
import type { WorkItem } from '../../../../../src/model/work.ts';
import { createInput, createWork, measure } from '../madeInput.ts';
import { createSummary } from './madeEpics.ts';

const epicsWith = (outcomes: readonly boolean[]): EpicSummary[] =>
  outcomes.map((hasOutcome, index) => createSummary(`PAY-${index}`, { hasOutcome }));
const work = (epic: string | null, count: number, day = 20): WorkItem[] =>
  Array.from({ length: count }, () => createWork(day, 1, { epic }));
const ratio = (epics: readonly EpicSummary[], items: readonly WorkItem[] = []) =>
  measure(featureFactory, createInput({ epics, items }));

describe('featureFactory', () => {
  it('is the share of epics without an outcome, without stopped ones', () => {
    const epics = [
      ...epicsWith([false, true, true, true, false]),
      createSummary('X-1', { stage: 'stopped', hasOutcome: false }),
    ];
    assert.deepEqual(ratio(epics).epics, { count: 2, of: 5, share: 0.4 });
  });

  it('says "3 of 4" for fewer than five epics', () => {
    assert.deepEqual(ratio(epicsWith([false, false, false, true])).epics, { count: 3, of: 4, share: null });
  });

  it('cannot be measured without epics, and is not 100 % then', () => {
    const { withheld, epics, weighted, periods } = ratio([], work(null, 9));
    assert.deepEqual([withheld, epics.share, weighted?.share, periods], [{ code: 'noEpics' }, null, null, []]);
    assert.deepEqual(ratio([createSummary('X-1', { stage: 'stopped' })]).withheld, { code: 'nothing', what: 'epics' });
  });

  it('counts outcomes that cannot be tested beside it', () => {
    const epics = [
      ...epicsWith([true, true, false]),
      createSummary('X-1', { testable: false }),
      createSummary('X-2', { hasOutcome: false, testable: false }),
    ];
    assert.deepEqual(ratio(epics).untestable, { count: 1, of: 5, share: 0.2 });
  });

  it('is weighted by the finished items of the epics worked on; work without an epic stands beside it', () => {
    const epics = epicsWith([false, true, true, true, true, false]);
    const items = [0, 1, 2, 3, 4].flatMap(epic => work(`PAY-${epic}`, epic === 0 ? 6 : 1)).concat(work(null, 10));
    const { worked, weighted, orphans } = ratio(epics, items);
    assert.deepEqual(worked, { count: 1, of: 5, share: 0.2 });
    assert.deepEqual(weighted, { count: 6, of: 10, share: 0.6 });
    assert.deepEqual(orphans, { count: 10, of: 20, share: 0.5 });
  });

  it('leaves the work on stopped epics and of bots out of the weights', () => {
    const stopped = createSummary('X-1', { stage: 'stopped', hasOutcome: false });
    const bots = work('PAY-0', 7).map(item => ({ ...item, automated: true }));
    const { weighted, worked } = ratio(
      [...epicsWith([false, true]), stopped],
      [...work('X-1', 3), ...work('PAY-1', 2), ...bots],
    );
    assert.deepEqual([weighted?.count, weighted?.of, worked.of], [0, 2, 1]);
  });

  it('tells the ratio of every four weeks with five epics or more', () => {
    const epics = epicsWith([false, true, true, true, true]);
    const busy = epics.flatMap(({ key }) => work(key, 1, 20));
    const { periods } = ratio(epics, [...busy, ...work('PAY-0', 9, 180)]);
    assert.deepEqual(periods[0]?.epics, { count: 1, of: 5, share: 0.2 });
    assert.deepEqual(periods[5]?.epics, { count: 1, of: 1, share: null });
  });

  it('hides the weights where one side has too few people, and keeps the ratio', () => {
    const epics = epicsWith([false, true, true, true, true]);
    const bare = work('PAY-0', 4);
    const items = [...bare, ...epics.slice(1).flatMap(({ key }) => work(key, 3))];
    const input = createInput({ epics, items });
    const hides = (ids: readonly string[]): boolean => ids.length === bare.length;
    const { weighted, epics: all } = measure(featureFactory, input, { hides });
    assert.deepEqual([weighted, all.share], [null, 0.2]);
    assert.ok(measure(featureFactory, input, { hides: () => true }).periods[0]?.epics === null);
  });

  const outcomes = fc.array(fc.boolean(), { minLength: 5, maxLength: 30 });

  it('and its complement are 100', () => {
    fc.assert(
      fc.property(outcomes, flags => {
        const without = ratio(epicsWith(flags)).epics.share ?? NaN;
        const complement = ratio(epicsWith(flags.map(flag => !flag))).epics.share ?? NaN;
        assert.ok(Math.abs(without * 100 + complement * 100 - 100) < 1e-9);
      }),
    );
  });

  it('is the same weighted and not where all epics have equally many items', () => {
    fc.assert(
      fc.property(outcomes, fc.integer({ min: 1, max: 5 }), (flags, weight) => {
        const epics = epicsWith(flags);
        const {
          weighted,
          worked,
          epics: all,
        } = ratio(
          epics,
          epics.flatMap(({ key }) => work(key, weight)),
        );
        assert.ok(Math.abs((weighted?.share ?? NaN) - (all.share ?? NaN)) < 1e-9);
        assert.deepEqual(worked, all);
      }),
    );
  });
});

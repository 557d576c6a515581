import assert from 'node:assert/strict';
import { linkedWork } from '../../../../../src/answers/flow/metrics/linkedWork.ts';
import type { WorkItem } from '../../../../../src/model/work.ts';
import { createInput, createWork, measure, type MadeGate } from '../madeInput.ts';
import { createSummary } from './madeEpics.ts';

const EPICS = [
  createSummary('PAY-1'),
  createSummary('PAY-2', { hasOutcome: false }),
  createSummary('PAY-3', { stage: 'stopped' }),
];

const work = (epic: string | null, count: number, day = 20): WorkItem[] =>
  Array.from({ length: count }, () => createWork(day, 1, { epic }));
const linksOf = (items: readonly WorkItem[], gate: MadeGate = {}) =>
  measure(linkedWork, createInput({ items, epics: EPICS }), gate);

describe('linkedWork', () => {
  it('is the share of finished items with an epic that has an outcome and was not stopped', () => {
    const { linked, orphans, counts } = linksOf([
      ...work('PAY-1', 10),
      ...work('PAY-2', 4),
      ...work('PAY-3', 1),
      ...work(null, 5),
    ]);
    assert.deepEqual(counts, { outcome: 10, noOutcome: 4, stopped: 1, noEpic: 5 });
    assert.deepEqual(linked, { count: 10, of: 20, share: 0.5 });
    assert.deepEqual(orphans, { count: 5, of: 20, share: 0.25 });
  });

  it('says k of n for fewer than 20 items', () => {
    assert.deepEqual(linksOf([...work('PAY-1', 10), ...work(null, 9)]).linked, { count: 10, of: 19, share: null });
  });

  it('leaves out bots and what nothing holds together, and takes an epic without a file for none', () => {
    const items = [...work('PAY-1', 1), ...work('GONE-1', 1)];
    const { counts } = linksOf([
      ...items,
      createWork(20, 1, { automated: true }),
      createWork(20, 1, { flags: ['ungrouped'] }),
    ]);
    assert.deepEqual(counts, { outcome: 1, noOutcome: 0, stopped: 0, noEpic: 1 });
  });

  it('has a value for each week with three items or more', () => {
    const { overTime } = linksOf([...work('PAY-1', 2, 1), ...work(null, 2, 2), ...work('PAY-1', 2, 8)]);
    assert.ok(overTime !== null);
    assert.deepEqual(
      overTime.points.slice(0, 3).map(({ value, n }) => [value, n]),
      [
        [0.5, 4],
        [null, 2],
        [null, 0],
      ],
    );
    assert.equal(overTime.weeksPerBin, 1);
  });

  it('hides a part of too few people and one more, and then the series that would give it away', () => {
    const orphans = work(null, 4);
    const hides = (ids: readonly string[]): boolean => ids.length === 4 && ids.includes(orphans[0]!.id);
    const result = linksOf([...work('PAY-1', 10), ...work('PAY-2', 12), ...orphans], { hides });
    assert.deepEqual(result.counts, { outcome: null, noOutcome: 12, stopped: 0, noEpic: null });
    assert.deepEqual([result.linked, result.orphans, result.overTime], [null, null, null]);
  });

  it('is not divided in an export of one work type', () => {
    const input = createInput({ items: work('PAY-1', 30), epics: EPICS, type: 'feature', use: 'export' });
    assert.deepEqual(
      [measure(linkedWork, input).linked, measure(linkedWork, { ...input, type: null }).linked?.share],
      [null, 1],
    );
  });

  it('cannot tell without epic files', () => {
    assert.deepEqual(measure(linkedWork, createInput({ items: work(null, 30) })).withheld, { code: 'noEpics' });
    assert.deepEqual(linksOf([]).withheld, { code: 'nothing', what: 'finishedItems' });
  });
});

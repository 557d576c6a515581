import assert from 'node:assert/strict';
import fc from 'fast-check';
import { calendarIn } from '../../../../../src/answers/flow/time/calendar.ts';
import { cycleTime, isFinishedWork } from '../../../../../src/answers/flow/metrics/cycleTime.ts';
import { dataQuality } from '../../../../../src/answers/flow/metrics/dataQuality.ts';
import type { WorkItem } from '../../../../../src/model/work.ts';
import { at, DAY } from '../madeHistory.ts';

const utc = calendarIn('UTC');

function item(id: number, days: number | null, changes: Partial<WorkItem> = {}): WorkItem {
  const end = at(100 + id / 100);
  return {
    id: `w${id}`,
    ticket: null,
    number: id,
    rule: days === null ? 'squash' : 'merge',
    type: 'unknown',
    start: days === null ? null : end - days * DAY,
    startQuality: days === null ? 'none' : 'branch',
    end,
    commits: 1,
    automated: false,
    flags: [],
    ...changes,
  };
}

const items = (known: number, unknown: number): WorkItem[] =>
  Array.from({ length: known + unknown }, (_, n) => item(n, n < known ? n : null));
const measure = (finished: readonly WorkItem[]) => cycleTime(finished, utc, true, ({ number }) => `#${number ?? ''}`);
const daysOf = (finished: readonly WorkItem[]): (number | null)[] =>
  measure(finished).percentiles.map(({ seconds }) => (seconds === null ? null : seconds / DAY));

describe('cycleTime', () => {
  it('gives each percentile from as many items as it needs', () => {
    assert.deepEqual(daysOf(items(4, 0)), [null, null, null]);
    assert.deepEqual(daysOf(items(5, 0)), [2, null, null]);
    assert.deepEqual(daysOf(items(19, 0)), [9, 16, null]);
    assert.deepEqual(daysOf(items(59, 0)), [29, 50, 56]);
    assert.deepEqual(
      measure([]).percentiles.map(({ percent, needs }) => [percent, needs]),
      [
        [50, 5],
        [85, 19],
        [95, 59],
      ],
    );
  });

  it('gives none when fewer than six of ten starts are known', () => {
    assert.deepEqual(daysOf(items(60, 40)), [29, 50, 56]);
    assert.equal(measure(items(60, 40)).coverage, 0.6);
    assert.deepEqual(daysOf(items(59, 40)), [null, null, null]);
    assert.equal(measure(items(59, 40)).coverageEnough, false);
  });

  it('never takes an unknown start for no time at all', () => {
    const squashed = measure(items(0, 80));
    assert.deepEqual([squashed.known, squashed.coverage, squashed.points.length], [0, 0, 0]);
    assert.ok(squashed.bins.every(({ count }) => count === 0));
    assert.ok(squashed.percentiles.every(({ seconds }) => seconds === null));
  });

  it('has no coverage without items', () => {
    assert.deepEqual([measure([]).coverage, measure([]).coverageEnough], [null, false]);
  });

  it('leaves out items of which only landings are known', () => {
    const landings = items(10, 0).map(one => ({ ...one, startQuality: 'landingOnly' as const }));
    assert.deepEqual([measure(landings).finished, measure(landings).known], [10, 0]);
  });

  it('says so when too few people are behind it', () => {
    const times = cycleTime(items(80, 0), utc, false, () => null);
    assert.equal(times.tooFewPeople, true);
    assert.ok(times.percentiles.every(({ seconds }) => seconds === null));
    assert.equal('tooFewPeople' in measure(items(80, 0)), false);
  });

  it('describes its dots without hash, title or branch', () => {
    assert.deepEqual(measure([item(7, 2.5)]).points, [
      {
        id: 'w7',
        label: '#7',
        type: 'unknown',
        started: '2024-04-07',
        finished: '2024-04-10',
        finishedAt: at(100.07),
        seconds: 2.5 * DAY,
        days: 4,
        commits: 1,
        rule: 'merge',
        startQuality: 'branch',
        flags: [],
      },
    ]);
  });

  it('counts calendar days into bins that follow each other', () => {
    const { bins } = measure([]);
    assert.deepEqual(
      bins.map(({ fromDays, toDays }) => [fromDays, toDays]),
      [
        [1, 1],
        [2, 2],
        [3, 3],
        [4, 5],
        [6, 8],
        [9, 13],
        [14, 21],
        [22, 34],
        [35, null],
      ],
    );
    const counted = measure([0, 1, 2, 3, 4, 5, 33, 34, 900].map((days, n) => item(n, days)));
    assert.deepEqual(
      counted.bins.map(({ count }) => count),
      [1, 1, 1, 2, 1, 0, 0, 1, 2],
    );
  });

  it('puts every known item into one bin and one dot, whatever their order', () => {
    const some = fc.array(fc.option(fc.integer({ min: 0, max: 80 })), { maxLength: 60 });
    fc.assert(
      fc.property(some, days => {
        const made = days.map((day, n) => item(n, day));
        const times = measure(made);
        assert.equal(
          times.bins.reduce((sum, { count }) => sum + (count ?? 0), 0),
          times.known,
        );
        assert.equal(times.points.length, times.known);
        assert.deepEqual(measure(made.toReversed()), times);
      }),
    );
  });
});

describe('isFinishedWork', () => {
  it('leaves out bots and commits that nothing holds together', () => {
    assert.equal(isFinishedWork(item(1, 1)), true);
    assert.equal(isFinishedWork(item(1, 1, { automated: true })), false);
    assert.equal(isFinishedWork(item(1, 1, { flags: ['ungrouped'] })), false);
  });
});

describe('dataQuality', () => {
  it('counts what the items of people can say', () => {
    const quality = dataQuality(
      [
        item(1, 1, { ticket: 'PAY-1' }),
        item(2, null, { ticket: 'PAY-2', flags: ['clockSkew', 'rebased'] }),
        item(3, 1, { rule: 'trunkSingle', startQuality: 'single', flags: ['ungrouped'] }),
        item(4, null, { automated: true, ticket: 'PAY-1', flags: ['rebased'] }),
      ],
      {
        forwardMerges: 7,
        syncMerges: 8,
        shallowSince: null,
        commitsRead: 9,
        hasEpic: ticket => ticket === 'PAY-1',
      },
    );
    assert.deepEqual(quality, {
      items: 4,
      automated: 1,
      starts: { branch: 1, single: 1, landingOnly: 0, none: 1 },
      rules: { merge: 1, squash: 1, landingBatch: 0, trunkByTicket: 0, trunkSingle: 1 },
      withTicket: 2,
      withEpic: 1,
      clockSkew: 1,
      ungrouped: 1,
      rebased: 1,
      forwardMerges: 7,
      syncMerges: 8,
      shallowSince: null,
      commitsRead: 9,
    });
  });
});

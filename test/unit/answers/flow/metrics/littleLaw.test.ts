import assert from 'node:assert/strict';
import fc from 'fast-check';
import { littleCheck, wipByDay, type Span } from '../../../../../src/answers/flow/metrics/littleLaw.ts';

const spansOf = (pairs: readonly (readonly [from: number, to: number | null, count: number])[]): Span[] =>
  pairs.flatMap(([from, to, count]) => Array.from({ length: count }, () => ({ from, to })));

describe('wipByDay', () => {
  it('is that of jira-agile-metrics’ fixture: 15 items, 6 of them done (METRICS P23)', () => {
    const spans = spansOf([
      [2, 7, 2],
      [2, 8, 2],
      [2, 9, 2],
      [2, null, 3],
      [3, null, 4],
      [4, null, 1],
      [5, null, 1],
    ]);
    assert.deepEqual(wipByDay(spans, 1, 10), [0, 9, 13, 14, 15, 15, 13, 11, 9]);
  });

  it('counts what began before the first day, and nothing that ended before it', () => {
    assert.deepEqual(
      wipByDay(
        spansOf([
          [-9, 2, 1],
          [-9, -3, 5],
          [-9, null, 1],
          [9, null, 4],
        ]),
        0,
        4,
      ),
      [2, 2, 1, 1],
    );
  });

  it('is at each day the number of spans that hold it, whatever their order', () => {
    const span = fc.record({ from: fc.integer({ min: -9, max: 30 }), to: fc.option(fc.integer({ min: -9, max: 40 })) });
    fc.assert(
      fc.property(fc.array(span, { maxLength: 30 }), made => {
        const spans = made.map(({ from, to }) => ({ from, to: to === null ? null : Math.max(from, to) }));
        const counts = wipByDay(spans, 0, 20);
        assert.deepEqual(
          counts,
          counts.map((_, day) => spans.filter(({ from, to }) => from <= day && (to === null || day < to)).length),
        );
        assert.deepEqual(wipByDay(spans.toReversed(), 0, 20), counts);
      }),
    );
  });
});

describe('littleCheck', () => {
  it('holds where 8 come and go in each period and 160 are there: each stays 20 periods (Little and Graves, METRICS P31)', () => {
    const steady = Array.from({ length: 200 }, (_, day) => ({ from: day, to: day + 20 })).flatMap(span =>
      Array.from({ length: 8 }, () => span),
    );
    const check = littleCheck(steady, 40, 140);
    assert.deepEqual(check, {
      averageWip: 160,
      perDay: 8,
      meanDays: 20,
      ratio: 1,
      arrivals: 800,
      departures: 800,
      isStable: true,
    });
  });

  it('is not stable when a quarter more begins than ends', () => {
    const flow = (arrivals: number) =>
      littleCheck(
        spansOf([
          [0, 10, 100],
          [5, null, arrivals - 100],
        ]),
        0,
        20,
      );
    assert.deepEqual([flow(125)?.arrivals, flow(125)?.departures], [125, 100]);
    assert.equal(flow(126)?.isStable, false);
  });

  it('is not stable when old work makes up more of the work in progress than a quarter', () => {
    const steady = Array.from({ length: 100 }, (_, day) => ({ from: day, to: day + 4 }));
    const aged = (count: number) => littleCheck([...steady, ...spansOf([[-100, null, count]])], 20, 80);
    assert.deepEqual([aged(1)?.ratio, aged(1)?.isStable], [1.25, true]);
    assert.deepEqual([aged(2)?.ratio, aged(2)?.isStable], [1.5, false]);
  });

  it('says nothing when nothing ended, or everything within its day', () => {
    assert.equal(littleCheck(spansOf([[1, null, 5]]), 0, 7), null);
    assert.equal(littleCheck(spansOf([[1, 1, 5]]), 0, 7), null);
  });
});

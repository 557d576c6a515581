import assert from 'node:assert/strict';
import { improvingMetric } from '../../../../../src/answers/flow/metrics/improving.ts';
import type { WorkItem } from '../../../../../src/model/work.ts';
import { createInput, createWork, measure } from '../madeInput.ts';

const WEEKS = 26;
/** Without signals: around 5.5 in steps of one and two. */
const calm = (week: number): number => [4, 5, 7, 6][week % 4]!;

/** Items of each week, all of which took `days` of that week. */
const weekly = (count: (week: number) => number, days: (week: number) => number): WorkItem[] =>
  Array.from({ length: WEEKS }, (_, week) =>
    Array.from({ length: count(week) }, (_, n) => createWork(week * 7 + (n % 5), days(week))),
  ).flat();
const answer = (items: readonly WorkItem[]) => measure(improvingMetric, createInput({ items }));
const lately = (items: readonly WorkItem[]) => answer(items).measures.map(({ id, lately: now }) => [id, now]);

const since = (week: number, usual: (week: number) => number, then: number) => (at: number) =>
  at >= week ? then : usual(at);

describe('improvingMetric', () => {
  it('sees no change where nothing leaves its limits', () => {
    const items = weekly(calm, calm);
    assert.equal(answer(items).verdict, 'noChange');
    assert.deepEqual(lately(items).slice(0, 2), [
      ['cycleTime', 'noSignal'],
      ['throughput', 'noSignal'],
    ]);
  });

  it('is improving with a welcome signal and no other', () => {
    assert.equal(answer(weekly(calm, since(22, calm, 1))).verdict, 'improving');
    assert.equal(answer(weekly(since(22, calm, 15), calm)).verdict, 'improving');
  });

  it('is a trade-off where one measure gains and another loses', () => {
    const items = weekly(since(22, calm, 15), since(22, calm, 20));
    assert.equal(answer(items).verdict, 'tradeOff');
    assert.deepEqual(lately(items).slice(0, 2), [
      ['cycleTime', 'unfavourable'],
      ['throughput', 'favourable'],
    ]);
  });

  it('says so when the signals are unwelcome only', () => {
    assert.equal(answer(weekly(calm, since(22, calm, 20))).verdict, 'unfavourable');
  });

  it('tells a step that is larger than expected, which says nothing about a side', () => {
    // Limits of the calm weeks: 5.5 ± 2.660 · 1.5 = 1.5 to 9.5; largest step 3.268 · 1.5 = 4.9. The last week steps by 5.
    const items = weekly(week => (week === 25 ? 9 : calm(week)), calm);
    assert.equal(answer(items).verdict, 'noChange');
    assert.deepEqual(lately(items)[1], ['throughput', 'step']);
  });

  it('does not speak about signals of long ago', () => {
    const spike = (week: number): number => (week === 5 ? 40 : calm(week));
    assert.equal(answer(weekly(calm, spike)).verdict, 'noChange');
  });

  it('looks at reverts where enough landed', () => {
    // Every 4th item of a changing number is taken back; then every item.
    const items = weekly(() => 8, calm).map((item, n): WorkItem => {
      const week = Math.floor(n / 8);
      const taken = n % 8 < [1, 2, 3, 2][week % 4]! || week >= 18;
      return taken ? { ...item, reverted: { at: item.end + 86_400, restored: false } } : item;
    });
    const found = answer(items);
    const reverts = found.measures.find(({ id }) => id === 'reverts');
    assert.equal(reverts?.lately, 'unfavourable');
    assert.equal(reverts.series?.points[0]?.value, 1 / 8);
    // What landed in the last 30 days may yet be taken back: at(183) - 30 days is in week 21.
    assert.equal(reverts.series.points[22]?.value, null);
  });

  it('says what cannot tell, and why', () => {
    const flat = answer(
      weekly(
        () => 3,
        () => 2,
      ),
    );
    assert.equal(flat.verdict, null);
    assert.deepEqual(
      flat.measures.map(({ id, flat: isFlat, withheld }) => [id, isFlat, withheld?.code ?? null]),
      [
        ['cycleTime', true, null],
        ['throughput', true, null],
        ['reverts', false, 'tooFew'],
      ],
    );
    assert.equal(answer([]).verdict, null);
    assert.equal(answer([]).measures[0]?.withheld?.code, 'nothing');
  });

  it('says nothing about too few people, or about one or two', () => {
    const input = createInput({ items: weekly(calm, calm) });
    const hidden = measure(improvingMetric, input, { hides: () => true });
    assert.deepEqual(
      hidden.measures.map(({ withheld, series }) => [withheld?.code, series]),
      [
        ['people', null],
        ['people', null],
        ['people', null],
      ],
    );
    assert.deepEqual(measure(improvingMetric, input, { solo: true }), {
      withheld: { code: 'solo' },
      verdict: null,
      measures: [],
    });
  });

  it('draws no series of one work type into an export', () => {
    const input = createInput({ items: weekly(calm, calm), use: 'export', type: 'feature' });
    assert.ok(measure(improvingMetric, input).measures.every(({ series }) => series === null));
  });
});

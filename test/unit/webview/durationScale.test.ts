import assert from 'node:assert/strict';
import fc from 'fast-check';
import { durationScale, shortestDays } from '../../../webview/insights/charts/durationScale.ts';
import { formatDays } from '../../../webview/insights/duration.ts';

describe('the scale of elapsed days', () => {
  it('marks a log scale at times that people know', () => {
    const { ticks } = durationScale([0.05, 2.3, 9.1, 80], 'log');
    assert.deepEqual(ticks.map(formatDays), ['1 h', '6 h', '1 d', '3 d', '7 d', '14 d', '30 d', '90 d']);
  });

  it('marks a linear scale in even steps from zero', () => {
    assert.deepEqual(durationScale([1, 45], 'linear').ticks, [0, 10, 20, 30, 40]);
    assert.deepEqual(durationScale([0.4], 'linear').ticks.map(formatDays).slice(1, 3), ['2 h', '4 h']);
  });

  it('has a range even for one item, and for none', () => {
    for (const kind of ['log', 'linear'] as const) {
      for (const days of [[], [0], [3]]) {
        const [bottom, top] = durationScale(days, kind).domain;
        assert.ok(top > bottom, `${kind} ${days.join()}`);
        assert.ok(kind === 'linear' || bottom > 0);
      }
    }
  });

  it('shows every item, with ticks inside the range and few enough to read', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 5000, noNaN: true }), { minLength: 1 }),
        fc.constantFrom('log', 'linear'),
        (days, kind) => {
          const { domain, ticks } = durationScale(days, kind);
          const [bottom, top] = domain;
          for (const value of days) assert.ok(Math.max(value, shortestDays) >= bottom && value <= top);
          assert.ok(ticks.length >= 1 && ticks.length <= 9);
          for (const tick of ticks) assert.ok(tick >= bottom && tick <= top);
          assert.deepEqual(
            [...ticks].sort((a, b) => a - b),
            ticks,
          );
        },
      ),
    );
  });
});

describe('a duration in words', () => {
  const cases: [number, string][] = [
    [0, '< 1 min'],
    [59 / 86_400, '< 1 min'],
    [1 / 1440, '1 min'],
    [1 / 96, '15 min'],
    [1 / 24, '1 h'],
    [0.22, '5.3 h'],
    [1, '1 d'],
    [9.14, '9.1 d'],
    [123.4, '123 d'],
  ];
  for (const [days, words] of cases) it(`says ${words}`, () => assert.equal(formatDays(days), words));
});

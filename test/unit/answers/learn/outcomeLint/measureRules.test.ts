import assert from 'node:assert/strict';
import { lint, marks, measured, outcome } from './linted.ts';

describe('measure/missing', () => {
  it('marks an outcome without a measure', () => {
    assert.deepEqual(marks('measure/missing', outcome({ measures: '[]' })), ['[]']);
  });

  it('is silent with one', () => {
    assert.deepEqual(marks('measure/missing', outcome()), []);
  });
});

describe('measure/no-baseline and measure/no-target', () => {
  it('mark the measure that lacks it', () => {
    const two = outcome({ measures: '[{ name: returns, baseline: 9 }, { name: calls, target: 0 }]' });
    assert.deepEqual(marks('measure/no-baseline', two), ['calls']);
    assert.deepEqual(marks('measure/no-target', two), ['returns']);
  });

  it('are silent where both are written, zero too', () => {
    for (const rule of ['measure/no-baseline', 'measure/no-target'] as const)
      assert.deepEqual(marks(rule, measured('name: returns, baseline: 0, target: 0')), []);
  });
});

describe('measure/no-date', () => {
  const undated = outcome({ reviews: '[]' });

  it('marks an outcome that is looked at on no day', () => {
    assert.deepEqual(marks('measure/no-date', undated), ['[]']);
  });

  it('offers reviews 30, 60 and 90 days from today, or from the day that is promised', () => {
    const fixes = (text: string) => lint(text).find(({ rule }) => rule === 'measure/no-date')?.fixes;
    // Thirty days hath November: 20 December, 19 January, 18 February.
    assert.deepEqual(fixes(undated), [{ kind: 'addReviews', reviews: ['2026-12-20', '2027-01-19', '2027-02-18'] }]);
    assert.deepEqual(fixes(`${undated}\ncommitment: { on: 2027-01-01 }`), [
      { kind: 'addReviews', reviews: ['2027-01-31', '2027-03-02', '2027-04-01'] },
    ]);
    assert.deepEqual(fixes(`${undated}\ncommitment: { on: 2025-01-01 }`), fixes(undated));
  });

  for (const [what, text] of [
    ['a review', outcome()],
    ['a measure with a day', outcome({ reviews: null, measures: '[{ name: returns, by: 2027-01-01 }]' })],
    ['a launch, which plans reviews', `${outcome({ reviews: null })}\nlaunched: 2026-11-01`],
    ['a verdict', outcome({ reviews: null, actual: '{ verdict: achieved }' })],
    ['no measure to look at', outcome({ reviews: null, measures: null })],
  ] as const)
    it(`is silent with ${what}`, () => {
      assert.deepEqual(marks('measure/no-date', text), []);
    });
});

describe('measure/vanity', () => {
  for (const name of [
    'lines of code',
    'Story points per sprint',
    'number of tickets',
    'commits per week',
    'tickets closed',
  ])
    it(`marks "${name}"`, () => {
      assert.deepEqual(marks('measure/vanity', measured(`name: ${name}, baseline: 1, target: 2`)), [name]);
    });

  for (const name of [
    'support tickets per week',
    'tickets sold',
    'time from commit to production',
    'commits until a customer sees it',
    'locations without a signal',
    'tickets reopened by customers',
    'stories read to the end',
  ])
    it(`is silent about "${name}"`, () => {
      assert.deepEqual(marks('measure/vanity', measured(`name: ${name}, baseline: 1, target: 2`)), []);
    });
});

describe('measure/target-is-flow-metric', () => {
  for (const name of [
    'cycle time',
    'Median lead time for changes',
    'WIP',
    "our team's throughput",
    'deployment frequency',
  ])
    it(`marks "${name}" with a target`, () => {
      const text = measured(`name: "${name}", baseline: 1, target: 2`);
      assert.deepEqual(marks('measure/target-is-flow-metric', text), [`"${name}"`]);
    });

  for (const [name, more] of [
    ['cycle time', 'baseline: 9'],
    ['lead time of spare parts', 'baseline: 9, target: 3'],
    ['throughput', 'unit: requests/s, baseline: 9, target: 30'],
    ['time to a customer’s answer', 'baseline: 9, target: 3'],
    ['machine cycle time', 'baseline: 9, target: 3'],
  ] as const)
    it(`is silent about "${name}" with ${more}`, () => {
      assert.deepEqual(marks('measure/target-is-flow-metric', measured(`name: "${name}", ${more}`)), []);
    });
});

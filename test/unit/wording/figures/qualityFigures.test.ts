import assert from 'node:assert/strict';
import type { ChangeFailure } from '../../../../src/model/flow/changeFailure.ts';
import type { ClusterOfType, Clusters } from '../../../../src/model/flow/clusters.ts';
import type { Recovery } from '../../../../src/model/flow/recovery.ts';
import type { Reverts } from '../../../../src/model/flow/reverts.ts';
import type { Rework } from '../../../../src/model/flow/rework.ts';
import { changeFailureFigure } from '../../../../src/wording/figures/changeFailure.ts';
import { clustersFigure } from '../../../../src/wording/figures/clusters.ts';
import { recoveryFigure } from '../../../../src/wording/figures/recovery.ts';
import { revertsFigure } from '../../../../src/wording/figures/reverts.ts';
import { reworkFigure } from '../../../../src/wording/figures/rework.ts';
import { checked, CONTEXT } from './checkFigure.ts';

const NOTHING = { count: 0, of: 0, share: null };
const INTERVAL = { low: 0.1, high: 0.4 };

describe('changeFailureFigure', () => {
  const result: ChangeFailure = {
    withheld: null,
    confirmed: { count: 5, of: 25, share: 0.2 },
    suspected: { count: 6, of: 25, share: 0.24 },
    interval: INTERVAL,
    immature: 2,
    rework: 1,
    first: 0,
    empty: 0,
  };
  const figure = (changes: Partial<ChangeFailure> = {}) =>
    checked(changeFailureFigure({ ...result, ...changes }, CONTEXT));

  it('says the range, its sample, its window and its interval', () => {
    assert.equal(
      figure().headline,
      '20 % of 25 deployments in these 26 weeks failed for certain (95 % interval 10 % to 40 %), and up to 24 % with those that may have.',
    );
    assert.deepEqual(figure().table?.rows, [
      ['Failed for certain', 5, 25, 0.2, 0.1, 0.4],
      ['Failed, or may have', 6, 25, 0.24, null, null],
    ]);
    assert.equal(figure().chart?.kind, 'ranges');
  });

  it('says k of n for few deployments, without a picture', () => {
    const few = figure({
      confirmed: { count: 1, of: 2, share: null },
      suspected: { count: 2, of: 2, share: null },
      interval: null,
    });
    assert.equal(few.headline, '1 of 2 deployments in these 26 weeks failed for certain; 1 more may have.');
    assert.equal(few.chart, null);
    assert.equal(few.values[0]?.why, '1 of 2; a percentage needs 20 deployments.');
  });

  it('shows what was left out and says what git cannot see', () => {
    assert.deepEqual(figure().notes, [
      'Left out: 2 younger than 14 days; there has not been time to see whether they hold.',
      'Left out: 1 made to mend an earlier failure; they count as rework.',
    ]);
    assert.match(figure().proxy, /Release tags stand for deployments/);
  });

  it('says that the upper end is unknown, and never that it is the lower one', () => {
    const { headline, notes, values, table, chart } = figure({ suspected: null });
    assert.match(headline, /^20 % of 25 deployments .* failed for certain \(95 % interval 10 % to 40 %\)\.$/);
    assert.match(notes.at(-1) ?? '', /^Whether more failed cannot be told: for more than 40 % of the items/);
    assert.deepEqual([values[1]?.value, values[1]?.why], [null, notes.at(-1)]);
    assert.deepEqual(table?.rows[1], ['Failed, or may have', null, null, null, null, null]);
    assert.equal(chart?.kind === 'ranges' ? chart.rows.length : 0, 1);
  });

  it('says why there is nothing', () => {
    const none = figure({
      withheld: { code: 'noDeployments' },
      confirmed: NOTHING,
      suspected: NOTHING,
      interval: null,
    });
    assert.match(none.withheld, /No release tag/);
  });
});

describe('recoveryFigure', () => {
  const result: Recovery = {
    withheld: null,
    failures: 7,
    recovered: 6,
    p50: 14_400,
    p50Withheld: null,
    list: [
      { version: '1.2.0', on: '2026-02-01', seconds: 300 },
      { version: '1.4.0', on: '2026-03-01', seconds: null },
    ],
  };
  const figure = (changes: Partial<Recovery> = {}) => checked(recoveryFigure({ ...result, ...changes }, CONTEXT));

  it('says within which time half were mended, and lists them', () => {
    assert.equal(
      figure().headline,
      'Half of the 7 deployments that failed in these 26 weeks were mended within 4 hours.',
    );
    assert.deepEqual(figure().table?.rows, [
      ['1.2.0', '2026-02-01', 300, ''],
      ['1.4.0', '2026-03-01', null, 'not mended yet'],
    ]);
    assert.match(figure().notes[0] ?? '', /^1 of 7 not mended yet; it counts as longer/);
  });

  it('counts where there are too few, or where half are open', () => {
    const few = figure({
      failures: 2,
      recovered: 1,
      p50: null,
      p50Withheld: { code: 'tooFew', what: 'failures', has: 2, needs: 5 },
    });
    assert.equal(few.headline, '2 deployments failed for certain in these 26 weeks; 1 mended by now.');
    assert.match(few.values[0]?.why ?? '', /needs 5 failures/);
    assert.match(
      figure({ p50: null, p50Withheld: 'open' }).values[0]?.why ?? '',
      /Half of the failures are not mended yet/,
    );
  });

  it('says that nothing failed', () => {
    assert.equal(figure({ withheld: { code: 'nothing', what: 'failures' } }).withheld, 'No failures in this window.');
  });
});

describe('reworkFigure', () => {
  const result: Rework = {
    withheld: null,
    rework: { count: 5, of: 20, share: 0.25 },
    interval: INTERVAL,
    first: 1,
    empty: 2,
  };

  it('says the share or k of n', () => {
    assert.equal(
      checked(reworkFigure(result, CONTEXT)).headline,
      '25 % of 20 deployments in these 26 weeks were made to mend an earlier failure (95 % interval 10 % to 40 %).',
    );
    const few: Rework = { ...result, rework: { count: 1, of: 3, share: null }, interval: null };
    assert.equal(
      checked(reworkFigure(few, CONTEXT)).headline,
      '1 of 3 deployments in these 26 weeks were made to mend an earlier failure.',
    );
  });

  it('is withheld for one or two people', () => {
    assert.equal(
      checked(reworkFigure({ ...result, withheld: { code: 'solo' } }, CONTEXT)).withheld,
      'Not shown for one or two people.',
    );
  });
});

describe('revertsFigure', () => {
  const result: Reverts = {
    withheld: null,
    reverted: { count: 6, of: 120, share: 0.05 },
    interval: { low: 0.023, high: 0.105 },
    restored: 2,
    aborted: 1,
    immature: 9,
    timeToRevert: 86_400,
    types: [
      { type: 'feature', reverted: { count: 4, of: 80, share: 0.05 }, interval: INTERVAL },
      { type: 'risk', reverted: { count: 0, of: 8, share: null }, interval: null },
      { type: 'debt', reverted: null, interval: null },
    ],
  };

  it('says the share with its sample, and draws the types that have one', () => {
    const figure = checked(revertsFigure(result, CONTEXT));
    assert.equal(
      figure.headline,
      '5 % of 120 items that landed in these 26 weeks were taken back within 30 days (95 % interval 2.3 % to 10.5 %).',
    );
    assert.deepEqual(figure.chart?.kind === 'ranges' ? figure.chart.rows.map(({ label }) => label) : [], [
      'All',
      'Feature',
    ]);
  });

  it('has no number of a hidden type anywhere', () => {
    const { table } = checked(revertsFigure(result, CONTEXT));
    assert.deepEqual(table?.rows.at(-1), ['Debt', null, null, null, null, null, 'hidden to protect people']);
  });

  it('says whether too few were taken back, or too few people are behind them', () => {
    const whyOf = (changes: Partial<Reverts>): string | null | undefined =>
      checked(revertsFigure({ ...result, timeToRevert: null, ...changes }, CONTEXT)).values[1]?.why;
    assert.match(whyOf({}) ?? '', /protect people/);
    assert.equal(
      whyOf({ reverted: { count: 4, of: 120, share: 0.033 } }),
      'Needs 5 items that were taken back, has 4.',
    );
  });

  it('tells what came back, was aborted, or is too young', () => {
    const { notes } = checked(revertsFigure(result, CONTEXT));
    assert.deepEqual(notes.slice(0, 3), [
      'Of 6 items that were taken back, 2 came back later.',
      'Aborted landings, taken back within ten minutes and before any deployment: 1, not counted.',
      'Left out: 9 that landed less than 30 days ago.',
    ]);
  });

  it('says which of these counts are hidden', () => {
    const hidden = { ...result, restored: null, aborted: null, immature: null };
    assert.deepEqual(checked(revertsFigure(hidden, CONTEXT)).notes.slice(0, 3), [
      'How much of it came back later is hidden to protect people.',
      'Aborted landings, taken back within ten minutes and before any deployment: hidden to protect people, not counted.',
      'Left out: what landed less than 30 days ago; how much is hidden to protect people.',
    ]);
  });

  it('speaks of one item as of one', () => {
    const one = { ...result, reverted: { count: 1, of: 40, share: null }, restored: 1, aborted: 0, interval: null };
    const { headline, notes } = checked(revertsFigure(one, CONTEXT));
    assert.equal(headline, '1 of 40 items that landed in these 26 weeks was taken back within 30 days.');
    assert.equal(notes[0], 'What was taken back came back later: 1 item.');
  });
});

describe('clustersFigure', () => {
  const debt: ClusterOfType = {
    type: 'debt',
    failures: { count: 12, of: 40, share: 0.3 },
    interval: INTERVAL,
    elsewhere: 4 / 120,
    riskRatio: 9,
    adjustedP: 0.000024,
  };
  const hidden: ClusterOfType = {
    type: 'risk',
    failures: null,
    interval: null,
    elsewhere: null,
    riskRatio: null,
    adjustedP: null,
  };
  const result: Clusters = {
    withheld: null,
    failures: { count: 16, of: 160, share: 0.1 },
    clustered: ['debt'],
    types: [debt, hidden],
  };

  it('says which type stands out, against what, and how sure', () => {
    assert.equal(
      checked(clustersFigure(result, CONTEXT)).headline,
      '12 of 16 failures were of the type Debt (30 % vs 3.3 % elsewhere; adjusted p < 0.001).',
    );
  });

  it('lists counts where none does, and says when there are too few', () => {
    const none = checked(clustersFigure({ ...result, clustered: [] }, CONTEXT));
    assert.equal(
      none.headline,
      '16 of 160 items that landed in these 26 weeks failed; they do not cluster around a work type.',
    );
    const few = checked(
      clustersFigure({ ...result, clustered: [], failures: { count: 3, of: 160, share: 3 / 160 } }, CONTEXT),
    );
    assert.match(few.headline, /^3 of 160 items .* too few to say whether they cluster/);
  });

  it('shows a hidden type without number and without length', () => {
    const { chart, table } = checked(clustersFigure(result, CONTEXT));
    assert.deepEqual(chart?.kind === 'ranges' ? chart.rows[1] : null, {
      label: 'Risk',
      value: null,
      low: null,
      high: null,
      lines: ['Hidden to protect people'],
    });
    assert.deepEqual(
      table?.rows[1]?.slice(1, -1).filter(cell => cell !== null),
      [],
    );
  });
});

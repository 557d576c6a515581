import assert from 'node:assert/strict';
import type { FlowInput, Metric } from '../../../../src/answers/flow/metric.ts';
import { customerLeadTimeMetric } from '../../../../src/answers/flow/metrics/customerLeadTime.ts';
import { cycleTimeMetric } from '../../../../src/answers/flow/metrics/cycleTime.ts';
import { cycleTimeTrendMetric } from '../../../../src/answers/flow/metrics/cycleTimeTrend.ts';
import { deploymentFrequencyMetric } from '../../../../src/answers/flow/metrics/deployments.ts';
import { leadTimeMetric } from '../../../../src/answers/flow/metrics/leadTime.ts';
import { predictabilityMetric } from '../../../../src/answers/flow/metrics/predictability.ts';
import { serviceLevelMetric } from '../../../../src/answers/flow/metrics/serviceLevel.ts';
import { throughputMetric } from '../../../../src/answers/flow/metrics/throughput.ts';
import type { Figure } from '../../../../src/model/flow/figure.ts';
import type { WorkItem } from '../../../../src/model/work.ts';
import { customerLeadTimeFigure } from '../../../../src/wording/figures/customerLeadTime.ts';
import { cycleTimeFigure } from '../../../../src/wording/figures/cycleTime.ts';
import { cycleTimeHistogramFigure } from '../../../../src/wording/figures/cycleTimeHistogram.ts';
import { cycleTimeTrendFigure } from '../../../../src/wording/figures/cycleTimeTrend.ts';
import { deploymentFrequencyFigure } from '../../../../src/wording/figures/deployments.ts';
import type { FigureContext } from '../../../../src/wording/figures/figure.ts';
import { leadTimeFigure } from '../../../../src/wording/figures/leadTime.ts';
import { predictabilityFigure } from '../../../../src/wording/figures/predictability.ts';
import { serviceLevelFigure } from '../../../../src/wording/figures/serviceLevel.ts';
import { throughputFigure } from '../../../../src/wording/figures/throughput.ts';
import {
  createDeployment,
  createInput,
  createWork,
  DAY,
  FIRST,
  measure,
  type MadeGate,
} from '../../answers/flow/madeInput.ts';
import { checked, CONTEXT } from './checkFigure.ts';

/** The figure of a metric over a made input, checked. */
function figureOf<Result>(
  metric: Metric<Result>,
  present: (result: Result, context: FigureContext) => Figure,
  input: Partial<FlowInput>,
  gate: MadeGate = {},
): Figure {
  const result = measure(metric, createInput(input), gate);
  return checked(present(result, { ...CONTEXT, use: input.use ?? 'view' }));
}

const valueOf = ({ values }: Figure, id: string) => values.find(value => value.id === id);
/** Items that took 0, 1, 2 … days. */
const items = (count: number): WorkItem[] => Array.from({ length: count }, (_, n) => createWork(90 + n / 10, n));
const squashed = (count: number): WorkItem[] => Array.from({ length: count }, (_, n) => createWork(7 * (n % 26), null));
const COVERAGE = /^Git shows the way from first commit to landing for none of 30 finished items/;

describe('cycleTimeFigure', () => {
  it('claims the most telling percentile, with the sample', () => {
    const figure = figureOf(cycleTimeMetric, cycleTimeFigure, { finished: [...items(19), createWork(100, null)] });
    assert.equal(figure.headline, '85 % finished in at most 16 days (19 of 20 finished items have a known start).');
    assert.deepEqual(
      figure.values.map(({ id, value, n }) => [id, value, n]),
      [
        ['p50', 9 * DAY, 19],
        ['p85', 16 * DAY, 19],
        ['p95', null, 19],
      ],
    );
    assert.equal(valueOf(figure, 'p95')?.why, 'Needs 59 finished items with a known start, has 19.');
    assert.deepEqual(figure.notes, ['Left out, as git does not know their start: 1 item.']);
  });

  it('says how few there are when there is no percentile, and draws them', () => {
    const figure = figureOf(cycleTimeMetric, cycleTimeFigure, { finished: items(4) });
    assert.equal(figure.headline, '4 of 4 finished items have a known start; that is too few for a percentile.');
    assert.ok(figure.chart?.kind === 'dots' && figure.chart.dots.length === 4 && figure.chart.levels.length === 0);
  });

  it('draws a dot and a row for each item, and levels from plain to dotted', () => {
    const [item] = items(1);
    assert.ok(item !== undefined);
    const { chart, table } = figureOf(cycleTimeMetric, cycleTimeFigure, { finished: [...items(19), item] });
    assert.ok(chart?.kind === 'dots');
    assert.deepEqual([chart.unit, chart.xKind, chart.from, chart.to], ['seconds', 'time', FIRST, FIRST + 182 * DAY]);
    assert.deepEqual([chart.dots.length, table?.rows.length], [20, 20]);
    assert.deepEqual(
      chart.levels.map(({ label, rank }) => [label, rank]),
      [
        ['50 %: 8 days', 0],
        ['85 %: 15 days', 1],
      ],
    );
    const day = '2026-04-05';
    const row = table?.rows.find(([label]) => label === `#${item.number ?? ''}`);
    assert.deepEqual(row?.slice(1, 7), ['Feature', day, day, 0, 1, 1]);
  });

  it('leaves the screen as bins, without an item', () => {
    const { chart, table } = figureOf(cycleTimeMetric, cycleTimeFigure, { finished: items(20), use: 'export' });
    assert.ok(chart?.kind === 'bars');
    assert.deepEqual(
      chart.bars.map(({ label, value }) => [label, value]),
      [
        ['1 day', 1],
        ['2 days', 1],
        ['3 days', 1],
        ['4 to 5 days', 2],
        ['6 to 8 days', 3],
        ['9 to 13 days', 5],
        ['14 to 21 days', 7],
        ['22 to 34 days', 0],
        ['35 days or more', 0],
      ],
    );
    assert.deepEqual(table?.rows[3], ['4 to 5 days', 2, null]);
  });

  it('says in one sentence why a squashing team has none', () => {
    const { withheld, method } = figureOf(cycleTimeMetric, cycleTimeFigure, { finished: squashed(30) });
    assert.match(withheld, COVERAGE);
    assert.ok(method.length > 0);
  });
});

describe('cycleTimeHistogramFigure', () => {
  const taking = (count: number, days: number) => Array.from({ length: count }, () => createWork(90, days));

  it('names the most frequent days', () => {
    const { headline } = figureOf(cycleTimeMetric, cycleTimeHistogramFigure, {
      finished: [...taking(9, 1), ...taking(3, 4)],
    });
    assert.equal(headline, 'Most often an item took 2 days: 9 of 12 items.');
  });

  it('gives a hidden bin no number anywhere, and then names none as most frequent', () => {
    const few = taking(3, 4);
    const finished = [...taking(9, 1), ...taking(4, 2), ...few];
    const gate: MadeGate = { hides: ids => ids.length === 3 };
    const { headline, chart, table } = figureOf(cycleTimeMetric, cycleTimeHistogramFigure, { finished }, gate);
    assert.equal(headline, '16 items by the days they took; some bins are hidden to protect people.');
    assert.ok(chart?.kind === 'bars');
    assert.deepEqual(chart.bars[3], {
      label: '4 to 5 days',
      value: null,
      lines: ['4 to 5 days', 'hidden to protect people'],
    });
    assert.deepEqual(table?.rows[3], ['4 to 5 days', null, 'hidden to protect people']);
  });

  it('is withheld when every bin is', () => {
    const input = { finished: taking(30, 3), use: 'export', type: 'feature' } as const;
    assert.match(figureOf(cycleTimeMetric, cycleTimeHistogramFigure, input).withheld, /^Hidden to protect people/);
  });
});

describe('cycleTimeTrendFigure', () => {
  const weekly = (weeks: number) =>
    Array.from({ length: weeks }, (_, week) => [1, 2, 3].map(days => createWork(7 * week + 3, days))).flat();

  it('claims the centre once there are limits, and says so', () => {
    const figure = figureOf(cycleTimeTrendMetric, cycleTimeTrendFigure, { finished: weekly(12) });
    assert.equal(
      figure.headline,
      'Half of the items of a week finished in about 2 days, the centre of the limits (36 items, 12 weeks).',
    );
    assert.equal(valueOf(figure, 'centre')?.value, 2 * DAY);
    assert.equal(figure.chart?.kind, 'series');
    assert.equal(figure.table?.rows.length, 26);
  });

  it('claims the latest week before', () => {
    const figure = figureOf(cycleTimeTrendMetric, cycleTimeTrendFigure, { finished: weekly(3) });
    assert.equal(
      figure.headline,
      'In the latest week, half of the items finished in at most 2 days (9 items, 3 weeks).',
    );
    assert.equal(valueOf(figure, 'centre')?.why, 'Needs 6 values, has 3.');
  });

  it('says why a squashing team has none', () => {
    assert.match(figureOf(cycleTimeTrendMetric, cycleTimeTrendFigure, { finished: squashed(30) }).withheld, COVERAGE);
  });
});

describe('predictabilityFigure', () => {
  it('claims the spread with its interval', () => {
    const alike = items(20).map(item => ({ ...item, start: item.end - 3 * DAY }));
    const { headline, chart } = figureOf(predictabilityMetric, predictabilityFigure, { finished: alike });
    assert.equal(
      headline,
      'The 85 % cycle time is 1 times the 50 % one: 3 days and 3 days (95 % interval 1 to 1, n = 20).',
    );
    assert.ok(chart?.kind === 'ranges');
    assert.deepEqual(chart.rows, [{ label: 'Spread', value: 1, low: 1, high: 1, lines: [] }]);
  });

  it('warns when single items were drawn', () => {
    const { notes } = figureOf(predictabilityMetric, predictabilityFigure, { finished: items(20) });
    assert.match(notes.join(' '), /^Fewer than six weeks/);
  });

  it('says why there is none', () => {
    const few = figureOf(predictabilityMetric, predictabilityFigure, { finished: items(18) });
    assert.match(few.withheld, /needs 19 finished items with a known start, has 18/);
    const instant = items(20).map(item => ({ ...item, start: item.end }));
    const none = figureOf(predictabilityMetric, predictabilityFigure, { finished: instant });
    assert.match(none.withheld, /^Half of the items took no measurable time/);
  });
});

describe('serviceLevelFigure', () => {
  const early = Array.from({ length: 20 }, (_, n) => createWork(20, n));
  const late = [0, 1, 2, 3, 4, 5, 6, 15, 16, 17].map(days => createWork(120, days));

  it('claims what was expected and how often it held', () => {
    const figure = figureOf(serviceLevelMetric, serviceLevelFigure, { finished: [...early, ...late] });
    assert.equal(
      figure.headline,
      'Expected from the first 13 weeks: 85 % in at most 17 days (n = 20). It held for 9 of 10 later items (90 %, 95 % interval 60 % to 98 %).',
    );
    const [set, tested] = figure.table?.rows ?? [];
    assert.deepEqual(set?.slice(0, 5), ['set it', '2026-01-05', '2026-04-06', 20, 17]);
    assert.deepEqual(tested?.slice(5, 7), [9, 0.9]);
  });

  it('says how many items are missing', () => {
    const { withheld } = figureOf(serviceLevelMetric, serviceLevelFigure, { finished: early });
    assert.match(withheld, /needs 29 finished items with a known start, has 20/);
  });
});

const LIVE = [60, 70, 80].map(day => createDeployment(day));

/** `count` items that were deployed a day after landing and four days after their only commit; squashed ones lost the latter. */
function deployed(count: number, isSquashed: boolean): Pick<FlowInput, 'items' | 'changes' | 'deployments'> {
  const made = Array.from({ length: count }, (_, n) => {
    const { id, at } = LIVE[n % 3] ?? createDeployment(60);
    const [start, end] = [at - 4 * DAY, at - DAY];
    const timed = isSquashed ? { end } : { start, written: [start], end };
    const item = createWork(0, isSquashed ? null : 0, { ...timed, deployment: id });
    return {
      item,
      change: { item: item.id, written: isSquashed ? end : start, fromLanding: isSquashed, deployment: id },
    };
  });
  return { items: made.map(({ item }) => item), changes: made.map(({ change }) => change), deployments: LIVE };
}

describe('leadTimeFigure', () => {
  it('claims the time from writing, and says where it went', () => {
    const figure = figureOf(leadTimeMetric, leadTimeFigure, deployed(20, false));
    assert.equal(
      figure.headline,
      'Of 20 changes in 3 deployments, 85 % were deployed in at most 4 days of being written.',
    );
    assert.match(figure.proxy, /^Release tags stand in for deployments/);
    assert.deepEqual(
      ['coding', 'integration', 'releaseShare'].map(id => valueOf(figure, id)?.value),
      [0, 0.75, 0.25],
    );
    assert.ok(figure.chart?.kind === 'bars');
    assert.deepEqual(
      figure.chart.bars.map(({ value }) => value),
      [0, 0.75, 0.25],
    );
  });

  it('gives a squashing team its release wait, and says what is lost', () => {
    const figure = figureOf(leadTimeMetric, leadTimeFigure, deployed(20, true));
    assert.equal(figure.headline, 'Of 20 changes in 3 deployments, 85 % were deployed in at most 1 day of landing.');
    assert.match(figure.notes[0] ?? '', /^All changes were squashed as they landed/);
    assert.deepEqual(
      figure.table?.rows.map(([label]) => label),
      ['From landing, as squash merges lose the rest', 'Release wait: from landing to deployment'],
    );
    assert.equal(figure.chart, null);
  });

  it('keeps commits and squash merges on two lines', () => {
    const [written, landed] = [deployed(20, false), deployed(20, true)];
    const both = { items: [...written.items, ...landed.items], changes: [...written.changes, ...landed.changes] };
    const figure = figureOf(leadTimeMetric, leadTimeFigure, { ...both, deployments: LIVE });
    assert.deepEqual([valueOf(figure, 'commitP85')?.value, valueOf(figure, 'landingP85')?.value], [4 * DAY, DAY]);
  });

  it('says what waits, and how long the oldest does', () => {
    const made = deployed(20, false);
    const input = { ...made, items: [...made.items, createWork(100, 1)] };
    const { notes } = figureOf(leadTimeMetric, leadTimeFigure, input);
    assert.deepEqual(notes, ['Waiting: 1 item landed and in no deployment yet, the oldest for 83 days.']);
  });

  it('says in its own words why there is no percentage yet', () => {
    // Of 40 items, those of the first of three deployments are the 1st, the 4th and so on: 26 changes are left.
    const made = deployed(40, false);
    const [, second, third] = LIVE;
    const input = { ...made, items: [...made.items, createWork(100, 1)], deployments: [second!, third!] };
    const { headline } = figureOf(leadTimeMetric, leadTimeFigure, input);
    assert.match(headline, /^A percentage needs 3 deployments, has 2\. 1 item landed and in no deployment/);
  });

  it('gives a hidden line no number', () => {
    const [written, landed] = [deployed(20, false), deployed(30, true)];
    const both = { items: [...written.items, ...landed.items], changes: [...written.changes, ...landed.changes] };
    const gate: MadeGate = { hides: ids => ids.length === 30 };
    const { table } = figureOf(leadTimeMetric, leadTimeFigure, { ...both, deployments: LIVE }, gate);
    const [, row] = table?.rows ?? [];
    assert.deepEqual(row?.slice(1), [
      null,
      null,
      null,
      null,
      null,
      'Hidden to protect people: too few of them are behind it.',
    ]);
  });

  it('says that release tags are missing', () => {
    const { withheld } = figureOf(leadTimeMetric, leadTimeFigure, { items: items(3) });
    assert.match(withheld, /^No release tag was found/);
  });
});

describe('throughputFigure', () => {
  const weekly = (count: number) =>
    Array.from({ length: 26 * count }, (_, n) => createWork(7 * Math.floor(n / count) + 1, null));

  it('claims the median week', () => {
    const figure = figureOf(throughputMetric, throughputFigure, { finished: weekly(3) });
    assert.equal(figure.headline, 'In the median week, 3 items land (78 items in 26 weeks).');
    assert.deepEqual([valueOf(figure, 'median')?.unit, valueOf(figure, 'automated')?.value], ['perWeek', 0]);
    assert.ok(figure.chart?.kind === 'series' && figure.chart.points.length === 26);
  });

  it('speaks of longer stretches where weeks are too few people’s', () => {
    const gate: MadeGate = { hides: ids => ids.length === 1 };
    const figure = figureOf(throughputMetric, throughputFigure, { finished: weekly(1) }, gate);
    assert.equal(figure.headline, 'In the median stretch of 2 weeks, 2 items land (26 items in 26 weeks).');
    assert.equal(valueOf(figure, 'median')?.unit, 'items');
  });
});

describe('deploymentFrequencyFigure', () => {
  it('claims the median week and the days between', () => {
    const made = Array.from({ length: 52 }, (_, n) => createDeployment(3.5 * n + (n % 5) / 10));
    const figure = figureOf(deploymentFrequencyMetric, deploymentFrequencyFigure, {
      deployments: made,
      items: [createWork(0, null)],
    });
    assert.equal(figure.headline, 'The median week has 2 deployments (52 in 26 weeks).');
    assert.equal(valueOf(figure, 'betweenP85')?.value, 3.6 * DAY);
    assert.equal(valueOf(figure, 'daysPerWeek')?.value, 2);
  });

  it('does not call times usual that are all alike: they have no limits', () => {
    const { notes } = figureOf(deploymentFrequencyMetric, deploymentFrequencyFigure, {
      deployments: Array.from({ length: 13 }, (_, n) => createDeployment(14 * n)),
    });
    assert.match(notes[0] ?? '', /the times between deployments are drawn\.$/);
    assert.equal(notes[1], 'Most values equal the one before them, so there are no limits.');
  });

  it('draws the times between where weekly counts are too coarse', () => {
    const made = Array.from({ length: 13 }, (_, n) => createDeployment(14 * n + (n % 3)));
    const { chart, table, notes } = figureOf(deploymentFrequencyMetric, deploymentFrequencyFigure, {
      deployments: made,
    });
    assert.ok(chart?.kind === 'series' && chart.unit === 'seconds');
    assert.deepEqual(
      chart.points.slice(0, 3).map(({ value }) => (value ?? 0) / DAY),
      [15, 15, 12],
    );
    assert.ok(chart.limits.length > 0);
    assert.equal(table?.rows.length, 12);
    assert.match(notes[0] ?? '', /^Weekly counts take too few different values/);
  });

  it('speaks of one unusual time as of one', () => {
    const days = [0, 8, 14, 22, 28, 36, 42, 50, 56, 64, 70, 78, 84, 150];
    const made = days.map(day => createDeployment(day));
    const { notes } = figureOf(deploymentFrequencyMetric, deploymentFrequencyFigure, { deployments: made });
    assert.equal(
      notes[1],
      '1 of 13 times between deployments is unusual for this team’s own past, first from 30 Mar 2026 to 4 Jun 2026.',
    );
  });

  it('says that release tags are missing', () => {
    assert.match(
      figureOf(deploymentFrequencyMetric, deploymentFrequencyFigure, {}).withheld,
      /^No release tag was found/,
    );
  });
});

describe('customerLeadTimeFigure', () => {
  const live = createDeployment(100);
  const keys = Array.from({ length: 20 }, (_, n) => `PAY-${n + 1}`);
  const input: Partial<FlowInput> = {
    tickets: new Map(
      keys.map((key, n) => [
        key,
        { key, type: null, labels: [], parent: null, created: live.at - (n + 1) * DAY, transitions: [] },
      ]),
    ),
    items: keys.map(key => createWork(99, null, { ticket: key, deployment: live.id })),
    deployments: [live],
  };

  it('claims the time from creation to deployment', () => {
    const { headline, chart, table } = figureOf(customerLeadTimeMetric, customerLeadTimeFigure, input);
    assert.equal(headline, 'Of 20 tickets, 85 % were deployed in at most 17 days of their creation.');
    assert.ok(chart?.kind === 'dots' && chart.dots.length === 20);
    assert.deepEqual(
      table?.rows.find(([label]) => label === 'PAY-3'),
      ['PAY-3', '2026-04-12', '2026-04-15', 3 * DAY, 4],
    );
  });

  it('leaves the screen without a ticket', () => {
    const { chart, table } = figureOf(customerLeadTimeMetric, customerLeadTimeFigure, { ...input, use: 'export' });
    assert.deepEqual([chart, table], [null, null]);
  });

  it('says that git cannot tell without tickets', () => {
    const { withheld } = figureOf(customerLeadTimeMetric, customerLeadTimeFigure, { ...input, tickets: new Map() });
    assert.equal(withheld, 'Git cannot tell; the status changes of tickets would.');
  });
});

import type { Chart, Figure, TableCell } from '../../src/model/flow/figure.ts';
import type { ItemRow, ShownState } from '../../src/protocol/insightsProtocol.ts';
import { createFigure } from '../../src/wording/figures/figure.ts';
import { madeCharts, type MadeChart } from './madeCharts.ts';

/** Figures of every kind with much and little in them, as the panel would get them. All of it is made up. */

const titles: Readonly<Record<MadeChart, string>> = {
  dots: 'Cycle time',
  dotsByNumber: 'Size and elapsed time',
  bars: 'Batch size',
  barsLong: 'What the work was for',
  series: 'Throughput',
  stack: 'Work in progress by stage',
  ranges: 'What goes with longer waits',
  odds: 'How many items in the next four weeks',
  map: 'Value stream',
};

/** A figure around a chart, with everything that a figure may have. */
export function createChartFigure(id: string, chart: Chart, change: Partial<Figure> = {}): Figure {
  return createFigure({
    id,
    group: 'speed',
    title: id,
    headline: '85 % finished in at most 9.1 days (118 of 124 finished items have a known start).',
    chart,
    method: ['Elapsed time from the first commit to landing on main.', 'Weekends count: customers wait on them too.'],
    prompt: 'Look at the items above the 85 % line together: where did they wait longest, and what could we try?',
    ...change,
  });
}

/** The state of a panel with a figure of every kind. */
export function createShownState(weeks: number, itemCount: number, change: Partial<ShownState> = {}): ShownState {
  const charts = madeCharts(weeks, itemCount);
  const items = charts.dots.dots.map((dot, index): ItemRow => {
    const finished = dayOf(dot.x);
    return {
      id: dot.id,
      label: dot.label,
      type: 'feature',
      started: index % 9 === 0 ? null : dayOf(dot.x - dot.y),
      finished,
      seconds: index % 9 === 0 ? null : dot.y,
      days: index % 9 === 0 ? null : Math.ceil(dot.y / 86_400) + 1,
      commits: (index % 7) + 1,
      how: 'A merge: from the first commit on its branch to the merge.',
    };
  });
  return {
    kind: 'shown',
    repository: 'shop',
    windowLabel: `18 May to 15 Nov 2026, ${weeks} weeks`,
    from: dayOf(charts.dots.from),
    to: dayOf(charts.dots.to),
    timeZone: 'UTC',
    filter: { weeks, type: null, team: null },
    types: [{ type: 'feature', label: 'Feature' }],
    teams: [{ id: 'checkout', label: 'Checkout' }],
    scope: '',
    exportRefused: '',
    notices: [],
    quality: [
      {
        id: 'knownStart',
        label: 'Start of work known',
        count: 118,
        of: 124,
        meaning: 'Cycle time needs the start. Merges keep it; squash merges lose it.',
        items: [],
      },
      {
        id: 'ungrouped',
        label: 'Direct commits without a ticket',
        count: 9,
        of: 124,
        meaning: 'Nothing holds them together, so each stands alone and is left out of cycle time.',
        items: Array.from({ length: Math.min(9, items.length) }, (_, index) => index),
      },
    ],
    items,
    figures: figuresOf(charts),
    focus: [{ metric: 'batchSize', label: 'Batch size', reflection: 'Which change could have landed in two steps?' }],
    ...change,
  };
}

function figuresOf(charts: ReturnType<typeof madeCharts>): Figure[] {
  const figure = (id: MadeChart, change: Partial<Figure>) =>
    createChartFigure(id, charts[id], { title: titles[id], ...change });
  return [
    figure('dots', {
      values: [
        { id: 'p50', label: '50 % finished in at most', value: 198_720, unit: 'seconds', n: 118, why: null },
        { id: 'p85', label: '85 % finished in at most', value: 786_240, unit: 'seconds', n: 118, why: null },
        {
          id: 'p95',
          label: '95 % finished in at most',
          value: null,
          unit: 'seconds',
          n: 118,
          why: 'needs 59 items, has 41',
        },
      ],
      table: {
        caption: 'Finished items, dates in UTC',
        columns: [
          { id: 'label', label: 'Item', kind: 'text' },
          { id: 'started', label: 'Started', kind: 'day' },
          { id: 'finished', label: 'Finished', kind: 'day' },
          { id: 'seconds', label: 'Elapsed', kind: 'seconds' },
        ],
        rows: charts.dots.dots.map((dot): TableCell[] => [dot.label, dayOf(dot.x - dot.y), dayOf(dot.x), dot.y]),
      },
    }),
    figure('series', {
      headline: '4.8 items a week on average; one week is outside of the natural limits (26 weeks).',
      notes: ['Week of 17 Aug 2026: above the upper limit. 11 items, three of them from a release branch.'],
      table: {
        caption: 'Finished items by week',
        columns: [
          { id: 'week', label: 'Week', kind: 'day' },
          { id: 'items', label: 'Items', kind: 'items' },
          { id: 'note', label: 'Note', kind: 'text' },
        ],
        rows: charts.series.points.map((point): TableCell[] => [
          point.from,
          point.value,
          point.value === null ? 'hidden to protect people' : '',
        ]),
      },
    }),
    figure('odds', { headline: 'In 85 of 100 simulated months at least 14 items were finished (26 weeks).' }),
    figure('dotsByNumber', {
      headline: 'Larger items took longer: twice the lines went with 1.4 times the time (96 items).',
    }),
    createFigure({
      id: 'leadTime',
      group: 'speed',
      title: 'Customer lead time',
      withheld: 'Git cannot tell; the status changes of tickets would.',
    }),
    figure('map', {
      group: 'effectiveness',
      headline: 'Work waited 71 % of the time; longest before review (38 of 41 items with a known start).',
      proxy: 'Git stands in for ticket transitions: waiting shorter than a day cannot be seen.',
    }),
    figure('stack', { group: 'effectiveness', headline: '14 items were open on an average Monday (26 weeks).' }),
    figure('bars', {
      group: 'effectiveness',
      focus: 'batchSize',
      headline: 'Half of the items changed at most 4 files (124 items).',
    }),
    createFigure({
      id: 'reviewWait',
      group: 'effectiveness',
      title: 'Wait for review',
      withheld: 'Git cannot tell; the status changes of tickets would.',
      focus: 'reviewWait',
    }),
    createFigure({
      id: 'stageWait',
      group: 'effectiveness',
      title: 'Wait by stage',
      withheld: 'Git cannot tell; the status changes of tickets would.',
      focus: 'stageWait',
    }),
    createFigure({
      id: 'recovery',
      group: 'quality',
      title: 'Time to restore',
      withheld:
        'No release tag was found, so nothing here tells when work went live. releases.tags in team.yaml can name the tags.',
    }),
    figure('barsLong', { group: 'impact', headline: 'A third of the work had no written outcome (41 of 124 items).' }),
    figure('ranges', {
      group: 'past',
      headline: 'Items that touched more services waited longer in 4 of 5 comparisons.',
    }),
  ];
}

function dayOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

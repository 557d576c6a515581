import type {
  BarsChart,
  DotsChart,
  MapChart,
  Marker,
  OddsChart,
  RangesChart,
  SeriesChart,
  StackChart,
} from '../../src/model/flow/figure.ts';

const week = 7 * 86_400;
const lastMonday = Date.parse('2026-11-16T00:00:00Z') / 1000;

/** One chart of every kind, over `weeks` weeks that end on 16 November 2026. */
export function madeCharts(weeks: number, items: number) {
  return {
    dots: madeDots(weeks, items),
    dotsByNumber: madeDotsByNumber(96),
    bars: madeBars,
    barsLong: madeBarsLong,
    series: madeSeries(weeks),
    stack: madeStack(weeks),
    ranges: madeRanges,
    odds: madeOdds,
    map: madeMap,
  } as const;
}
export type MadeChart = keyof ReturnType<typeof madeCharts>;

/** Something that changed, and something that was tried. */
const madeMarkers: Marker[] = [
  { on: '2026-08-03', label: 'Switched to trunk-based development', kind: 'intervention' },
  { on: '2026-08-17', label: 'Review within a day', kind: 'try' },
  { on: '2026-10-05', label: 'New CI', kind: 'intervention' },
];

/** Numbers from 0 to 1 that look like chance and are the same every time. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

function madeDots(weeks: number, items: number): DotsChart {
  const next = dice(7);
  const from = lastMonday - weeks * week;
  const dots = Array.from({ length: items }, (_, index) => {
    const x = Math.round(from + ((index + next()) / Math.max(1, items)) * weeks * week);
    const y = Math.round(86_400 * Math.exp((next() + next() + next() - 1.5) * 2.4 + 0.7));
    return {
      id: `item-${index}`,
      label: `PAY-${100 + index}`,
      x,
      y,
      lines: [`${Math.round(y / 8640) / 10} days, finished ${dayOf(x)}`, '3 commits'],
    };
  });
  return {
    kind: 'dots',
    xLabel: 'Finished',
    yLabel: 'Elapsed time by the day each item finished',
    unit: 'seconds',
    xKind: 'time',
    xUnit: 'plain',
    from,
    to: lastMonday,
    dots,
    levels: [
      { label: '50 % in ≤ 2.3 days', value: 198_720, rank: 0 },
      { label: '85 % in ≤ 9.1 days', value: 786_240, rank: 1 },
      { label: '95 % in ≤ 11 days', value: 950_400, rank: 2 },
    ],
    markers: madeMarkers,
  };
}

function madeDotsByNumber(items: number): DotsChart {
  const next = dice(11);
  return {
    kind: 'dots',
    xLabel: 'Lines changed',
    yLabel: 'Elapsed time',
    unit: 'seconds',
    xKind: 'number',
    xUnit: 'lines',
    from: 0,
    to: 4000,
    dots: Array.from({ length: items }, (_, index) => {
      const x = Math.round(Math.exp(next() * 7 + 1));
      return {
        id: `size-${index}`,
        label: `PAY-${100 + index}`,
        x,
        y: 9000 * x ** 0.5 * (0.3 + 2 * next()),
        lines: [],
      };
    }),
    levels: [],
    markers: [],
  };
}

function madeSeries(weeks: number): SeriesChart {
  const next = dice(3);
  const points = Array.from({ length: weeks }, (_, index) => {
    const signal = index === Math.floor(weeks / 2);
    const value = index === 4 ? null : signal ? 12 : Math.round(2 + next() * 6);
    return {
      from: dayOf(lastMonday - (weeks - index) * week),
      to: dayOf(lastMonday - (weeks - index - 1) * week),
      value,
      hidden: value === null,
      signals: signal ? ['Outside of the natural limits'] : [],
      lines: [`week of ${dayOf(lastMonday - (weeks - index) * week)}`],
    };
  });
  const middle = dayOf(lastMonday - Math.ceil(weeks / 3) * week);
  return {
    kind: 'series',
    xLabel: '',
    yLabel: 'Finished items a week',
    unit: 'items',
    points,
    limits: [
      { from: dayOf(lastMonday - weeks * week), to: middle, centre: 4.2, upper: 9.6, lower: null },
      { from: middle, to: dayOf(lastMonday), centre: 5.4, upper: 10.1, lower: 0.7 },
    ],
    markers: madeMarkers,
  };
}

function madeStack(weeks: number): StackChart {
  const next = dice(5);
  return {
    kind: 'stack',
    xLabel: '',
    yLabel: 'Open items by stage, on Mondays',
    unit: 'items',
    parts: [
      { id: 'build', label: 'Build' },
      { id: 'review', label: 'Review' },
      { id: 'qa', label: 'Quality assurance' },
      { id: 'launch', label: 'Waiting for launch' },
    ],
    columns: Array.from({ length: weeks }, (_, index) => ({
      from: dayOf(lastMonday - (weeks - index) * week),
      to: dayOf(lastMonday - (weeks - index - 1) * week),
      values: [
        Math.round(3 + next() * 4),
        Math.round(2 + next() * 3),
        index % 6 === 2 ? null : Math.round(next() * 3),
        Math.round(1 + next() * 2),
      ],
      total: null,
    })),
    markers: madeMarkers,
  };
}

const madeBars: BarsChart = {
  kind: 'bars',
  xLabel: 'Files changed in one item',
  yLabel: 'Items',
  unit: 'items',
  bars: [
    { label: '1', value: 21, lines: [] },
    { label: '2', value: 34, lines: [] },
    { label: '3–4', value: 29, lines: [] },
    { label: '5–8', value: 22, lines: [] },
    { label: '9–16', value: null, lines: [] },
    { label: '17–32', value: 5, lines: [] },
    { label: '33+', value: 0, lines: [] },
  ],
};

const madeBarsLong: BarsChart = {
  kind: 'bars',
  xLabel: 'expected outcome',
  yLabel: 'Share of finished items',
  unit: 'share',
  bars: [
    { label: 'Guests finish the checkout without an account', value: 0.31, lines: ['38 items'] },
    { label: 'No written outcome', value: 0.33, lines: ['41 items'] },
    { label: 'Fewer payments fail on the first attempt', value: 0.22, lines: ['27 items'] },
    { label: 'Support answers within a day', value: null, lines: [] },
    { label: 'Other', value: 0.06, lines: ['7 items'] },
  ],
};

const madeRanges: RangesChart = {
  kind: 'ranges',
  xLabel: '',
  yLabel: 'Difference of the median elapsed time',
  unit: 'seconds',
  zero: true,
  rows: [
    { label: 'More than three files', value: 130_000, low: 40_000, high: 260_000, lines: ['62 items'] },
    { label: 'Started on a Friday', value: 20_000, low: -60_000, high: 110_000, lines: ['19 items'] },
    { label: 'Touches another team’s service', value: 310_000, low: 150_000, high: 480_000, lines: [] },
    { label: 'Defects', value: -90_000, low: -170_000, high: -20_000, lines: [] },
    { label: 'With a written outcome', value: null, low: null, high: null, lines: ['hidden to protect people'] },
  ],
};

const madeOdds: OddsChart = {
  kind: 'odds',
  percents: [50, 70, 85, 95],
  named: 85,
  groups: [
    {
      title: 'How many?',
      rows: [
        { label: 'next 4 weeks', cells: oddsCells(['≥ 19 items', '≥ 17 items', '≥ 14 items', '≥ 11 items']) },
        { label: 'next 13 weeks', cells: oddsCells(['≥ 62 items', '≥ 57 items', '≥ 51 items', '≥ 46 items']) },
      ],
    },
    {
      title: 'When?',
      rows: [
        { label: '10 items', cells: oddsCells(['≤ 3 weeks', '≤ 3 weeks', '≤ 4 weeks', '≤ 4 weeks']) },
        { label: '50 items', cells: oddsCells(['≤ 11 weeks', '≤ 12 weeks', '≤ 13 weeks', '> 10 years']) },
      ],
    },
  ],
};

function oddsCells(texts: readonly string[]): OddsChart['groups'][number]['rows'][number]['cells'] {
  return texts.map(text => {
    const number = /^[≥≤] (\d+)/.exec(text)?.[1];
    return { text, value: number === undefined ? null : Number(number), unit: 'plain', lines: [] };
  });
}

const madeMap: MapChart = {
  kind: 'map',
  boxes: [
    { id: 'build', label: 'Build', seconds: 120_000, share: 0.14, lines: ['41 items'] },
    { id: 'review', label: 'Review', seconds: 60_000, share: 0.07, lines: [] },
    { id: 'qa', label: 'Quality assurance', seconds: 70_000, share: 0.08, lines: [] },
    { id: 'live', label: 'Live', seconds: null, share: null, lines: [] },
  ],
  arrows: [
    {
      from: 'build',
      to: 'review',
      label: 'waits for review',
      seconds: 330_000,
      share: 0.38,
      constraint: true,
      lines: [],
    },
    {
      from: 'review',
      to: 'qa',
      label: 'waits for a test environment',
      seconds: 150_000,
      share: 0.17,
      constraint: false,
      lines: [],
    },
    {
      from: 'qa',
      to: 'live',
      label: 'waits for the next release',
      seconds: 140_000,
      share: 0.16,
      constraint: false,
      lines: [],
    },
    { from: 'qa', to: 'build', label: 'sent back', seconds: null, share: 0.09, constraint: false, lines: [] },
  ],
  outside: [
    { team: 'Payments', what: 'the new refund interface', since: '2026-09-14', until: null },
    { team: 'Platform', what: 'a test environment', since: '2026-07-06', until: '2026-08-01' },
  ],
};

function dayOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

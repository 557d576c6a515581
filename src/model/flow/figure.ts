import * as z from 'zod/mini';
import { FOCUS_METRICS } from './focus.ts';

/**
 * What every face shows of a metric: a sentence, a picture, the same as a table, how it is measured, and a question.
 * The panel draws it, the command line prints it, exports write it. Nothing in it is hidden by the face: what may not be
 * shown is not in it.
 */

export const FIGURE_GROUPS = ['speed', 'effectiveness', 'quality', 'impact', 'past'] as const;
export type FigureGroup = (typeof FIGURE_GROUPS)[number];

/** How a number is written: seconds as a duration, shares (0 to 1) as percent, days as `YYYY-MM-DD` text. */
export const UNITS = [
  'seconds',
  'days',
  'items',
  'perWeek',
  'share',
  'files',
  'lines',
  'commits',
  'ratio',
  'plain',
] as const;
export type Unit = (typeof UNITS)[number];

const unit = z.enum(UNITS);
const number = z.nullable(z.number());

/** One key figure. `value` is null where there is no figure; `why` says so in one sentence. */
const keyFigureSchema = z.object({
  id: z.string(),
  label: z.string(),
  value: number,
  unit,
  /** The sample behind it. */
  n: z.number(),
  why: z.nullable(z.string()),
});
export type KeyFigure = z.infer<typeof keyFigureSchema>;

/** A column of a table; cells of other columns than `text` and `day` are numbers. */
const columnSchema = z.object({
  id: z.string(),
  label: z.string(),
  kind: z.union([z.literal('text'), z.literal('day'), unit]),
});
export type TableColumn = z.infer<typeof columnSchema>;

/** null: unknown, or hidden to protect people (then the row's `note` column, if any, says so). */
const cellSchema = z.nullable(z.union([z.string(), z.number()]));
export type TableCell = z.infer<typeof cellSchema>;

export const tableSchema = z.object({
  caption: z.string(),
  columns: z.array(columnSchema),
  rows: z.array(z.array(cellSchema)),
});
export type Table = z.infer<typeof tableSchema>;

/** A dot of a scatterplot. `lines` are the tooltip's. */
const dotSchema = z.object({
  id: z.string(),
  label: z.string(),
  x: z.number(),
  y: z.number(),
  lines: z.array(z.string()),
});

/** A level drawn across a chart. `rank` orders them (0 plain, 1 dashed, 2 dotted). */
const levelSchema = z.object({ label: z.string(), value: z.number(), rank: z.number() });

/** A dated change in how the team works, or something that it tries. */
const markerSchema = z.object({ on: z.string(), label: z.string(), kind: z.enum(['intervention', 'try']) });
export type Marker = z.infer<typeof markerSchema>;

const axis = { xLabel: z.string(), yLabel: z.string(), unit };

export const dotsSchema = z.object({
  kind: z.literal('dots'),
  ...axis,
  /** 'time': x is epoch seconds; otherwise x is a number in `xUnit`. */
  xKind: z.enum(['time', 'number']),
  xUnit: unit,
  from: z.number(),
  to: z.number(),
  dots: z.array(dotSchema),
  levels: z.array(levelSchema),
  markers: z.array(markerSchema),
});

/** A histogram, or one bar a category. `value` null: hidden to protect people; it has no length. */
const barsSchema = z.object({
  kind: z.literal('bars'),
  ...axis,
  bars: z.array(
    z.object({
      label: z.string(),
      value: number,
      /** It counts what is not there: drawn as an outline, so that nobody takes it for one of the others. */
      open: z.optional(z.boolean()),
      lines: z.array(z.string()),
    }),
  ),
});

/** A series over time with the limits of a process behaviour chart, where it has any. A null value is a gap, or hidden. */
const seriesSchema = z.object({
  kind: z.literal('series'),
  ...axis,
  points: z.array(
    z.object({
      /** First day and the day after the last (`YYYY-MM-DD`). */
      from: z.string(),
      to: z.string(),
      value: number,
      /** Its value is hidden to protect people. */
      hidden: z.boolean(),
      /** Names of the rules that signal here. */
      signals: z.array(z.string()),
      lines: z.array(z.string()),
    }),
  ),
  /** Centre and limits from `from` to `to` (days). `lower` null: no lower limit. Old limits stay when they are recalculated. */
  limits: z.array(z.object({ from: z.string(), to: z.string(), centre: z.number(), upper: number, lower: number })),
  markers: z.array(markerSchema),
});

/** Parts of a whole over time. A null value is hidden to protect people. */
const stackSchema = z.object({
  kind: z.literal('stack'),
  ...axis,
  parts: z.array(z.object({ id: z.string(), label: z.string() })),
  columns: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      values: z.array(number),
      /** The whole, where it may be told although a part of it is hidden; else null. */
      total: number,
    }),
  ),
  markers: z.array(markerSchema),
});

/** Shares or values by category, with an interval where there is one. */
const rangesSchema = z.object({
  kind: z.literal('ranges'),
  ...axis,
  /** Drawn as a line where it means something (no difference). */
  zero: z.boolean(),
  /** What the second mark of each row is, where rows have one. */
  expected: z.optional(z.string()),
  rows: z.array(
    z.object({
      label: z.string(),
      value: number,
      low: number,
      high: number,
      /** What was expected of the value. */
      expected: z.optional(z.number()),
      lines: z.array(z.string()),
    }),
  ),
});

/** Odds as a grid: a row a question, a column a percentage. "next 4 weeks, 85 %: ≥ 12 items". */
const oddsSchema = z.object({
  kind: z.literal('odds'),
  /** The columns. */
  percents: z.array(z.number()),
  /** The one that the sentences name. */
  named: z.number(),
  groups: z.array(
    z.object({
      title: z.string(),
      rows: z.array(
        z.object({
          label: z.string(),
          /** As many as `percents`. */
          cells: z.array(z.object({ text: z.string(), value: number, unit, lines: z.array(z.string()) })),
        }),
      ),
    }),
  ),
});

/** The value stream: boxes hold work, arrows are waiting. Shares are of the whole elapsed time. */
const mapSchema = z.object({
  kind: z.literal('map'),
  boxes: z.array(
    z.object({ id: z.string(), label: z.string(), seconds: number, share: number, lines: z.array(z.string()) }),
  ),
  arrows: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      label: z.string(),
      seconds: number,
      share: number,
      /** Most of the waiting is here, clearly. */
      constraint: z.boolean(),
      lines: z.array(z.string()),
    }),
  ),
  /** Where work waits on other teams. */
  outside: z.array(
    z.object({
      team: z.string(),
      what: z.nullable(z.string()),
      since: z.nullable(z.string()),
      until: z.nullable(z.string()),
    }),
  ),
});

export const chartSchema = z.discriminatedUnion('kind', [
  dotsSchema,
  barsSchema,
  seriesSchema,
  stackSchema,
  rangesSchema,
  oddsSchema,
  mapSchema,
]);
export type Chart = z.infer<typeof chartSchema>;
export type DotsChart = z.infer<typeof dotsSchema>;
export type BarsChart = z.infer<typeof barsSchema>;
export type SeriesChart = z.infer<typeof seriesSchema>;
export type StackChart = z.infer<typeof stackSchema>;
export type RangesChart = z.infer<typeof rangesSchema>;
export type OddsChart = z.infer<typeof oddsSchema>;
export type MapChart = z.infer<typeof mapSchema>;

export const figureSchema = z.object({
  id: z.string(),
  group: z.enum(FIGURE_GROUPS),
  title: z.string(),
  /** Claim, number, sample. '' when withheld. */
  headline: z.string(),
  /** What stands in for the real thing here and what it cannot show; '' when it is the real thing. */
  proxy: z.string(),
  /** Why there is nothing to show, and what would help; '' when there is. */
  withheld: z.string(),
  values: z.array(keyFigureSchema),
  chart: z.nullable(chartSchema),
  /** The same as a table: for screen readers, copying and CSV. */
  table: z.nullable(tableSchema),
  /** What a reader should know beside the headline: signals and the items behind them, cautions, coverage. */
  notes: z.array(z.string()),
  /** Definition, formula, unit, what it cannot tell. */
  method: z.array(z.string()),
  /** A question to talk about; '' when there is nothing to talk about. */
  prompt: z.string(),
  /** The input metric that it stands for, when a team may pin it. */
  focus: z.nullable(z.enum(FOCUS_METRICS)),
});
/** One metric as every face shows it. */
export type Figure = z.infer<typeof figureSchema>;

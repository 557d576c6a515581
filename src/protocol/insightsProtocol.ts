import * as z from 'zod/mini';
import { WORK_TYPES } from '../model/work.ts';
import { messageStateSchema, runSchema } from './actions.ts';

const workType = z.enum(WORK_TYPES);

export const filterSchema = z.object({
  weeks: z.int().check(z.minimum(4), z.maximum(520)),
  type: z.nullable(workType),
});
/** What the panel shows; view state, kept by the page and restored after a reload. */
export type InsightsFilter = z.infer<typeof filterSchema>;

/** One finished item: a dot and a table row. */
const pointSchema = z.object({
  id: z.string(),
  /** `PAY-101`, `#42` or "no ticket". */
  label: z.string(),
  type: workType,
  /** `YYYY-MM-DD` in the team's time zone. */
  started: z.string(),
  finished: z.string(),
  finishedAt: z.number(),
  /** Elapsed seconds; the chart's unit together with `daysElapsed` = seconds / 86,400. */
  seconds: z.number(),
  /** Calendar days, inclusive. */
  days: z.number(),
  commits: z.number(),
  /** How the item was built, and what is odd about it. */
  how: z.string(),
});
export type PointView = z.infer<typeof pointSchema>;

const percentileSchema = z.object({
  percent: z.number(),
  /** Elapsed days; null when too few items. */
  daysElapsed: z.nullable(z.number()),
  /** "50 % finished in at most 2.3 days", or "needs 19 finished items, has 12". */
  sentence: z.string(),
});

const qualityLineSchema = z.object({
  id: z.string(),
  label: z.string(),
  count: z.number(),
  of: z.number(),
  /** What it means for the figures, in one sentence. */
  meaning: z.string(),
});
export type QualityLine = z.infer<typeof qualityLineSchema>;

const shownSchema = z.object({
  kind: z.literal('shown'),
  repository: z.string(),
  /** "18 May to 15 Nov 2026, 26 weeks". */
  windowLabel: z.string(),
  /** `YYYY-MM-DD`, the Monday of the first week and the Monday after the last. */
  from: z.string(),
  to: z.string(),
  fromAt: z.number(),
  toAt: z.number(),
  timeZone: z.string(),
  filter: filterSchema,
  types: z.array(z.object({ type: workType, label: z.string() })),
  /** Banner about a solo repository, a shallow clone, an incomplete reading; '' when none. */
  notices: z.array(z.string()),
  quality: z.array(qualityLineSchema),
  cycleTime: z.object({
    /** One honest sentence above the chart. */
    headline: z.string(),
    /** Why there is no chart; '' when there is one. */
    withheld: z.string(),
    finished: z.number(),
    known: z.number(),
    percentiles: z.array(percentileSchema),
    points: z.array(pointSchema),
    /** Definition, formula, unit, what it cannot show. */
    method: z.array(z.string()),
    /** A question to talk about. */
    prompt: z.string(),
  }),
});
export type ShownState = z.infer<typeof shownSchema>;

const readingSchema = z.object({
  kind: z.literal('reading'),
  repository: z.string(),
  filter: filterSchema,
  /** Commits read so far. */
  commits: z.number(),
});

const declinedSchema = z.object({
  kind: z.literal('declined'),
  repository: z.string(),
  windowLabel: z.string(),
  filter: filterSchema,
  message: messageStateSchema,
  /** Windows that the person may try instead. */
  longer: z.array(z.object({ weeks: z.number(), label: z.string() })),
});
export type DeclinedState = z.infer<typeof declinedSchema>;

export const insightsStateSchema = z.discriminatedUnion('kind', [
  shownSchema,
  readingSchema,
  declinedSchema,
  messageStateSchema,
]);
export type InsightsState = z.infer<typeof insightsStateSchema>;

/** Host to Insights panel: the whole state, each time. */
export const toInsightsSchema = z.discriminatedUnion('t', [
  z.object({ t: z.literal('state'), state: insightsStateSchema }),
]);
export type ToInsights = z.infer<typeof toInsightsSchema>;

/** Insights panel to host. */
export const fromInsightsSchema = z.discriminatedUnion('t', [
  z.object({ t: z.literal('ready'), filter: z.nullable(filterSchema) }),
  z.object({ t: z.literal('filter'), filter: filterSchema }),
  z.object({ t: z.literal('cancel') }),
  /** Opens the definition of a metric. */
  z.object({ t: z.literal('explain'), topic: z.literal('cycleTime') }),
  runSchema,
]);
export type FromInsights = z.infer<typeof fromInsightsSchema>;

/** Default window: half a year of whole weeks. */
export const DEFAULT_FILTER: InsightsFilter = { weeks: 26, type: null };

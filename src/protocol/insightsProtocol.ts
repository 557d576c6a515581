import * as z from 'zod/mini';
import { figureSchema } from '../model/flow/figure.ts';
import { FOCUS_METRICS } from '../model/flow/focus.ts';
import { WORK_TYPES } from '../model/work.ts';
import { messageStateSchema, runSchema } from './actions.ts';
import { hasJust, longFigureSchema, quickList } from './largeLists.ts';

const workType = z.enum(WORK_TYPES);
const focusMetric = z.enum(FOCUS_METRICS);
const figureId = z.string().check(z.minLength(1), z.maxLength(100));

/** More than this many focus metrics are no focus. */
export const MOST_FOCUS = 5;

export const filterSchema = z.object({
  weeks: z.int().check(z.minimum(4), z.maximum(520)),
  type: z.nullable(workType),
  /** Id of a team of `team.yaml`; null for the whole repository. */
  team: z.nullable(z.string().check(z.minLength(1), z.maxLength(200))),
});
/** What the panel shows; view state, kept by the page and restored after a reload. */
export type InsightsFilter = z.infer<typeof filterSchema>;

const itemSchema = z.object({
  /** The `id` of the item's dots. */
  id: z.string(),
  /** `PAY-101`, `#42` or "no ticket". */
  label: z.string(),
  type: workType,
  /** `YYYY-MM-DD` in the team's time zone; null where git keeps no start. */
  started: z.nullable(z.string()),
  finished: z.string(),
  /** Elapsed; null without a known start. */
  seconds: z.nullable(z.number()),
  /** Calendar days, inclusive; null without a known start. */
  days: z.nullable(z.number()),
  commits: z.number(),
  /** How the item was built, and what is odd about it. */
  how: z.string(),
});
/** A finished item of the window, for whoever wants to see what is behind a figure. */
export type ItemRow = z.infer<typeof itemSchema>;

const types: ReadonlySet<unknown> = new Set(WORK_TYPES);

function isItem(value: unknown): boolean {
  return (
    hasJust(value, 9) &&
    typeof value['id'] === 'string' &&
    typeof value['label'] === 'string' &&
    types.has(value['type']) &&
    (value['started'] === null || typeof value['started'] === 'string') &&
    typeof value['finished'] === 'string' &&
    (value['seconds'] === null || Number.isFinite(value['seconds'])) &&
    (value['days'] === null || Number.isFinite(value['days'])) &&
    Number.isFinite(value['commits']) &&
    typeof value['how'] === 'string'
  );
}

const qualityLineSchema = z.object({
  id: z.string(),
  label: z.string(),
  count: z.number(),
  of: z.number(),
  /** What it means for the figures, in one sentence. */
  meaning: z.string(),
  /** Its items, as indexes into the state's `items`; empty where the line does not count finished items. */
  items: z.array(z.int().check(z.minimum(0))),
});
export type QualityLine = z.infer<typeof qualityLineSchema>;

const pinnedSchema = z.object({
  metric: focusMetric,
  label: z.string(),
  /** The question that a team asks itself about it. */
  reflection: z.string(),
});
/** An input metric that the team has pinned. */
export type Pinned = z.infer<typeof pinnedSchema>;

const shownSchema = z.object({
  kind: z.literal('shown'),
  repository: z.string(),
  /** "18 May to 15 Nov 2026, 26 weeks". */
  windowLabel: z.string(),
  /** `YYYY-MM-DD`, the Monday of the first week and the Monday after the last. */
  from: z.string(),
  to: z.string(),
  timeZone: z.string(),
  filter: filterSchema,
  types: z.array(z.object({ type: workType, label: z.string() })),
  /** Empty where the repository has one team. */
  teams: z.array(z.object({ id: z.string(), label: z.string() })),
  /** What the type and the team leave out; '' for neither. */
  scope: z.string(),
  /** Why no file can be made of it; '' where it can. */
  exportRefused: z.string(),
  /** What a reader must know before the figures: a solo repository, a shallow clone. */
  notices: z.array(z.string()),
  quality: z.array(qualityLineSchema),
  items: quickList<ItemRow>(isItem, z.array(itemSchema)),
  /** In the order in which they are read. */
  figures: z.array(longFigureSchema),
  /** What the team has pinned, in its order. */
  focus: z.array(pinnedSchema).check(z.maxLength(MOST_FOCUS)),
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
  /** What needs no group of people; empty where there is nothing of the kind. */
  figures: z.array(longFigureSchema),
});
export type DeclinedState = z.infer<typeof declinedSchema>;

export const insightsStateSchema = z.discriminatedUnion('kind', [
  shownSchema,
  readingSchema,
  declinedSchema,
  messageStateSchema,
]);
export type InsightsState = z.infer<typeof insightsStateSchema>;

/** What the page draws, and the host saves. */
const pictureFormat = z.enum(['svg', 'png']);
export type PictureFormat = z.infer<typeof pictureFormat>;

/** A table needs no page: the host writes it. */
const exportFormat = z.enum(['csv', ...pictureFormat.options]);
export type ExportFormat = z.infer<typeof exportFormat>;

/** Host to Insights panel. */
export const toInsightsSchema = z.discriminatedUnion('t', [
  /** The whole state, each time. */
  z.object({ t: z.literal('state'), state: insightsStateSchema }),
  /** Answers `prepare`: the figure as it may leave this machine. The page draws the file and sends `export`. */
  z.object({ t: z.literal('draw'), format: pictureFormat, figure: figureSchema }),
  /** Asks for pictures of these figures (as they may leave this machine); the page answers with `retrospective`. */
  z.object({ t: z.literal('retrospective'), figures: z.array(figureSchema) }),
]);
export type ToInsights = z.infer<typeof toInsightsSchema>;

const mostPictures = 100;
const mostSvgLength = 2_000_000;
const mostFileLength = 8_000_000;

/** Insights panel to host. */
export const fromInsightsSchema = z.discriminatedUnion('t', [
  z.object({ t: z.literal('ready'), filter: z.nullable(filterSchema) }),
  z.object({ t: z.literal('filter'), filter: filterSchema }),
  z.object({ t: z.literal('cancel') }),
  /** Opens the definition of a figure. */
  z.object({ t: z.literal('explain'), topic: figureId }),
  /** Asks for a file of the figure, in the form that may leave this machine; for a picture the host answers with `draw`. */
  z.object({ t: z.literal('prepare'), figure: figureId, format: exportFormat }),
  /** A file to be saved: text, or base64 for `png`. */
  z.object({
    t: z.literal('export'),
    figure: figureId,
    format: pictureFormat,
    content: z.string().check(z.maxLength(mostFileLength)),
  }),
  /** The whole list of pinned metrics, as the person wants it. */
  z.object({ t: z.literal('focus'), metrics: z.array(focusMetric).check(z.maxLength(MOST_FOCUS)) }),
  z.object({
    t: z.literal('retrospective'),
    svgs: z
      .array(z.object({ id: figureId, svg: z.string().check(z.maxLength(mostSvgLength)) }))
      .check(z.maxLength(mostPictures)),
  }),
  /** Opens what is behind an item, by its index in the state's `items`. */
  z.object({ t: z.literal('openItem'), index: z.int().check(z.minimum(0), z.maximum(1_000_000)) }),
  runSchema,
]);
export type FromInsights = z.infer<typeof fromInsightsSchema>;

/** Default window: half a year of whole weeks. */
export const DEFAULT_FILTER: InsightsFilter = { weeks: 26, type: null, team: null };

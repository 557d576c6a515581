import * as z from 'zod/mini';
import { filterSchema } from '../../src/protocol/insightsProtocol.ts';

const partId = z.string().check(z.maxLength(200));

const tableViewSchema = z.object({
  /** Id of the column that the rows are sorted by; null: as they came. */
  column: z.nullable(partId),
  descending: z.boolean(),
  /** From 0. */
  page: z.int().check(z.minimum(0)),
});
export type TableView = z.infer<typeof tableViewSchema>;

export const insightsViewSchema = z.object({
  version: z.literal(2),
  /** What the person last asked for; null until then. */
  filter: z.nullable(filterSchema),
  scale: z.enum(['log', 'linear']),
  /** By table. */
  tables: z.record(partId, tableViewSchema),
  /** The stretch of time that is looked at, by figure, in epoch seconds. */
  zoom: z.record(partId, z.object({ from: z.number(), to: z.number() })),
  /** Parts that the person unfolded. */
  open: z.array(partId).check(z.maxLength(200)),
  scroll: z.number(),
});
/** What the page keeps for itself: how the figures are looked at, never the figures. */
export type InsightsView = z.infer<typeof insightsViewSchema>;

export const initialInsightsView: InsightsView = {
  version: 2,
  filter: null,
  scale: 'log',
  tables: {},
  zoom: {},
  open: [],
  scroll: 0,
};

export const initialTableView: TableView = { column: null, descending: false, page: 0 };

/** Another window or another choice of items: rows and stretches of time of the last one mean nothing in it. */
export function forgetPlaces(view: InsightsView): InsightsView {
  return { ...view, tables: {}, zoom: {} };
}

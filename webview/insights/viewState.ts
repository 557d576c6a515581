import * as z from 'zod/mini';
import { filterSchema } from '../../src/protocol/insightsProtocol.ts';
import { COLUMNS } from './pointTable.ts';

export const insightsViewSchema = z.object({
  version: z.literal(1),
  /** What the person last asked for; null until then. */
  filter: z.nullable(filterSchema),
  scale: z.enum(['log', 'linear']),
  sorting: z.object({ column: z.enum(COLUMNS), descending: z.boolean() }),
  page: z.int().check(z.minimum(0)),
  /** Parts that the person unfolded. */
  open: z.array(z.string().check(z.maxLength(200))).check(z.maxLength(100)),
  scroll: z.number(),
});
/** What the page keeps for itself: how the figures are looked at, never the figures. */
export type InsightsView = z.infer<typeof insightsViewSchema>;

export const initialInsightsView: InsightsView = {
  version: 1,
  filter: null,
  scale: 'log',
  sorting: { column: 'finished', descending: true },
  page: 0,
  open: [],
  scroll: 0,
};

import * as z from 'zod/mini';
import type { FlowAnswer } from '../../model/flow/flow.ts';
import { WORK_TYPES } from '../../model/work.ts';
import { cycleTimeHeadline, cycleTimeWithheld, declinedText, qualityLines } from '../../wording/flow.ts';

/** What `outcome-lens flow --json` prints: aggregates only, for five people or more. */
export const flowJsonSchema = z.object({
  document: z.literal('outcome-lens/flow'),
  version: z.literal(1),
  /** Whole ISO weeks: Monday of the first, Monday after the last. */
  window: z.object({ from: z.string(), to: z.string(), weeks: z.number() }),
  type: z.nullable(z.enum(WORK_TYPES)),
  shown: z.boolean(),
  /** Why nothing is shown, in one sentence; null when it is. */
  declined: z.nullable(z.string()),
  quality: z.array(z.object({ id: z.string(), label: z.string(), count: z.number(), of: z.number() })),
  cycleTime: z.nullable(
    z.object({
      unit: z.literal('seconds'),
      method: z.literal('nearest rank (R type 1)'),
      finished: z.number(),
      known: z.number(),
      coverage: z.nullable(z.number()),
      summary: z.string(),
      withheld: z.nullable(z.string()),
      percentiles: z.array(z.object({ percent: z.number(), seconds: z.nullable(z.number()), needs: z.number() })),
      /** Items by calendar days, inclusive; a count of null is hidden to protect people. */
      bins: z.array(z.object({ fromDays: z.number(), toDays: z.nullable(z.number()), count: z.nullable(z.number()) })),
    }),
  ),
});
export type FlowJson = z.infer<typeof flowJsonSchema>;

export function flowJson(answer: FlowAnswer): FlowJson {
  const common = {
    document: 'outcome-lens/flow' as const,
    version: 1 as const,
    window: { from: answer.window.from, to: answer.window.to, weeks: answer.window.weeks },
  };
  if (answer.state !== 'shown')
    return { ...common, type: null, shown: false, declined: declinedText(answer).text, quality: [], cycleTime: null };
  const { cycleTime } = answer;
  const withheld = cycleTimeWithheld(cycleTime);
  return {
    ...common,
    type: answer.type,
    shown: true,
    declined: null,
    quality: qualityLines(answer.quality).map(({ id, label, count, of }) => ({ id, label, count, of })),
    cycleTime: {
      unit: 'seconds',
      method: 'nearest rank (R type 1)',
      finished: cycleTime.finished,
      known: cycleTime.known,
      coverage: cycleTime.coverage,
      summary: cycleTimeHeadline(cycleTime),
      withheld: withheld === '' ? null : withheld,
      percentiles: cycleTime.percentiles.map(({ percent, seconds, needs }) => ({ percent, seconds, needs })),
      bins: cycleTime.bins.map(({ fromDays, toDays, count }) => ({ fromDays, toDays, count })),
    },
  };
}

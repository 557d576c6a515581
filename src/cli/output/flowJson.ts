import * as z from 'zod/mini';
import { figureSchema, type Figure } from '../../model/flow/figure.ts';
import type { FlowAnswer } from '../../model/flow/flow.ts';
import { WORK_TYPES } from '../../model/work.ts';
import { figuresOf } from '../../wording/figures/figures.ts';
import { qualityLines } from '../../wording/figures/dataQuality.ts';
import { declinedText, flowNotices } from '../../wording/flow.ts';

/** What `outcome-lens flow --json` prints: aggregates only, for five people or more. */
export const flowJsonSchema = z.object({
  document: z.literal('outcome-lens/flow'),
  version: z.literal(2),
  window: z.object({
    from: z.string().check(z.describe('First day: the Monday of the first whole ISO week.')),
    to: z.string().check(z.describe('The day after the last one: the Monday after the last whole ISO week.')),
    weeks: z.number(),
  }),
  timeZone: z.nullable(z.string()),
  type: z.nullable(z.enum(WORK_TYPES)),
  team: z.nullable(z.string()),
  shown: z.boolean(),
  /** Why nothing is shown, in one sentence; null when it is. */
  declined: z.nullable(z.string()),
  notices: z.array(z.string()),
  quality: z.array(z.object({ id: z.string(), label: z.string(), count: z.number(), of: z.number() })),
  /** Each with its key figures (`values`), its series (`chart`) and its `table`; a null is unknown, or hidden to protect people. */
  figures: z.array(figureSchema),
});
export type FlowJson = z.infer<typeof flowJsonSchema>;

/** `only`: the figure that was asked for; null for all. */
export function flowJson(answer: FlowAnswer, only: string | null): FlowJson {
  const { from, to, weeks } = answer.window;
  const common = {
    document: 'outcome-lens/flow' as const,
    version: 2 as const,
    window: { from, to, weeks },
  };
  if (answer.state !== 'shown')
    return {
      ...common,
      timeZone: null,
      type: null,
      team: null,
      shown: false,
      declined: declinedText(answer).text,
      notices: [],
      quality: [],
      figures: [],
    };
  const isAsked = ({ id }: Figure): boolean => only === null || id === only;
  return {
    ...common,
    timeZone: answer.timeZone,
    type: answer.type,
    team: answer.team,
    shown: true,
    declined: null,
    notices: flowNotices(answer),
    quality: qualityLines(answer.quality).map(({ id, label, count, of }) => ({ id, label, count, of })),
    figures: figuresOf(answer).filter(isAsked),
  };
}

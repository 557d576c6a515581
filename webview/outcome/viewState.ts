import * as z from 'zod/mini';

export const SECTION_IDS = [
  'measures',
  'readiness',
  'questions',
  'bets',
  'nonGoals',
  'decisions',
  'openQuestions',
  'documents',
  'otherTickets',
] as const;

export const outcomeViewSchema = z.object({
  version: z.literal(1),
  scroll: z.number(),
  /** What the person unfolded or folded against its default. */
  turned: z.array(z.string().check(z.maxLength(200))).check(z.maxLength(100)),
});
/** What the page keeps for itself: nothing of the outcome, only how it is looked at. */
export type OutcomeView = z.infer<typeof outcomeViewSchema>;

export const initialOutcomeView: OutcomeView = { version: 1, scroll: 0, turned: [] };

const openAtFirst: ReadonlySet<string> = new Set([
  'questions',
  'measures',
  'readiness',
  'bets',
  'nonGoals',
  'openQuestions',
]);

/** Whether a part is unfolded. Parts not named above, such as the links of the chain, start folded. */
export function isOpen(view: OutcomeView, id: string): boolean {
  return openAtFirst.has(id) !== view.turned.includes(id);
}

/** The view after the person folded or unfolded a part. */
export function turn(view: OutcomeView, id: string): OutcomeView {
  const others = view.turned.filter(turned => turned !== id);
  return { ...view, turned: others.length === view.turned.length ? [...others, id] : others };
}

import * as z from 'zod/mini';
import { actionSchema, messageStateSchema, runSchema } from './actions.ts';

/** One link of the chain objective > key result > epic > ticket > branch. */
const crumbSchema = z.object({
  kind: z.enum(['objective', 'keyResult', 'epic', 'ticket', 'branch']),
  /** found; missing (with what to do about it in the gap); notAsked: further links depend on a missing one. */
  state: z.enum(['found', 'missing', 'notAsked']),
  label: z.string(),
  /** How this link was found, or what is missing: shown on hover and focus, and read aloud. */
  how: z.string(),
  action: z.optional(actionSchema),
});
export type Crumb = z.infer<typeof crumbSchema>;

const measureSchema = z.object({
  name: z.string(),
  unit: z.string(),
  /** Formatted; '' when not given. */
  baseline: z.string(),
  now: z.string(),
  target: z.string(),
  /** "by 1 Dec 2026" or ''. */
  by: z.string(),
  /** Points for the sparkline (day index, value), oldest first; the baseline's and the target's line when known. */
  points: z.array(z.object({ day: z.number(), value: z.number() })),
  baselineValue: z.nullable(z.number()),
  targetValue: z.nullable(z.number()),
  /** Days on which the outcome is looked at, as the points' days; may be negative. */
  reviews: z.array(z.object({ day: z.number(), past: z.boolean() })),
  /** "Upright lines: reviews of 1 Dec 2026 and 1 Jan 2027", or ''. */
  reviewNote: z.string(),
  /** One sentence for screen readers. */
  summary: z.string(),
});
export type MeasureView = z.infer<typeof measureSchema>;

const gateSchema = z.object({
  name: z.string(),
  met: z.number(),
  total: z.number(),
  /** This gate belongs to the epic's current stage. */
  current: z.boolean(),
  /** "7 of 10 met, 2 claimed without evidence". */
  summary: z.string(),
});
export type GateView = z.infer<typeof gateSchema>;

const beliefSchema = z.object({
  belief: z.string(),
  /** "We are fairly sure (70 %)". */
  sure: z.string(),
  /** What would change the team's mind, and where it agreed to disagree; '' where nothing is written. */
  changeOurMind: z.string(),
  disagreement: z.string(),
  /** "Due for a look since 3 Nov 2026 (17 days ago)"; '' where nobody is asked to look. */
  look: z.string(),
  due: z.boolean(),
  /** Absent where the file cannot be changed from here. */
  revisit: z.optional(actionSchema),
});
export type BeliefView = z.infer<typeof beliefSchema>;

const signSchema = z.object({
  sign: z.string(),
  /** "Expected by 3 May 2026, not seen yet. What does that tell you?"; may be ''. */
  standing: z.string(),
  state: z.enum(['late', 'open', 'seen']),
  record: z.optional(actionSchema),
});
export type SignView = z.infer<typeof signSchema>;

const questionSchema = z.object({
  text: z.string(),
  open: actionSchema,
});
export type QuestionView = z.infer<typeof questionSchema>;

const noticeSchema = z.object({
  tone: z.enum(['info', 'warning']),
  text: z.string(),
  actions: z.array(actionSchema),
});
export type Notice = z.infer<typeof noticeSchema>;

const epicCardSchema = z.object({
  key: z.string(),
  title: z.string(),
  /** The anticipated outcome in full; '' when there is none (then `gap` says so). */
  statement: z.string(),
  benefits: z.array(z.string()),
  stage: z.string(),
  type: z.string(),
  measures: z.array(measureSchema),
  /** Those that are due for a look come first, and early signs that did not come. */
  beliefs: z.array(beliefSchema),
  signs: z.array(signSchema),
  /** "2 due for a look", or ''. */
  betsDue: z.string(),
  /** What a careful colleague would ask; nothing of it stands in anybody's way. */
  questions: z.array(questionSchema),
  nonGoals: z.array(z.string()),
  decisions: z.array(z.string()),
  openQuestions: z.array(z.string()),
  /** "Next review: 1 Dec 2026 (in 11 days)", or ''. */
  nextReview: z.string(),
  /** "Achieved on 1 Feb 2027: mobile only", or ''. */
  actual: z.string(),
  gates: z.array(gateSchema),
  documents: z.array(z.object({ label: z.string(), open: actionSchema })),
  /** Absent where the epic file cannot be changed from here. */
  newDocument: z.optional(actionSchema),
  open: actionSchema,
});
export type EpicCard = z.infer<typeof epicCardSchema>;

const chainStateSchema = z.object({
  kind: z.literal('chain'),
  /** Repository's folder name, when the window holds several; else ''. */
  repository: z.string(),
  crumbs: z.array(crumbSchema),
  /** The first missing link, with the action that mends it; null when the chain is whole. */
  gap: z.nullable(messageStateSchema),
  notices: z.array(noticeSchema),
  /** Tickets that also fit this branch, with how each was found. */
  otherTickets: z.array(z.object({ key: z.string(), how: z.string(), pin: actionSchema })),
  /** Commands about the chosen ticket. */
  ticketActions: z.array(actionSchema),
  epic: z.nullable(epicCardSchema),
});
export type ChainState = z.infer<typeof chainStateSchema>;

const loadingStateSchema = z.object({ kind: z.literal('loading') });

export const outcomeStateSchema = z.discriminatedUnion('kind', [
  chainStateSchema,
  messageStateSchema,
  loadingStateSchema,
]);
export type OutcomeState = z.infer<typeof outcomeStateSchema>;

/** Host to Outcome view: the whole state, each time. */
export const toOutcomeSchema = z.discriminatedUnion('t', [
  z.object({ t: z.literal('state'), state: outcomeStateSchema }),
]);
export type ToOutcome = z.infer<typeof toOutcomeSchema>;

/** Outcome view to host. */
export const fromOutcomeSchema = z.discriminatedUnion('t', [z.object({ t: z.literal('ready') }), runSchema]);
export type FromOutcome = z.infer<typeof fromOutcomeSchema>;

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
  /** Points for the sparkline (day index, value), oldest first; the target line when known. */
  points: z.array(z.object({ day: z.number(), value: z.number() })),
  targetValue: z.nullable(z.number()),
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
  earlySigns: z.array(z.string()),
  nonGoals: z.array(z.string()),
  decisions: z.array(z.string()),
  openQuestions: z.array(z.string()),
  /** "Next review: 1 Dec 2026 (in 11 days)", or ''. */
  nextReview: z.string(),
  /** "Achieved on 1 Feb 2027: mobile only", or ''. */
  actual: z.string(),
  gates: z.array(gateSchema),
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

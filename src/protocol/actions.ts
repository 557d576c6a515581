import * as z from 'zod/mini';

/** Everything a webview may ask the host to do. Nothing else can be reached from a page. */
export const ACTION_IDS = [
  'writeOutcome',
  'editOutcome',
  'addTicketToEpic',
  'pinTicket',
  'unpinTicket',
  'notThisTicket',
  'openEpic',
  'openLine',
  'openDocument',
  'newDocument',
  'recordEarlySign',
  'revisitBelief',
  'openValueTree',
  'openInsights',
  'exportRetrospective',
  'openFolder',
  'manageTrust',
  'openSettings',
  'refresh',
  'showLog',
] as const;
export type ActionId = (typeof ACTION_IDS)[number];

export const actionSchema = z.object({
  id: z.enum(ACTION_IDS),
  label: z.string(),
  /** A ticket key, an epic's path, a belief: what the action is about. The host checks it again. */
  argument: z.optional(z.string()),
  primary: z.optional(z.boolean()),
});
/** A button: what it says and what the host does. */
export type Action = z.infer<typeof actionSchema>;

/** A state without content: what is so, what it means, and the way on. */
export const messageStateSchema = z.object({
  kind: z.literal('message'),
  tone: z.enum(['invite', 'info', 'warning', 'error']),
  title: z.string(),
  text: z.string(),
  actions: z.array(actionSchema),
});
export type MessageState = z.infer<typeof messageStateSchema>;

export const runSchema = z.object({
  t: z.literal('run'),
  action: z.enum(ACTION_IDS),
  argument: z.optional(z.string().check(z.maxLength(4096))),
});

import * as z from 'zod/mini';
import { hasAnticipatedOutcome } from '../../model/outcome.ts';
import { TICKET_SOURCES, type TicketCandidate, type TicketChain, type WhyAnswer } from '../../model/why.ts';
import { missingText, ticketHow } from '../../wording/why.ts';

const ticketSchema = z.object({ key: z.string(), source: z.enum(TICKET_SOURCES), how: z.string() });

/** From a ticket to its outcome, as documents about branches and changes have it. */
export const chainFields = {
  ticket: z.nullable(ticketSchema),
  otherTickets: z.array(ticketSchema),
  epic: z.nullable(
    z.object({
      key: z.string(),
      title: z.string(),
      file: z.string(),
      readFrom: z.enum(['file', 'main', 'branch']),
      stage: z.nullable(z.string()),
      type: z.nullable(z.string()),
    }),
  ),
  outcome: z.nullable(
    z.object({
      statement: z.string(),
      benefits: z.array(z.string()),
      measures: z.array(
        z.object({
          name: z.string(),
          unit: z.nullable(z.string()),
          baseline: z.nullable(z.number()),
          target: z.nullable(z.number()),
          latest: z.nullable(z.object({ on: z.string(), value: z.number() })),
        }),
      ),
      reviews: z.array(z.string()),
    }),
  ),
  keyResult: z.nullable(z.object({ id: z.string(), title: z.string() })),
  objective: z.nullable(z.object({ id: z.string(), title: z.string() })),
  missing: z.array(z.object({ code: z.string(), remedy: z.string() })),
};

/** What `outcome-lens why --json` prints. */
export const whyJsonSchema = z.object({
  document: z.literal('outcome-lens/why'),
  version: z.literal(1),
  /** Epoch seconds at which the inputs were read. */
  asOf: z.number(),
  /** null when the question was about a ticket. */
  branch: z.nullable(
    z.object({
      state: z.enum(['branch', 'main', 'unborn', 'detached']),
      label: z.string(),
      /** git has left the branch for a while and comes back to it. */
      during: z.nullable(z.enum(['rebase', 'bisect'])),
      main: z.nullable(z.string()),
      commits: z.nullable(z.number()),
    }),
  ),
  ...chainFields,
});
export type WhyJson = z.infer<typeof whyJsonSchema>;

export function whyJson(answer: WhyAnswer): WhyJson | null {
  const why = answer.value;
  if (why === null) return null;
  return {
    document: 'outcome-lens/why',
    version: 1,
    asOf: answer.asOf,
    branch:
      why.branch.state === 'none'
        ? null
        : {
            state: why.branch.state,
            label: why.branch.label,
            during: why.branch.during,
            main: why.branch.main?.name ?? null,
            commits: why.branch.commits,
          },
    ...chainJson(why, ticketHow),
    missing: answer.missing.map(code => ({ code, remedy: missingText(code, why).text })),
  };
}

/** `how` tells how a ticket was found. */
export function chainJson(why: TicketChain, how: (ticket: TicketCandidate) => string) {
  const epic = why.epic?.epic ?? null;
  const outcome = epic?.outcome ?? null;
  const ticket = (candidate: NonNullable<typeof why.ticket>) => ({
    key: candidate.key,
    source: candidate.source,
    how: how(candidate),
  });
  return {
    ticket: why.ticket === null ? null : ticket(why.ticket),
    otherTickets: why.otherTickets.map(ticket),
    epic:
      epic === null || why.epic === null
        ? null
        : {
            key: epic.key,
            title: epic.title,
            file: why.epic.path,
            readFrom: why.epic.origin === 'editor' ? 'file' : why.epic.origin,
            stage: epic.stage,
            type: epic.type,
          },
    outcome: hasAnticipatedOutcome(outcome)
      ? {
          statement: outcome.statement.trim(),
          benefits: [...outcome.benefits],
          measures: outcome.measures.map(({ name, unit, baseline, target, measured }) => ({
            name,
            unit,
            baseline,
            target,
            latest: [...measured].sort((a, b) => (a.on < b.on ? -1 : 1)).at(-1) ?? null,
          })),
          reviews: [...outcome.reviews],
        }
      : null,
    keyResult: why.keyResult === null ? null : { id: why.keyResult.id, title: why.keyResult.title },
    objective: why.objective === null ? null : { id: why.objective.id, title: why.objective.title },
  };
}

import * as z from 'zod/mini';
import type { Change, ChangeWhyAnswer, LineWhy } from '../../model/changeWhy.ts';
import { changeMissingText, changeTicketHow } from '../../wording/changeWhy.ts';
import { missingText, ticketHow } from '../../wording/why.ts';
import { chainFields, chainJson } from './whyJson.ts';

const changeSchema = z.object({
  commit: z.string(),
  /** Epoch seconds. */
  written: z.number(),
  landed: z.number(),
  /** Number of the pull or merge request. */
  number: z.nullable(z.number()),
});

/** What `outcome-lens why --file F --line N --json` and `why --commit HASH --json` print. A document carries no commit's title. */
export const changeWhyJsonSchema = z.object({
  document: z.literal('outcome-lens/why-change'),
  version: z.literal(1),
  /** Epoch seconds at which the inputs were read. */
  asOf: z.number(),
  /** null when the question was about a commit. */
  line: z.nullable(z.object({ file: z.string(), line: z.number() })),
  /** null for a line that is not committed as it stands: the chain is the branch's then. */
  change: z.nullable(changeSchema),
  /** The merge that brought the change to the main branch, when the ticket was found there. */
  landedBy: z.nullable(changeSchema),
  ...chainFields,
});
type ChangeWhyJson = z.infer<typeof changeWhyJsonSchema>;

export function lineWhyJson(file: string, line: number, answer: LineWhy): ChangeWhyJson | null {
  if (answer.kind === 'committed') {
    const document = changeWhyJson(answer.why);
    return document === null ? null : { ...document, line: { file, line } };
  }
  const { value: why, missing, asOf } = answer.why;
  if (why === null) return null;
  return {
    ...head(asOf),
    line: { file, line },
    change: null,
    landedBy: null,
    ...chainJson(why, ticketHow),
    missing: missing.map(code => ({ code, remedy: missingText(code, why).text })),
  };
}

export function changeWhyJson({ value: why, missing, asOf }: ChangeWhyAnswer): ChangeWhyJson | null {
  if (why === null) return null;
  return {
    ...head(asOf),
    line: null,
    change: changeJson(why.change),
    landedBy: why.landedBy === null ? null : changeJson(why.landedBy),
    ...chainJson(why, ticket => changeTicketHow(ticket, why)),
    missing: missing.map(code => ({ code, remedy: changeMissingText(code, why).text })),
  };
}

function head(asOf: number) {
  return { document: 'outcome-lens/why-change', version: 1, asOf } as const;
}

function changeJson({ hash, written, landed, number }: Change): z.infer<typeof changeSchema> {
  return { commit: hash, written, landed, number };
}

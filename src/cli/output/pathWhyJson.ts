import * as z from 'zod/mini';
import { hasAnticipatedOutcome } from '../../model/outcome.ts';
import type { ChangeGroup, PathWhyAnswer } from '../../model/pathWhy.ts';
import { pathMissingText } from '../../wording/pathWhy.ts';

/** Times are epoch seconds. */
const group = { changes: z.number(), first: z.number(), last: z.number() };

/** What `outcome-lens why --file F --json` prints. */
export const pathWhyJsonSchema = z.object({
  document: z.literal('outcome-lens/why-path'),
  version: z.literal(1),
  /** Epoch seconds at which the inputs were read. */
  asOf: z.number(),
  /** Inside the repository; empty for all of it. */
  path: z.string(),
  kind: z.enum(['file', 'folder']),
  /** Merges left out; the groups below sum up to it. */
  changes: z.number(),
  first: z.nullable(z.number()),
  last: z.nullable(z.number()),
  /** Older changes are not counted. */
  cut: z.boolean(),
  /** Most changes first. */
  epics: z.array(
    z.object({
      /** null when the file could not be read. */
      key: z.nullable(z.string()),
      title: z.nullable(z.string()),
      file: z.string(),
      outcome: z.nullable(z.string()),
      tickets: z.array(z.string()),
      ...group,
    }),
  ),
  withoutEpic: z.array(z.object({ ticket: z.string(), ...group })),
  withoutTicket: z.object({ changes: z.number(), first: z.nullable(z.number()), last: z.nullable(z.number()) }),
  missing: z.array(z.object({ code: z.string(), remedy: z.string() })),
});
type PathWhyJson = z.infer<typeof pathWhyJsonSchema>;

export function pathWhyJson({ value: why, missing, asOf }: PathWhyAnswer): PathWhyJson | null {
  if (why === null) return null;
  const counted = ({ changes, first, last }: ChangeGroup) => ({ changes, first, last });
  return {
    document: 'outcome-lens/why-path',
    version: 1,
    asOf,
    path: why.path,
    kind: why.kind,
    changes: why.changes,
    first: why.first,
    last: why.last,
    cut: why.cut,
    epics: why.outcomes.map(shaped => {
      const epic = shaped.epic.epic;
      const outcome = epic?.outcome ?? null;
      return {
        key: epic?.key ?? null,
        title: epic?.title ?? null,
        file: shaped.epic.path,
        outcome: hasAnticipatedOutcome(outcome) ? outcome.statement.trim() : null,
        tickets: [...shaped.tickets],
        ...counted(shaped),
      };
    }),
    withoutEpic: why.withoutEpic.map(loose => ({ ticket: loose.ticket, ...counted(loose) })),
    withoutTicket: { ...why.withoutTicket },
    missing: missing.map(code => ({ code, remedy: pathMissingText(code) })),
  };
}

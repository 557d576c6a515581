import * as z from 'zod/mini';
import type { LintEntry } from '../../export/lintEntries.ts';

/** What `outcome-lens lint --json` prints. */
export const lintJsonSchema = z.object({
  document: z.literal('outcome-lens/lint'),
  version: z.literal(1),
  /** Epic files that were looked at. */
  epics: z.number(),
  errors: z.number(),
  warnings: z.number(),
  hints: z.number(),
  findings: z.array(
    z.object({
      /** Id of the rule, or of what could not be read. */
      rule: z.string(),
      severity: z.enum(['error', 'warning', 'hint']),
      /** Path inside the repository, with `/`. */
      file: z.string(),
      /** From 1; null where the whole file is meant. Columns count UTF-16 units, the end is behind the last one. */
      line: z.nullable(z.number()),
      column: z.nullable(z.number()),
      endLine: z.nullable(z.number()),
      endColumn: z.nullable(z.number()),
      message: z.string(),
      why: z.nullable(z.string()),
      example: z.nullable(z.string()),
    }),
  ),
});
export type LintJson = z.infer<typeof lintJsonSchema>;

/** `epics`: how many epic files were looked at. */
export function lintJson(entries: readonly LintEntry[], epics: number): LintJson {
  const count = (wanted: LintEntry['severity']) => entries.filter(({ severity }) => severity === wanted).length;
  return {
    document: 'outcome-lens/lint',
    version: 1,
    epics,
    errors: count('error'),
    warnings: count('warning'),
    hints: count('hint'),
    findings: entries.map(({ rule, severity, file, start, end, message, why, example }) => ({
      rule,
      severity,
      file,
      line: start?.line ?? null,
      column: start?.column ?? null,
      endLine: end?.line ?? null,
      endColumn: end?.column ?? null,
      message,
      why,
      example,
    })),
  };
}

import { ProblemError } from '../model/problem.ts';
import { problemLine } from '../wording/problems.ts';
import { UsageError } from './args.ts';

/**
 * What a failure says to people. A surprise says no more than that it is one: its own words could hold paths of the machine.
 * `debug` adds where it happened.
 */
export function failureText(error: unknown, debug: boolean): string {
  if (error instanceof UsageError) return `${error.message}\nSee: outcome-lens --help`;
  if (error instanceof ProblemError) return problemLine(error.problem);
  const code = systemCode(error);
  const sentence = `Something unexpected happened${code === null ? '; this is a fault of Outcome Lens' : `: the system answered ${code}`}`;
  if (!debug) return `${sentence}. OUTCOME_LENS_DEBUG=1 shows where.`;
  return `${sentence}.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

/** The system's own word for what went wrong, such as ENOSPC for a full disk. */
function systemCode(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : null;
}

import { getSystemErrorName } from 'node:util';
import { ProblemError, type ProblemCode } from '../model/problem.ts';

/** How a git process ended when it did not end well. */
export interface GitExit {
  /** Negative when the process could not be started. */
  readonly code: number | null;
  readonly stderr: string;
}

const DETAIL_LENGTH = 200;

/** The system's words for "there is no such program". */
const NO_PROGRAM = new Set(['ENOENT', 'EACCES', 'ENOTDIR', 'EPERM', 'ENOEXEC']);

/** What it means that the system could not start git: `E2BIG`, `EAGAIN`, `ENOMEM` and others say nothing of the program. */
export function problemOfStart(systemError: string): ProblemError {
  if (NO_PROGRAM.has(systemError)) return new ProblemError({ code: 'git/not-found' });
  return new ProblemError({ code: 'git/failed', detail: `the system could not start git (${systemError})` });
}

/** Says what a failed git process means. Git speaks English because the client sets `LC_ALL=C`. */
export function problemOfExit(exit: GitExit): ProblemError {
  if (exit.code !== null && exit.code < 0) return problemOfStart(getSystemErrorName(exit.code));
  const code = codeOf(exit);
  const detail = detailOf(exit.stderr);
  return new ProblemError(detail === '' ? { code } : { code, detail });
}

function codeOf({ stderr }: GitExit): ProblemCode {
  if (/detected dubious ownership|unsafe repository/.test(stderr)) return 'git/not-owned';
  if (/not a git repository|must be run in a work tree/.test(stderr)) return 'git/no-repository';
  return 'git/failed';
}

/** Git's first line without what may name people: addresses, quoted names, refs and paths. */
function detailOf(stderr: string): string {
  const line = stderr.trim().split('\n', 1)[0] ?? '';
  return line
    .replace(/[^\s<>"'()]+@[^\s<>"'()]+/g, '…')
    .replace(/'[^']*'|refs\/\S+|(?:[A-Za-z]:)?[\\/][^\s:]+/g, '…')
    .slice(0, DETAIL_LENGTH);
}

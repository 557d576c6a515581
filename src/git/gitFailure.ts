import { ProblemError, type ProblemCode } from '../model/problem.ts';

/** How a git process ended when it did not end well. */
export interface GitExit {
  /** Negative when the process could not be started. */
  readonly code: number | null;
  readonly stderr: string;
}

const DETAIL_LENGTH = 200;

/** Says what a failed git process means. Git speaks English because the client sets `LC_ALL=C`. */
export function problemOfExit(exit: GitExit): ProblemError {
  const code = codeOf(exit);
  if (code === 'git/not-found') return new ProblemError({ code });
  const detail = detailOf(exit.stderr);
  return new ProblemError(detail === '' ? { code } : { code, detail });
}

function codeOf({ code, stderr }: GitExit): ProblemCode {
  if (code !== null && code < 0) return 'git/not-found';
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

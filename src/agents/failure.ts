import { ProblemError } from '../model/problem.ts';
import { COULD_NOT_ANSWER, SURPRISE } from '../wording/agents.ts';
import { problemLine } from '../wording/problems.ts';
import { ArgumentError } from './arguments.ts';
import { named } from './data.ts';

const MOST_CHARACTERS = 500;

/** What a failure says to an agent: what happened and what to do. A surprise says no more than that it is one. */
export function failureText(error: unknown): string {
  if (error instanceof ArgumentError) return `${COULD_NOT_ANSWER} ${error.message}`;
  if (error instanceof ProblemError)
    return [COULD_NOT_ANSWER, ...named('problem', problemLine(error.problem), MOST_CHARACTERS)].join('\n');
  return `${COULD_NOT_ANSWER} ${SURPRISE}`;
}

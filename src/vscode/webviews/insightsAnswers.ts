import type { FlowAnswer } from '../../model/flow/flow.ts';
import type { LearnAnswer } from '../../model/learn/learn.ts';
import type { Problem } from '../../model/problem.ts';
import type { Learnt } from './insightsState.ts';

interface InsightsAnswers {
  readonly flow: Promise<FlowAnswer>;
  readonly learn: Promise<LearnAnswer>;
  /** What is shown stays until all is there. */
  readonly quietly: boolean;
  /** null: it was cancelled. */
  readonly problemOf: (error: unknown) => Problem | null;
  readonly show: (answer: FlowAnswer, learnt: Learnt) => void;
}

/**
 * Shows flow when it is there, and what is learnt of outcomes with it, or after it where that takes longer. A failure of
 * the latter is told in its place. Rejects where flow fails.
 */
export async function showAnswers({ flow, learn, quietly, problemOf, show }: InsightsAnswers): Promise<void> {
  const learning = learn.then(
    (answer): Learnt => ({ state: 'told', answer }),
    (error: unknown): Learnt => {
      const problem = problemOf(error);
      return problem === null ? { state: 'reading' } : { state: 'failed', problem };
    },
  );
  const answer = await flow;
  const first = await (quietly ? learning : Promise.race([learning, aTurn()]));
  show(answer, first);
  if (first.state === 'reading') show(answer, await learning);
}

/** So long as nothing has to be read for an answer, it takes no more. */
async function aTurn(): Promise<Learnt> {
  await new Promise(resolve => setImmediate(resolve));
  return { state: 'reading' };
}

import type { RepositoryLens } from '../../../lens/outcomeLens.ts';
import type { LineQuestion } from '../../../model/changeWhy.ts';
import { lineText } from '../../../wording/lineHover.ts';
import type { HoverText } from './hoverMarkdown.ts';
import { chainActions } from './ticketHover.ts';

/** The why of the change that last touched a line, or of the branch where it is not committed. Rejects as `whyOfLine` does. */
export async function lineHover(lens: RepositoryLens, question: LineQuestion, signal: AbortSignal): Promise<HoverText> {
  const [answer, { team }] = await Promise.all([lens.whyOfLine(question, signal), lens.outcomes(signal)]);
  const chain = answer.why.value;
  const ticket = chain?.ticket?.key ?? null;
  // An old change without a ticket is nothing that this branch could write an outcome for.
  const hasActions = chain !== null && (chain.epic !== null || ticket !== null || answer.kind === 'uncommitted');
  return { ...lineText(answer, team.timeZone), actions: hasActions ? chainActions(chain, ticket) : [] };
}

import * as vscode from 'vscode';
import { beliefsDue } from '../../answers/learn/beliefsDue.ts';
import type { BeliefStanding } from '../../model/bets.ts';
import { dayAfter, dayIn } from '../../model/calendarDay.ts';
import { ProblemError } from '../../model/problem.ts';
import { lookText, surenessText } from '../../wording/bets.ts';
import { askDay } from './askDay.ts';
import type { Command } from './context.ts';
import { applyToEpic, epicToEdit } from './epicToEdit.ts';

/** Days until the next look that is proposed. */
const NEXT_LOOK = 30;

/**
 * Asks how sure the team is of a belief now and when it looks again, and writes that into the epic file of the branch, or of
 * the given path. A second argument is the belief's sentence; without one the person picks.
 */
export const revisitBelief: Command = async ({ session }, wanted, sentence) => {
  const lens = await session.repository();
  const file = await epicToEdit(lens, wanted);
  const { team } = await lens.outcomes();
  const today = dayIn(team.timeZone, Date.now() / 1000);
  const beliefs = file.epic === null ? [] : beliefsDue(file.epic, today);
  if (beliefs.length === 0)
    throw new ProblemError({ code: 'epic/not-found', detail: `A belief in ${file.epic?.key ?? file.path}` });
  const title = `${file.epic?.key ?? file.path}: Revisit Belief`;
  const standing = await pick(beliefs, sentence, title, today);
  if (standing === undefined) return;
  const { belief, confidence, wouldChangeOurMind, review } = standing.belief;
  const sure = await vscode.window.showInputBox({
    title,
    prompt: `How sure are we now, in percent? ${belief}`,
    placeHolder:
      wouldChangeOurMind === null ? 'Nothing: stays as it is' : `Would change our mind: ${wouldChangeOurMind}`,
    value: confidence === null ? '' : String(confidence),
    validateInput: text => (text.trim() === '' || percentIn(text) !== null ? null : 'A number from 0 to 100'),
  });
  if (sure === undefined) return;
  const proposed = review !== null && review > today ? review : dayAfter(today, NEXT_LOOK);
  const next = await askDay({ title, prompt: 'When do we look at it again?', value: proposed });
  if (next === undefined) return;
  const revised = { confidence: percentIn(sure), review: next };
  if ((revised.confidence ?? confidence) === confidence && next === review) return;
  await applyToEpic(session, lens, file, await lens.writer.revisit(file.path, standing.at, revised));
};

async function pick(
  beliefs: readonly BeliefStanding[],
  sentence: unknown,
  title: string,
  today: string,
): Promise<BeliefStanding | undefined> {
  const named = beliefs.find(({ belief }) => belief.belief === sentence);
  if (named !== undefined || beliefs.length === 1) return named ?? beliefs[0];
  const items = beliefs.map(standing => ({
    label: standing.belief.belief,
    description: surenessText(standing.belief.confidence),
    detail: lookText(standing, today),
    standing,
  }));
  return (await vscode.window.showQuickPick(items, { title, placeHolder: 'Which belief do we look at?' }))?.standing;
}

/** A percentage as people write one; null for anything else. */
function percentIn(text: string): number | null {
  const written = text.trim().replace(/\s*%$/, '').replace(',', '.');
  if (!/^\d+(?:\.\d+)?$/.test(written)) return null;
  const value = Number(written);
  return value <= 100 ? value : null;
}

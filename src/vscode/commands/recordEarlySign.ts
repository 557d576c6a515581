import * as vscode from 'vscode';
import { signsByDay } from '../../answers/learn/beliefsDue.ts';
import { dayIn } from '../../model/calendarDay.ts';
import { ProblemError } from '../../model/problem.ts';
import { signText } from '../../wording/bets.ts';
import { askDay } from './askDay.ts';
import type { Command } from './context.ts';
import { applyToEpic, epicToEdit } from './epicToEdit.ts';

/**
 * Notes in the epic file of the branch, or of the given path, when an early sign was seen. A second argument is the sign's
 * sentence; without one the person picks.
 */
export const recordEarlySign: Command = async ({ session }, wanted, sentence) => {
  const lens = await session.repository();
  const file = await epicToEdit(lens, wanted);
  const { team } = await lens.outcomes();
  const today = dayIn(team.timeZone, Date.now() / 1000);
  const signs = file.epic === null ? [] : signsByDay(file.epic, today);
  if (signs.length === 0)
    throw new ProblemError({ code: 'epic/not-found', detail: `An early sign in ${file.epic?.key ?? file.path}` });
  const title = `${file.epic?.key ?? file.path}: Record Early Sign`;
  const named = signs.find(({ sign }) => sign.sign === sentence) ?? (signs.length === 1 ? signs[0] : undefined);
  const picked =
    named ??
    (
      await vscode.window.showQuickPick(
        signs.map(standing => ({ label: standing.sign.sign, detail: signText(standing, today), standing })),
        { title, placeHolder: 'What was seen?' },
      )
    )?.standing;
  if (picked === undefined) return;
  const on = await askDay({ title, prompt: `The day it was seen: ${picked.sign.sign}`, value: today });
  if (on === undefined) return;
  await applyToEpic(session, lens, file, await lens.writer.signSeen(file.path, picked.at, on));
};

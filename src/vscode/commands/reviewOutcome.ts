import * as vscode from 'vscode';
import { dayIn } from '../../model/calendarDay.ts';
import { VERDICTS, type Verdict } from '../../model/outcome.ts';
import { VERDICT_TEXT } from '../../wording/outcome.ts';
import type { Command } from './context.ts';
import { applyToEpic, epicToEdit } from './epicToEdit.ts';

/** Asks what became of the outcome and what was learnt, and writes it into the epic file of the branch, or of the given path. */
export const reviewOutcome: Command = async ({ session }, wanted) => {
  const lens = await session.repository();
  const file = await epicToEdit(lens, wanted);
  const title = `${file.epic?.key ?? file.path}: Review Outcome`;
  const picked = await vscode.window.showQuickPick<vscode.QuickPickItem & { readonly verdict: Verdict }>(
    VERDICTS.map(verdict => ({ verdict, ...VERDICT_TEXT[verdict] })),
    { title, placeHolder: file.epic?.outcome?.statement ?? 'Did the outcome happen?' },
  );
  if (picked === undefined) return;
  const note = await vscode.window.showInputBox({
    title,
    prompt: 'What did we learn? What surprised us, and what do we do next: keep, change, stop?',
    value: file.epic?.outcome?.actual?.note ?? '',
  });
  if (note === undefined) return;
  const { team } = await lens.outcomes();
  const on = dayIn(team.timeZone, Date.now() / 1000);
  await applyToEpic(session, lens, file, await lens.writer.review(file.path, { verdict: picked.verdict, on, note }));
};

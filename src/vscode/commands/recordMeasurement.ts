import * as vscode from 'vscode';
import { dayIn } from '../../model/calendarDay.ts';
import type { Measure } from '../../model/outcome.ts';
import { ProblemError } from '../../model/problem.ts';
import { askDay } from './askDay.ts';
import type { Command } from './context.ts';
import { applyToEpic, epicToEdit } from './epicToEdit.ts';

/** Writes what was measured into the epic file of the branch, or of the given path. */
export const recordMeasurement: Command = async ({ session }, wanted) => {
  const lens = await session.repository();
  const file = await epicToEdit(lens, wanted);
  const measures = file.epic?.outcome?.measures ?? [];
  if (measures.length === 0)
    throw new ProblemError({ code: 'epic/not-found', detail: `A measure in ${file.epic?.key ?? file.path}` });
  const title = `${file.epic?.key ?? file.path}: Record Measurement`;
  const picked =
    measures.length === 1
      ? { index: 0 }
      : await vscode.window.showQuickPick(
          measures.map((measure, index) => ({ label: measure.name, description: wayOf(measure), index })),
          { title, placeHolder: 'What was measured?' },
        );
  const measure = picked === undefined ? undefined : measures[picked.index];
  if (picked === undefined || measure === undefined) return;
  const written = await vscode.window.showInputBox({
    title,
    prompt: `${measure.name}${measure.unit === null ? '' : `, in ${measure.unit}`} (${wayOf(measure)})`,
    validateInput: text => (numberIn(text) === null ? 'A number, for example 27.5' : null),
  });
  const value = numberIn(written ?? '');
  if (value === null) return;
  const { team } = await lens.outcomes();
  const today = dayIn(team.timeZone, Date.now() / 1000);
  const on = await askDay({ title, prompt: 'The day it was measured', value: today });
  if (on === undefined) return;
  await applyToEpic(session, lens, file, await lens.writer.measure(file.path, picked.index, value, on));
};

/** "31 → 28.4 → 26": baseline, last value, target, as far as they are known. */
function wayOf({ baseline, target, measured }: Measure): string {
  const known = [baseline, measured.at(-1)?.value ?? null, target].filter(value => value !== null);
  return known.length === 0 ? 'nothing measured yet' : known.join(' → ');
}

/** A number as people write one; null for anything else. */
function numberIn(text: string): number | null {
  const written = text.trim().replace(',', '.');
  return /^[-+]?\d+(?:\.\d+)?$/.test(written) ? Number(written) : null;
}

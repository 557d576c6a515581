import * as vscode from 'vscode';
import { epicEntries } from '../../../answers/learn/chosenEpics.ts';
import { isEditable, type KeyResult } from '../../../model/epic.ts';
import type { EpicsOverview } from '../../../model/learn/epicsOverview.ts';
import { ProblemError } from '../../../model/problem.ts';
import { epicDescription, epicTitle, epicsCount } from '../../../wording/epics.ts';
import { COMMANDS } from '../../ids.ts';

/** Asks which epics of this branch to move. undefined when the person backs out. */
export async function askEpics(overview: EpicsOverview, first: string | null): Promise<readonly string[] | undefined> {
  const entries = epicEntries(overview).filter(({ file }) => file.epic !== null && isEditable(file));
  if (entries.length === 0) throw new ProblemError({ code: 'epic/not-found', detail: 'An epic file on this branch' });
  const picked = await vscode.window.showQuickPick(
    entries
      .toSorted((a, b) => Number(b.file.path === first) - Number(a.file.path === first))
      .map(entry => ({ label: epicTitle(entry), description: epicDescription(entry), path: entry.file.path })),
    { title: 'Move Under', placeHolder: 'Which epic?', matchOnDescription: true },
  );
  return picked === undefined ? undefined : [picked.path];
}

/** Asks for a key result, or (null) none. undefined when the person backs out, or writes a value tree first. */
export async function askKeyResult(overview: EpicsOverview, moved: number): Promise<string | null | undefined> {
  const targets = overview.objectives.flatMap(({ objective, keyResults }): Answer[] => [
    separator(objective.title),
    ...keyResults.map(({ keyResult }) => answer(keyResult)),
  ]);
  const none: Answer = { label: 'No key result', description: 'takes the field out of the file', keyResult: null };
  const write: Answer = { label: 'Write a value tree…', description: 'there is no key result yet', keyResult: null };
  const isEmpty = !targets.some(({ kind }) => kind === undefined);
  const picked = await ask(moved, [...(isEmpty ? [write] : targets), separator(''), none]);
  if (picked !== write) return picked?.keyResult;
  await vscode.commands.executeCommand(COMMANDS.openValueTree);
  return undefined;
}

/** Asks for one of these key results. undefined when the person backs out. */
export async function askOneOf(keyResults: readonly KeyResult[], moved: number): Promise<string | null | undefined> {
  return (await ask(moved, keyResults.map(answer)))?.keyResult;
}

type Answer = vscode.QuickPickItem & { readonly keyResult: string | null };

function separator(label: string): Answer {
  return { label, kind: vscode.QuickPickItemKind.Separator, keyResult: null };
}

function answer({ id, title }: KeyResult): Answer {
  return { label: title, description: id === title ? '' : id, keyResult: id };
}

async function ask(moved: number, answers: readonly Answer[]): Promise<Answer | undefined> {
  const title = `Move ${epicsCount(moved)} Under`;
  return vscode.window.showQuickPick(answers, { title, placeHolder: 'Which key result?', matchOnDescription: true });
}

import path from 'node:path';
import * as vscode from 'vscode';
import { isEditable, type EpicFile } from '../../model/epic.ts';
import type { Problem } from '../../model/problem.ts';
import { problemText } from '../../wording/problems.ts';
import { createDisposables, type Disposable } from '../disposables.ts';
import type { Session, SessionState } from '../session.ts';
import { rangeIn } from './positions.ts';

/** Shows what could not be read of the epic files, the value tree and the team files, at its range, in the Problems view. */
export function registerEpicDiagnostics(session: Session): Disposable {
  const owned = createDisposables();
  const collection = owned.register(vscode.languages.createDiagnosticCollection('outcome-lens'));
  const update = (state: SessionState) => {
    collection.clear();
    if (state.kind !== 'answers') return;
    const { root } = state.lens;
    for (const file of state.outcomes.epics) if (isEditable(file)) set(root, file.path, file.problems, locatorOf(file));
    const { valueTree, team, teams } = state.outcomes;
    for (const { problems } of [valueTree, team, ...teams.map(({ file }) => file)])
      if (problems[0]?.file !== undefined) set(root, problems[0].file, problems, byLine);
  };
  const set = (root: string, file: string, problems: readonly Problem[], locate: (problem: Problem) => vscode.Range) =>
    collection.set(
      vscode.Uri.file(path.join(root, file)),
      problems.map(problem => diagnostic(problem, locate(problem))),
    );
  owned.register(session.onDidChange(update));
  return owned;
}

function diagnostic(problem: Problem, range: vscode.Range): vscode.Diagnostic {
  const broken =
    problem.code === 'yaml/invalid' || problem.code === 'file/unreadable' || problem.code === 'file/too-large';
  const severity = broken ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning;
  const { title, text } = problemText(problem);
  const made = new vscode.Diagnostic(range, `${title}. ${text}`, severity);
  made.source = 'Outcome Lens';
  made.code = problem.code;
  return made;
}

function locatorOf(file: EpicFile): (problem: Problem) => vscode.Range {
  return problem => (problem.range === undefined ? byLine(problem) : rangeIn(file.text, problem.range));
}

function byLine(problem: Problem): vscode.Range {
  const line = Math.max(0, (problem.line ?? 1) - 1);
  return new vscode.Range(line, 0, line, Number.MAX_SAFE_INTEGER);
}

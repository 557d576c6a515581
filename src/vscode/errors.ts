import * as vscode from 'vscode';
import { CancelledError, ProblemError, type Problem } from '../model/problem.ts';
import { problemLine, problemText, type ProblemText } from '../wording/problems.ts';
import { COMMANDS } from './ids.ts';
import type { Log } from './log.ts';

/** The one place where failures become sentences in VS Code. Notifications appear only as the answer to a command. */
export interface ErrorBoundary {
  /** Runs a command's work; a failure is told with one sentence and one action. Never rejects. */
  command(what: string, work: () => Promise<void>): Promise<void>;
  /** Runs work that nobody asked for at this moment; a failure goes to the log only. Never rejects. */
  background(what: string, work: () => Promise<void>): Promise<void>;
  /** What a view shows for a failure; null for a cancellation, which shows nothing. */
  problemOf(what: string, error: unknown): Problem | null;
}

export function createErrorBoundary(log: Log): ErrorBoundary {
  function problemOf(what: string, error: unknown): Problem | null {
    if (isCancellation(error)) return null;
    if (error instanceof ProblemError) {
      log.warn(`${what}: ${problemLine(error.problem)}`);
      return error.problem;
    }
    log.error(what, error);
    return { code: 'internal' };
  }

  return {
    problemOf,
    async background(what, work) {
      try {
        await work();
      } catch (error) {
        problemOf(what, error);
      }
    },
    async command(what, work) {
      try {
        await work();
      } catch (error) {
        if (isCancellation(error)) return;
        if (error instanceof ProblemError) await tell(error.problem, problemText(error.problem));
        else {
          log.error(what, error);
          await offer(`Outcome Lens could not ${what}. The log has the details.`, 'showLog', undefined);
        }
      }
    },
  };

  async function tell(problem: Problem, { title, text, action }: ProblemText): Promise<void> {
    log.warn(problemLine(problem));
    await offer(`${title}. ${text}`, action, problem.file);
  }
}

const LABELS = {
  showLog: 'Show Log',
  openFile: 'Open File',
  manageTrust: 'Manage Trust',
  openFolder: 'Open Folder',
  openSettings: 'Open Settings',
  refresh: 'Refresh',
} as const;

async function offer(message: string, action: keyof typeof LABELS | null, file: string | undefined): Promise<void> {
  const usable = action === 'openFile' && file === undefined ? null : action;
  if (usable === null) await vscode.window.showWarningMessage(message);
  else if ((await vscode.window.showWarningMessage(message, LABELS[usable])) !== undefined) await follow(usable, file);
}

async function follow(action: keyof typeof LABELS, file: string | undefined): Promise<void> {
  switch (action) {
    case 'showLog':
      await vscode.commands.executeCommand(COMMANDS.showLog);
      return;
    case 'openFile':
      await vscode.commands.executeCommand(COMMANDS.openEpic, file);
      return;
    case 'manageTrust':
      await vscode.commands.executeCommand('workbench.trust.manage');
      return;
    case 'openFolder':
      await vscode.commands.executeCommand('workbench.action.files.openFolder');
      return;
    case 'openSettings':
      await vscode.commands.executeCommand('workbench.action.openSettings', 'git.path');
      return;
    case 'refresh':
      await vscode.commands.executeCommand(COMMANDS.refresh);
      return;
  }
}

function isCancellation(error: unknown): boolean {
  return (
    error instanceof CancelledError ||
    error instanceof vscode.CancellationError ||
    (error instanceof Error && error.name === 'AbortError')
  );
}

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../../src/extension.ts';
import { EXTENSION_ID } from '../../../src/vscode/ids.ts';
import type { SessionState } from '../../../src/vscode/session.ts';

export type Answers = SessionState & { kind: 'answers' };

/** The extension under test, active. */
export async function extension(): Promise<ExtensionApi> {
  const found = vscode.extensions.getExtension<ExtensionApi>(EXTENSION_ID);
  assert.ok(found, `${EXTENSION_ID} is not installed`);
  return found.activate();
}

export function workspaceFolder(): string {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  assert.ok(folder !== undefined, 'no folder is open');
  return folder;
}

/** Runs git in the workspace, as a terminal would, and returns what it printed. */
export function git(...args: readonly string[]): string {
  const env = { ...process.env, GIT_AUTHOR_NAME: 'Ada Example', GIT_AUTHOR_EMAIL: 'ada@example.invalid' };
  const committer = { GIT_COMMITTER_NAME: 'Ada Example', GIT_COMMITTER_EMAIL: 'ada@example.invalid' };
  return execFileSync('git', args, { cwd: workspaceFolder(), env: { ...env, ...committer }, encoding: 'utf8' }).trim();
}

export function inWorkspace(file: string): vscode.Uri {
  return vscode.Uri.file(path.join(workspaceFolder(), file));
}

/**
 * Shows a file as it is on the disk now. Without the second reading VS Code would read it again some time after the last test's
 * changes, and forget what a test edits meanwhile.
 */
export async function show(file: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(inWorkspace(file));
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.action.files.revert');
  return document;
}

/** Waits until the session's answers fit, and returns them. The test's own timeout ends a wait in vain. */
export async function answersWhere(fits: (answers: Answers) => boolean): Promise<Answers> {
  const { session } = await extension();
  session.start();
  const fitting = (state: SessionState) => (state.kind === 'answers' && fits(state) ? state : undefined);
  const now = fitting(session.state);
  if (now !== undefined) return now;
  return new Promise(resolve => {
    const listening = session.onDidChange(state => {
      const found = fitting(state);
      if (found === undefined) return;
      listening.dispose();
      resolve(found);
    });
  });
}

/** Brings the workspace back to its first state: branch, files, config, editors. */
export async function resetWorkspace(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(candidate => candidate.isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  git('checkout', '--quiet', '--force', 'feature/PAY-101-guest-form');
  git('clean', '--quiet', '--force', '-d');
  for (const key of ['outcomelens-ticket', 'outcomelens-ignore'])
    try {
      git('config', '--unset-all', `branch.feature/PAY-101-guest-form.${key}`);
    } catch {
      // It was not set.
    }
  await (await extension()).session.refresh();
}

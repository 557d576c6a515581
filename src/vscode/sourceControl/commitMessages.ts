import path from 'node:path';
import * as vscode from 'vscode';
import type { RepositoryLens } from '../../lens/outcomeLens.ts';
import type { MessageKind } from '../../model/text/insertTicket.ts';
import { CANNOT_INSERT } from '../../wording/sourceControl.ts';
import type { Session } from '../session.ts';
import { askedRoot, repositoryAt } from './askedRepository.ts';
import { commitBoxes, sameFolder, type CommitBox } from './gitExtension.ts';

/** A commit message that somebody writes. */
export interface CommitMessage {
  readonly lens: RepositoryLens;
  readonly kind: MessageKind;
  readonly text: () => string;
  /** `text` is the message with something added at one place. */
  write(text: string): Promise<void>;
}

/**
 * The message that is being written: the file that git opened in an editor, unless the command came from a repository of the
 * Source Control view (`wanted`), else the box of a repository. A string says why there is none; undefined: the person backed out.
 */
export async function commitMessageFor(session: Session, wanted: unknown): Promise<CommitMessage | string | undefined> {
  const editor = vscode.window.activeTextEditor;
  const root = askedRoot(wanted);
  if (root === null && editor?.document.languageId === 'git-commit') return messageInEditor(session, editor);
  const boxes = await commitBoxes();
  if (boxes === null) return CANNOT_INSERT.noGitExtension;
  const current = boxes.length === 0 ? null : await session.repository();
  const box = await pickBox(boxes, root, current);
  if (box === null) return CANNOT_INSERT.noRepository;
  if (box === undefined) return undefined;
  return {
    lens: await repositoryAt(session, box.rootUri.fsPath),
    kind: 'box',
    text: () => box.inputBox.value,
    async write(text) {
      box.inputBox.value = text;
      await vscode.commands.executeCommand('workbench.view.scm');
    },
  };
}

/** The asked one; else the only one; else the one that the views show; else the person picks. null: there is none. */
async function pickBox(
  boxes: readonly CommitBox[],
  root: string | null,
  current: RepositoryLens | null,
): Promise<CommitBox | null | undefined> {
  const wanted = root ?? (boxes.length > 1 ? (current?.root ?? null) : null);
  if (wanted !== null) for (const box of boxes) if (await sameFolder(box.rootUri.fsPath, wanted)) return box;
  if (boxes.length < 2) return boxes[0] ?? null;
  const items = boxes.map(box => ({
    label: path.basename(box.rootUri.fsPath),
    description: path.dirname(box.rootUri.fsPath),
    box,
  }));
  return (await vscode.window.showQuickPick(items, { title: 'Repository to Commit To' }))?.box;
}

async function messageInEditor(session: Session, editor: vscode.TextEditor): Promise<CommitMessage | string> {
  const { document } = editor;
  const lens = await lensOfCommitFile(session, document.uri);
  if (lens === null) return CANNOT_INSERT.notHere;
  return {
    lens,
    kind: 'file',
    text: () => document.getText(),
    async write(text) {
      const before = document.getText();
      const at = firstDifference(before, text);
      const added = text.slice(at, text.length - before.length + at);
      await editor.edit(builder => builder.insert(document.positionAt(at), added));
    },
  };
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

/** The repository in whose git folder the file of a commit message is; null when no folder of the window has it. */
export async function lensOfCommitFile(session: Session, uri: vscode.Uri): Promise<RepositoryLens | null> {
  if (uri.scheme !== 'file') return null;
  const folder = path.dirname(uri.fsPath);
  const current = await session.repository();
  const others = (await session.choices()).map(choice => () => session.repository(choice));
  for (const open of [() => Promise.resolve(current), ...others]) {
    const lens = await open().catch(() => null);
    const gitFolder = lens?.watch[0];
    if (lens !== null && gitFolder !== undefined && (await sameFolder(path.dirname(gitFolder), folder))) return lens;
  }
  return null;
}

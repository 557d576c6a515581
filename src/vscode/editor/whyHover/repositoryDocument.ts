import { stat } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import type { RepositoryLens } from '../../../lens/outcomeLens.ts';
import { CancelledError, ProblemError } from '../../../model/problem.ts';
import { isBelow } from '../../fsPaths.ts';
import type { Session } from '../../session.ts';
import { outcomeFiles } from '../outcomeFiles.ts';

/** A text of the repository that the views show. */
export interface RepositoryDocument {
  readonly lens: RepositoryLens;
  /** Path inside the repository, with `/`; null for a commit's message, which is no file of it. */
  readonly path: string | null;
  /** Markdown or a commit's message: keys in it are meant for people. */
  readonly prose: boolean;
  /** Its ticket keys have hovers and links already. */
  readonly isOutcomeFile: boolean;
}

/** Where a commit's message is written in the Source Control view. */
export const MESSAGE_SCHEME = 'vscode-scm';
const PROSE = new Set(['markdown', 'git-commit', 'scminput']);

/**
 * null for what is no text of the repository that the views show, or when that cannot be read: the views say why. The diffs'
 * old sides, outputs and untitled texts are none.
 */
export async function repositoryDocument(
  document: vscode.TextDocument,
  session: Session,
): Promise<RepositoryDocument | null> {
  const { scheme } = document.uri;
  if ((scheme !== 'file' && scheme !== MESSAGE_SCHEME) || !vscode.workspace.isTrusted) return null;
  try {
    return await documentIn(await session.repository(), document);
  } catch (error) {
    if (error instanceof ProblemError || error instanceof CancelledError) return null;
    throw error;
  }
}

async function documentIn(lens: RepositoryLens, document: vscode.TextDocument): Promise<RepositoryDocument | null> {
  const { uri, languageId } = document;
  const message: RepositoryDocument = { lens, path: null, prose: true, isOutcomeFile: false };
  if (uri.scheme === MESSAGE_SCHEME) return rootOfMessage(uri) === lens.root ? message : null;
  if (!isBelow(lens.root, uri.fsPath)) return null;
  const file = path.relative(lens.root, uri.fsPath).split(path.sep).join('/');
  if (file.startsWith('.git/')) return languageId === 'git-commit' ? message : null;
  if (await isNested(lens.root, file)) return null;
  const isOutcomeFile = vscode.languages.match(outcomeFiles(), document) > 0;
  return { lens, path: file, prose: PROSE.has(languageId), isOutcomeFile };
}

function rootOfMessage({ query }: vscode.Uri): string | null {
  const root = new URLSearchParams(query).get('rootUri');
  return root === null ? null : vscode.Uri.parse(root).fsPath;
}

/** True for a file of another repository inside this one: a submodule, or a clone that lies there. */
async function isNested(root: string, file: string): Promise<boolean> {
  for (let folder = path.posix.dirname(file); folder !== '.'; folder = path.posix.dirname(folder))
    if (await exists(path.join(root, folder, '.git'))) return true;
  return false;
}

async function exists(fsPath: string): Promise<boolean> {
  try {
    await stat(fsPath);
    return true;
  } catch {
    return false;
  }
}

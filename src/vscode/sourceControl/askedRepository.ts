import * as vscode from 'vscode';
import type { RepositoryLens } from '../../lens/outcomeLens.ts';
import type { Session } from '../session.ts';
import { sameFolder } from './gitExtension.ts';

/** The folder of the repository whose menu in the Source Control view a command came from; null for none. */
export function askedRoot(wanted: unknown): string | null {
  if (typeof wanted !== 'object' || wanted === null || !('rootUri' in wanted)) return null;
  return wanted.rootUri instanceof vscode.Uri ? wanted.rootUri.fsPath : null;
}

/** The repository of a folder, which may be the one that the views show. */
export async function repositoryAt(session: Session, folder: string): Promise<RepositoryLens> {
  const current = await session.repository();
  return (await sameFolder(folder, current.root)) ? current : session.repository(folder);
}

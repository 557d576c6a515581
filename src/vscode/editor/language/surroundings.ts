import path from 'node:path';
import * as vscode from 'vscode';
import type { LanguageContext, LanguageDocument } from '../../../language/document.ts';
import type { RepositoryLens } from '../../../lens/outcomeLens.ts';
import { dayIn } from '../../../model/calendarDay.ts';
import { CancelledError, ProblemError } from '../../../model/problem.ts';
import { isBelow } from '../../fsPaths.ts';
import type { Session } from '../../session.ts';
import { settings } from '../../settings.ts';
import { listPaths } from './listPaths.ts';

/** A document with the repository that it belongs to. */
export interface Surroundings {
  readonly root: string;
  readonly document: LanguageDocument;
  readonly context: LanguageContext;
}

/**
 * What is known around an open file; null when it does not belong to the repository that the views show, or when that cannot
 * be read: the views say why.
 */
export async function surroundingsOf(document: vscode.TextDocument, session: Session): Promise<Surroundings | null> {
  try {
    return await readSurroundings(document, await session.repository());
  } catch (error) {
    if (error instanceof ProblemError || error instanceof CancelledError) return null;
    throw error;
  }
}

async function readSurroundings(document: vscode.TextDocument, lens: RepositoryLens): Promise<Surroundings | null> {
  const { root } = lens;
  if (!isBelow(root, document.uri.fsPath)) return null;
  const file = path.relative(root, document.uri.fsPath).split(path.sep).join('/');
  return { root, document: { path: file, text: document.getText() }, context: await contextOf(lens) };
}

async function contextOf(lens: RepositoryLens): Promise<LanguageContext> {
  const outcomes = await lens.outcomes();
  return {
    folder: settings.outcomesFolder(lens.root),
    outcomes,
    today: dayIn(outcomes.team.timeZone, Date.now() / 1000),
    tickets: () => lens.tickets(),
    listPaths: prefix => listPaths(lens.root, prefix),
  };
}

/** The file alone, for what asks nothing of its repository: its path begins with the outcomes folder. */
export function fileAlone(document: vscode.TextDocument): {
  readonly folder: string;
  readonly document: LanguageDocument;
} {
  const root = vscode.workspace.getWorkspaceFolder(document.uri)?.uri.fsPath;
  const folder = settings.outcomesFolder(root);
  const whole = document.uri.fsPath.split(path.sep).join('/');
  const at = whole.lastIndexOf(`/${folder}/`);
  return { folder, document: { path: at === -1 ? whole : whole.slice(at + 1), text: document.getText() } };
}

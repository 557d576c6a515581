import path from 'node:path';
import * as vscode from 'vscode';
import type { PreparedDocument } from '../../lens/documentWriter.ts';
import type { RepositoryLens } from '../../lens/outcomeLens.ts';
import { DOCUMENT_KINDS, type DocumentKind } from '../../model/documents.ts';
import { isEditable, type EpicFile } from '../../model/epic.ts';
import { ProblemError } from '../../model/problem.ts';
import { applyEdits, type TextRange } from '../../model/textRange.ts';
import { DOCUMENT_TEXT } from '../../wording/documents.ts';
import { writeThrough } from '../writeThrough.ts';
import type { Command } from './context.ts';
import { createFile } from './createFile.ts';
import { showFile } from './showFile.ts';
import { tellTemplate } from './tellTemplate.ts';

const TITLE = 'New Document';

/**
 * Writes a document of the kind that the person picks for the branch's epic, that of the given path, or none, links it from
 * the epic and opens it. One that is there is opened; a decision log gets a new entry.
 */
export const newDocument: Command = async ({ session }, wanted) => {
  const lens = await session.repository();
  const kind = await pickKind();
  if (kind === undefined) return;
  const epic = await pickEpic(lens, wanted);
  if (epic === undefined) return;
  const { title } = DOCUMENT_TEXT[kind];
  const prepared = await lens.documents.prepare(kind, title, epic);
  const selection = await write(lens, prepared);
  await session.refresh('files');
  await showFile(lens.root, prepared.path, selection);
  await tellTemplate(lens.root, prepared.template);
  if (epic === null || !prepared.unlinked) return;
  const target = path.posix.relative(path.posix.dirname(epic.path), prepared.path);
  throw new ProblemError({ code: 'document/not-linked', file: epic.path, detail: `- [${title}](${target})` });
};

async function pickKind(): Promise<DocumentKind | undefined> {
  const items = DOCUMENT_KINDS.map(name => ({
    name,
    label: DOCUMENT_TEXT[name].title,
    description: DOCUMENT_TEXT[name].use,
  }));
  const options = { title: TITLE, placeHolder: 'What do you want to write down?', matchOnDescription: true };
  return (await vscode.window.showQuickPick(items, options))?.name;
}

/** null: for no epic; undefined: the person backed out. What only main has is not changed from here. */
async function pickEpic(lens: RepositoryLens, wanted: unknown): Promise<EpicFile | null | undefined> {
  const [{ epics }, why] = await Promise.all([lens.outcomes(), lens.why()]);
  const editable = epics.filter(file => file.epic !== null && isEditable(file));
  const named = editable.find(file => file.path === wanted);
  if (named !== undefined || editable.length === 0) return named ?? null;
  const ofBranch = editable.find(file => file.path === why.value?.epic?.path);
  const ordered = ofBranch === undefined ? editable : [ofBranch, ...editable.filter(file => file !== ofBranch)];
  const items: (vscode.QuickPickItem & { readonly file: EpicFile | null })[] = ordered.map(file => ({
    file,
    label: `${file.epic?.key ?? ''} ${file.epic?.title ?? ''}`,
    ...(file === ofBranch ? { description: 'this branch' } : {}),
  }));
  items.push({ file: null, label: 'No epic', description: 'about the team’s work as a whole' });
  return (await vscode.window.showQuickPick(items, { title: TITLE, placeHolder: 'Which epic is it about?' }))?.file;
}

/** Writes what was prepared, and returns what the person answers first. */
async function write(
  lens: RepositoryLens,
  { path: file, created, entry, link }: PreparedDocument,
): Promise<TextRange | null> {
  if (created !== null) await createFile(lens.root, file, created);
  for (const change of [entry, link])
    if (change !== null) await writeThrough(path.join(lens.root, change.path), change.path, change.text, change.edit);
  if (entry !== null) return firstQuestion(applyEdits(entry.text, [entry.edit]), entry.text.length);
  return created === null ? null : firstQuestion(created, Math.max(0, created.search(/^## /m)));
}

/** A question, or the place in a heading that waits for words. */
function firstQuestion(text: string, from: number): TextRange | null {
  const found = /<!--[\s\S]*?-->|…/.exec(text.slice(from));
  return found === null ? null : { start: from + found.index, end: from + found.index + found[0].length };
}

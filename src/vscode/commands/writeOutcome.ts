import path from 'node:path';
import * as vscode from 'vscode';
import type { EpicDraft } from '../../lens/epicWriter.ts';
import type { RepositoryLens } from '../../lens/outcomeLens.ts';
import { isEditable } from '../../model/epic.ts';
import { OUTCOME_PLACEHOLDER } from '../../model/outcome.ts';
import { ProblemError } from '../../model/problem.ts';
import { isTicketKey } from '../../model/text/ticketKeys.ts';
import type { BranchWhy } from '../../model/why.ts';
import { addTicketToEpic } from './addTicketToEpic.ts';
import { askKey } from './askTicket.ts';
import type { Command } from './context.ts';
import { openEpic } from './openEpic.ts';
import { showFile } from './showFile.ts';
import { tellTemplate } from './tellTemplate.ts';

/**
 * Leads to the sentence that matters: opens the epic of the branch, or of the ticket that is named, where it has one, else
 * creates its file from the template. A branch without a ticket gets a key that the person confirms, and is pinned to it in
 * the same step.
 */
export const writeOutcome: Command = async (context, wanted) => {
  const lens = await context.session.repository();
  const ticket = typeof wanted === 'string' && isTicketKey(wanted) ? wanted : null;
  const why = (await (ticket === null ? lens.why() : lens.whyOfTicket(ticket))).value;
  if (why?.epic != null) return openEpic(context, why.epic.path, 'outcome.statement');
  const choice = await newOrExisting(lens, why);
  if (choice === undefined) return;
  if (choice === 'existing') return addTicketToEpic(context, ticket);
  const draft = await createEpic(lens, why);
  await context.session.refresh();
  await tellTemplate(lens.root, draft?.template ?? null);
};

/** A ticket of an epic that exists already belongs there; so the question is asked whenever there is one to choose. */
async function newOrExisting(lens: RepositoryLens, why: BranchWhy | null): Promise<'new' | 'existing' | undefined> {
  const ticket = why?.ticket?.key;
  const { epics } = await lens.outcomes();
  if (ticket === undefined || !epics.some(file => isEditable(file) && file.epic !== null)) return 'new';
  const picked = await vscode.window.showQuickPick(
    [
      { label: `New epic for ${ticket}`, choice: 'new' as const },
      { label: `Add ${ticket} to an existing epic…`, choice: 'existing' as const },
    ],
    { title: 'Write Anticipated Outcome' },
  );
  return picked?.choice;
}

/** undefined when the person backs out. */
async function createEpic(lens: RepositoryLens, why: BranchWhy | null): Promise<EpicDraft | undefined> {
  const title = 'Write Anticipated Outcome';
  const ticket = why?.ticket?.key ?? null;
  // The branch's words say what its own ticket is about, not what another one is.
  const proposal = why?.branch.state === 'none' ? { key: '', title: '' } : await lens.writer.propose();
  const key = await askKey(
    title,
    'Key of the epic: the tracker’s key, or any unique id (1 of 2)',
    ticket ?? proposal.key,
  );
  if (key === undefined) return undefined;
  const name = await vscode.window.showInputBox({
    title,
    prompt: 'What is it about, in a few words? (2 of 2)',
    value: proposal.title,
    validateInput: text => (text.trim() === '' ? 'A few words, so that others recognise it' : undefined),
  });
  if (name === undefined) return undefined;
  const draft = await lens.writer.draft(key, name.trim(), ticket === null || ticket === key ? [] : [ticket]);
  const create = new vscode.WorkspaceEdit();
  create.createFile(vscode.Uri.file(path.join(lens.root, draft.path)), {
    overwrite: false,
    contents: Buffer.from(draft.text, 'utf8'),
  });
  // A branch pinned to a file that was never written would lead nowhere.
  if (!(await vscode.workspace.applyEdit(create))) throw new ProblemError({ code: 'file/exists', file: draft.path });
  if (ticket === null && (why?.branch.state === 'branch' || why?.branch.state === 'unborn')) await lens.pin(key);
  lens.invalidate();
  const start = draft.text.indexOf(OUTCOME_PLACEHOLDER);
  await showFile(lens.root, draft.path, start === -1 ? null : { start, end: start + OUTCOME_PLACEHOLDER.length });
  return draft;
}

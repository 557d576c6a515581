import path from 'node:path';
import * as vscode from 'vscode';
import { isEditable } from '../../model/epic.ts';
import { ProblemError } from '../../model/problem.ts';
import { isTicketKey } from '../../model/text/ticketKeys.ts';
import { writeThrough } from '../writeThrough.ts';
import { askTicket } from './askTicket.ts';
import type { Command } from './context.ts';
import { showFile } from './showFile.ts';

/** Lists the branch's ticket, or the one that is named, in an epic that the person picks. */
export const addTicketToEpic: Command = async ({ session }, wanted) => {
  const lens = await session.repository();
  const named = typeof wanted === 'string' && isTicketKey(wanted) ? wanted : null;
  const ticket = named ?? (await lens.why()).value?.ticket?.key ?? (await askTicket(lens, 'Add Ticket to Epic'));
  if (ticket === undefined) return;
  const epics = (await lens.outcomes()).epics.filter(file => isEditable(file) && file.epic !== null);
  if (epics.length === 0) throw new ProblemError({ code: 'epic/not-found', detail: 'An epic file on this branch' });
  const picked = await vscode.window.showQuickPick(
    epics.map(file => ({ label: file.epic?.key ?? '', description: file.epic?.title ?? '', detail: file.path, file })),
    { title: `Add ${ticket} to Epic`, matchOnDescription: true },
  );
  if (picked === undefined) return;
  const { file } = picked;
  const { text, edit } = await lens.writer.addTicket(file.path, ticket);
  if (edit === null && file.epic?.tickets.includes(ticket) !== true)
    throw new ProblemError({
      code: 'file/changed-underneath',
      file: file.path,
      detail: `Add ${ticket} to "tickets" by hand: the value there is not of a form that can be edited safely`,
    });
  if (edit !== null) await writeThrough(path.join(lens.root, file.path), file.path, text, edit);
  await session.refresh('files');
  await showFile(lens.root, file.path, null);
};

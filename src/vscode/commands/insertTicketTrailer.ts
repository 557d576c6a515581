import * as vscode from 'vscode';
import type { RepositoryLens } from '../../lens/outcomeLens.ts';
import { insertTicket } from '../../model/text/insertTicket.ts';
import { alreadyNamed, insertedText, NO_TICKET } from '../../wording/sourceControl.ts';
import { commitMessageFor } from '../sourceControl/commitMessages.ts';
import { askTicket } from './askTicket.ts';
import type { Command } from './context.ts';

const SHOWN_MILLISECONDS = 8000;
const PIN = 'Pin Ticket…';

/** Names the branch's ticket in the commit message that is being written, where this repository's commits name theirs. */
export const insertTicketTrailer: Command = async ({ session }, wanted) => {
  const message = await commitMessageFor(session, wanted);
  if (message === undefined) return;
  if (typeof message === 'string') {
    void vscode.window.showInformationMessage(message);
    return;
  }
  const { lens } = message;
  const ticket = (await lens.why()).value?.ticket?.key ?? (await pinned(lens, () => session.refresh()));
  if (ticket === undefined) return;
  const convention = await (await lens.sourceControl()).convention();
  const before = message.text();
  const after = insertTicket(before, ticket, convention.place, message.kind);
  if (after === before) {
    void vscode.window.showInformationMessage(alreadyNamed(ticket));
    return;
  }
  await message.write(after);
  vscode.window.setStatusBarMessage(insertedText(ticket, convention), SHOWN_MILLISECONDS);
};

/** Says that there is no ticket, and lets the person say which it is. */
async function pinned(lens: RepositoryLens, refresh: () => Promise<void>): Promise<string | undefined> {
  if ((await vscode.window.showInformationMessage(NO_TICKET, PIN)) !== PIN) return undefined;
  const ticket = await askTicket(lens, 'Pin Ticket');
  if (ticket === undefined) return undefined;
  await lens.pin(ticket);
  await refresh();
  return ticket;
}

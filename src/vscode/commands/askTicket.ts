import * as vscode from 'vscode';
import type { RepositoryLens } from '../../lens/outcomeLens.ts';
import { isEpicKey, isTicketKey, normaliseTicketKey } from '../../model/text/ticketKeys.ts';
import { ticketHow } from '../../wording/why.ts';

/** Asks for a ticket: those that fit the branch first, then those that epic files know, then any key. undefined when the person backs out. */
export async function askTicket(lens: RepositoryLens, title: string): Promise<string | undefined> {
  const [{ value: why }, { epics }] = await Promise.all([lens.why(), lens.outcomes()]);
  const fitting = [...(why?.ticket == null ? [] : [why.ticket]), ...(why?.otherTickets ?? [])];
  const picks = new Map<string, vscode.QuickPickItem>();
  for (const ticket of fitting) picks.set(ticket.key, { label: ticket.key, description: ticketHow(ticket) });
  for (const { epic } of epics)
    for (const key of epic === null ? [] : [epic.key, ...epic.tickets])
      if (isEpicKey(key) && !picks.has(key)) picks.set(key, { label: key, description: epic?.title ?? '' });
  const other: vscode.QuickPickItem = { label: 'Enter another key…', alwaysShow: true };
  const picked =
    picks.size === 0
      ? other
      : await vscode.window.showQuickPick([...picks.values(), other], { title, placeHolder: 'Ticket of this branch' });
  if (picked !== other) return picked?.label;
  return askKey(title, 'The ticket this branch is about: PAY-101 or #123', '');
}

/** Asks for a key with validation while typing. */
export async function askKey(title: string, prompt: string, value: string): Promise<string | undefined> {
  const typed = await vscode.window.showInputBox({
    title,
    prompt,
    value,
    validateInput: text =>
      text.trim() === '' || isEpicKey(canonical(text))
        ? undefined
        : 'Letters, digits, dot, dash and underscore; like PAY-101 or #123',
  });
  return typed === undefined || typed.trim() === '' ? undefined : canonical(typed);
}

/** `pay-101` is the ticket PAY-101; other ids stay as typed. */
function canonical(text: string): string {
  const key = normaliseTicketKey(text);
  return key !== null && isTicketKey(key) ? key : text.trim();
}

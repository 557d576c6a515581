import * as vscode from 'vscode';
import { isEpicKey } from '../../model/text/ticketKeys.ts';
import type { Command } from './context.ts';

/** Says that this branch is not about a ticket (the one shown, unless named), so that the next best is looked for. */
export const notThisTicket: Command = async ({ session }, wanted) => {
  const lens = await session.repository();
  const shown = (await lens.why()).value?.ticket ?? null;
  const key = typeof wanted === 'string' && isEpicKey(wanted) ? wanted : shown?.key;
  if (key === undefined) {
    void vscode.window.showInformationMessage('No ticket was found for this branch, so there is none to set aside.');
    return;
  }
  // A pin is trusted more than anything: it would bring the ticket back at once.
  if (shown?.source === 'pin' && shown.key === key) await lens.unpin();
  await lens.ignore(key);
  await session.refresh();
};

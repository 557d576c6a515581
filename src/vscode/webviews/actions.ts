import * as vscode from 'vscode';
import type { ActionId } from '../../protocol/actions.ts';
import { COMMANDS } from '../ids.ts';

/** Does what a page asked for. Every id leads to one command; the commands check their argument again. */
export async function runAction(id: ActionId, argument: string | undefined): Promise<void> {
  const [command, ...args] = target(id, argument);
  await vscode.commands.executeCommand(command, ...args);
}

function target(id: ActionId, argument: string | undefined): [command: string, ...args: (string | undefined)[]] {
  switch (id) {
    case 'writeOutcome':
      return [COMMANDS.writeOutcome];
    case 'editOutcome':
      return [COMMANDS.openEpic, argument, 'outcome.statement'];
    case 'addTicketToEpic':
      return [COMMANDS.addTicketToEpic];
    case 'pinTicket':
      return [COMMANDS.pinTicket, argument];
    case 'unpinTicket':
      return [COMMANDS.unpinTicket];
    case 'notThisTicket':
      return [COMMANDS.notThisTicket, argument];
    case 'openEpic':
      return [COMMANDS.openEpic, argument];
    case 'openLine': {
      const at = argument?.lastIndexOf('#') ?? -1;
      return at === -1
        ? [COMMANDS.openEpic, argument]
        : [COMMANDS.openEpic, argument?.slice(0, at), argument?.slice(at + 1)];
    }
    case 'openDocument':
      return [COMMANDS.openDocument, argument];
    case 'newDocument':
      return [COMMANDS.newDocument, argument];
    case 'recordEarlySign':
      return [COMMANDS.recordEarlySign, undefined, argument];
    case 'revisitBelief':
      return [COMMANDS.revisitBelief, undefined, argument];
    case 'openValueTree':
      return [COMMANDS.openEpic, 'value-tree.yaml'];
    case 'openInsights':
      return [COMMANDS.openInsights];
    case 'exportRetrospective':
      return [COMMANDS.exportRetrospective];
    case 'openFolder':
      return ['workbench.action.files.openFolder'];
    case 'manageTrust':
      return ['workbench.trust.manage'];
    case 'openSettings':
      return ['workbench.action.openSettings', argument === 'git.path' ? 'git.path' : '@ext:outcome-lens.outcome-lens'];
    case 'refresh':
      return [COMMANDS.refresh];
    case 'showLog':
      return [COMMANDS.showLog];
  }
}

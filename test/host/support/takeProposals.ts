import * as vscode from 'vscode';

/**
 * Runs a command and takes what each of its questions proposes, as Enter does, as soon as it is asked; messages on the way are
 * closed. Resolves when the command has ended.
 */
export async function takeProposals(command: string, ...args: readonly unknown[]): Promise<void> {
  const running = { ended: false };
  const ended = Promise.resolve(vscode.commands.executeCommand(command, ...args)).then(() => {
    running.ended = true;
  });
  for (let press = 0; press < 200 && !running.ended; press++) {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await new Promise(resolve => setTimeout(resolve, 50));
    await vscode.commands.executeCommand('notifications.clearAll');
  }
  await ended;
}

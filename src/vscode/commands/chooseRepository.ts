import path from 'node:path';
import * as vscode from 'vscode';
import type { Command } from './context.ts';

/** Picks which of the window's folders is looked at. */
export const chooseRepository: Command = async ({ session }) => {
  const picked = await vscode.window.showQuickPick(
    (await session.choices()).map(folder => ({
      label: path.basename(folder),
      description: path.dirname(folder),
      folder,
    })),
    { title: 'Repository to Look At' },
  );
  if (picked !== undefined) await session.choose(picked.folder);
};

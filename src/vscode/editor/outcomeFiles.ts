import * as vscode from 'vscode';
import { settings } from '../settings.ts';

/** The files of the outcomes folders of this window: epic files, the value tree, team files. */
export function outcomeFiles(): vscode.DocumentFilter[] {
  const roots = vscode.workspace.workspaceFolders?.map(({ uri }) => uri.fsPath) ?? [];
  const folders = new Set([settings.outcomesFolder(), ...roots.map(root => settings.outcomesFolder(root))]);
  return [...folders].flatMap(folder => {
    const escaped = folder.replace(/[[\]{}*?]/g, '[$&]');
    return ['*.md', 'templates/*.md', '{value-tree,team}.yaml', 'teams/*.{yaml,yml}'].map(name => ({
      scheme: 'file',
      pattern: `**/${escaped}/${name}`,
    }));
  });
}

import path from 'node:path';
import * as vscode from 'vscode';
import type { RepositoryLens } from '../../lens/outcomeLens.ts';
import type { KeyResult, ValueTree } from '../../model/epic.ts';
import { insideRepository } from '../insideRepository.ts';
import type { CommandContext } from './context.ts';
import { showFile } from './showFile.ts';

/**
 * Opens `value-tree.yaml` or `team.yaml` (`file`, inside the repository). What only main has is shown read-only; what
 * nobody has yet begins as an unsaved file with a short skeleton, so that nothing is written before the person saves.
 */
export async function openTeamFile(context: CommandContext, lens: RepositoryLens, file: string): Promise<void> {
  const place = path.join(lens.root, file);
  const draft = vscode.Uri.file(place).with({ scheme: 'untitled' });
  if ((await insideRepository(lens.root, file)) !== null) return showFile(lens.root, file, null);
  if (path.posix.basename(file) === 'team.yaml') return showDraft(draft, TEAM);
  const { valueTree } = await lens.outcomes();
  if (valueTree.objectives.length > 0)
    return context.readOnlyEpics.show(lens.root, { path: file, text: writtenTree(valueTree) });
  const wanted = (await lens.why()).value?.epic?.epic?.keyResult ?? 'KR-1';
  await showDraft(draft, treeWith(wanted));
}

async function showDraft(uri: vscode.Uri, text: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document);
  // It may have been opened, and worked on, before.
  if (document.getText() === '') await editor.edit(edit => edit.insert(new vscode.Position(0, 0), text));
}

const TEAM = `# What counts for everybody who works on this repository.
team: Our team
ticketKeys: []      # for example [PAY, SHOP]; empty: those that the epics name
timeZone: UTC
`;

function treeWith(keyResult: string): string {
  return `# What the epics serve: objectives, and how you would see that they are reached.
objectives:
  - id: O-1
    title: What will be better, and for whom?
    keyResults:
      - id: ${scalar(keyResult)}
        title: How would you see it?
        # unit: "%"
        # baseline: 31
        # target: 26
        # by: 2027-03-31
`;
}

/** The tree as it was read from main, written again: its own text is not on this branch. */
function writtenTree({ objectives }: ValueTree): string {
  const lines = ['# Read from the main branch: this branch has no such file. This is what was understood of it.'];
  lines.push('objectives:');
  for (const { id, title, keyResults } of objectives) {
    lines.push(`  - id: ${scalar(id)}`, `    title: ${scalar(title)}`);
    if (keyResults.length > 0) lines.push('    keyResults:', ...keyResults.flatMap(writtenKeyResult));
  }
  return `${lines.join('\n')}\n`;
}

function writtenKeyResult(keyResult: KeyResult): string[] {
  const { id, title, unit, baseline, target, by } = keyResult;
  const given = Object.entries({ title, unit, baseline, target, by }).flatMap(([name, value]) =>
    value === null ? [] : [`        ${name}: ${typeof value === 'number' ? value : scalar(value)}`],
  );
  return [`      - id: ${scalar(id)}`, ...given];
}

/** Words as YAML: plain where nothing can be misread, else in quotes (JSON's are YAML's too). */
function scalar(text: string): string {
  return /^(?:[A-Z]+-[\d.]*\d|\d{4}-\d\d-\d\d)$/.test(text) ? text : JSON.stringify(text);
}

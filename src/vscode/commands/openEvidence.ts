import path from 'node:path';
import * as vscode from 'vscode';
import { candidatePaths, headingLine } from '../../answers/ready/evidencePath.ts';
import type { EvidenceLink } from '../../model/checklist.ts';
import { ProblemError } from '../../model/problem.ts';
import type { Command } from './context.ts';
import { isItem } from './openItem.ts';

/** Opens what a tick points to: a file at its place, a page in the browser; hashes, tags and keys go to the clipboard. */
export const openEvidence: Command = async ({ session }, node) => {
  const { state } = session;
  const file = state.kind === 'answers' ? state.ready.value?.epic : undefined;
  if (state.kind !== 'answers' || file === undefined || !isItem(node)) return;
  const link = await choose(node.item.item.evidence);
  if (link === undefined) return;
  switch (link.kind) {
    case 'path':
      return openPath(state.lens.root, candidatePaths(file.path, link.target), link);
    case 'url':
      await vscode.env.openExternal(vscode.Uri.parse(link.target, true));
      return;
    case 'commit':
    case 'tag':
    case 'ticket':
      await vscode.env.clipboard.writeText(link.target);
      vscode.window.setStatusBarMessage(`Copied ${link.target}`, 4000);
  }
};

async function choose(links: readonly EvidenceLink[]): Promise<EvidenceLink | undefined> {
  if (links.length <= 1) return links[0];
  const picked = await vscode.window.showQuickPick(
    links.map(link => ({ label: link.label, description: link.target, link })),
    { title: 'Open Evidence' },
  );
  return picked?.link;
}

async function openPath(root: string, paths: readonly string[], link: EvidenceLink): Promise<void> {
  for (const candidate of paths) {
    const uri = vscode.Uri.file(path.join(root, candidate));
    try {
      const document = await vscode.workspace.openTextDocument(uri);
      const line = link.anchor === null ? 0 : lineOf(document.getText(), link.anchor);
      await vscode.window.showTextDocument(document, { selection: new vscode.Range(line, 0, line, 0) });
      return;
    } catch {
      // The next candidate may be the one that exists.
    }
  }
  throw new ProblemError({ code: 'file/unreadable', file: link.target, detail: 'it is not in this repository' });
}

function lineOf(text: string, anchor: string): number {
  const line = /^L(\d+)/.exec(anchor);
  return line === null ? Math.max(0, headingLine(text, anchor)) : Math.max(0, Number(line[1]) - 1);
}

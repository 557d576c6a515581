import { stat } from 'node:fs/promises';
import * as vscode from 'vscode';
import { candidatePaths, headingLine } from '../../answers/ready/evidencePath.ts';
import type { EvidenceLink } from '../../model/checklist.ts';
import { ProblemError } from '../../model/problem.ts';
import { insideRepository } from '../insideRepository.ts';
import type { Command } from './context.ts';
import { isItem } from './openItem.ts';

/** Opens what a tick points to: a file at its place, a page in the browser. All else goes to the clipboard. */
export const openEvidence: Command = async ({ session }, node) => {
  const { state } = session;
  const file = state.kind === 'answers' ? state.ready.value?.epic : undefined;
  if (state.kind !== 'answers' || file === undefined || !isItem(node)) return;
  const link = await choose(node.item.item.evidence);
  if (link !== undefined) await openLink(state.lens.root, file.path, link);
};

/** Opens what a link in `file` (inside the repository) points to. */
export async function openLink(root: string, file: string, link: EvidenceLink): Promise<void> {
  if (link.kind === 'path') return openPath(root, candidatePaths(file, link.target), link);
  const page = link.kind === 'url' ? webAddress(link.target) : null;
  if (page !== null) await vscode.env.openExternal(page);
  else await copy(link.target);
}

/** What a browser or a mail program opens. Other schemes (`vscode:`, `file:`, …) could start anything, so they are not followed. */
export function webAddress(target: string): vscode.Uri | null {
  const address = target.startsWith('//') ? `https:${target}` : /^www\./i.test(target) ? `https://${target}` : target;
  if (!/^(?:https?:\/\/|mailto:)/i.test(address)) return null;
  try {
    return vscode.Uri.parse(address, true);
  } catch {
    return null;
  }
}

async function choose(links: readonly EvidenceLink[]): Promise<EvidenceLink | undefined> {
  if (links.length <= 1) return links[0];
  const picked = await vscode.window.showQuickPick(
    links.map(link => ({ label: link.label, description: link.target, link })),
    { title: 'Open Evidence' },
  );
  return picked?.link;
}

async function copy(text: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(`Copied ${text}`, 4000);
}

async function openPath(root: string, paths: readonly string[], link: EvidenceLink): Promise<void> {
  if (paths.length === 0) throw new ProblemError({ code: 'file/outside-repository', file: link.target });
  for (const candidate of paths) {
    const found = await insideRepository(root, candidate);
    if (found !== null) return openFound(found, link);
  }
  throw new ProblemError({ code: 'file/unreadable', file: link.target, detail: 'it is not in this repository' });
}

async function openFound(fsPath: string, { anchor, target }: EvidenceLink): Promise<void> {
  const uri = vscode.Uri.file(fsPath);
  if ((await stat(fsPath)).isDirectory()) {
    // The Explorer shows what is below the window's folders only.
    const reveal = vscode.workspace.getWorkspaceFolder(uri) === undefined ? 'revealFileInOS' : 'revealInExplorer';
    await vscode.commands.executeCommand(reveal, uri);
  } else if (anchor === null) {
    // Not as text: it may be a picture or a PDF, and VS Code knows which editor fits.
    await vscode.commands.executeCommand('vscode.open', uri);
  } else {
    await openAt(uri, anchor, target);
  }
}

async function openAt(uri: vscode.Uri, anchor: string, target: string): Promise<void> {
  let document: vscode.TextDocument;
  try {
    document = await vscode.workspace.openTextDocument(uri);
  } catch (error) {
    throw new ProblemError({ code: 'file/unreadable', file: target, detail: 'it is no text' }, { cause: error });
  }
  const line = lineOf(document.getText(), anchor);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(line, 0, line, 0) });
}

function lineOf(text: string, anchor: string): number {
  const line = /^L(\d+)/.exec(anchor);
  return line === null ? Math.max(0, headingLine(text, anchor)) : Math.max(0, Number(line[1]) - 1);
}

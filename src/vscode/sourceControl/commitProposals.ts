import * as vscode from 'vscode';
import { commitCompletions } from '../../language/commitCompletions.ts';
import type { RepositoryLens } from '../../lens/outcomeLens.ts';
import { rangeOf } from '../editor/language/ranges.ts';
import type { Session } from '../session.ts';
import { repositoryAt } from './askedRepository.ts';
import { lensOfCommitFile } from './commitMessages.ts';

/** Tickets while somebody writes a commit message. What is proposed is kept by the lens, so that no key pressed runs git. */
export async function commitProposals(
  session: Session,
  document: vscode.TextDocument,
  position: vscode.Position,
  asked: boolean,
): Promise<vscode.CompletionItem[]> {
  const isBox = document.languageId === 'scminput';
  const lens = isBox ? await lensOfBox(session, document.uri) : await lensOfCommitFile(session, document.uri);
  if (lens === null) return [];
  const [why, known, { epics }, part] = await Promise.all([
    lens.why(),
    lens.tickets(),
    lens.outcomes(),
    lens.sourceControl(),
  ]);
  const own = [why.value?.ticket, ...(why.value?.otherTickets ?? [])].flatMap(ticket => ticket?.key ?? []);
  const { place } = await part.convention();
  const tickets = [...new Set([...own, ...known])];
  const kind = isBox ? 'box' : 'file';
  const context = { kind, tickets, epics, place, asked } as const;
  return commitCompletions(document.getText(), document.offsetAt(position), context).map((proposal, at) => {
    const item = new vscode.CompletionItem(proposal.label, vscode.CompletionItemKind.Reference);
    item.range = rangeOf(document, proposal.range);
    item.insertText = proposal.insert;
    item.sortText = String(at).padStart(3, '0');
    item.preselect = at === 0;
    if (proposal.detail !== null) item.detail = proposal.detail;
    return item;
  });
}

/** VS Code names a box's repository in the address of its document. */
async function lensOfBox(session: Session, uri: vscode.Uri): Promise<RepositoryLens | null> {
  const root = new URLSearchParams(uri.query).get('rootUri');
  if (root === null || !uri.path.startsWith('git/')) return null;
  return repositoryAt(session, vscode.Uri.parse(root).fsPath);
}

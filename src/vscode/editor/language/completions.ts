import * as vscode from 'vscode';
import { complete } from '../../../language/completions/complete.ts';
import type { Completion, CompletionKind } from '../../../language/completions/completion.ts';
import type { Session } from '../../session.ts';
import { rangeOf } from './ranges.ts';
import { surroundingsOf } from './surroundings.ts';

/** Characters behind which something can be proposed without being asked for. */
export const COMPLETION_TRIGGERS = [' ', ':', '(', '/', '#', '[', ',', '-', '"'];

const KINDS: Readonly<Record<CompletionKind, vscode.CompletionItemKind>> = {
  field: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.EnumMember,
  key: vscode.CompletionItemKind.Reference,
  day: vscode.CompletionItemKind.Value,
  file: vscode.CompletionItemKind.File,
  folder: vscode.CompletionItemKind.Folder,
  gate: vscode.CompletionItemKind.Class,
  snippet: vscode.CompletionItemKind.Snippet,
};

/** Proposals while somebody writes an epic file. */
export function completionProvider(session: Session): vscode.CompletionItemProvider {
  return {
    async provideCompletionItems(document, position, token, { triggerKind }) {
      const around = await surroundingsOf(document, session);
      if (around === null || token.isCancellationRequested) return [];
      const asked = triggerKind === vscode.CompletionTriggerKind.Invoke;
      const found = await complete(around.document, document.offsetAt(position), around.context, asked);
      return found.map((completion, at) => itemOf(document, completion, at));
    },
  };
}

function itemOf(document: vscode.TextDocument, completion: Completion, at: number): vscode.CompletionItem {
  const { label, kind, detail, documentation, insert, snippet, filter, range } = completion;
  const item = new vscode.CompletionItem(label, KINDS[kind]);
  item.range = rangeOf(document, range);
  item.insertText = snippet ? new vscode.SnippetString(insert) : insert;
  item.sortText = String(at).padStart(5, '0');
  item.keepWhitespace = true;
  if (detail !== null) item.detail = detail;
  if (documentation !== null) item.documentation = documentation;
  if (filter !== null) item.filterText = filter;
  if (kind === 'folder') item.command = { command: 'editor.action.triggerSuggest', title: 'Look into the folder' };
  return item;
}

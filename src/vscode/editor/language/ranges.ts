import * as vscode from 'vscode';
import type { TextRange } from '../../../model/textRange.ts';

/** A range of the document's text as VS Code counts it. */
export function rangeOf(document: vscode.TextDocument, { start, end }: TextRange): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

import * as vscode from 'vscode';
import type { TextRange } from '../../model/textRange.ts';

/** Where a range of a text is in an editor, whether or not the file is open. */
export function rangeIn(text: string, { start, end }: TextRange): vscode.Range {
  return new vscode.Range(positionIn(text, start), positionIn(text, end));
}

function positionIn(text: string, offset: number): vscode.Position {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return new vscode.Position(before.length - 1, before.at(-1)?.length ?? 0);
}

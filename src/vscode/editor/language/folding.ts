import * as vscode from 'vscode';
import { foldsOf } from '../../../language/folding.ts';
import { fileAlone } from './surroundings.ts';

/** Folds the front matter and the gates. */
export const foldingProvider: vscode.FoldingRangeProvider = {
  provideFoldingRanges(document) {
    const { document: file, folder } = fileAlone(document);
    return foldsOf(file, folder).map(
      ({ start, end }) => new vscode.FoldingRange(document.positionAt(start).line, document.positionAt(end).line),
    );
  },
};

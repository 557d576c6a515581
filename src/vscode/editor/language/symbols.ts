import * as vscode from 'vscode';
import { symbolsOf, type LanguageSymbol } from '../../../language/symbols.ts';
import { rangeOf } from './ranges.ts';
import { fileAlone } from './surroundings.ts';

const KINDS: Readonly<Record<LanguageSymbol['kind'], vscode.SymbolKind>> = {
  field: vscode.SymbolKind.Field,
  entry: vscode.SymbolKind.Array,
  gate: vscode.SymbolKind.Class,
  ticked: vscode.SymbolKind.Boolean,
  open: vscode.SymbolKind.Boolean,
};

/** The outline of an epic file: fields, gates, items with their boxes. */
export const symbolProvider: vscode.DocumentSymbolProvider = {
  provideDocumentSymbols(document) {
    const { document: file, folder } = fileAlone(document);
    return symbolsOf(file, folder).map(symbol => symbolOf(document, symbol));
  },
};

function symbolOf(document: vscode.TextDocument, symbol: LanguageSymbol): vscode.DocumentSymbol {
  const { kind, name, detail, range, selection, children } = symbol;
  const shown = new vscode.DocumentSymbol(
    name,
    detail,
    KINDS[kind],
    rangeOf(document, range),
    rangeOf(document, selection),
  );
  shown.children = children.map(child => symbolOf(document, child));
  return shown;
}

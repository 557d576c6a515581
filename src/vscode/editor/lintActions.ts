import * as vscode from 'vscode';
import type { Finding, LintFix } from '../../model/lint.ts';
import type { TextEdit } from '../../model/textRange.ts';
import { lintFixTitle } from '../../wording/lint.ts';
import type { Disposable } from '../disposables.ts';
import { rangeIn } from './positions.ts';

/** What was found in one text of one file. */
export interface LintedDocument {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly marks: readonly { readonly finding: Finding; readonly diagnostic: vscode.Diagnostic }[];
  /** The edit of that text; null when no plain edit does it. */
  readonly edit: (fix: LintFix) => Promise<TextEdit | null>;
}

/** Offers the quick fixes where their findings are shown; none for a text that was not looked at yet. */
export function createLintActions(linted: (uri: vscode.Uri) => LintedDocument | null): Disposable {
  return vscode.languages.registerCodeActionsProvider(
    { scheme: 'file', language: 'markdown' },
    {
      async provideCodeActions(document, range) {
        const known = linted(document.uri);
        if (known === null || known.text !== document.getText()) return [];
        const actions = known.marks
          .filter(({ diagnostic }) => diagnostic.range.intersection(range) !== undefined)
          .flatMap(mark => mark.finding.fixes.map(fix => actionOf(known, mark, fix)));
        return (await Promise.all(actions)).filter(action => action !== null);
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

async function actionOf(
  { uri, text, edit }: LintedDocument,
  { finding, diagnostic }: LintedDocument['marks'][number],
  fix: LintFix,
): Promise<vscode.CodeAction | null> {
  const change = await edit(fix);
  if (change === null) return null;
  const action = new vscode.CodeAction(lintFixTitle(fix), vscode.CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.isPreferred = finding.fixes.length === 1 && fix.kind !== 'untick';
  action.edit = new vscode.WorkspaceEdit();
  action.edit.replace(uri, rangeIn(text, change), change.text);
  return action;
}

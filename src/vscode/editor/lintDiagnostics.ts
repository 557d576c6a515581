import path from 'node:path';
import * as vscode from 'vscode';
import { isEditable } from '../../model/epic.ts';
import type { Finding } from '../../model/lint.ts';
import { findingText, lintRuleFragment } from '../../wording/lint.ts';
import { createDisposables, type Disposable } from '../disposables.ts';
import type { FoundHints, Hints } from '../hints.ts';
import { createLintActions, type LintedDocument } from './lintActions.ts';
import { rangeIn } from './positions.ts';

/** Shows what the linter finds in the epic files at its place, with the quick fixes. */
export function registerLintDiagnostics(hints: Hints, extension: vscode.Uri): Disposable {
  const owned = createDisposables();
  const collection = owned.register(vscode.languages.createDiagnosticCollection('outcome-lens-linter'));
  let shown: ReadonlyMap<string, LintedDocument> = new Map();
  owned.register(createLintActions(uri => shown.get(uri.toString()) ?? null));

  function show(documents: ReadonlyMap<string, LintedDocument>): void {
    for (const [place, { uri }] of shown) if (!documents.has(place)) collection.delete(uri);
    for (const { uri, marks } of documents.values())
      collection.set(
        uri,
        marks.map(({ diagnostic }) => diagnostic),
      );
    shown = documents;
  }

  owned.register(hints.onDidChange(found => show(found === null ? new Map() : documentsOf(found, extension))));
  return owned;
}

function documentsOf({ lens, linted }: FoundHints, extension: vscode.Uri): ReadonlyMap<string, LintedDocument> {
  const documents = new Map<string, LintedDocument>();
  for (const { file, findings } of linted) {
    if (!isEditable(file)) continue;
    const uri = vscode.Uri.file(path.join(lens.root, file.path));
    const marks = findings.map(finding => ({ finding, diagnostic: diagnosticOf(finding, file.text, extension) }));
    documents.set(uri.toString(), { uri, text: file.text, marks, edit: fix => lens.lintFix(file.text, fix) });
  }
  return documents;
}

function diagnosticOf(finding: Finding, text: string, extension: vscode.Uri): vscode.Diagnostic {
  const { Hint, Information } = vscode.DiagnosticSeverity;
  const { message, why, example } = findingText(finding);
  const words = [message, why, ...(example === null ? [] : [`For example: ${example}`])].join('\n');
  const severity = finding.severity === 'hint' ? Hint : Information;
  const made = new vscode.Diagnostic(rangeIn(text, finding.range), words, severity);
  made.source = 'Outcome Lens';
  const target = vscode.Uri.joinPath(extension, 'docs', 'linter.md').with({ fragment: lintRuleFragment(finding.rule) });
  made.code = { value: finding.rule, target };
  return made;
}

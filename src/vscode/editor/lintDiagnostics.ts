import path from 'node:path';
import * as vscode from 'vscode';
import type { RepositoryLens } from '../../lens/outcomeLens.ts';
import type { Finding, LintedEpic } from '../../model/lint.ts';
import { findingText, lintRuleFragment } from '../../wording/lint.ts';
import { createDisposables, type Disposable } from '../disposables.ts';
import type { ErrorBoundary } from '../errors.ts';
import type { Session } from '../session.ts';
import { settings } from '../settings.ts';
import { createLintActions, type LintedDocument } from './lintActions.ts';
import { rangeIn } from './positions.ts';

/**
 * Shows what the linter finds in the epic files at its place, with the quick fixes. Quiet shows nothing and asks nothing. A key
 * that two files have is a problem of its own and is not shown twice.
 */
export function registerLintDiagnostics(session: Session, errors: ErrorBoundary, extension: vscode.Uri): Disposable {
  const owned = createDisposables();
  const collection = owned.register(vscode.languages.createDiagnosticCollection('outcome-lens-linter'));
  let shown: ReadonlyMap<string, LintedDocument> = new Map();
  let running: AbortController | null = null;
  owned.register(createLintActions(uri => shown.get(uri.toString()) ?? null));
  owned.register({ dispose: () => running?.abort() });

  async function update(): Promise<void> {
    running?.abort();
    const { signal } = (running = new AbortController());
    const { state } = session;
    if (state.kind === 'loading') return;
    const isWanted = state.kind === 'answers' && !settings.quiet();
    const linted = isWanted ? await state.lens.lint(signal) : [];
    if (signal.aborted) return;
    show(isWanted ? documentsOf(state.lens, linted, extension) : new Map());
  }

  function show(documents: ReadonlyMap<string, LintedDocument>): void {
    for (const [place, { uri }] of shown) if (!documents.has(place)) collection.delete(uri);
    for (const { uri, marks } of documents.values())
      collection.set(
        uri,
        marks.map(({ diagnostic }) => diagnostic),
      );
    shown = documents;
  }

  const updateInBackground = () => void errors.background('look at the epic files', update);
  owned.register(session.onDidChange(updateInBackground));
  owned.register(settings.onDidChange(updateInBackground));
  return owned;
}

function documentsOf(
  lens: RepositoryLens,
  linted: readonly LintedEpic[],
  extension: vscode.Uri,
): ReadonlyMap<string, LintedDocument> {
  const documents = new Map<string, LintedDocument>();
  for (const { file, findings } of linted) {
    if (file.origin === 'main') continue;
    const uri = vscode.Uri.file(path.join(lens.root, file.path));
    const marks = findings
      .filter(({ rule }) => rule !== 'epic/duplicate-key')
      .map(finding => ({ finding, diagnostic: diagnosticOf(finding, file.text, extension) }));
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

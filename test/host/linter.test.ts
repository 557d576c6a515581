import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answersWhere, inWorkspace, resetWorkspace } from './support/extension.ts';

const EPIC = 'outcomes/PAY-100-guest-checkout.md';
const STATEMENT = 'Guests pay without an account, so fewer carts are abandoned.';

function found(): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(inWorkspace(EPIC)).filter(({ code }) => ruleOf(code) !== null);
}

/** The rule of a diagnostic that links to its explanation; null for others. */
function ruleOf(code: vscode.Diagnostic['code']): string | null {
  return typeof code === 'object' ? String(code.value) : null;
}

const rules = () => found().map(({ code }) => ruleOf(code));

/** Waits until the findings of the epic fit. The test's own timeout ends a wait in vain. */
async function findingsWhere(fits: () => boolean): Promise<void> {
  if (fits()) return;
  await new Promise<void>(resolve => {
    const listening = vscode.languages.onDidChangeDiagnostics(() => {
      if (!fits()) return;
      listening.dispose();
      resolve();
    });
  });
}

/** Opens the epic and types, without saving. */
async function type(words: string, instead: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(inWorkspace(EPIC));
  await vscode.window.showTextDocument(document);
  const at = document.getText().indexOf(words);
  assert.ok(at >= 0, words);
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(at), document.positionAt(at + words.length));
  edit.replace(document.uri, range, instead);
  await vscode.workspace.applyEdit(edit);
  return document;
}

describe('the linter, in VS Code', () => {
  beforeEach(async () => {
    await resetWorkspace();
    await answersWhere(() => true);
  });
  after(resetWorkspace);

  it('asks about a task that is typed as the outcome, with a link to the reason', async () => {
    const document = await type(STATEMENT, 'Refactor the billing module');
    await findingsWhere(() => rules().includes('outcome/output-not-outcome'));
    const [finding] = found().filter(({ code }) => ruleOf(code) === 'outcome/output-not-outcome');
    assert.ok(finding);
    assert.equal(document.getText(finding.range), 'Refactor the billing module');
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Hint);
    const target = typeof finding.code === 'object' ? finding.code.target : undefined;
    assert.ok(target);
    assert.ok(target.path.endsWith('/docs/linter.md'));
    assert.equal(target.fragment, 'outcomeoutput-not-outcome');
    await type('Refactor the billing module', STATEMENT);
    await findingsWhere(() => found().length === 0);
  });

  it('offers a quick fix that leaves the rest of the text alone', async () => {
    const document = await type('[customer, business]', '[]');
    await findingsWhere(() => rules().includes('outcome/no-beneficiary'));
    const [finding] = found().filter(({ code }) => ruleOf(code) === 'outcome/no-beneficiary');
    assert.ok(finding);
    const before = document.getText();
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      finding.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const [action] = actions.filter(({ title }) => title === 'Say that the platform is better off');
    assert.ok(action?.edit, actions.map(({ title }) => title).join());
    await vscode.workspace.applyEdit(action.edit);
    assert.equal(document.getText(), before.replace('benefits: []', 'benefits: [platform]'));
    await findingsWhere(() => !rules().includes('outcome/no-beneficiary'));
  });

  it('says nothing while the extension is quiet', async () => {
    await type(STATEMENT, 'Refactor the billing module');
    await findingsWhere(() => found().length > 0);
    const settings = vscode.workspace.getConfiguration('outcomeLens');
    try {
      await settings.update('quiet', true, vscode.ConfigurationTarget.Global);
      await findingsWhere(() => found().length === 0);
    } finally {
      await settings.update('quiet', undefined, vscode.ConfigurationTarget.Global);
    }
    await findingsWhere(() => found().length > 0);
  });
});

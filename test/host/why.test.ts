import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';
import { answersWhere, extension, git, inWorkspace, resetWorkspace } from './support/extension.ts';

const EPIC = 'outcomes/PAY-100-guest-checkout.md';
const ticketOf = (answers: Awaited<ReturnType<typeof answersWhere>>) => answers.why.value?.ticket?.key;

describe('why of the branch, in VS Code', () => {
  beforeEach(resetWorkspace);
  after(resetWorkspace);

  it('follows the branch to its outcome', async () => {
    const { why } = await answersWhere(() => true);
    assert.equal(why.value?.ticket?.key, 'PAY-101');
    assert.equal(why.value.ticket.source, 'branchName');
    assert.equal(why.value.epic?.epic?.key, 'PAY-100');
    assert.match(why.value.epic.epic.outcome?.statement ?? '', /fewer carts/);
  });

  it('follows a branch switch made in a terminal', async () => {
    git('switch', '--quiet', '--create', 'feature/PAY-777-other');
    await answersWhere(answers => ticketOf(answers) === 'PAY-777');
    git('switch', '--quiet', 'main');
    await answersWhere(answers => answers.why.value?.branch.state === 'main');
    git('checkout', '--quiet', '--detach');
    await answersWhere(answers => answers.why.value?.branch.state === 'detached');
    git('branch', '--quiet', '-D', 'feature/PAY-777-other');
  });

  it('follows unsaved text, and its undoing', async () => {
    const document = await vscode.workspace.openTextDocument(inWorkspace(EPIC));
    const editor = await vscode.window.showTextDocument(document);
    const at = document.positionAt(document.getText().indexOf('Guests pay'));
    await editor.edit(edit => edit.insert(at, 'UNSAVED '));
    const { why } = await answersWhere(
      answers => answers.why.value?.epic?.epic?.outcome?.statement.startsWith('UNSAVED') === true,
    );
    assert.equal(why.value?.epic?.unsaved, true);
    await vscode.commands.executeCommand('undo');
    await answersWhere(answers => answers.why.value?.epic?.epic?.outcome?.statement.startsWith('Guests') === true);
  });

  it('follows a file changed on the disk', async () => {
    const file = inWorkspace(EPIC).fsPath;
    writeFileSync(file, readFileSync(file, 'utf8').replace('title: Guest checkout', 'title: Changed outside'));
    await answersWhere(answers => answers.why.value?.epic?.epic?.title === 'Changed outside');
  });

  it('pins a ticket, unpins it, and sets one aside', async () => {
    await vscode.commands.executeCommand('outcomeLens.pinTicket', 'PAY-100');
    const pinned = await answersWhere(answers => answers.why.value?.ticket?.source === 'pin');
    assert.equal(pinned.why.value?.ticket?.key, 'PAY-100');
    assert.equal(git('config', 'branch.feature/PAY-101-guest-form.outcomelens-ticket'), 'PAY-100');
    await vscode.commands.executeCommand('outcomeLens.unpinTicket');
    await answersWhere(answers => answers.why.value?.ticket?.source === 'branchName');
    await vscode.commands.executeCommand('outcomeLens.notThisTicket', 'PAY-101');
    const { why } = await answersWhere(answers => ticketOf(answers) !== 'PAY-101');
    assert.deepEqual(why.value?.ignoredTickets, ['PAY-101']);
  });

  it('marks broken YAML where it breaks, and keeps what can be read', async () => {
    const file = inWorkspace(EPIC);
    writeFileSync(file.fsPath, readFileSync(file.fsPath, 'utf8').replace('stage: qa', 'stage: [qa'));
    await answersWhere(answers => (answers.why.value?.epic?.problems.length ?? 0) > 0);
    const [first] = vscode.languages.getDiagnostics(file).filter(({ source }) => source === 'Outcome Lens');
    assert.ok(first, 'no diagnostic');
    assert.ok(first.range.start.line >= 4, `at line ${first.range.start.line + 1}`);
    writeFileSync(file.fsPath, readFileSync(file.fsPath, 'utf8').replace('stage: [qa', 'stage: tomorrow'));
    await answersWhere(answers => answers.why.value?.epic?.problems[0]?.code === 'schema/invalid');
    const [stage] = vscode.languages.getDiagnostics(file).filter(({ source }) => source === 'Outcome Lens');
    assert.equal(stage?.range.start.line, 4);
    const { session } = await extension();
    assert.equal(session.state.kind === 'answers' && session.state.why.value?.epic?.epic?.key, 'PAY-100');
  });

  it('opens the epic at its outcome', async () => {
    // VS Code may still hold the text from before the reset.
    const document = await vscode.workspace.openTextDocument(inWorkspace(EPIC));
    while (document.getText() !== readFileSync(document.uri.fsPath, 'utf8')) await pause(20);
    await vscode.commands.executeCommand('outcomeLens.writeOutcome');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor !== undefined && editor.document.uri.fsPath.endsWith('PAY-100-guest-checkout.md'));
    assert.match(editor.document.getText(editor.selection), /^Guests pay/);
  });

  it('shows an epic that only main has, read-only', async () => {
    git('rm', '--quiet', EPIC);
    git('commit', '--quiet', '-m', 'Drop it here');
    try {
      await answersWhere(answers => answers.why.value?.epic?.origin === 'main');
      await vscode.commands.executeCommand('outcomeLens.openEpic');
      assert.equal(vscode.window.activeTextEditor?.document.uri.scheme, 'outcome-lens-main');
    } finally {
      git('reset', '--quiet', '--hard', 'HEAD~1');
    }
  });
});

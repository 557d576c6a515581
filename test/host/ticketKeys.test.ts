import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { answersWhere, git, inWorkspace, resetWorkspace, show, workspaceFolder } from './support/extension.ts';
import { hoverWhere, hoversAt } from './support/hovers.ts';
import { takeProposals } from './support/takeProposals.ts';

const EPIC = 'outcomes/PAY-100-guest-checkout.md';
const CODE = 'src/keys.ts';
const LINES = ['// PAY-101 is the guest form', "const a = 'PAY-999, WEB-12, UTF-8';", 'const plain = 1;'];

/** Links to epic files; `resolved` ones have their targets. Links of others that lead nowhere yet would make that fail. */
async function linksOf(uri: vscode.Uri, resolved = 50): Promise<readonly (readonly [text: string, target: string])[]> {
  const document = await vscode.workspace.openTextDocument(uri);
  const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
    'vscode.executeLinkProvider',
    uri,
    resolved,
  );
  return links
    .filter(({ tooltip }) => tooltip === 'Open Epic File')
    .map(({ range, target }) => [document.getText(range), target?.toString() ?? '']);
}

describe('ticket keys in texts, in VS Code', () => {
  before(async () => {
    await resetWorkspace();
    writeFileSync(inWorkspace(CODE).fsPath, LINES.join('\n'));
    writeFileSync(inWorkspace('NOTES.md').fsPath, 'After WEB-12 comes PAY-101.\n');
    await answersWhere(({ outcomes }) => outcomes.epics.length === 1);
  });
  afterEach(() => vscode.workspace.getConfiguration('outcomeLens').update('quiet', undefined, true));
  after(resetWorkspace);

  it('say in code which epic and outcome they are for', async () => {
    await show(CODE);
    const { value, isTrusted, supportHtml } = await hoverWhere(inWorkspace(CODE), 0, 5, /PAY/);
    const [title, outcome, epic, keyResult, actions, ...more] = value.split('\n\n');
    assert.equal(title, '**PAY\\-101**');
    assert.equal(outcome, 'Guests pay without an account, so fewer carts are abandoned\\.');
    assert.match(epic ?? '', /^Epic\\: PAY\\-100 Guest checkout, stage QA \\\(.* lists the ticket\\\)$/);
    assert.equal(keyResult, 'Key result\\: KR\\-2\\.1');
    assert.match(actions ?? '', /^\[Open Epic File\]\(command:outcomeLens\.openEpic\?/);
    assert.deepEqual(more, []);
    assert.deepEqual(isTrusted, { enabledCommands: ['outcomeLens.openEpic', 'outcomeLens.writeOutcome'] });
    assert.notEqual(supportHtml, true);
  });

  it('offer to write the outcome of a ticket that no epic names', async () => {
    const { value } = await hoverWhere(inWorkspace(CODE), 1, 12, /PAY/);
    assert.match(value, /No epic file names PAY\\-999 yet\\\./);
    assert.match(value, /\[Write Anticipated Outcome\]\(command:outcomeLens\.writeOutcome\?%5B%22PAY-999%22%5D\)$/);
  });

  it('are none in code where nobody knows the project, and none where they only look like keys', async () => {
    await hoverWhere(inWorkspace(CODE), 1, 12, /PAY/);
    for (const word of ['WEB-12', 'UTF-8', 'const'])
      assert.deepEqual(await hoversAt(inWorkspace(CODE), 1, (LINES[1] ?? '').indexOf(word) + 1), [], word);
    await show('NOTES.md');
    await hoverWhere(inWorkspace('NOTES.md'), 0, 7, /No epic file names WEB\\-12 yet/);
  });

  it('lead to the file of their epic', async () => {
    await show(CODE);
    assert.deepEqual(await linksOf(inWorkspace(CODE)), [['PAY-101', inWorkspace(EPIC).toString()]]);
    await show('NOTES.md');
    assert.deepEqual(await linksOf(inWorkspace('NOTES.md')), [['PAY-101', inWorkspace(EPIC).toString()]]);
  });

  it('stay what they are in epic files', async () => {
    await show(EPIC);
    assert.deepEqual(await linksOf(inWorkspace(EPIC), 0), []);
    const document = await vscode.workspace.openTextDocument(inWorkspace(EPIC));
    const place = document.positionAt(document.getText().indexOf('PAY-101') + 1);
    await hoverWhere(document.uri, place.line, place.character, /PAY/);
    assert.equal((await hoversAt(document.uri, place.line, place.character)).length, 1);
  });

  it('are read in a commit’s message', async () => {
    const file = inWorkspace('.git/COMMIT_EDITMSG');
    writeFileSync(file.fsPath, 'PAY-101 Ask for a street\n');
    const document = await vscode.languages.setTextDocumentLanguage(
      await vscode.workspace.openTextDocument(file),
      'git-commit',
    );
    await hoverWhere(document.uri, 0, 2, /Guests pay/);
    assert.deepEqual(await linksOf(document.uri), [['PAY-101', inWorkspace(EPIC).toString()]]);
    writeFileSync(inWorkspace('.git/description').fsPath, 'PAY-101\n');
    assert.deepEqual(await hoversAt((await show('.git/description')).uri, 0, 2), []);
  });

  it('are read in the message of the Source Control view', async () => {
    await vscode.commands.executeCommand('workbench.view.scm');
    const input = await appeared(({ uri }) => uri.scheme === 'vscode-scm');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(input.uri, new vscode.Position(0, 0), 'PAY-101 x');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await hoverWhere(input.uri, 0, 2, /Guests pay/);
    assert.deepEqual(await linksOf(input.uri), [['PAY-101', inWorkspace(EPIC).toString()]]);
  });

  it('are none in texts that are no files of the repository', async () => {
    const untitled = await vscode.workspace.openTextDocument({ content: 'PAY-101', language: 'markdown' });
    assert.deepEqual(await hoversAt(untitled.uri, 0, 2), []);
    const outside = vscode.Uri.file(`${workspaceFolder()}-outside.md`);
    writeFileSync(outside.fsPath, 'PAY-101');
    await vscode.workspace.openTextDocument(outside);
    assert.deepEqual(await hoversAt(outside, 0, 2), []);
    mkdirSync(inWorkspace('vendor/other/.git').fsPath, { recursive: true });
    writeFileSync(inWorkspace('vendor/other/a.md').fsPath, 'PAY-101');
    assert.deepEqual(await hoversAt((await show('vendor/other/a.md')).uri, 0, 2), []);
  });

  it('are silent while the extension is quiet', async () => {
    await hoverWhere((await show(CODE)).uri, 0, 5, /PAY/);
    await vscode.workspace.getConfiguration('outcomeLens').update('quiet', true, true);
    assert.deepEqual(await hoversAt(inWorkspace(CODE), 0, 5), []);
    assert.deepEqual(await linksOf(inWorkspace(CODE)), []);
  });

  it('lead to the epic of the ticket that is named, whatever the branch is about', async () => {
    git('switch', '--quiet', '--create', 'spike/street-names', 'main');
    try {
      await answersWhere(({ why }) => why.value?.ticket === null);
      await vscode.commands.executeCommand('outcomeLens.writeOutcome', 'PAY-102');
      assert.equal(vscode.window.activeTextEditor?.document.uri.fsPath, inWorkspace(EPIC).fsPath);
      await takeProposals('outcomeLens.addTicketToEpic', 'PAY-999');
      assert.match(readFileSync(inWorkspace(EPIC).fsPath, 'utf8'), /^tickets: \[PAY-101, PAY-102, PAY-999\]$/m);
    } finally {
      git('switch', '--quiet', '--force', 'feature/PAY-101-guest-form');
      git('branch', '--quiet', '-D', 'spike/street-names');
    }
  });
});

async function appeared(fits: (document: vscode.TextDocument) => boolean): Promise<vscode.TextDocument> {
  for (;;) {
    const found = vscode.workspace.textDocuments.find(fits);
    if (found !== undefined) return found;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { answersWhere, git, inWorkspace, resetWorkspace, show, workspaceFolder } from './support/extension.ts';
import { hoverWhere, hoversAt } from './support/hovers.ts';

const FORM = 'src/guestForm.ts';
/** Behind the last character of any line here. */
const END = 200;
const OURS = /Change\\:|Not committed yet/;
const setting = (key: string, value: unknown) =>
  vscode.workspace.getConfiguration('outcomeLens').update(key, value, true);

/** This extension's hovers about a line: those of symbols are left out. */
async function linesAt(uri: vscode.Uri, line: number, character: number): Promise<readonly string[]> {
  return (await hoversAt(uri, line, character)).map(({ value }) => value).filter(value => OURS.test(value));
}

describe('the hover about a line, in VS Code', () => {
  beforeEach(async () => {
    await resetWorkspace();
    await answersWhere(({ why }) => why.value?.ticket?.key === 'PAY-101');
  });
  afterEach(async () => {
    await setting('lineHover', undefined);
    await setting('quiet', undefined);
  });
  after(resetWorkspace);

  it('tells the outcome, the change, its ticket, epic and key result, and how each was found', async () => {
    const { uri } = await show(FORM);
    const { value, isTrusted, supportHtml } = await hoverWhere(uri, 0, END, OURS);
    const [title, change, ticket, epic, keyResult, actions, ...more] = value.split('\n\n');
    assert.equal(title, '**Guests pay without an account, so fewer carts are abandoned\\.**');
    assert.match(
      change ?? '',
      /^Change\\: PAY\\-101 Ask a guest for an address \\\(commit [0-9a-f]{7}, 9 Nov 2026\\\)$/,
    );
    assert.equal(ticket, 'Ticket\\: PAY\\-101 \\(named in the subject of the change\\)');
    assert.match(epic ?? '', /^Epic\\: PAY\\-100 Guest checkout \\\(.* lists the ticket\\\)$/);
    assert.equal(keyResult, 'Key result\\: KR\\-2\\.1');
    assert.match(actions ?? '', /^\[Open Epic File\]\(command:outcomeLens\.openEpic\?[^)]*\)$/);
    assert.deepEqual(more, []);
    assert.deepEqual(isTrusted, { enabledCommands: ['outcomeLens.openEpic', 'outcomeLens.writeOutcome'] });
    assert.notEqual(supportHtml, true);
    assert.doesNotMatch(value, /Robin|Ada|example/);
    await hoverWhere(uri, 2, END, /Refuse an empty address/);
  });

  it('leaves symbols alone, unless the person wants it on the whole line, or nowhere', async () => {
    const { uri } = await show(FORM);
    await hoverWhere(uri, 0, END, OURS);
    assert.deepEqual(await linesAt(uri, 0, 15), []);
    assert.equal((await linesAt(uri, 1, 0)).length, 1);
    await setting('lineHover', 'line');
    assert.equal((await linesAt(uri, 0, 15)).length, 1);
    await setting('lineHover', 'off');
    for (const character of [15, END]) assert.deepEqual(await linesAt(uri, 0, character), []);
    await setting('lineHover', undefined);
    await setting('quiet', true);
    assert.deepEqual(await linesAt(uri, 0, END), []);
  });

  it('says of a change without a ticket that it names none, and offers nothing', async () => {
    const { value } = await hoverWhere((await show('src/cart.ts')).uri, 0, END, OURS);
    const [title, text, change, ...more] = value.split('\n\n');
    assert.equal(title, '**No ticket found**');
    assert.match(text ?? '', /^Neither the change nor a merge/);
    assert.match(change ?? '', /^Change\\: Add the cart /);
    assert.deepEqual(more, []);
  });

  it('tells what the branch is for where the line is not committed, and the change once it is', async () => {
    const document = await show(FORM);
    const { uri } = document;
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(0, 0), '// new\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    const { value } = await hoverWhere(uri, 0, 6, /Not committed yet/);
    assert.match(value, /^\*\*Guests pay without an account/);
    assert.match(value, /Ticket\\: PAY\\-101 \\\(key in the branch name\\\)/);
    await hoverWhere(uri, 1, END, /Ask a guest for an address/);
    writeFileSync(inWorkspace('src/untracked.ts').fsPath, 'export {};\n');
    await hoverWhere((await show('src/untracked.ts')).uri, 0, 10, /Not committed yet/);
    const before = git('rev-parse', 'HEAD');
    try {
      git('add', 'src/untracked.ts');
      git('commit', '--quiet', '-m', 'PAY-102 [x](command:workbench.action.quit) <img src=x> `y` $(trash)');
      const { value: committed } = await hoverWhere(inWorkspace('src/untracked.ts'), 0, 10, /Change\\:/);
      assert.match(
        committed,
        /\\\[x\\\]\\\(command\\:workbench\\\.action\\\.quit\\\) \\<img src=x\\> \\`y\\` \\\$\\\(trash\\\)/,
      );
    } finally {
      git('reset', '--quiet', '--hard', before);
    }
  });

  it('is silent about texts that are no files of the repository', async () => {
    const untitled = await vscode.workspace.openTextDocument({ content: '\n', language: 'markdown' });
    assert.deepEqual(await linesAt(untitled.uri, 0, 0), []);
    const outside = vscode.Uri.file(`${workspaceFolder()}-outside.txt`);
    writeFileSync(outside.fsPath, '\n');
    await vscode.workspace.openTextDocument(outside);
    assert.deepEqual(await linesAt(outside, 0, 0), []);
    const old = (await show(FORM)).uri.with({
      scheme: 'git',
      query: JSON.stringify({ path: inWorkspace(FORM).fsPath, ref: 'HEAD' }),
    });
    await vscode.workspace.openTextDocument(old);
    assert.deepEqual(await linesAt(old, 0, END), []);
    assert.deepEqual(await linesAt((await show('.git/HEAD')).uri, 0, 40), []);
  });

  it('is shown at the cursor by its command whatever the settings are, until the cursor moves on', async () => {
    await setting('lineHover', 'off');
    await setting('quiet', true);
    const { uri } = await show(FORM);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    editor.selection = new vscode.Selection(0, 15, 0, 15);
    await vscode.commands.executeCommand('outcomeLens.whyIsThisLineHere');
    await hoverWhere(uri, 0, 15, /Ask a guest for an address/);
    assert.equal((await linesAt(uri, 0, END)).length, 1);
    assert.deepEqual(await linesAt(uri, 2, 15), []);
    editor.selection = new vscode.Selection(2, 0, 2, 0);
    while ((await linesAt(uri, 0, 15)).length > 0) await new Promise(resolve => setTimeout(resolve, 50));
  });
});

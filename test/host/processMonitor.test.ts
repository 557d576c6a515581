import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { countingGit } from './support/countingGit.ts';
import { answersWhere, extension, inWorkspace, resetWorkspace } from './support/extension.ts';

const EPIC = 'outcomes/PAY-100-guest-checkout.md';
const CODE = ['src/cart.ts', 'src/guestForm.ts', 'README.md'];

describe('git processes, in VS Code', () => {
  const monitor = countingGit();
  const gitPath = (value: string | undefined) =>
    vscode.workspace.getConfiguration('git').update('path', value, vscode.ConfigurationTarget.Global);
  let titles = 0;

  /**
   * Waits for news that takes the way of all news, over VS Code's watcher: news of git that was under way would have come
   * with it. A changed epic file itself asks git nothing.
   */
  async function allIsTold(): Promise<number> {
    const title = `Title ${++titles}`;
    const file = inWorkspace(EPIC).fsPath;
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: .*$/m, `title: ${title}`));
    await answersWhere(answers => answers.why.value?.epic?.epic?.title === title);
    return monitor.count();
  }

  before(async () => {
    await resetWorkspace();
    await gitPath(monitor.program);
    await (await extension()).session.refresh();
    await allIsTold();
  });
  after(async () => {
    await gitPath(undefined);
    monitor.remove();
    await resetWorkspace();
  });

  it('are ours where something is read', async () => {
    const before = await allIsTold();
    await (await extension()).session.refresh();
    assert.ok(monitor.count() > before, 'the monitor sees nothing');
  });

  it('are none of ours while somebody moves through files', async () => {
    const before = await allIsTold();
    for (const file of [...CODE, ...CODE]) {
      const editor = await vscode.window.showTextDocument(inWorkspace(file));
      for (let move = 0; move < 100; move++) {
        const at = new vscode.Position(move % editor.document.lineCount, move % 7);
        editor.selection = new vscode.Selection(at, at);
        editor.revealRange(editor.selection);
      }
      await vscode.commands.executeCommand('editorScroll', { to: 'down', by: 'page' });
      await vscode.commands.executeCommand('cursorBottom');
    }
    assert.equal(await allIsTold(), before);
  });

  it('are none of ours while somebody types in code', async () => {
    const before = await allIsTold();
    await vscode.window.showTextDocument(inWorkspace('src/cart.ts'));
    for (const letter of 'const typed = true;') await vscode.commands.executeCommand('type', { text: letter });
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /typed = true/);
    assert.equal(await allIsTold(), before);
  });

  it('are none of ours while nothing happens', async () => {
    const before = await allIsTold();
    assert.equal(await allIsTold(), before);
  });
});

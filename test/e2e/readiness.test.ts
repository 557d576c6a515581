import assert from 'node:assert/strict';
import { appendFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { waitFor } from '../../scripts/host/waitFor.ts';
import { treeRow } from './support/sidebar.ts';
import { startSession, type VscodeSession } from './support/vscodeSession.ts';
import type { VscodePage } from './support/vscodePage.ts';

describe('the Readiness view', () => {
  let session: VscodeSession;
  let vscode: VscodePage;
  const epic = () => readFile(path.join(session.folder, 'outcomes/PAY-100-guest-checkout.md'), 'utf8');
  const becomes = (text: string) => waitFor(`the file has "${text}"`, async () => (await epic()).includes(text));

  const box = (item: string) => treeRow(vscode.page, item).locator('.custom-view-tree-node-item-checkbox');

  before(async () => {
    session = await startSession();
    vscode = await session.open();
    await vscode.openSidebar();
    await vscode.webview('.statement');
    await vscode.runCommand('Outcome Lens: Show Readiness');
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await vscode.screenshot(`failed ${this.currentTest.fullTitle()}`);
  });
  after(() => session.close());

  it('shows the gate of the stage open, with its progress', async () => {
    await treeRow(vscode.page, 'Definition of done').getByText('1/3').waitFor();
    await treeRow(vscode.page, 'User-facing copy final').waitFor();
  });

  it('ticks by mouse, in the file', async () => {
    await box('User-facing copy final').click();
    await becomes('- [x] User-facing copy final');
    await treeRow(vscode.page, 'Definition of done').getByText('2/3').waitFor();
  });

  it('takes the last tick back', async () => {
    await vscode.runCommand('Outcome Lens: Undo Last Tick');
    await becomes('- [ ] User-facing copy final');
    await treeRow(vscode.page, 'Definition of done').getByText('1/3').waitFor();
  });

  it('ticks by keyboard: arrows to the item, Tab to its box, Space', async () => {
    const { keyboard } = vscode.page;
    const focused = vscode.page.locator('.part.sidebar .monaco-list-row.focused');
    await vscode.runCommand('Outcome Lens: Show Readiness');
    // The list may still be drawn anew after the last tick, and keys pressed meanwhile are lost.
    await waitFor('the arrows reach the item', async () => {
      const row = await focused
        .first()
        .innerText({ timeout: 1_000 })
        .catch(() => '');
      if (row.includes('Telemetry live')) return true;
      await keyboard.press(/Definition of done|Functional quality/.test(row) ? 'ArrowDown' : 'Home');
      return false;
    });
    await keyboard.press('Tab');
    await box('Telemetry live').and(vscode.page.locator(':focus')).waitFor();
    await keyboard.press('Space');
    await becomes('- [x] Telemetry live');
    await treeRow(vscode.page, 'Definition of done').getByText('2/3').waitFor();
  });

  it('names each box for a screen reader', async () => {
    await vscode.page.getByRole('checkbox', { name: 'User-facing copy final' }).waitFor();
  });

  it('follows the status bar', async () => {
    await waitFor('the status bar counts', async () =>
      /2\/3/.test(await vscode.statusItem('outcomeLens.readiness').innerText()),
    );
    assert.match(await vscode.statusItem('outcomeLens.outcome').innerText(), /Guests pay/);
    await vscode.screenshot('readiness dark');
  });

  it('shows two gates that share a heading', async () => {
    const file = path.join(session.folder, 'outcomes/PAY-100-guest-checkout.md');
    await appendFile(file, '\n## Definition of done\n\n- [ ] User-facing copy final\n');
    const gates = vscode.page.locator('.part.sidebar .monaco-list-row', { hasText: 'Definition of done' });
    await waitFor('both gates show', async () => (await gates.count()) === 2);
    await gates.nth(1).getByText('0/1').waitFor();
  });
});

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
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

  before(async () => {
    session = await startSession();
    vscode = await session.open();
    await vscode.openSidebar();
    await vscode.webview('.statement');
    await vscode.runCommand('Outcome Lens: Show Readiness');
  });
  after(() => session.close());

  it('shows the gate of the stage open, with its progress', async () => {
    await treeRow(vscode.page, 'Definition of done').getByText('1/3').waitFor();
    await treeRow(vscode.page, 'User-facing copy final').waitFor();
  });

  it('ticks by mouse, in the file', async () => {
    await treeRow(vscode.page, 'User-facing copy final').locator('.monaco-custom-toggle').click();
    await becomes('- [x] User-facing copy final');
    await treeRow(vscode.page, 'Definition of done').getByText('2/3').waitFor();
  });

  it('takes the last tick back', async () => {
    await vscode.runCommand('Outcome Lens: Undo Last Tick');
    await becomes('- [ ] User-facing copy final');
    await treeRow(vscode.page, 'Definition of done').getByText('1/3').waitFor();
  });

  it('ticks by keyboard', async () => {
    await treeRow(vscode.page, 'Telemetry live').click();
    await vscode.runCommand('Outcome Lens: Show Readiness');
    await vscode.page.keyboard.press('Space');
    await waitFor('some item is ticked', async () => /- \[x\] (?!Functional)/.test(await epic()));
  });

  it('follows the status bar', async () => {
    await waitFor('the status bar counts', async () =>
      /2\/3/.test(await vscode.statusItem('outcomeLens.readiness').innerText()),
    );
    assert.match(await vscode.statusItem('outcomeLens.outcome').innerText(), /Guests pay/);
    await vscode.screenshot('readiness dark');
  });
});

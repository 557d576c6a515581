import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { waitFor } from '../../scripts/host/waitFor.ts';
import { startSession, type VscodeSession } from './support/vscodeSession.ts';
import type { VscodePage } from './support/vscodePage.ts';
import { changed, git } from './support/workspaces.ts';

describe('Write Anticipated Outcome', () => {
  let session: VscodeSession;
  let vscode: VscodePage;

  before(async () => {
    session = await startSession({
      workspace: changed(folder => git(folder, 'switch', '--quiet', '--create', 'spike/new-retry-ideas', 'main')),
    });
    vscode = await session.open();
    await vscode.openSidebar();
  });
  after(() => session.close());

  it('makes an epic for a branch without a ticket, pins it, and leads to the sentence', async () => {
    const frame = await vscode.webview('#app');
    await frame.getByText('Write Anticipated Outcome', { exact: true }).first().click();
    const input = vscode.page.locator('.quick-input-widget input[type="text"]');
    await waitFor('a key is proposed', async () => (await input.inputValue()) === 'new-retry-ideas');
    await vscode.page.keyboard.press('Enter');
    await waitFor('a title is proposed', async () => (await input.inputValue()) === 'New retry ideas');
    await vscode.page.keyboard.press('Enter');
    await vscode.page.locator('.tab.active[data-resource-name="new-retry-ideas.md"]').waitFor();
    assert.equal(
      await git(session.folder, 'config', 'branch.spike/new-retry-ideas.outcomelens-ticket'),
      'new-retry-ideas',
    );
    const names = await readdir(path.join(session.folder, 'outcomes'));
    const made = names.find(name => name.startsWith('new-retry-ideas'));
    assert.ok(made !== undefined, names.join(', '));
    const text = await readFile(path.join(session.folder, 'outcomes', made), 'utf8');
    for (const gate of [
      'Problem worth solving',
      'Ready to build',
      'Ready to test',
      'Definition of done',
      'Go-live readiness',
      'Outcome review',
    ])
      assert.ok(text.includes(`## ${gate}`), gate);
    await frame.getByText('No anticipated outcome').first().waitFor();
  });

  it('shows the outcome as it is typed over the template’s sentence', async () => {
    await vscode.page.keyboard.type('Payments that fail once are tried again, so fewer customers call.');
    const frame = await vscode.webview('.statement');
    await waitFor('the sentence shows', async () =>
      (await frame.locator('.statement').innerText()).startsWith('Payments that fail'),
    );
    await vscode.screenshot('write outcome');
  });
});

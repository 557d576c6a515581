import assert from 'node:assert/strict';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { waitFor } from '../../scripts/host/waitFor.ts';
import { startSession, type VscodeSession } from './support/vscodeSession.ts';
import type { VscodePage } from './support/vscodePage.ts';
import { changed } from './support/workspaces.ts';

const REFUNDS = `---
key: PAY-200
title: Refunds
stage: build
tickets: [PAY-201, PAY-100]
---
# Refunds

## Definition of done

- [x] Announced [plan](PAY-100-guest-checkout.md)
`;

describe('Rename Symbol on an epic’s key', () => {
  let session: VscodeSession;
  let vscode: VscodePage;
  const inOutcomes = (file: string) => path.join(session.folder, 'outcomes', file);

  before(async () => {
    session = await startSession({
      workspace: changed(folder => writeFile(path.join(folder, 'outcomes/PAY-200-refunds.md'), REFUNDS)),
    });
    vscode = await session.open();
    await vscode.openSidebar();
  });
  after(() => session.close());

  it('changes every file that names it, and the file’s name', async () => {
    const { page } = vscode;
    await vscode.runCommand('Outcome Lens: Open Epic');
    await page.locator('.tab.active[data-resource-name="PAY-100-guest-checkout.md"]').waitFor();
    const key = page.locator('.view-line').filter({ hasText: 'key: PAY-100' }).first();
    const input = page.locator('.rename-box input');
    // The part that renames is loaded with the first epic file that is opened.
    await waitFor('the key can be renamed', async () => {
      await key.click({ position: { x: 60, y: 8 } });
      await page.keyboard.press('F2');
      return await input.waitFor({ timeout: 2000 }).then(
        () => true,
        () => false,
      );
    });
    assert.equal(await input.inputValue(), 'PAY-100');
    await input.fill('PAY-900');
    await page.keyboard.press('Enter');
    await page.locator('.tab.active[data-resource-name="PAY-900-guest-checkout.md"]').waitFor();
    await vscode.runCommand('File: Save All Files');
    await waitFor('both files are written', async () => {
      const other = await readFile(inOutcomes('PAY-200-refunds.md'), 'utf8');
      return other.includes('tickets: [PAY-201, PAY-900]') && other.includes('[plan](PAY-900-guest-checkout.md)');
    });
    assert.match(await readFile(inOutcomes('PAY-900-guest-checkout.md'), 'utf8'), /^key: PAY-900 /m);
    assert.ok(!(await readdir(inOutcomes('.'))).includes('PAY-100-guest-checkout.md'));
  });
});

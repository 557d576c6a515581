import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { waitFor } from '../../scripts/host/waitFor.ts';
import { useVscode } from './support/vscodeSession.ts';
import { changed, git } from './support/workspaces.ts';

const FILE = 'hostile.txt';
const HOSTILE = 'PAY-102 [x](command:workbench.action.quit) <img src=x> `y` $(trash) https://evil.example';

describe('the hover about a line', () => {
  const vscode = useVscode({
    workspace: changed(async folder => {
      await writeFile(path.join(folder, FILE), 'Two lines\n');
      await git(folder, 'add', FILE);
      await git(folder, 'commit', '--quiet', '-m', HOSTILE);
    }),
  });

  before(() => vscode().setTheme('dark'));

  async function open(file: string, words: string): Promise<Locator> {
    const { page } = vscode();
    const input = page.locator('.quick-input-widget input[type="text"]');
    await waitFor(`${file} is open`, async () => {
      await page.keyboard.press('ControlOrMeta+P');
      // Into the input only: in the editor, Enter would break a line.
      await input.fill(file, { timeout: 2_000 }).then(
        () => input.press('Enter', { timeout: 2_000 }),
        () => undefined,
      );
      const tab = page.locator(`.tab.active[data-resource-name="${path.basename(file)}"]`);
      return await tab.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => false,
      );
    });
    return page.locator('.view-line', { hasText: words }).first();
  }

  /** Points right behind the last character of a line until the hover is there. */
  async function hoverBehind(line: Locator, words: string): Promise<Locator> {
    const { page } = vscode();
    const hover = page.locator('.monaco-hover:not(.hidden)', { hasText: words }).first();
    const text = line.locator('span').first();
    await waitFor(`a hover says ${words}`, async () => {
      const box = await text.boundingBox();
      if (box === null) return false;
      await page.mouse.move(box.x + box.width + 200, box.y + box.height / 2);
      await page.mouse.move(box.x + box.width + 2, box.y + box.height / 2, { steps: 4 });
      return await hover.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => false,
      );
    });
    return hover;
  }

  it('tells the why right behind the line’s last character', async () => {
    const line = await open('guestForm.ts', 'export const fields');
    const hover = await hoverBehind(line, 'Guests pay without an account');
    const text = await hover.innerText();
    for (const words of ['Ask a guest for an address', 'named in the subject of the change', 'PAY-100 Guest checkout'])
      assert.ok(text.includes(words), text);
    assert.doesNotMatch(text, /Robin|@/);
    await vscode().screenshot('line hover');
  });

  it('shows a hostile subject as it is written, and leads nowhere but to its actions', async () => {
    const hover = await hoverBehind(await open(FILE, 'Two lines'), 'workbench.action.quit');
    assert.ok((await hover.innerText()).includes('[x](command:workbench.action.quit) <img src=x> `y` $(trash)'));
    assert.equal(await hover.locator('img, code, .codicon-trash').count(), 0);
    const links = await hover.locator('a').evaluateAll(all => all.map(link => link.textContent));
    assert.deepEqual(links, ['Open Epic File']);
    await vscode().screenshot('line hover of a hostile subject');
    await hover.locator('a').click();
    await vscode().page.locator('.tab.active[data-resource-name="PAY-100-guest-checkout.md"]').waitFor();
  });

  it('is shown at the cursor, with the focus in it, by Why Is This Line Here?', async () => {
    const { page } = vscode();
    const line = await open('guestForm.ts', 'export const fields');
    await line.click({ position: { x: 60, y: 8 } });
    await vscode().runCommand('Outcome Lens: Why Is This Line Here?');
    const hover = page.locator('.monaco-hover:not(.hidden)', { hasText: 'Ask a guest for an address' }).first();
    await hover.waitFor();
    await waitFor('the hover has the focus', () =>
      page.evaluate(() => document.activeElement?.closest('.monaco-hover') !== null),
    );
    await vscode().screenshot('why is this line here');
    await page.keyboard.press('Escape');
    await hover.waitFor({ state: 'hidden' });
  });
});

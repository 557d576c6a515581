import assert from 'node:assert/strict';
import type { AxeResults } from 'axe-core';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { waitFor } from '../../scripts/host/waitFor.ts';
import { setSidebarWidth } from './support/sidebar.ts';
import { startSession, useVscode, type VscodeSession } from './support/vscodeSession.ts';
import type { VscodePage } from './support/vscodePage.ts';
import { changed, emptyRepository } from './support/workspaces.ts';

const TREE = `objectives:
  - id: O-2
    title: Buying is easy
    keyResults:
      - { id: KR-2.1, title: Fewer abandoned carts }
      - { id: KR-2.2, title: Fewer calls }
`;
const WALLET = `---
key: PAY-200
title: Wallet
stage: review
launched: 2020-01-01
outcome: { statement: Guests pay in one step., reviews: [2020-02-01] }
keyResult: KR-2.1
---
# Wallet
`;

describe('the Epics view', () => {
  let session: VscodeSession;
  let vscode: VscodePage;
  let page: Page;
  const file = (name: string) => path.join(session.folder, 'outcomes', name);
  const becomes = (name: string, text: string) =>
    waitFor(`${name} has "${text}"`, async () => (await readFile(file(name), 'utf8')).includes(text));
  /** Rows of this view only: others have gates and items of the same words. */
  const pane = () => page.locator('.part.sidebar .pane', { has: page.locator('.pane-header', { hasText: 'Epics' }) });
  const row = (text: string): Locator => pane().locator('.monaco-list-row', { hasText: text }).first();
  const rows = () => pane().locator('.monaco-list-row .label-name').allInnerTexts();
  const input = () => page.locator('.quick-input-widget input[type="text"]');
  const answer = (text: string) =>
    page.locator('.quick-input-list .monaco-list-row', { has: page.getByText(text, { exact: true }) }).first();

  const tick = async (text: string) => {
    const box = answer(text).locator('input[type="checkbox"], .monaco-checkbox, .quick-input-list-checkbox');
    await box.first().click();
    await page.locator('.quick-input-widget').getByRole('button', { name: 'OK' }).click();
  };

  before(async () => {
    session = await startSession({
      workspace: changed(async folder => {
        await writeFile(path.join(folder, 'outcomes/value-tree.yaml'), TREE);
        await writeFile(path.join(folder, 'outcomes/PAY-200-wallet.md'), WALLET);
        await writeFile(path.join(folder, 'outcomes/PAY-300.md'), '---\nkey: PAY-300\nstage: build\n---\n# Idea\n');
      }),
    });
    vscode = await session.open();
    ({ page } = vscode);
    await vscode.openSidebar();
    await vscode.webview('.statement');
    await vscode.runCommand('Outcome Lens: Show Epics');
    await row('Wallet').waitFor();
    // Rows that do not fit are not drawn: the other views make room.
    for (const other of ['Outcome', 'Readiness']) {
      const header = page.locator('.part.sidebar .pane-header.expanded', { hasText: other }).first();
      await header.locator('.title').click();
      await header.waitFor({ state: 'detached' });
    }
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await vscode.screenshot(`failed ${this.currentTest.fullTitle()}`);
  });
  after(() => session.close());

  it('shows the epics under their key results, marked by their signs, and the Feature Factory Ratio', async () => {
    const all = 'Buying is easy, Fewer abandoned carts, Guest checkout, Wallet, Fewer calls, No key result, Idea';
    await waitFor('all rows show', async () => (await rows()).join(', ') === all);
    await pane().getByText('Feature Factory Ratio 1 of 3').waitFor();
    const badge = (text: string) =>
      row(text)
        .locator('.monaco-icon-label')
        .first()
        .evaluate(label => getComputedStyle(label, '::after').content);
    await waitFor('signs show', async () => /R/.test(await badge('Wallet')) && /O/.test(await badge('Idea')));
    assert.doesNotMatch(await badge('Guest checkout'), /[A-Z]/);
    await vscode.screenshot('epics dark');
  });

  it('says of each row what it is and how it stands', async () => {
    await page.getByRole('treeitem', { name: /^Wallet, PAY-200, Review\. Review due for \d+ days/ }).waitFor();
    await page.getByRole('treeitem', { name: /^Key result Fewer calls, no epic/ }).waitFor();
  });

  it('moves an epic that is dragged onto a key result, and takes it back', async () => {
    await row('Wallet').dragTo(row('Fewer calls'));
    await becomes('PAY-200-wallet.md', 'keyResult: KR-2.2\n');
    await waitFor(
      'the row moves',
      async () => (await rows()).indexOf('Wallet') > (await rows()).indexOf('Fewer calls'),
    );
    await vscode.runCommand('Outcome Lens: Undo Last Move');
    await waitFor('the file is as it was', async () => (await readFile(file('PAY-200-wallet.md'), 'utf8')) === WALLET);
  });

  it('moves by keyboard: the row’s menu, then the key result', async () => {
    await vscode.runCommand('Outcome Lens: Show Epics');
    const focused = pane().locator('.monaco-list-row.focused');
    // The list may still be drawn anew after the last move, and keys pressed meanwhile are lost.
    await waitFor('the arrows reach the epic', async () => {
      const words = await focused
        .first()
        .innerText({ timeout: 1_000 })
        .catch(() => '');
      if (words.includes('Wallet')) return true;
      await page.keyboard.press(/Buying|abandoned|Guest/.test(words) ? 'ArrowDown' : 'Home');
      return false;
    });
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Move Epic Under…' }).waitFor();
    const chosen = page.locator('.context-view .action-item.focused, .context-view .action-menu-item:focus');
    await waitFor('the arrows reach the command', async () => {
      const words = await chosen
        .first()
        .innerText({ timeout: 1_000 })
        .catch(() => '');
      if (words.includes('Move Epic Under')) return true;
      await page.keyboard.press('ArrowDown');
      return false;
    });
    await page.keyboard.press('Enter');
    await answer('Fewer calls').waitFor();
    await page.keyboard.type('calls');
    await page.keyboard.press('Enter');
    await becomes('PAY-200-wallet.md', 'keyResult: KR-2.2\n');
    await waitFor('the focus stays with it', async () => (await focused.first().innerText()).includes('Wallet'));
  });

  it('moves by the command palette too, also off any key result', async () => {
    const isGone = async () => !(await readFile(file('PAY-200-wallet.md'), 'utf8')).includes('keyResult');
    const asked = answer('Wallet').or(answer('No key result')).first();
    // Rows that are drawn anew at this moment may take the focus from a question, which closes: then it is asked again.
    await waitFor('the field is gone', async () => {
      if (await isGone()) return true;
      await vscode.runCommand('Outcome Lens: Move Epic Under…');
      try {
        await asked.waitFor({ timeout: 3_000 });
        // What is not selected is asked for first.
        if (await answer('Wallet').isVisible()) await answer('Wallet').click({ timeout: 3_000 });
        await answer('No key result').click({ timeout: 3_000 });
        await row('1 epic').filter({ hasText: 'No key result' }).waitFor({ state: 'detached', timeout: 5_000 });
      } catch {
        await page.keyboard.press('Escape');
      }
      return false;
    });
    await vscode.runCommand('Outcome Lens: Undo Last Move');
    await becomes('PAY-200-wallet.md', 'keyResult: KR-2.2\n');
  });

  it('shows what fits a filter, says so, and shows all again', async () => {
    await vscode.runCommand('Outcome Lens: Filter Epics…');
    await tick('No anticipated outcome');
    await waitFor('the filter holds', async () => (await rows()).join() === 'No key result,Idea');
    await pane().getByText('1 of 3 epics: No anticipated outcome.').waitFor();
    await vscode.runCommand('Outcome Lens: Clear Filter');
    await row('Wallet').waitFor();
  });

  it('offers a way back where nothing fits the filter', async () => {
    await vscode.runCommand('Outcome Lens: Filter Epics…');
    await tick('Problems in the file');
    await pane().getByText('No epic fits the filter.').waitFor();
    await pane().getByRole('button', { name: 'Clear Filter' }).last().click();
    await row('Wallet').waitFor();
  });

  it('makes a new epic under a key result', async () => {
    // The pointer still rests where the last test left it, and what that row tells would lie over this one.
    await page.mouse.move(900, 500);
    await page.locator('.context-view .monaco-hover, .workbench-hover').first().waitFor({ state: 'hidden' });
    await row('Fewer calls').hover();
    await row('Fewer calls').getByRole('button', { name: 'New Epic…' }).click();
    await waitFor('the key is asked', async () => await input().isVisible());
    await page.keyboard.type('PAY-400');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget').getByText('(2 of 2)').waitFor();
    await page.keyboard.type('Call me back');
    await page.keyboard.press('Enter');
    await page.locator('.tab.active[data-resource-name="PAY-400-call-me-back.md"]').waitFor();
    await becomes('PAY-400-call-me-back.md', '\nkeyResult: KR-2.2\n');
    await row('Call me back').waitFor();
  });

  it('tells a review of the branch’s epic that is due in the status bar too, and in no notification', async () => {
    const item = vscode.statusItem('outcomeLens.outcome');
    assert.equal(await item.locator('.codicon-history').count(), 0);
    const name = 'PAY-100-guest-checkout.md';
    const text = await readFile(file(name), 'utf8');
    const due = text
      .replace('stage: qa', 'stage: review')
      .replace(/ {6}measured:\n.*\n/, '')
      .replace(/reviews: .*/, 'reviews: [2020-01-01]');
    await writeFile(file(name), due);
    await item.locator('.codicon-history').waitFor();
    assert.match((await item.locator('a').first().getAttribute('aria-label')) ?? '', /Review due since 1 Jan 2020/);
    assert.equal(await page.locator('.notification-toast').count(), 0);
  });

  it('has no accessibility violation at 360 px', async () => {
    await setSidebarWidth(page, 360);
    await pane().evaluate(element => element.setAttribute('data-checked', ''));
    assert.deepEqual(await violationsIn(page, '[data-checked]'), []);
    await vscode.screenshot('epics dark 360');
  });
});

describe('the Epics view of a repository without epics', () => {
  const vscode = useVscode({ workspace: emptyRepository });

  it('says so, and offers to write the first one', async () => {
    await vscode().openSidebar();
    await vscode().webview('#app');
    await vscode().runCommand('Outcome Lens: Show Epics');
    const { page } = vscode();
    await page.getByText('There is no folder of epic files in this repository yet.').waitFor();
    await page.getByRole('button', { name: 'Write Value Tree' }).waitFor();
    await page.locator('.welcome-view').getByRole('button', { name: 'New Epic…' }).click();
    await page.locator('.quick-input-widget').getByText('(1 of 2)').waitFor();
  });
});

/** Rows are said in words ("1 of 3 items met"), not as they are drawn ("1/3"), and VS Code's own headers break it too. */
const OFF = ['label-content-name-mismatch'];

async function violationsIn(page: Page, selector: string): Promise<readonly string[]> {
  const script = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(`globalThis.axe === undefined && (() => { ${script} })()`);
  const options = {
    resultTypes: ['violations'],
    rules: Object.fromEntries(OFF.map(rule => [rule, { enabled: false }])),
  };
  const run = `globalThis.axe.run(${JSON.stringify({ include: [[selector]] })}, ${JSON.stringify(options)})`;
  const results = await page.evaluate<AxeResults>(run);
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`);
}

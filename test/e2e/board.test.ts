import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Frame, Locator } from 'playwright-core';
import { waitFor } from '../../scripts/host/waitFor.ts';
import { STATUS_ITEMS } from '../../src/vscode/ids.ts';
import { themes } from './support/vscodePage.ts';
import { useVscode } from './support/vscodeSession.ts';
import { changed, emptyRepository, git, sampleRepository } from './support/workspaces.ts';

const board = 'Outcome Lens: Open Portfolio Board';
const card = (frame: Frame, key: string): Locator => frame.locator('.card', { hasText: key });
const column = (frame: Frame, stage: string): Locator => frame.locator(`.column[data-stage="${stage}"]`);
/** Waits until the page says so about the last move. */
const says = async (frame: Frame, sentence: RegExp): Promise<void> =>
  await frame.locator('.said p', { hasText: sentence }).waitFor();

/** Waits until the card is in the column of that stage. */
async function isIn(frame: Frame, key: string, stage: string): Promise<void> {
  await column(frame, stage).locator('.card', { hasText: key }).waitFor();
}

describe('the Portfolio board', () => {
  let folder = '';
  const vscode = useVscode({
    workspace: async parent => (folder = await sampleRepository(parent)),
    context: { viewport: { width: 1480, height: 900 } },
  });
  const shown = () => vscode().webview('.columns');
  const fileOf = (name: string) => path.join(folder, 'outcomes', name);
  const guests = 'PAY-100-guest-checkout.md';
  const press = (...keys: readonly string[]) =>
    keys.reduce<Promise<void>>(
      (before, key) => before.then(() => vscode().page.keyboard.press(key)),
      Promise.resolve(),
    );

  it('shows every epic in the column of its stage, with what it is for and how far it is', async () => {
    await vscode().runCommand(board);
    const frame = await shown();
    const titles = await frame.locator('.column-title').allInnerTexts();
    assert.deepEqual(
      titles.map(title => title.split(/\s/)[0]),
      ['Discovery', 'Build', 'QA', 'Launch', 'Review', 'Closed'],
    );
    assert.match(titles[1] ?? '', /3 in progress/);
    const guest = card(frame, 'PAY-100');
    await guest.locator('.card-age', { hasText: /^\d+ days in Build$/ }).waitFor();
    const text = await guest.innerText();
    for (const part of ['Feature', 'Guest checkout', 'without opening an account', 'KR-1.1', 'Ready to test', '5 of 6'])
      assert.ok(text.includes(part), `${part} in ${text}`);
    assert.equal(await card(frame, 'PAY-120').locator('[data-sign="unreadyLaunch"]').count(), 1);
    assert.equal(await card(frame, 'PAY-80').locator('[data-sign="reviewDue"]').count(), 1);
    assert.match(await card(frame, 'PAY-160').innerText(), /No outcome yet/);
    await vscode().screenshot('board');
  });

  it('is one panel, however often it is opened', async () => {
    await vscode().runCommand(board);
    assert.equal(await vscode().page.locator('.tab', { hasText: 'Portfolio' }).count(), 1);
  });

  it('shows only what fits the filters, says so, and leads back', async () => {
    const frame = await shown();
    await frame.locator('#serves').selectOption('keyResult:KR-1.1');
    await card(frame, 'PAY-140').waitFor({ state: 'detached' });
    assert.equal(await frame.locator('.card').count(), 2);
    assert.match(await column(frame, 'build').locator('.column-title').innerText(), /1 of 3 in progress/);
    await frame.locator('#type').selectOption('debt');
    await frame.getByText('No epic fits the filters.').waitFor();
    await frame.getByText('Show All Epics').click();
    await card(frame, 'PAY-140').waitFor();
    await frame.locator('#text').fill('retry POLICY');
    await card(frame, 'PAY-100').waitFor({ state: 'detached' });
    assert.equal(await frame.locator('.card').count(), 1);
    await waitFor('it is said', async () =>
      (await frame.locator('[role="status"]').innerText()).includes('1 of 7 epics shown'),
    );
    await frame.locator('#text').fill('');
    await card(frame, 'PAY-100').waitFor();
  });

  it('is walked with the arrow keys; Tab leads to one card', async () => {
    const frame = await shown();
    await frame.locator('#stopped').focus();
    await press('Tab');
    const focused = () => frame.locator('.card:focus .card-key').innerText();
    assert.equal(await focused(), 'PAY-160');
    await press('ArrowRight', 'ArrowDown');
    assert.equal(await focused(), 'PAY-140');
    await press('ArrowRight');
    assert.equal(await focused(), 'PAY-120');
    await press('ArrowLeft', 'End');
    assert.equal(await focused(), 'PAY-150');
    assert.equal(await frame.locator('.card[tabindex="0"]').count(), 1);
  });

  it('moves by keyboard: one field of the file, what is open is said, and the focus stays on the card', async () => {
    const frame = await shown();
    const before = await readFile(fileOf(guests), 'utf8');
    await card(frame, 'PAY-100').focus();
    await press('Alt+ArrowRight');
    await isIn(frame, 'PAY-100', 'qa');
    await says(frame, /^Moved PAY-100 to QA\. 1 item of Ready to test is open\.$/);
    assert.equal(await readFile(fileOf(guests), 'utf8'), before.replace(/^stage: build$/m, 'stage: qa'));
    await waitFor('it is said aloud', async () =>
      (await frame.locator('[role="status"]').innerText()).includes('1 item of Ready to test is open'),
    );
    assert.equal(await frame.locator('.card:focus .card-key').innerText(), 'PAY-100');
    await card(frame, 'PAY-100').getByText('In QA, not committed yet').waitFor();
    await press('Control+z');
    await says(frame, /^Moved PAY-100 back to Build\.$/);
    await isIn(frame, 'PAY-100', 'build');
    assert.equal(await readFile(fileOf(guests), 'utf8'), before);
  });

  it('moves with the menu of a card, and Undo takes back all that the move wrote', async () => {
    const frame = await shown();
    const logs = fileOf('PAY-120-clean-logs.md');
    const before = await readFile(logs, 'utf8');
    await card(frame, 'PAY-120').getByRole('button', { name: 'Move to…' }).focus();
    await press('ArrowDown');
    await frame.locator('[role="menuitem"]:focus').waitFor();
    assert.deepEqual(await frame.locator('[role="menuitem"]').allInnerTexts(), [
      'Move to Discovery',
      'Move to Build',
      'Move to QA',
      'Move to Review',
      'Move to Closed',
      'Move to Stopped',
    ]);
    await vscode().screenshot('board menu');
    await press('End', 'ArrowUp', 'ArrowUp', 'Enter');
    await isIn(frame, 'PAY-120', 'review');
    await says(frame, /^Moved PAY-120 to Review\. .*Go-live readiness.* open/);
    assert.match(await readFile(logs, 'utf8'), /^stage: review\n(?:.*\n)*launched: /m);
    await frame.getByText('Undo', { exact: true }).click();
    await says(frame, /^Moved PAY-120 back to Launch\.$/);
    await isIn(frame, 'PAY-120', 'launch');
    assert.equal(await readFile(logs, 'utf8'), before);
  });

  it('gives the focus to the next card when one is moved out of sight, says where it is, and takes it back', async () => {
    const frame = await shown();
    const guest = fileOf(guests);
    const before = await readFile(guest, 'utf8');
    const keys = await column(frame, 'build').locator('.card-key').allInnerTexts();
    const next = keys[keys.indexOf('PAY-100') + 1] ?? keys[keys.indexOf('PAY-100') - 1];
    await card(frame, 'PAY-100').focus();
    await press('Space');
    await frame.getByRole('menuitem', { name: 'Move to Stopped' }).click();
    await card(frame, 'PAY-100').waitFor({ state: 'detached' });
    await says(frame, /^Moved PAY-100 to Stopped\..*tick Stopped to see them\.$/);
    assert.ok(next !== undefined);
    await frame.locator('.card:focus', { hasText: next }).waitFor();
    await waitFor('it is said aloud', async () =>
      (await frame.locator('[role="status"]').innerText()).includes('tick Stopped to see them'),
    );
    await press('Control+z');
    await isIn(frame, 'PAY-100', 'build');
    await says(frame, /^Moved PAY-100 back to Build\.$/);
    assert.equal(await readFile(guest, 'utf8'), before);
  });

  it('moves by dragging, and Escape lets a card go', async () => {
    const frame = await shown();
    const { mouse } = vscode().page;
    const middleOf = async (place: Locator) => {
      const box = await place.boundingBox();
      assert.ok(box !== null);
      return [box.x + box.width / 2, box.y + Math.min(box.height / 2, 200)] as const;
    };
    const drag = async () => {
      await mouse.move(...(await middleOf(card(frame, 'PAY-160').locator('.card-title'))));
      await mouse.down();
      await mouse.move(...(await middleOf(column(frame, 'build'))), { steps: 4 });
      await frame.locator('.ghost').waitFor();
      await frame.locator('.column[data-stage="build"][data-over]').waitFor();
    };
    await drag();
    await vscode().screenshot('board drag');
    await press('Escape');
    await frame.locator('.ghost').waitFor({ state: 'detached' });
    await mouse.up();
    await isIn(frame, 'PAY-160', 'discovery');
    await drag();
    await mouse.up();
    await says(frame, /^Moved PAY-160 to Build\./);
    await isIn(frame, 'PAY-160', 'build');
    assert.match(await readFile(fileOf('PAY-160-gift-cards.md'), 'utf8'), /^stage: build$/m);
    assert.equal(await vscode().page.locator('.tab').count(), 1);
  });

  it('takes nothing back while the epic is elsewhere, and keeps Undo for later; what else was written stays', async () => {
    const frame = await shown();
    const file = fileOf('PAY-160-gift-cards.md');
    const noted = `${await readFile(file, 'utf8')}\nA note.\n`;
    const elsewhere = noted.replace('stage: build', 'stage: closed');
    await writeFile(file, elsewhere);
    await frame.getByText('Undo', { exact: true }).click();
    await says(frame, /meanwhile/i);
    assert.equal(await readFile(file, 'utf8'), elsewhere);
    await writeFile(file, noted);
    await isIn(frame, 'PAY-160', 'build');
    await frame.getByText('Undo', { exact: true }).click();
    await says(frame, /^Moved PAY-160 back to Discovery/);
    assert.equal(await readFile(file, 'utf8'), noted.replace('stage: build', 'stage: discovery'));
    await frame.getByRole('button', { name: 'Dismiss' }).click();
    await frame.locator('.said').waitFor({ state: 'detached' });
  });

  it('follows the files, and keeps the focus meanwhile', async () => {
    const frame = await shown();
    await card(frame, 'PAY-160').focus();
    const file = fileOf('PAY-160-gift-cards.md');
    await writeFile(file, (await readFile(file, 'utf8')).replace('title: Gift cards', 'title: Cards to give'));
    await card(frame, 'PAY-160').getByText('Cards to give').waitFor();
    await writeFile(file, (await readFile(file, 'utf8')).replace('stage: discovery', 'stage: stopped'));
    await card(frame, 'PAY-160').waitFor({ state: 'detached' });
    await frame.locator('#stopped').check();
    await isIn(frame, 'PAY-160', 'stopped');
    await frame.locator('#stopped').uncheck();
  });

  it('opens an epic by keyboard', async () => {
    const frame = await shown();
    await card(frame, 'PAY-140').focus();
    await press('Enter');
    await vscode().page.locator('.tab.active[data-resource-name*="PAY-140"]').waitFor();
    await vscode().runCommand('View: Close Editor');
    await shown();
  });

  it('has the whole window', async () => {
    await vscode().runCommand('View: Close Primary Side Bar');
    await vscode().page.locator('.part.sidebar').waitFor({ state: 'hidden' });
  });

  for (const theme of Object.keys(themes) as (keyof typeof themes)[])
    for (const width of [1200, 360])
      it(`has no accessibility violation in ${theme}, ${width} pixels wide`, async () => {
        // What VS Code itself takes of the window.
        const beside = 58;
        await vscode().page.setViewportSize({ width: width + beside, height: 800 });
        await vscode().setTheme(theme);
        const frame = await shown();
        assert.deepEqual(await vscode().axe(frame), []);
        assert.equal(await frame.evaluate('document.documentElement.scrollWidth <= innerWidth'), true);
        await vscode().screenshot(`board ${theme} ${width}`);
      });

  it('comes back after a reload with the filter that was set', async () => {
    await vscode().page.setViewportSize({ width: 1480, height: 900 });
    const frame = await shown();
    await frame.locator('#type').selectOption('risk');
    await card(frame, 'PAY-100').waitFor({ state: 'detached' });
    const loaded = vscode().page.waitForEvent('load');
    await vscode().runCommand('Developer: Reload Window');
    await loaded;
    await vscode().statusItem(STATUS_ITEMS.outcome).waitFor({ timeout: 90_000 });
    const again = await shown();
    await card(again, 'PAY-120').waitFor();
    assert.equal(await again.locator('.card').count(), 1);
    assert.equal(await again.locator('#type').inputValue(), 'risk');
  });

  it('breaks no rule of its content security policy', () => {
    assert.deepEqual(vscode().cspViolations(), []);
  });
});

describe('the Portfolio board on a branch that lacks an epic of main', () => {
  const vscode = useVscode({
    workspace: changed(async folder => {
      await git(folder, 'switch', '--quiet', 'main');
      await git(folder, 'switch', '--quiet', '--orphan', 'elsewhere');
      await git(folder, 'commit', '--quiet', '--allow-empty', '-m', 'Begin elsewhere');
    }),
  });

  it('shows it, and says why it cannot be moved from here', async () => {
    await vscode().runCommand(board);
    const frame = await vscode().webview('.card');
    const only = frame.locator('.card').first();
    const before = await frame.locator('.column:has(.card)').getAttribute('data-stage');
    await only.getByText('From the main branch').waitFor();
    await only.focus();
    await vscode().page.keyboard.press('Alt+ArrowRight');
    await says(frame, /is not moved from here/);
    assert.equal(await frame.locator('.column:has(.card)').getAttribute('data-stage'), before);
    assert.equal(await only.getByRole('button', { name: 'Move to…' }).getAttribute('aria-disabled'), 'true');
    assert.deepEqual(await vscode().axe(frame), []);
    await vscode().screenshot('board of main');
  });
});

describe('the Portfolio board without epics', () => {
  const vscode = useVscode({ workspace: emptyRepository });

  it('invites to write the first, with one action', async () => {
    await vscode().runCommand(board);
    const frame = await vscode().webview('.message');
    await frame.locator('.message', { hasText: 'No epic yet' }).waitFor();
    assert.equal(await frame.locator('vscode-button').count(), 1);
    assert.deepEqual(await vscode().axe(frame), []);
  });
});

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { waitFor } from '../../scripts/host/waitFor.ts';
import { STATUS_ITEMS } from '../../src/vscode/ids.ts';
import { useVscode } from './support/vscodeSession.ts';
import { git, plainFolder, sampleRepository } from './support/workspaces.ts';

describe('the Insights panel', () => {
  const vscode = useVscode({ workspace: sampleRepository, context: { viewport: { width: 1280, height: 900 } } });
  const figures = () => vscode().webview('.figures:not([data-waiting])');

  const cycleTime = '#figure-cycleTime';

  it('opens with data quality, then the figures group by group', async () => {
    await vscode().runCommand('Outcome Lens: Open Insights');
    const frame = await figures();
    const headings = await frame.locator('h2').allInnerTexts();
    const groups = ['Data quality', 'Focus', 'Speed', 'Effectiveness', 'Quality', 'Impact', 'Against its own past'];
    assert.deepEqual(
      headings,
      groups.filter(group => headings.includes(group)),
    );
    assert.ok(headings.includes('Data quality') && headings.includes('Speed'));
    // Charts are drawn when they come near the window.
    await frame.locator(cycleTime).scrollIntoViewIfNeeded();
    await frame.locator(`${cycleTime} .chart svg`).waitFor();
    assert.match(
      await frame.locator(`${cycleTime} .headline`).innerText(),
      /85\s% finished in at most .* \(\d+\sof\s\d+\sfinished\sitems/,
    );
  });

  it('shows the same as a table, a page at a time', async () => {
    const frame = await figures();
    await frame.locator(cycleTime).getByText('The same as a table').click();
    const shown = Number(/\((\d+)\sof/.exec(await frame.locator(`${cycleTime} .headline`).innerText())?.[1]);
    assert.ok(shown > 40);
    assert.equal(await frame.locator(`${cycleTime} tbody tr`).count(), Math.min(50, shown));
  });

  it('leads to its sections by keyboard, and says which one is read', async () => {
    const frame = await figures();
    await frame.locator('nav.sections').getByText('Data quality').focus();
    // Data quality, Focus, Speed.
    for (const key of ['Tab', 'Tab', 'Enter']) await vscode().page.keyboard.press(key);
    await frame.locator('nav.sections [aria-current]', { hasText: 'Speed' }).waitFor();
    assert.equal(await frame.locator('#title-speed:focus').count(), 1);
    await frame.locator('nav.sections').getByText('Data quality').click();
    await frame.locator('nav.sections [aria-current]', { hasText: 'Data quality' }).waitFor();
  });

  for (const theme of ['dark', 'light', 'highContrast', 'highContrastLight'] as const)
    it(`has no accessibility violation in ${theme}`, async () => {
      await vscode().setTheme(theme);
      assert.deepEqual(await vscode().axe(await figures()), []);
      await vscode().screenshot(`insights ${theme}`);
    });

  it('can be worked by keyboard: arrows move among the items', async () => {
    const frame = await figures();
    await frame.locator(`${cycleTime} .chart`).focus();
    await vscode().page.keyboard.press('ArrowRight');
    const tooltip = frame.locator(`${cycleTime} .chart-tooltip`);
    await tooltip.waitFor({ state: 'visible' });
    assert.match(await tooltip.innerText(), /\d{4}/);
    await vscode().page.keyboard.press('Escape');
    await tooltip.waitFor({ state: 'hidden' });
  });

  it('zooms by keyboard without losing the focus, and its table follows', async () => {
    const frame = await figures();
    const rows = () => frame.locator(`${cycleTime} tbody tr`).count();
    const before = await rows();
    await frame.locator(`${cycleTime} .chart`).focus();
    await vscode().page.keyboard.press('+');
    await vscode().page.keyboard.press('+');
    await frame.locator(cycleTime).getByText('Show all').waitFor();
    assert.equal(await frame.locator(`${cycleTime} .chart:focus`).count(), 1);
    assert.ok((await rows()) < before);
    await vscode().page.keyboard.press('0');
    await frame.locator(cycleTime).getByText('Show all').waitFor({ state: 'detached' });
    assert.equal(await rows(), before);
  });

  it('says that lines and figures are of all items while part of them is drawn', async () => {
    const frame = await figures();
    const note = frame.locator(`${cycleTime} .zoom-note`);
    assert.equal(await note.innerText(), '');
    await frame.locator(`${cycleTime} .chart`).focus();
    for (const key of ['+', '+']) await vscode().page.keyboard.press(key);
    await waitFor('the note is there', async () =>
      /^\d+ of (\d+) items drawn\..* of all \1\.$/.test(await note.innerText()),
    );
    await vscode().page.keyboard.press('0');
    await waitFor('the note is gone', async () => (await note.innerText()) === '');
  });

  it('opens a figure’s menu by keyboard, and closes it where it came from', async () => {
    const frame = await figures();
    await frame.locator('#menu-cycleTime').focus();
    await vscode().page.keyboard.press('ArrowDown');
    await frame.locator('[role="menuitem"]:focus').waitFor();
    await vscode().page.keyboard.press('Escape');
    assert.equal(await frame.locator('#menu-cycleTime:focus').count(), 1);
    assert.equal(await frame.locator('[role="menu"]').count(), 0);
  });

  it('follows the window filter', async () => {
    const frame = await figures();
    const before = await frame.locator('.about').innerText();
    await frame.locator('select#weeks').selectOption('13');
    await waitFor('the window changes', async () => (await frame.locator('.about').innerText()) !== before);
    await figures();
    assert.match(await frame.locator('.about').innerText(), /13\sweeks/);
  });

  it('comes back after a reload with the filter that was set', async () => {
    // VS Code keeps what a page remembers when it closes its window; a browser's own reload would lose the last seconds.
    const loaded = vscode().page.waitForEvent('load');
    await vscode().runCommand('Developer: Reload Window');
    await loaded;
    // The extension starts anew, which takes long on a busy machine.
    await vscode().statusItem(STATUS_ITEMS.outcome).waitFor({ timeout: 90_000 });
    const frame = await figures();
    assert.match(await frame.locator('.about').innerText(), /13\sweeks/);
  });

  it('breaks no rule of its content security policy', () => {
    assert.deepEqual(vscode().cspViolations(), []);
  });
});

describe('what can be done with the figures', () => {
  let folder = '';
  const vscode = useVscode({
    workspace: async parent => (folder = await sampleRepository(parent)),
    context: { viewport: { width: 1280, height: 900 } },
  });
  const file = (...parts: readonly string[]) => path.join(folder, ...parts);
  const choose = async (figure: string, entry: string) => {
    const frame = await vscode().webview('.figures:not([data-waiting])');
    await frame.locator(`#menu-${figure}`).click();
    await frame.locator('[role="menuitem"]', { hasText: entry }).click();
    return frame;
  };

  it('a table is saved without the items behind it', async () => {
    await vscode().runCommand('Outcome Lens: Open Insights');
    await choose('cycleTime', 'Save as CSV…');
    const { page } = vscode();
    const name = page.locator('.quick-input-widget input[type="text"]');
    const saved = await waitFor('the dialog proposes a name', async () => {
      const proposed = path.basename(await name.inputValue());
      return /-cycleTime-\d{4}-\d\d-\d\d-to-\d{4}-\d\d-\d\d\.csv$/.test(proposed) ? proposed : undefined;
    });
    await page.keyboard.press('Enter');
    await waitFor('the file is there', () => Promise.resolve(existsSync(file(saved))));
    const csv = await waitFor('it has lines', async () => {
      const text = await readFile(file(saved), 'utf8');
      return text.includes('\n') ? text : undefined;
    });
    assert.match(csv, /^Calendar days/m);
    assert.doesNotMatch(csv, /PAY-\d/);
  });

  it('an input is pinned: the team file says so, and it comes before the groups, with a question', async () => {
    const before = await readFile(file('outcomes', 'team.yaml'), 'utf8');
    assert.match(before, /^focus: \[reviewWait, batchSize\]/m);
    const frame = await choose('wip', 'Pin to Focus');
    await frame.locator('#section-focus #figure-wip .prompt', { hasText: 'To reflect on' }).waitFor();
    assert.deepEqual(
      await frame.locator('#section-focus .figure').evaluateAll(figures => figures.map(({ id }) => id)),
      ['figure-integrationWait', 'figure-batchSize', 'figure-wip'],
    );
    const after = await readFile(file('outcomes', 'team.yaml'), 'utf8');
    assert.equal(after, before.replace('[reviewWait, batchSize]', '[reviewWait, batchSize, wip]'));
  });

  it('a retrospective is written with its pictures, and opened', async () => {
    const frame = await vscode().webview('.figures:not([data-waiting])');
    await frame.getByRole('button', { name: 'Export Retrospective' }).click();
    await vscode().page.locator('.tab.active[data-resource-name$=".md"]').waitFor();
    const folderOfAll = file('outcomes', 'retrospectives');
    const [document] = (await readdir(folderOfAll)).filter(name => name.endsWith('.md'));
    assert.match(document ?? '', /^\d{4}-\d{2}\.md$/);
    const month = (document ?? '').slice(0, -3);
    const pictures = await readdir(path.join(folderOfAll, month));
    assert.ok(pictures.includes('cycleTime.svg') && pictures.includes('forecast.svg'), pictures.join(', '));
    const text = await readFile(path.join(folderOfAll, document ?? ''), 'utf8');
    for (const picture of pictures) assert.ok(text.includes(`(${month}/${picture})`), picture);
    assert.match(await readFile(path.join(folderOfAll, month, 'cycleTime.svg'), 'utf8'), /^<svg /);
  });
});

describe('the Insights panel of a repository with one contributor', () => {
  const vscode = useVscode();

  it('declines to show figures and says why', async () => {
    await vscode().runCommand('Outcome Lens: Open Insights');
    const frame = await vscode().webview('.declined');
    await frame.locator('.declined').getByText('Not shown, to protect people').first().waitFor();
    assert.equal(await frame.locator('svg circle, table').count(), 0);
    const button = frame.getByRole('button', { name: 'Export Retrospective' });
    assert.equal(await button.getAttribute('aria-disabled'), 'true');
    assert.equal(await button.getAttribute('title'), 'Not shown, to protect people');
    assert.deepEqual(await vscode().axe(frame), []);
    await vscode().screenshot('insights declined');
  });
});

describe('the Insights panel where there is no repository', () => {
  let folder = '';
  const vscode = useVscode({ workspace: async parent => (folder = await plainFolder(parent)) });

  it('reads again on Refresh, once there is one', async () => {
    await vscode().runCommand('Outcome Lens: Open Insights');
    const frame = await vscode().webview('.message');
    await frame.locator('.message', { hasText: 'No git repository here' }).waitFor();
    await git(folder, 'init', '--quiet', '--initial-branch=main');
    await frame.getByText('Refresh', { exact: true }).click();
    await frame.locator('.message', { hasText: 'No commit yet' }).waitFor();
  });

  it('is up to date when it is shown again', async () => {
    const page = vscode().page;
    await vscode().runCommand('Preferences: Open User Settings (JSON)');
    await page.locator('.tab.active[data-resource-name="settings.json"]').waitFor();
    await git(folder, 'add', '--all');
    await git(folder, 'commit', '--quiet', '-m', 'The first');
    await vscode().runCommand('Outcome Lens: Open Insights');
    await vscode().webview('.declined');
  });

  it('is one panel, however often it is opened', async () => {
    await vscode().runCommand('Outcome Lens: Open Insights');
    await vscode().runCommand('Outcome Lens: Open Insights');
    assert.equal(await vscode().page.locator('.tab', { hasText: 'Insights' }).count(), 1);
  });
});

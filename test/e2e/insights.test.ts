import assert from 'node:assert/strict';
import { waitFor } from '../../scripts/host/waitFor.ts';
import { useVscode } from './support/vscodeSession.ts';
import { sampleRepository } from './support/workspaces.ts';

describe('the Insights panel', () => {
  const vscode = useVscode({ workspace: sampleRepository, context: { viewport: { width: 1280, height: 900 } } });
  const figures = () => vscode().webview('.figures:not([data-waiting])');

  it('opens with data quality, then cycle time as a scatterplot', async () => {
    await vscode().runCommand('Outcome Lens: Open Insights');
    const frame = await figures();
    const headings = await frame.locator('h2').allInnerTexts();
    assert.deepEqual(headings, ['Data quality', 'Cycle time']);
    await frame.locator('.chart svg').first().waitFor();
    assert.match(
      await frame.locator('.headline').innerText(),
      /85 % finished in at most .* \(\d+ of \d+ finished items/,
    );
  });

  it('shows the same as a table', async () => {
    const frame = await figures();
    await frame.getByText('The same as a table').click();
    const rows = frame.locator('tbody tr');
    assert.ok((await rows.count()) > 40);
    const shown = /\((\d+) of/.exec(await frame.locator('.headline').innerText())?.[1];
    assert.equal(await rows.count(), Number(shown));
  });

  for (const theme of ['dark', 'light', 'highContrast', 'highContrastLight'] as const)
    it(`has no accessibility violation in ${theme}`, async () => {
      await vscode().setTheme(theme);
      assert.deepEqual(await vscode().axe(await figures()), []);
      await vscode().screenshot(`insights ${theme}`);
    });

  it('can be worked by keyboard: arrows move among the items', async () => {
    const frame = await figures();
    await frame.locator('.chart').focus();
    await vscode().page.keyboard.press('ArrowRight');
    await frame.locator('[role="tooltip"], .tooltip').first().waitFor();
    await vscode().page.keyboard.press('Escape');
    await frame.locator('[role="tooltip"]:visible, .tooltip:visible').first().waitFor({ state: 'hidden' });
  });

  it('follows the window filter', async () => {
    const frame = await figures();
    const before = await frame.locator('.about').innerText();
    await frame.locator('select').first().selectOption('13');
    await waitFor('the window changes', async () => (await frame.locator('.about').innerText()) !== before);
    await figures();
    assert.match(await frame.locator('.about').innerText(), /13 weeks/);
  });

  it('comes back after a reload with the filter that was set', async () => {
    await vscode().reload();
    const frame = await figures();
    assert.match(await frame.locator('.about').innerText(), /13 weeks/);
  });

  it('breaks no rule of its content security policy', () => {
    assert.deepEqual(vscode().cspViolations(), []);
  });
});

describe('the Insights panel of a repository with one contributor', () => {
  const vscode = useVscode();

  it('declines to show figures and says why', async () => {
    await vscode().runCommand('Outcome Lens: Open Insights');
    const frame = await vscode().webview('.declined');
    await frame.getByText('Not shown, to protect people').waitFor();
    assert.equal(await frame.locator('svg circle, table').count(), 0);
    assert.deepEqual(await vscode().axe(frame), []);
    await vscode().screenshot('insights declined');
  });
});

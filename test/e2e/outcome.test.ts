import assert from 'node:assert/strict';
import { useVscode } from './support/vscodeSession.ts';
import type { themes } from './support/vscodePage.ts';
import { setSidebarWidth } from './support/sidebar.ts';
import { sampleRepository } from './support/workspaces.ts';

describe('the Outcome view', () => {
  const vscode = useVscode({ workspace: sampleRepository });

  it('shows the outcome, its chain and its readiness', async () => {
    await vscode().openSidebar();
    const frame = await vscode().webview('.statement');
    assert.match(await frame.locator('.statement').innerText(), /\w+ .*\w+/);
    const labels = await frame
      .locator('.crumb')
      .evaluateAll(crumbs => crumbs.map(crumb => crumb.getAttribute('data-state')));
    assert.deepEqual(labels, ['found', 'found', 'found', 'found', 'found']);
    assert.ok((await frame.locator('[role="progressbar"], [role="meter"], progress, meter').count()) > 0);
    assert.match(await vscode().statusItem('outcomeLens.outcome').innerText(), /\w+ \w+/);
    assert.match(await vscode().statusItem('outcomeLens.readiness').innerText(), /\d+\/\d+/);
  });

  for (const theme of [
    'dark',
    'light',
    'highContrast',
    'highContrastLight',
  ] as const satisfies readonly (keyof typeof themes)[])
    for (const width of [360, 800])
      it(`has no accessibility violation in ${theme} at ${width} px`, async () => {
        await vscode().setTheme(theme);
        await setSidebarWidth(vscode().page, width);
        const frame = await vscode().webview('.statement');
        assert.deepEqual(await vscode().axe(frame), []);
        await vscode().screenshot(`outcome ${theme} ${width}`);
      });

  it('can be worked by keyboard: a link of the chain unfolds to how it was found', async () => {
    const frame = await vscode().webview('.statement');
    const toggle = frame.locator('.crumb-toggle').first();
    await toggle.focus();
    await vscode().page.keyboard.press('Enter');
    await frame.locator('.crumb-toggle[aria-expanded="true"]').first().waitFor();
    assert.ok(await frame.locator('.crumb-how').first().isVisible());
    await vscode().page.keyboard.press('Enter');
    await frame.locator('.crumb-toggle').first().and(frame.locator('[aria-expanded="false"]')).waitFor();
  });

  it('opens the epic file', async () => {
    const frame = await vscode().webview('.statement');
    await frame.getByText('Open Epic File').first().click();
    await vscode().page.locator('.tab.active[data-resource-name*="PAY-100"]').waitFor();
  });

  it('is drawn again after a reload', async () => {
    await vscode().reload();
    await vscode().openSidebar();
    await vscode().webview('.statement');
  });

  it('breaks no rule of its content security policy', () => {
    assert.deepEqual(vscode().cspViolations(), []);
  });
});

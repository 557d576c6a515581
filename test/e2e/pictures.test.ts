import { keepPicture } from './support/pictures.ts';
import { setSidebarWidth, treeRow } from './support/sidebar.ts';
import { useVscode } from './support/vscodeSession.ts';
import { sampleRepository } from './support/workspaces.ts';

describe('the pictures of the README and the walkthrough', () => {
  const vscode = useVscode({ workspace: sampleRepository });

  it('show the outcome beside its epic file', async () => {
    const { page } = vscode();
    await vscode().setTheme('dark');
    await vscode().openSidebar();
    await vscode().webview('.statement');
    await setSidebarWidth(page, 420);
    await vscode().runCommand('Outcome Lens: Open Epic File');
    await page.locator('.tab.active[data-resource-name*="PAY-100"]').waitFor();
    await page.locator('.view-lines').first().getByText('statement').first().waitFor();
    // The Markdown extension starts when the first Markdown file opens.
    await page.getByText('Activating Extensions').waitFor({ state: 'detached' });
    await keepPicture(page, 'outcome', page);
    await keepPicture(page, 'epic', page.locator('.part.editor'));
  });

  it('show the gates', async () => {
    const { page } = vscode();
    await vscode().runCommand('Outcome Lens: Show Readiness');
    await page.locator('.pane-header[aria-label^="Outcome"]').first().click();
    await treeRow(page, 'Go-live readiness').waitFor();
    await keepPicture(page, 'readiness', page.locator('.part.sidebar'));
    await page.locator('.pane-header[aria-label^="Outcome"]').first().click();
  });

  it('show the insights', async () => {
    const { page } = vscode();
    await vscode().setTheme('light');
    await page.setViewportSize({ width: 1448, height: 1150 });
    await vscode().runCommand('View: Close Primary Side Bar');
    await vscode().runCommand('View: Close All Editors');
    await vscode().runCommand('Outcome Lens: Open Insights');
    const frame = await vscode().webview('.figures:not([data-waiting]) .chart svg');
    // What is in sight is drawn.
    await frame.locator('#section-speed .chart svg').first().waitFor();
    await keepPicture(page, 'insights', page.locator('.part.editor'));
  });

  it('show the board', async () => {
    const { page } = vscode();
    await page.setViewportSize({ width: 1448, height: 800 });
    await vscode().runCommand('View: Close All Editors');
    await vscode().runCommand('Outcome Lens: Open Portfolio Board');
    const frame = await vscode().webview('.columns');
    // The ages come with a second reading.
    await frame.locator('.card-age').first().waitFor();
    await keepPicture(page, 'board', page.locator('.part.editor'));
  });
});

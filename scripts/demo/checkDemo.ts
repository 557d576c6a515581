import path from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../host/browser.ts';
import { outputFolder } from '../host/paths.ts';
import { waitFor } from '../host/waitFor.ts';

const ownWebview = 'extensionId=outcome-lens.outcome-lens';

/**
 * Opens the demo's address as a person would, waits until the sidebar shows the extension's webview with text in it,
 * and writes a screenshot of what there is then. `asksForTrust`: VS Code asks first whether to trust the folder, and is
 * told yes. `failure` says what did not happen.
 */
export async function checkDemo(url: string, asksForTrust: boolean): Promise<{ picture: string; failure?: string }> {
  const browser = await launchBrowser();
  const picture = path.join(outputFolder, 'demo.png');
  try {
    const page = await (await browser.newContext()).newPage();
    await page.goto(url);
    const failure = await sidebarProblem(page, asksForTrust);
    await page.screenshot({ path: picture });
    return { picture, ...(failure === undefined ? {} : { failure }) };
  } finally {
    await browser.close();
  }
}

async function sidebarProblem(page: Page, asksForTrust: boolean): Promise<string | undefined> {
  try {
    await page.locator('.monaco-workbench[class*="vscode-theme-"]').waitFor();
    if (asksForTrust) await page.getByRole('button', { name: /^Yes, I trust/ }).click();
    await waitFor('the sidebar shows Outcome Lens', async () => await sidebarShows(page));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function sidebarShows(page: Page): Promise<boolean> {
  const title = page.locator('.part.sidebar .composite.title', { hasText: /outcome lens/i });
  if (!(await title.isVisible())) return false;
  for (const frame of page.frames()) {
    if (frame.parentFrame()?.url().includes(ownWebview) !== true) continue;
    // A frame may go away while it is being asked.
    const text = await frame.evaluate<string>('document.body.innerText').catch(() => '');
    if (text.trim() !== '') return true;
  }
  return false;
}

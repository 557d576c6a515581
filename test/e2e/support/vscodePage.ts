import path from 'node:path';
import type { BrowserContext, Frame, Locator, Page } from 'playwright-core';
import { outputFolder } from '../../../scripts/host/paths.ts';
import { axeViolations, type AxeOptions, type AxeViolation } from './axe.ts';
import { collectCspViolations, type CspViolation } from './cspViolations.ts';
import { waitFor } from '../../../scripts/host/waitFor.ts';

const extensionId = 'outcome-lens.outcome-lens';
const sidebarTitle = 'Outcome Lens';
const showSidebar = `View: Show ${sidebarTitle}`;

/** The four kinds of theme: how the picker calls one of each, and the class that VS Code and its webviews carry. */
export const themes = {
  dark: { label: 'Dark Modern', base: 'vs-dark' },
  light: { label: 'Light Modern', base: 'vs' },
  highContrast: { label: 'Dark High Contrast', base: 'hc-black' },
  highContrastLight: { label: 'Light High Contrast', base: 'hc-light' },
} as const;

/** VS Code in a browser page, with what tests do to it. Every method waits for its own effect. */
export interface VscodePage {
  readonly page: Page;
  /** The status bar item of this extension with the given id. */
  statusItem(id: string): Locator;
  openSidebar(): Promise<void>;
  /** Runs a command by its title, such as `Outcome Lens: Refresh`. */
  runCommand(title: string): Promise<void>;
  /**
   * Waits for the webview document in which `selector` matches. Open webviews one after another: two that boot together
   * in a fresh profile may block each other.
   */
  webview(selector: string): Promise<Frame>;
  setTheme(theme: keyof typeof themes): Promise<void>;
  /** Writes test-output/NAME.png and returns its path. */
  screenshot(name: string): Promise<string>;
  axe(frame: Frame, options?: AxeOptions): Promise<AxeViolation[]>;
  /** What the content security policy has refused in this extension's webviews so far. */
  cspViolations(): readonly CspViolation[];
  /** Loads the page again, as a person's "Reload Window" does. */
  reload(): Promise<void>;
}

/** Opens the address in the context and waits until VS Code is restored and drawn in its theme. */
export async function openVscodePage(context: BrowserContext, url: string): Promise<VscodePage> {
  const cspViolations = await collectCspViolations(context, extensionId);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(url);
  await restored(page);
  return {
    page,
    statusItem: id => page.locator(`[id="${extensionId}.${id}"]`),
    openSidebar: async () => await openSidebar(page),
    runCommand: async title => await choose(page, `>${title}`, title),
    webview: async selector => await webview(page, selector),
    setTheme: async theme => await setTheme(page, theme),
    screenshot: async name => await screenshot(page, name),
    axe: axeViolations,
    cspViolations,
    reload: async () => {
      await page.reload();
      await restored(page);
    },
  };
}

async function restored(page: Page): Promise<void> {
  await page.waitForFunction('globalThis.driver !== undefined');
  await page.evaluate('globalThis.driver.whenWorkbenchRestored()');
  // The theme comes a moment after the rest.
  await page.locator('.monaco-workbench[class*="vscode-theme-"]').waitFor();
}

/** Clicks the icon. In a small window the icon is in an overflow menu, so the command stands in for it. */
async function openSidebar(page: Page): Promise<void> {
  const named = `[aria-label^="${sidebarTitle}"]`;
  const icon = page.locator(`.activitybar [role="tab"]${named}, .activitybar a.action-label${named}`).first();
  const overflow = page.locator('.activitybar [aria-label="Additional Views"]').first();
  const opened = page.locator('.part.sidebar .composite.title', { hasText: new RegExp(sidebarTitle, 'i') });
  await waitFor('the sidebar opens', async () => {
    if (await opened.isVisible()) return true;
    if (await icon.isVisible()) await icon.click();
    else if (await overflow.isVisible()) await choose(page, `>${showSidebar}`, showSidebar);
    else return false;
    // A second click would close it again, so this one gets its time.
    await opened.waitFor({ timeout: 3_000 }).catch(() => undefined);
    return await opened.isVisible();
  });
}

/** Fills the quick input and takes the row. Keys that arrive before the input has the focus are lost, hence the retries. */
async function choose(page: Page, text: string, row: string): Promise<void> {
  const input = page.locator('.quick-input-widget input[type="text"]');
  await waitFor(`the palette offers "${row}"`, async () => {
    try {
      await page.keyboard.press('F1');
      await input.fill(text, { timeout: 2_000 });
      await pickerRow(page, row).click({ timeout: 3_000 });
      return true;
    } catch {
      await page.keyboard.press('Escape');
      return false;
    }
  });
}

function pickerRow(page: Page, label: string): Locator {
  const rows = page.locator('.quick-input-list .monaco-list-row');
  return rows.filter({ has: page.getByText(label, { exact: true }) }).first();
}

async function setTheme(page: Page, theme: keyof typeof themes): Promise<void> {
  const { label, base } = themes[theme];
  const workbench = page.locator(`.monaco-workbench.${base}`);
  if (await workbench.isVisible()) return;
  await choose(page, '>Preferences: Color Theme', 'Preferences: Color Theme');
  await page.locator('.quick-input-widget input[placeholder^="Select Color Theme"]').fill(label);
  await pickerRow(page, label).click();
  await workbench.waitFor();
}

async function webview(page: Page, selector: string): Promise<Frame> {
  return await waitFor(`a webview shows ${selector}`, async () => {
    for (const frame of page.frames()) {
      // A frame may go away while it is being asked.
      const place = frame.locator(selector).first();
      const found = await place.isVisible().catch(() => false);
      if (found && frame !== page.mainFrame()) return frame;
    }
    return undefined;
  });
}

async function screenshot(page: Page, name: string): Promise<string> {
  const file = path.join(outputFolder, `${name.replace(/[^\w-]+/g, '-')}.png`);
  await page.screenshot({ path: file });
  return file;
}

import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core';
import { makeScratchFolder } from './atExit.ts';
import { ensureChromium } from './ensureChromium.ts';

const args = [
  // Root, as in containers, cannot use the sandbox; the only pages are our own on 127.0.0.1.
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--force-color-profile=srgb',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
];

/** A running browser with a throw-away home. */
export interface RunningBrowser {
  readonly browser: Browser;
  /** A fresh context, wide enough for a sidebar beside an editor. */
  newContext(options?: BrowserContextOptions): Promise<BrowserContext>;
  close(): Promise<void>;
}

/** Starts a headless browser that can reach nothing but this machine. */
export async function launchBrowser(): Promise<RunningBrowser> {
  const { env, ...where } = await ensureChromium();
  const home = await makeScratchFolder('ol-browser');
  const environment = {
    ...definedEnvironment(),
    ...env,
    HOME: home.path,
    XDG_CACHE_HOME: path.join(home.path, 'cache'),
  };
  const browser = await chromium.launch({ ...where, args, env: environment });
  return {
    browser,
    newContext: async options => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
      // tsx compiles functions with this helper, which the page does not have.
      await context.addInitScript('globalThis.__name ??= value => value;');
      return context;
    },
    close: async () => {
      await browser.close();
      await home.remove();
    },
  };
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

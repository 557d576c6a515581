import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { ensureHost, hostIsSupported } from './ensureHost.ts';
import { HostUnavailable } from './hostUnavailable.ts';

/** How to start a browser of the Chromium family. */
export interface Browser {
  readonly executablePath?: string;
  readonly channel?: string;
  readonly env?: Record<string, string>;
}

const systemChromiums = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

/**
 * Finds the browser for the end-to-end tests: `CHROME_PATH`, then the cached npm Chromium (same pixels and font on
 * every machine), then Playwright's own, then the system's. Throws HostUnavailable with what to install.
 */
export async function ensureChromium(): Promise<Browser> {
  const chosen = process.env['CHROME_PATH'];
  if (chosen !== undefined && chosen !== '') {
    if (!existsSync(chosen)) throw new HostUnavailable(`CHROME_PATH names ${chosen}, which does not exist.`);
    return { executablePath: chosen };
  }
  if (hostIsSupported) return packaged((await ensureHost()).chromium);
  const candidates = [chromium.executablePath(), ...systemChromiums.map(name => `/usr/bin/${name}`)];
  const found = candidates.find(file => file !== '' && existsSync(file));
  if (found !== undefined) return { executablePath: found };
  if (process.platform === 'darwin') return { channel: 'chrome' };
  if (process.platform === 'win32') return { channel: 'msedge' };
  throw new HostUnavailable(
    'No Chromium was found: run `npx playwright install chromium-headless-shell`, or on Debian ' +
      '`sudo apt-get install --no-install-recommends chromium-headless-shell`, or set CHROME_PATH.',
  );
}

function packaged(folder: string): Browser {
  return {
    executablePath: path.join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: path.join(folder, 'lib'), FONTCONFIG_PATH: folder },
  };
}

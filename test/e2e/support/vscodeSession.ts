import { existsSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContextOptions } from 'playwright-core';
import { makeScratchFolder } from '../../../scripts/host/atExit.ts';
import { launchBrowser } from '../../../scripts/host/browser.ts';
import { prepareWorkspace, type WorkspaceMaker } from '../../../scripts/host/hostWorkspace.ts';
import { repositoryRoot } from '../../../scripts/host/paths.ts';
import { startHost, type HostOptions } from '../../../scripts/host/startHost.ts';
import { testEnvironment } from '../../../scripts/host/testEnvironment.ts';
import { openVscodePage, type VscodePage } from './vscodePage.ts';

export interface SessionOptions extends Pick<HostOptions, 'settings' | 'trusted' | 'env'> {
  /** Makes the repository that is opened. Default: the host suite's. */
  readonly workspace?: WorkspaceMaker;
  /** Opens this folder instead, and never changes or removes it. */
  readonly folder?: string;
}

/** A VS Code with the built extension in it, and a browser; any number of pages may look at it. */
export interface VscodeSession {
  readonly folder: string;
  /** Opens VS Code in a fresh browser profile and waits until it is restored and drawn in its theme. */
  open(context?: BrowserContextOptions): Promise<VscodePage>;
  close(): Promise<void>;
}

/** Starts the host, the browser and the repository. About one second; share a session among the tests of a file. */
export async function startSession(options: SessionOptions = {}): Promise<VscodeSession> {
  if (!existsSync(path.join(repositoryRoot, 'dist', 'extension.cjs'))) {
    throw new Error('The extension is not built: run `npm run build` first.');
  }
  const scratch = await makeScratchFolder('ol-e2e');
  const folder = options.folder ?? (await (options.workspace ?? prepareWorkspace)(scratch.path));
  const host = await startHost({
    folder,
    env: { ...testEnvironment(), ...options.env },
    trusted: options.trusted ?? true,
    settings: { 'security.workspace.trust.startupPrompt': 'never', ...options.settings },
  });
  const browser = await launchBrowser();
  return {
    folder,
    open: async context =>
      await openVscodePage(await browser.newContext(context), host.url({ extension: repositoryRoot })),
    close: async () => {
      await browser.close();
      await host.stop();
      await scratch.remove();
    },
  };
}

/**
 * For a `describe` block: opens one VS Code before its first test and closes it after the last. A failing test leaves a
 * screenshot in test-output. Returns a function that gives the page to a test.
 */
export function useVscode(
  options: SessionOptions & { readonly context?: BrowserContextOptions } = {},
): () => VscodePage {
  let session: VscodeSession | undefined;
  let opened: VscodePage | undefined;
  before(async () => {
    session = await startSession(options);
    opened = await session.open(options.context);
  });
  afterEach(async function () {
    const test = this.currentTest;
    if (test?.state === 'failed') await opened?.screenshot(`failed ${test.fullTitle()}`);
  });
  after(async () => {
    await session?.close();
  });
  return () => {
    if (opened === undefined) throw new Error('The page is opened by a hook: ask for it inside a test.');
    return opened;
  };
}

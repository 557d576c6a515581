import { hostIsSupported } from '../host/ensureHost.ts';
import { runDesktopSuite } from '../host/runDesktopSuite.ts';
import { runHostSuite, runSeveralFoldersSuite } from '../host/runHostSuite.ts';
import { addCounts, noCounts, type Counts } from './counts.ts';
import { runMocha } from './mochaStage.ts';
import { runStep } from './steps.ts';

/** Enough to prove that @vscode/test-electron reaches the tests; the host stage runs all of them. */
const oneHostTest = 'opens the workspace folder';

const projects = ['tsconfig.json', 'webview/tsconfig.json', 'test/e2e/tsconfig.json'];

/** What `npm test` can do, by name. */
export const stages = {
  check: async () =>
    await sum(
      ...projects.map(
        project => async () =>
          await runStep(`types of ${project}`, tool('typescript/bin/tsc', '-p', project, '--noEmit')),
      ),
      async () => await runStep('lint', tool('eslint/bin/eslint.js', '--max-warnings=0', '.')),
      async () => await runStep('format', tool('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.')),
    ),
  build: async () => await runStep('build', ['esbuild.mjs']),
  unit: async () => await runMocha({ files: ['test/{unit,repos,contract}/**/*.test.ts'], timeoutMs: 60_000 }),
  host: async () =>
    hostIsSupported ? addCounts(await runHostSuite(), await runSeveralFoldersSuite()) : await runDesktopSuite(),
  desktop: async () => await runDesktopSuite(),
  'desktop-shim': async () =>
    hostIsSupported
      ? await runDesktopSuite({ shim: true, grep: oneHostTest })
      : skip('the host stage has already run in the desktop VS Code here'),
  e2e: async () =>
    hostIsSupported
      ? await runMocha({ files: ['test/e2e/**/*.test.ts'], timeoutMs: 120_000, retries: 1 })
      : skip('the end-to-end tests need the packaged VS Code server, which exists for linux-x64 only'),
} satisfies Record<string, () => Promise<Counts>>;

export type StageName = keyof typeof stages;

/** What `npm test` does without arguments. */
export const usualStages: readonly StageName[] = ['check', 'build', 'unit', 'host', 'desktop-shim', 'e2e'];

/** Whether a word from the command line names a stage. */
export function isStageName(name: string): name is StageName {
  return Object.hasOwn(stages, name);
}

function tool(file: string, ...args: string[]): string[] {
  return [`node_modules/${file}`, ...args];
}

/** Two at a time: the checks are independent, and each keeps a core busy. */
async function sum(...steps: (() => Promise<Counts>)[]): Promise<Counts> {
  const waiting = [...steps];
  let total = noCounts;
  const lane = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const counts = await step();
      total = addCounts(total, counts);
    }
  };
  await Promise.all([lane(), lane()]);
  return total;
}

function skip(why: string): Counts {
  console.log(`  - skipped: ${why}`);
  return { ...noCounts, skipped: 1 };
}

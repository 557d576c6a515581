import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeScratchFolder } from './atExit.ts';
import { buildHostTests } from './buildHostTests.ts';
import { readCounts, type Counts } from '../testing/counts.ts';
import { runMain } from './hostUnavailable.ts';
import { prepareSeveralFolders } from './severalFolders.ts';
import { prepareWorkspace, type WorkspaceMaker } from './hostWorkspace.ts';
import { repositoryRoot } from './paths.ts';
import { runInHost } from './runInHost.ts';
import { adoptTestEnvironment, testEnvironment } from './testEnvironment.ts';

export interface HostSuiteOptions {
  readonly workspace?: WorkspaceMaker;
  /** A folder below test/host that has the tests; test/host itself when absent. */
  readonly tests?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Runs only the tests whose full title matches. */
  readonly grep?: string;
}

/** Runs test/host/*.test.ts inside the VS Code server and prints the suite's own output. */
export async function runHostSuite(options: HostSuiteOptions = {}): Promise<Counts> {
  const tests = await buildHostTests(options.tests);
  return await inFreshWorkspace(options.workspace ?? prepareWorkspace, async (folder, scratch) => {
    const counts = path.join(scratch, 'counts.json');
    const env = { ...testEnvironment(), VSHOST_TEST_COUNTS: counts, MOCHA_GREP: options.grep ?? '' };
    return await readCounts(
      counts,
      await runInHost({
        ...{ extension: repositoryRoot, tests, folder, env },
        ...(options.settings === undefined ? {} : { settings: options.settings }),
      }),
    );
  });
}

/** The tests of a window of several folders, in which VS Code's own git extension is off. */
export async function runSeveralFoldersSuite(options: Pick<HostSuiteOptions, 'grep'> = {}): Promise<Counts> {
  const settings = { 'git.enabled': false };
  return await runHostSuite({ ...options, workspace: prepareSeveralFolders, tests: 'severalFolders', settings });
}

/** Makes a repository in a temporary folder, hands it to `work`, and removes it. */
export async function inFreshWorkspace<T>(
  workspace: WorkspaceMaker,
  work: (folder: string, scratch: string) => Promise<T>,
): Promise<T> {
  const scratch = await makeScratchFolder('ol-suite');
  try {
    return await work(await workspace(scratch.path), scratch.path);
  } finally {
    await scratch.remove();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  adoptTestEnvironment();
  await runMain(async () => {
    const [, , grep, several] = process.argv;
    const run = several === '--several' ? runSeveralFoldersSuite : runHostSuite;
    return (await run(grep === undefined ? {} : { grep })).failed > 0 ? 1 : 0;
  });
}

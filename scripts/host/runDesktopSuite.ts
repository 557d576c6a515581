import { chmod, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildHostTests } from './buildHostTests.ts';
import { readCounts, type Counts } from '../testing/counts.ts';
import { HostUnavailable, runMain } from './hostUnavailable.ts';
import { prepareWorkspace, type WorkspaceMaker } from './hostWorkspace.ts';
import { repositoryRoot } from './paths.ts';
import { inFreshWorkspace } from './runHostSuite.ts';
import { adoptTestEnvironment, testEnvironment } from './testEnvironment.ts';

export interface DesktopSuiteOptions {
  readonly workspace?: WorkspaceMaker;
  readonly grep?: string;
  /** Starts the server host in the place of a desktop VS Code, to prove this path where no desktop build can be had. */
  readonly shim?: boolean;
}

/**
 * Runs test/host/*.test.ts in a desktop VS Code through @vscode/test-electron: the one that VSCODE_EXECUTABLE names, or
 * a downloaded one. On Linux it needs a display, for example from xvfb-run.
 */
export async function runDesktopSuite(options: DesktopSuiteOptions = {}): Promise<Counts> {
  // Loaded here, so that the other suites need no part of it.
  const { runTests, TestRunFailedError } = await import('@vscode/test-electron');
  const tests = await buildHostTests();
  return await inFreshWorkspace(options.workspace ?? prepareWorkspace, async (folder, scratch) => {
    const counts = path.join(scratch, 'counts.json');
    const executable = options.shim === true ? await writeShim(scratch) : process.env['VSCODE_EXECUTABLE'];
    const code = await runTests({
      ...(executable === undefined || executable === '' ? {} : { vscodeExecutablePath: executable }),
      extensionDevelopmentPath: repositoryRoot,
      extensionTestsPath: tests,
      launchArgs: [folder, `--user-data-dir=${path.join(scratch, 'ud')}`, '--disable-extensions'],
      extensionTestsEnv: { ...testEnvironment(), VSHOST_TEST_COUNTS: counts, MOCHA_GREP: options.grep ?? '' },
    }).catch((error: unknown) => {
      if (error instanceof TestRunFailedError) return error.code ?? 1;
      throw unreachable(error);
    });
    return await readCounts(counts, code);
  });
}

/** test-electron starts one file, so the shim is a file of one line. */
async function writeShim(folder: string): Promise<string> {
  const file = path.join(folder, 'code');
  const program = [process.execPath, ...process.execArgv, path.join(import.meta.dirname, 'desktopShim.ts')];
  await writeFile(file, `#!/bin/sh\nexec ${program.map(part => `'${part}'`).join(' ')} "$@"\n`);
  await chmod(file, 0o755);
  return file;
}

/** What is no verdict of the suite came from the download. */
function unreachable(error: unknown): HostUnavailable {
  const why = error instanceof Error ? error.message : String(error);
  return new HostUnavailable(
    `VS Code could not be downloaded (${why}): set VSCODE_EXECUTABLE to a desktop VS Code of this machine.`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  adoptTestEnvironment();
  await runMain(async () => {
    const { failed } = await runDesktopSuite({ shim: process.argv.includes('--shim') });
    return failed > 0 ? 1 : 0;
  });
}

import { cp, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { makeScratchFolder } from './atExit.ts';
import { launchBrowser } from './browser.ts';
import { outputFolder } from './paths.ts';
import { startHost } from './startHost.ts';

const quietCapMs = 120_000;
const pollMs = 100;

/** The verdicts beside the suite's own 0 and 1. */
const crashed = 97;
const neverEnded = 98;

export interface HostRun {
  /** The extension in development. */
  readonly extension: string;
  /** The file whose exported `run` VS Code calls. */
  readonly tests: string;
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly trusted?: boolean;
}

/**
 * Runs a test entry inside a fresh VS Code server and prints what it says while it runs. Returns its exit code: 0, 1, or
 * 97 and 98 when the page or the server died, or nothing happened for two minutes. Logs of a failed run are kept in test-output.
 */
export async function runInHost(run: HostRun): Promise<number> {
  const scratch = await makeScratchFolder('ol-run');
  const output = path.join(scratch.path, 'output.txt');
  const env = { ...run.env, VSHOST_TEST_OUTPUT: output };
  const host = await startHost({ ...run, env });
  try {
    const code = await openAndWait(host.url({ extension: run.extension, tests: run.tests }), output, host.ended);
    if (code !== 0) await keepLogs(host.profile, code);
    return code;
  } finally {
    await host.stop();
    await scratch.remove();
  }
}

async function openAndWait(url: string, output: string, hostEnded: Promise<void>): Promise<number> {
  const browser = await launchBrowser();
  try {
    const page = await (await browser.newContext()).newPage();
    const follower = follow(output);
    const verdict = new Promise<number>((resolve, reject) => {
      page.on('crash', () => resolve(crashed));
      browser.browser.on('disconnected', () => resolve(crashed));
      void hostEnded.then(() => resolve(crashed));
      void follower.silence.then(() => resolve(neverEnded));
      page
        .exposeFunction('codeAutomationExit', (code: number) => resolve(code))
        .then(() => page.goto(url))
        .catch(reject);
    });
    try {
      return await verdict;
    } finally {
      await follower.stop();
    }
  } finally {
    await browser.close();
  }
}

/** Prints a growing file; `silence` resolves when it has not grown for too long. */
function follow(file: string): { silence: Promise<void>; stop: () => Promise<void> } {
  let printed = 0;
  let grown = Date.now();
  const print = async () => {
    const text = await readFile(file, 'utf8').catch(() => '');
    if (text.length === printed) return;
    process.stdout.write(text.slice(printed));
    printed = text.length;
    grown = Date.now();
  };
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<void>(resolve => {
    timer = setInterval(() => {
      void print();
      if (Date.now() - grown > quietCapMs) resolve();
    }, pollMs);
  });
  return {
    silence,
    stop: async () => {
      clearInterval(timer);
      await print();
    },
  };
}

async function keepLogs(profile: string, code: number): Promise<void> {
  const kept = path.join(outputFolder, 'host-logs');
  await rm(kept, { recursive: true, force: true });
  await cp(path.join(profile, 'ud', 'logs'), kept, { recursive: true }).catch(() => undefined);
  if (code === crashed) console.error('The page or the server died before the suite ended.');
  if (code === neverEnded) console.error(`The suite was silent for ${quietCapMs / 1000} s and was stopped.`);
  console.error(`The host's logs are in ${path.relative(process.cwd(), kept)}.`);
}

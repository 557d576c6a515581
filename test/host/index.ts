import { appendFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import mochaModule from 'mocha';
import * as vscode from 'vscode';
import { failureOf, type Counts, type Failure } from '../../scripts/testing/counts.ts';

// Mocha is an ES module: under `require` its class is the default export.
const Mocha = (mochaModule as { default?: typeof mochaModule }).default ?? mochaModule;

/** Set by the server host's harness, which cannot read this process's console; a desktop VS Code prints it instead. */
const outputFile = process.env['VSHOST_TEST_OUTPUT'];
const countsFile = process.env['VSHOST_TEST_COUNTS'];

const say = (...parts: unknown[]): void => {
  if (outputFile === undefined) console.log(...parts);
  else appendFileSync(outputFile, `${format(...parts)}\n`);
};

/** Runs every built host test inside VS Code. Called by VS Code; rejects when a test fails. */
export async function run(): Promise<void> {
  process.setSourceMapsEnabled(true);
  let failures: number;
  try {
    await warmWebview(3);
    failures = await runMocha();
  } catch (error) {
    say('The host tests could not be run:', error);
    throw error;
  }
  if (failures > 0) throw new Error(`${failures} test(s) failed`);
}

async function runMocha(): Promise<number> {
  Mocha.reporters.Base.consoleLog = say;
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, color: false, forbidOnly: Boolean(process.env['CI']) });
  const grep = process.env['MOCHA_GREP'];
  if (grep !== undefined && grep !== '') mocha.grep(grep);
  const files = readdirSync(__dirname).filter(name => name.endsWith('.test.cjs'));
  if (files.length === 0) throw new Error(`no host tests in ${__dirname}`);
  for (const name of files.sort()) mocha.addFile(path.join(__dirname, name));
  return await new Promise<number>(resolve => {
    const runner = mocha.run(resolve);
    const failures: Failure[] = [];
    runner.on('fail', (test, error: unknown) => failures.push(failureOf(test.fullTitle(), error)));
    runner.once('end', () => {
      const { passes, failures: failed, pending } = runner.stats ?? { passes: 0, failures: 1, pending: 0 };
      const counts: Counts = { passed: passes, failed, skipped: pending, failures };
      if (countsFile !== undefined) writeFileSync(countsFile, JSON.stringify(counts));
    });
  });
}

/**
 * Opens and closes a webview alone. In a fresh browser profile two webviews that boot together may wait for each other's
 * service worker for ever; the first one settles it for all that follow.
 */
async function warmWebview(tries: number): Promise<void> {
  if (vscode.env.uiKind !== vscode.UIKind.Web) return;
  for (let left = tries; left > 0; left--) {
    const panel = vscode.window.createWebviewPanel('warm', 'Warm-up', vscode.ViewColumn.One, { enableScripts: true });
    const answered = new Promise<boolean>(resolve => {
      panel.webview.onDidReceiveMessage(() => resolve(true));
      setTimeout(() => resolve(false), 8_000);
    });
    panel.webview.html = '<!doctype html><script>acquireVsCodeApi().postMessage(1)</script>';
    const ok = await answered;
    panel.dispose();
    if (ok) return;
  }
}

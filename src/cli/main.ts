import { existsSync } from 'node:fs';
import path from 'node:path';
import { diskFiles } from '../epics/diskFiles.ts';
import { createEpics } from '../epics/openEpics.ts';
import { createGit } from '../git/openGit.ts';
import { createOutcomeLens, type OutcomeLens } from '../lens/outcomeLens.ts';
import { jsonText } from '../export/plain.ts';
import { CancelledError } from '../model/problem.ts';
import { parseArguments, UsageError, type CliOptions } from './args.ts';
import { cacheStore } from './cacheStore.ts';
import { outliveReader } from './outliveReader.ts';
import { failureText } from './failure.ts';
import { flowCommand } from './flow.ts';
import { HELP } from './help.ts';
import { learnCommand } from './learn.ts';
import { lintCommand } from './lint.ts';
import { plain } from './print/plain.ts';
import { readyCommand } from './ready.ts';
import type { CliCommand, CliResult } from './result.ts';
import { VERSION } from './version.ts';
import { whyCommand } from './why.ts';

const COMMANDS: Readonly<Record<'why' | 'ready' | 'lint' | 'learn' | 'flow', CliCommand>> = {
  why: whyCommand,
  ready: readyCommand,
  lint: lintCommand,
  learn: learnCommand,
  flow: flowCommand,
};

/** 0 fine, 1 the answer is "no", 2 could not answer. */
async function main(argv: readonly string[]): Promise<number> {
  const options = parseArguments(argv);
  if (options.command === 'help') return say(HELP, 0);
  if (options.command === 'version') return say(`outcome-lens ${VERSION ?? 'from source'}`, 0);
  const interrupted = new AbortController();
  process.once('SIGINT', () => interrupted.abort());
  const lens = openLens(options);
  if (options.command === 'mcp') return serve(options, lens, interrupted.signal);
  const result = await answer(options, lens, interrupted.signal, COMMANDS[options.command]);
  for (const line of result.diagnostics) process.stderr.write(`${plain(line)}\n`);
  return say(options.json ? jsonText(result.json) : result.text, result.exit);
}

function openLens(options: CliOptions): OutcomeLens {
  return createOutcomeLens({
    // Whoever runs a command in a repository trusts it; the help says so.
    git: createGit({ isTrusted: () => true }),
    epics: createEpics(),
    files: diskFiles,
    store: cacheStore(process.env, process.platform),
    now: () => Date.now() / 1000,
    outcomesFolder: () => options.folder,
  });
}

/** Throws a UsageError when there is no such folder. */
function folderOf(options: CliOptions): string {
  const folder = path.resolve(options.repository);
  // With a separator at its end a path leads to a folder, or nowhere.
  if (!existsSync(folder + path.sep)) throw new UsageError(`there is no folder "${options.repository}"`);
  return folder;
}

/** Agents ask until they close stdin. A bundle of its own: nothing else speaks their protocol. */
async function serve(options: CliOptions, lens: OutcomeLens, signal: AbortSignal): Promise<number> {
  const folder = folderOf(options);
  const { serveMcp } = await import('../mcp/main.ts');
  await serveMcp({ lens, folder, version: VERSION ?? 'from source' }, signal);
  return 0;
}

async function answer(
  options: CliOptions,
  lens: OutcomeLens,
  signal: AbortSignal,
  command: CliCommand,
): Promise<CliResult> {
  const repository = await lens.open(folderOf(options), signal);
  return command({
    repository,
    options,
    terminal: process.stdout.isTTY && !options.json,
    progress: text => process.stderr.isTTY && process.stderr.write(text),
    signal,
  });
}

function say(text: string, exit: number): number {
  if (text !== '') process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  return exit;
}

function failed(error: unknown): number {
  if (error instanceof CancelledError || (error instanceof Error && error.name === 'AbortError')) return 130;
  process.stderr.write(`outcome-lens: ${plain(failureText(error, process.env['OUTCOME_LENS_DEBUG'] === '1'))}\n`);
  return 2;
}

for (const stream of [process.stdout, process.stderr]) outliveReader(stream, error => process.exit(failed(error)));

main(process.argv.slice(2)).then(
  exit => (process.exitCode = exit),
  (error: unknown) => (process.exitCode = failed(error)),
);

import { existsSync, realpathSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkDemo } from './demo/checkDemo.ts';
import { packageVsix } from './demo/packageVsix.ts';
import { makeScratchFolder } from './host/atExit.ts';
import { hostIsSupported } from './host/ensureHost.ts';
import { runMain } from './host/hostUnavailable.ts';
import { repositoryRoot } from './host/paths.ts';
import { startHost, type HostOptions } from './host/startHost.ts';
import { makeSampleRepository } from './sample/makeSampleRepository.ts';

/**
 * `npm run demo [-- /path/to/repository] [--check]`: installs the packed extension into a throw-away VS Code and serves
 * it to this machine's browser, with a made-up repository or with the given one, which is opened as it is.
 */
async function demo(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { check: { type: 'boolean' } } });
  const given = positionals[0];
  if (given !== undefined && !existsSync(given)) {
    console.error(`There is no folder ${given}.`);
    return 1;
  }
  if (!hostIsSupported) return await explainInstead();

  // Ctrl-C is the way to end a demo and no failure.
  process.on('SIGINT', () => process.exit(0));
  const scratch = await makeScratchFolder('ol-demo');
  const vsix = await packageVsix(scratch.path);
  const host = await startHost(given === undefined ? await sample(scratch.path, vsix) : own(given, vsix));
  try {
    if (values.check === true) return await check(host.url(), given !== undefined);
    console.log(`\nOutcome Lens is running: open this address in a browser of this machine.\n\n  ${host.url()}\n`);
    console.log('Press Ctrl-C to stop; the profile and the sample are then removed.');
    await host.ended;
    console.error('The VS Code server has ended.');
    return 1;
  } finally {
    await host.stop();
    await scratch.remove();
  }
}

async function check(url: string, asksForTrust: boolean): Promise<number> {
  const { picture, failure } = await checkDemo(url, asksForTrust);
  const seen = `see ${path.relative(process.cwd(), picture)}`;
  if (failure === undefined) console.log(`The demo works: ${seen}.`);
  else console.error(`The demo does not work: ${failure}; ${seen}.`);
  return failure === undefined ? 0 : 1;
}

async function sample(parent: string, vsix: string): Promise<HostOptions> {
  const folder = path.join(parent, 'sample');
  console.log('Writing the sample repository …');
  await makeSampleRepository(folder);
  return { folder, vsix, env: { OUTCOME_LENS_DEMO: '1' } };
}

/** VS Code asks whether the folder is trusted, as always; git keeps the person's settings, and takes no locks. */
function own(folder: string, vsix: string): HostOptions {
  const personal = process.env['GIT_CONFIG_GLOBAL'] ?? path.join(os.homedir(), '.gitconfig');
  return {
    folder: realpathSync(folder),
    vsix,
    trusted: false,
    settings: { 'security.workspace.trust.startupPrompt': 'always' },
    env: {
      OUTCOME_LENS_DEMO: '1',
      GIT_OPTIONAL_LOCKS: '0',
      ...(existsSync(personal) ? { GIT_CONFIG_GLOBAL: personal } : {}),
    },
  };
}

async function explainInstead(): Promise<number> {
  const vsix = await packageVsix(repositoryRoot);
  console.log(
    `The packaged VS Code server exists for linux-x64 only, so try the extension in your own VS Code:\n\n` +
      `  code --install-extension "${vsix}"\n`,
  );
  return 0;
}

await runMain(demo);

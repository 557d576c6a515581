import { spawn } from 'node:child_process';
import { HostUnavailable } from './hostUnavailable.ts';

/** No package script ever runs: the recipe needs none of them, and npm 12 blocks them anyway. */
const flags = [
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--no-progress',
  '--engine-strict=false',
  '--omit=dev',
  '--prefer-offline',
  '--fetch-retries=2',
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-factor=2',
  '--loglevel=error',
];

const unreachable = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENOTCACHED/;

/** Runs `npm install` in a folder that has its own package.json. Works with npm 10, 11 and 12. */
export async function npmInstall(folder: string, ...packages: string[]): Promise<void> {
  const args = ['install', ...(packages.length > 0 ? ['--no-save'] : []), ...flags, ...packages];
  const { code, output } = await run(folder, args);
  if (code === 0) return;
  if (unreachable.test(output)) {
    throw new HostUnavailable(
      'The test host is not installed yet and the npm registry cannot be reached: connect once, then run this again.',
    );
  }
  throw new HostUnavailable(`npm could not install the test host:\n${output.trim().split('\n').slice(-8).join('\n')}`);
}

async function run(folder: string, args: string[]): Promise<{ code: number; output: string }> {
  return await new Promise(resolve => {
    const child = spawn('npm', args, { cwd: folder, env: npmEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (data: Buffer) => (output += data.toString()));
    child.stderr.on('data', (data: Buffer) => (output += data.toString()));
    child.on('error', error => resolve({ code: 1, output: error.message }));
    child.on('close', code => resolve({ code: code ?? 1, output }));
  });
}

/** Under `npm test` the outer npm describes its own project in these variables; they must not steer the inner one. */
function npmEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^npm_(package|lifecycle|command|execpath)|^npm_config_(local_)?prefix$|^npm_config_omit$|^INIT_CWD$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

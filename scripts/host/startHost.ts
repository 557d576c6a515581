import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { atExit, makeScratchFolder } from './atExit.ts';
import { ensureHost, type InstalledHost } from './ensureHost.ts';
import { quietSettings } from './hostSettings.ts';
import { killGroup, signalGroup } from './processGroup.ts';

const startCapMs = 60_000;

export interface HostOptions {
  /** The folder, or the `.code-workspace` file, that every page opens. */
  readonly folder?: string;
  /** A VSIX to install first. Without it the host serves tests: pages may name an extension's folder, see `url`. */
  readonly vsix?: string;
  /** Added to, or instead of, the quiet settings. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** False opens the folder in Restricted Mode. Default: true. */
  readonly trusted?: boolean;
  /** Given to the server and so to the extension host. */
  readonly env?: Readonly<Record<string, string>>;
}

/** One isolated VS Code server with its own profile. */
export interface RunningHost {
  readonly port: number;
  /** The throw-away profile; logs are below `ud/logs`. */
  readonly profile: string;
  /** The address of a page, with its token. `payload` names the extension and the tests in development. */
  url(payload?: { readonly extension?: string; readonly tests?: string }): string;
  /** Resolves when the server is gone, whoever ended it. */
  readonly ended: Promise<void>;
  /** Ends the server and all its children, and removes the profile. */
  stop(): Promise<void>;
}

/** Starts a host on a free port of 127.0.0.1, reachable only with its token. */
export async function startHost(options: HostOptions = {}): Promise<RunningHost> {
  const installed = await ensureHost();
  const token = randomBytes(24).toString('hex');
  // Below the system's temporary folder, because the paths of unix sockets must stay short.
  const scratch = await makeScratchFolder('ol-host');
  const profile = scratch.path;
  const env = hostEnvironment(profile, options.env);
  try {
    await fillProfile(profile, token, { ...quietSettings, ...options.settings });
    if (options.vsix !== undefined) await installVsix(installed, profile, env, options.vsix);
    const server = await startServer(installed, serverArguments(profile, options), env);
    return {
      port: server.port,
      profile,
      url: payload => pageUrl(server.port, token, options.folder, payload),
      ended: server.ended,
      stop: async () => {
        await server.stop();
        await scratch.remove();
      },
    };
  } catch (error) {
    await scratch.remove();
    throw error;
  }
}

async function fillProfile(profile: string, token: string, settings: Record<string, unknown>): Promise<void> {
  for (const name of ['ud/User', 'sd', 'ex', 'home', 'tmp', 'run']) {
    await mkdir(path.join(profile, name), { recursive: true, mode: 0o700 });
  }
  await writeFile(path.join(profile, 'token'), token, { mode: 0o600 });
  await writeFile(path.join(profile, 'ud/User/settings.json'), JSON.stringify(settings, undefined, 2));
}

function directories(profile: string): string[] {
  const at = (name: string) => path.join(profile, name);
  return ['--user-data-dir', at('ud'), '--server-data-dir', at('sd'), '--extensions-dir', at('ex')];
}

function serverArguments(profile: string, options: HostOptions): string[] {
  return [
    ...['--host', '127.0.0.1', '--port', '0', '--connection-token-file', path.join(profile, 'token')],
    ...['--accept-server-license-terms', '--telemetry-level', 'off', '--disable-telemetry', '--disable-experiments'],
    ...['--disable-update-check', '--disable-getting-started-override', '--reconnection-grace-time', '5'],
    // Only with the driver does a page's payload count, so a host for a person never has it. The shutdown is for a run
    // that is killed so hard that it cannot end its host.
    ...(options.vsix === undefined ? ['--enable-smoke-test-driver', '--enable-remote-auto-shutdown'] : []),
    ...((options.trusted ?? true) ? ['--disable-workspace-trust'] : []),
    ...(options.folder === undefined ? [] : [`--default-${kindOf(options.folder)}`, options.folder]),
    ...directories(profile),
  ];
}

/** Nothing of the person's VS Code, Electron, npm or git hook reaches the host, and nothing of the host their home. */
function hostEnvironment(profile: string, extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const foreign = /^(VSCODE_|ELECTRON_|npm_|GIT_|NODE_OPTIONS$)/;
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name))),
    HOME: path.join(profile, 'home'),
    TMPDIR: path.join(profile, 'tmp'),
    XDG_RUNTIME_DIR: path.join(profile, 'run'),
    EXTENSIONS_GALLERY: '{}',
    ...extra,
  };
}

function pageUrl(port: number, token: string, folder: string | undefined, payload: Parameters<RunningHost['url']>[0]) {
  const remote = (file: string) => `vscode-remote://127.0.0.1:${port}${file}`;
  const pairs = [
    ...(payload?.extension === undefined ? [] : [['extensionDevelopmentPath', remote(payload.extension)]]),
    ...(payload?.tests === undefined ? [] : [['extensionTestsPath', remote(payload.tests)]]),
  ];
  const query = new URLSearchParams({
    tkn: token,
    ...(pairs.length > 0 && folder !== undefined ? { [kindOf(folder)]: folder } : {}),
    ...(pairs.length > 0 ? { payload: JSON.stringify(pairs) } : {}),
  });
  return `http://127.0.0.1:${port}/?${query.toString()}`;
}

function kindOf(opened: string): 'folder' | 'workspace' {
  return opened.endsWith('.code-workspace') ? 'workspace' : 'folder';
}

async function installVsix(host: InstalledHost, profile: string, env: NodeJS.ProcessEnv, vsix: string): Promise<void> {
  const args = [host.serverMain, ...directories(profile), '--install-extension', vsix, '--force'];
  const child = spawn(host.node, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = collectOutput(child);
  const code = await new Promise(resolve => child.on('close', resolve));
  if (code !== 0) throw new Error(`The host refused ${vsix}:\n${output()}`);
}

async function startServer(host: InstalledHost, args: string[], env: NodeJS.ProcessEnv) {
  // A group of its own, so that stopping reaches the extension hosts, terminals and git as well.
  const child = spawn(host.node, [host.serverMain, ...args], {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()));
  const callOff = atExit(() => {
    if (child.pid !== undefined) signalGroup(child.pid, 'SIGKILL');
  });
  const stop = async () => {
    await killGroup(child);
    callOff();
  };
  const output = collectOutput(child);
  let cap: NodeJS.Timeout | undefined;
  const port = await new Promise<number>((resolve, reject) => {
    const fail = (why: string) => {
      reject(new Error(`The VS Code server ${why}:\n${output()}`));
    };
    cap = setTimeout(() => fail('did not start in time'), startCapMs);
    child.on('error', error => fail(error.message));
    child.on('exit', () => fail('ended at start'));
    child.stdout.on('data', () => {
      const found = /Extension host agent listening on (\d+)/.exec(output())?.[1];
      if (found !== undefined) resolve(Number(found));
    });
  })
    .finally(() => clearTimeout(cap))
    .catch(async (error: unknown) => {
      await stop();
      throw error;
    });
  return { port, ended, stop };
}

function collectOutput(child: ChildProcess): () => string {
  let text = '';
  child.stdout?.on('data', (data: Buffer) => (text += data.toString()));
  child.stderr?.on('data', (data: Buffer) => (text += data.toString()));
  return () => text;
}

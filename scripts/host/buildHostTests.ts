import { build } from 'esbuild';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { hostTestsFolder, repositoryRoot } from './paths.ts';

/** Bundles the host tests and their entry to CommonJS, which is what VS Code loads. Returns the entry's path. */
export async function buildHostTests(): Promise<string> {
  const source = path.join(repositoryRoot, 'test', 'host');
  const tests = (await readdir(source)).filter(name => name.endsWith('.test.ts'));
  await rm(hostTestsFolder, { recursive: true, force: true });
  await build({
    absWorkingDir: repositoryRoot,
    entryPoints: [...tests, 'index.ts'].map(name => path.join(source, name)),
    outdir: hostTestsFolder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return path.join(hostTestsFolder, 'index.cjs');
}

import { build } from 'esbuild';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { hostTestsFolder, repositoryRoot } from './paths.ts';

/**
 * Bundles the host tests of a folder below `test/host`, or those in it, and their entry to CommonJS, which is what VS Code
 * loads. Returns the entry's path.
 */
export async function buildHostTests(folder = ''): Promise<string> {
  const home = path.join(repositoryRoot, 'test', 'host');
  const source = path.join(home, folder);
  const target = path.join(hostTestsFolder, folder);
  const tests = (await readdir(source)).filter(name => name.endsWith('.test.ts'));
  await rm(target, { recursive: true, force: true });
  await build({
    absWorkingDir: repositoryRoot,
    entryPoints: Object.fromEntries(
      [...tests.map(name => path.join(source, name)), path.join(home, 'index.ts')].map(file => [
        path.basename(file, '.ts'),
        file,
      ]),
    ),
    outdir: target,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return path.join(target, 'index.cjs');
}

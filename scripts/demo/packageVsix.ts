import { createVSIX } from '@vscode/vsce';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { repositoryRoot } from '../host/paths.ts';

/** Builds the extension and packs it as `npm run package` does. Returns the VSIX's path inside `folder`. */
export async function packageVsix(folder: string): Promise<string> {
  const manifest = JSON.parse(await readFile(path.join(repositoryRoot, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
  };
  const packagePath = path.join(folder, `${manifest.name}-${manifest.version}.vsix`);
  // The bundles hold all dependencies, and links in the README need no address for a demo.
  await createVSIX({
    cwd: repositoryRoot,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  return packagePath;
}

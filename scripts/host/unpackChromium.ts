import { execFile } from 'node:child_process';
import { chmod, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';

const decompress = promisify(brotliDecompress);
const run = promisify(execFile);

/** The one in the package names a folder that only exists in the cloud; without a font Chromium aborts. */
const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** Unpacks the npm Chromium with its libraries and font from the package's `bin` folder into `target`. */
export async function unpackChromium(packed: string, target: string): Promise<void> {
  await mkdir(target, { recursive: true });
  for (const name of await readdir(packed)) {
    const bytes = await readFile(path.join(packed, name));
    if (name.endsWith('.tar.br')) await unpackTar(await decompress(bytes), target);
    else if (name === 'chromium.br') await writeFile(path.join(target, 'chromium'), await decompress(bytes));
  }
  await chmod(path.join(target, 'chromium'), 0o755);
  await writeFile(path.join(target, 'fonts.conf'), fontConfiguration);
}

async function unpackTar(tar: Buffer, target: string): Promise<void> {
  const file = path.join(target, '.unpacking.tar');
  await writeFile(file, tar);
  await run('tar', ['-xf', file, '-C', target]);
  await rm(file);
}

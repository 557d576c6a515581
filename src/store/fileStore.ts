import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { StorePort } from '../model/ports/storePort.ts';

const NAME = /^[a-z0-9][a-z0-9.-]{0,99}$/;
const UNFINISHED = '.part';
/** What an interrupted writer left behind is older than this many milliseconds. */
const ABANDONED_MS = 3_600_000;

let written = 0;

/**
 * A folder as a store; it is made when something is written. Bytes go to a file of their own first, which then takes the
 * place of the old one, so that two windows and a crash leave one or the other. A file system that is lost in a crash may
 * still keep half of it: readers check. Throws a TypeError for a name that is none of ours.
 */
export function fileStore(folder: string): StorePort {
  const placeOf = (name: string): string => {
    if (!NAME.test(name) || name.endsWith(UNFINISHED)) throw new TypeError('not a name of a store');
    return path.join(folder, name);
  };
  return {
    async read(name) {
      return unlessAbsent(readFile(placeOf(name)));
    },
    async write(name, pieces) {
      const place = placeOf(name);
      const unfinished = `${place}.${process.pid}-${++written}${UNFINISHED}`;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      try {
        await writeFile(unfinished, pieces, { mode: 0o600, flag: 'wx' });
        await rename(unfinished, place);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
      await removeAbandoned(folder);
    },
    async remove(name) {
      await rm(placeOf(name), { force: true });
    },
  };
}

/** A place that keeps nothing, for a face that has no folder. */
export const noStore: StorePort = {
  read: () => Promise.resolve(null),
  write: () => Promise.resolve(),
  remove: () => Promise.resolve(),
};

async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith(UNFINISHED)) continue;
    const place = path.join(folder, name);
    const found = await unlessAbsent(stat(place));
    if (found !== null && Date.now() - found.mtimeMs > ABANDONED_MS) await rm(place, { force: true });
  }
}

async function unlessAbsent<Value>(reading: Promise<Value>): Promise<Value | null> {
  try {
    return await reading;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

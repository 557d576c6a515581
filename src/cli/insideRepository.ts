import { lstatSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { UsageError, type CliOptions } from './args.ts';

/**
 * A path as a shell writes it, from the folder that was asked about, as a path inside the repository; '' is its root. A link
 * counts as where it stands, else as where it leads.
 */
export function insideRepository(written: string, { repository }: CliOptions, root: string): string {
  const file = path.resolve(repository, written);
  if (lstatSync(file, { throwIfNoEntry: false }) === undefined)
    throw new UsageError(`there is no file or folder "${written}"`);
  const places = [path.join(realpathSync(path.dirname(file)), path.basename(file)), realOr(file)];
  for (const place of places) {
    const relative = path.relative(realOr(root), place).split(path.sep).join('/');
    if (relative !== '..' && !relative.startsWith('../') && !path.isAbsolute(relative)) return relative;
  }
  throw new UsageError(`"${written}" is not in this repository`);
}

/** A link that leads nowhere is where it stands. */
export function realOr(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

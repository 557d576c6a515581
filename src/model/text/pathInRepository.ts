/** Where a path leads inside the repository; null when it leaves it, or is the root. */
export function pathInRepository(segments: string): string | null {
  const out: string[] = [];
  for (const segment of segments.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') out.push(segment);
    else if (out.pop() === undefined) return null;
  }
  return out.length === 0 ? null : out.join('/');
}

/** True for a path from a drive or the root of the disk, or with backslashes. */
export function isAbsolute(written: string): boolean {
  return written.startsWith('/') || /^[A-Za-z]:|\\|\0/.test(written);
}

/** True for a path in git's own folder: that is no part of what a team keeps in its repository. */
export function isInGitFolder(path: string): boolean {
  return path.split('/').includes('.git');
}

/** Why nothing that the repository keeps can stand at a path, counted from its root; null where something may. */
export function neverKept(path: string): 'outside' | 'gitFolder' | null {
  if (isAbsolute(path) || pathInRepository(path) === null) return 'outside';
  return isInGitFolder(path) ? 'gitFolder' : null;
}

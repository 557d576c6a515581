import { isAbsolute, isInGitFolder, pathInRepository } from '../../model/text/pathInRepository.ts';

/**
 * The paths that a link in `file` may mean, best first: from the repository's root, then from the file's own folder (what
 * a forge renders). [] when it is absolute, has a drive or backslash, or leaves the repository.
 */
export function candidatePaths(file: string, target: string): readonly string[] {
  const written = decoded(target);
  if (isAbsolute(written)) return [];
  const folder = file.split('/').slice(0, -1).join('/');
  const fromFile = pathInRepository(`${folder}/${written}`);
  const fromRoot = pathInRepository(written);
  const relative = isRelative(written);
  const candidates = relative ? [fromFile] : [fromRoot, fromFile];
  return [...new Set(candidates.filter(path => path !== null).filter(path => !isInGitFolder(path)))];
}

/** `./x` and `../x` count from the file's own folder; `.github/x` is a path like any other. */
export function isRelative(written: string): boolean {
  return /^\.{1,2}(?:\/|$)/.test(written);
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

/** 0-based line of the Markdown heading that forges give this anchor; -1 when there is none. */
export function headingLine(text: string, anchor: string): number {
  return text
    .split(/\r?\n/)
    .findIndex(line => /^#{1,6}\s/.test(line) && slug(line.replace(/^#+\s*|\s*#*\s*$/g, '')) === anchor.toLowerCase());
}

function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}

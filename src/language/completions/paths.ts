import { isRelative } from '../../answers/ready/evidencePath.ts';
import { pathInRepository } from '../../model/text/pathInRepository.ts';
import type { LanguageContext } from '../document.ts';
import type { Proposal } from './completion.ts';

/**
 * Files and folders that `typed` may become. It counts from the repository's root; with `./` or `../` before it from the
 * folder of `file`. What leaves the repository is never listed.
 */
export async function pathProposals(
  typed: string,
  file: string,
  { listPaths }: Pick<LanguageContext, 'listPaths'>,
): Promise<readonly Proposal[]> {
  const slash = typed.lastIndexOf('/') + 1;
  const [written, name] = [typed.slice(0, slash), typed.slice(slash)];
  if (typed.startsWith('/') || typed.includes('\\')) return [];
  const own = file.split('/').slice(0, -1).join('/');
  const whole = isRelative(written) ? `${own}/${written}` : written;
  const folder = pathInRepository(whole);
  if (folder === null && !isRoot(whole)) return [];
  const base = folder === null ? '' : `${folder}/`;
  const paths = await listPaths(base + name);
  return paths
    .filter(path => path.startsWith(base) && path.length > base.length)
    .map(path => {
      const insert = written + path.slice(base.length);
      return { label: path.slice(base.length), kind: path.endsWith('/') ? 'folder' : 'file', insert, filter: insert };
    });
}

/** Two dots too many lead out; as many as folders lead to the root. */
function isRoot(path: string): boolean {
  let depth = 0;
  for (const step of path.split('/')) {
    if (step === '..') depth--;
    else if (step !== '' && step !== '.') depth++;
    if (depth < 0) return false;
  }
  return depth === 0;
}

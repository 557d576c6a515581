import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { repoAt, runGit, temporaryFolder, type TestRepo } from './repo.ts';

/** A clone that has no contents of files, and could fetch them. */
export interface PartialClone {
  readonly repo: TestRepo;
  /** Names of objects that are not here. */
  missing(): readonly string[];
  readonly missingAtFirst: readonly string[];
}

export function partialCloneOf(repo: TestRepo): PartialClone {
  repo.git('config', 'uploadpack.allowFilter', 'true');
  repo.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  const folder = temporaryFolder();
  const url = pathToFileURL(repo.dir).href;
  runGit(folder, ['clone', '--quiet', '--no-checkout', '--filter=blob:none', url, 'partial']);
  const clone = repoAt(path.join(folder, 'partial'));
  const missing = () =>
    clone
      .git('rev-list', '--objects', '--all', '--missing=print')
      .split('\n')
      .filter(line => line.startsWith('?'))
      .sort();
  const missingAtFirst = missing();
  if (missingAtFirst.length === 0) throw new Error('the clone is not partial');
  return { repo: clone, missing, missingAtFirst };
}

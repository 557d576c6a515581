import { diskFiles } from '../../src/epics/diskFiles.ts';
import { createEpics } from '../../src/epics/openEpics.ts';
import { createGit } from '../../src/git/openGit.ts';
import { createOutcomeLens, type RepositoryLens } from '../../src/lens/outcomeLens.ts';
import type { StorePort } from '../../src/model/ports/storePort.ts';
import { noStore } from '../../src/store/fileStore.ts';
import { NOW } from './conspicuousRepo.ts';
import { testEnvironment } from './repo.ts';

/** The lens as the faces make it, at the time of the conspicuous history. */
export function conspicuousLens(
  folder: string,
  log: (line: string) => void = () => undefined,
  { gitPath = 'git', store = noStore }: { readonly gitPath?: string; readonly store?: StorePort } = {},
): Promise<RepositoryLens> {
  return createOutcomeLens({
    git: createGit({ isTrusted: () => true, environment: testEnvironment(), log, gitPath }),
    epics: createEpics(),
    files: diskFiles,
    now: () => NOW,
    store,
    outcomesFolder: () => 'outcomes',
  }).open(folder);
}

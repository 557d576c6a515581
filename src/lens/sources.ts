import type { EpicOrigin } from '../model/epic.ts';
import type { FilesPort } from '../model/ports/filesPort.ts';
import type { RepositoryPort } from '../model/ports/gitPort.ts';
import { createCells } from './cell.ts';

/** A file's text and where it was found. */
export interface Loaded {
  readonly text: string;
  readonly origin: EpicOrigin;
  readonly unsaved: boolean;
}

/** One place that the files of `outcomes/` come from. */
export interface Source {
  /** Origin of a file that is there but cannot be read. */
  readonly origin: EpicOrigin;
  list(folder: string): Promise<readonly string[]>;
  /** null when absent. */
  read(path: string): Promise<Loaded | null>;
}

/** Open editors, then the disk. */
export function workTree(files: FilesPort, root: string): Source {
  return { origin: 'file', list: folder => files.list(root, folder), read: path => files.read(root, path) };
}

/** The tree of one commit. What was read of it is kept, because a commit's tree never changes. */
export function treeOf(
  repository: RepositoryPort,
  commit: string,
  origin: 'main' | 'branch',
  signal?: AbortSignal,
): Source {
  const lists = createCells<readonly string[]>();
  const texts = createCells<string | null>();
  return {
    origin,
    list: folder => lists.get(folder, () => repository.listTree(commit, folder, signal)),
    async read(path) {
      const text = await texts.get(path, () => repository.readTree(commit, path, signal));
      return text === null ? null : { text, origin, unsaved: false };
    },
  };
}

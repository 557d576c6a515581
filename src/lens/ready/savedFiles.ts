import type { EpicFile } from '../../model/epic.ts';

/**
 * Gives each epic as it was last saved, by its path, so that what git is asked stays the same while somebody types. A file
 * that was never seen saved is left out.
 */
export function createSavedFiles(): (epics: readonly EpicFile[]) => ReadonlyMap<string, EpicFile> {
  let saved: ReadonlyMap<string, EpicFile> = new Map();
  return epics => {
    saved = new Map(
      epics.flatMap(file => {
        const known = file.unsaved ? saved.get(file.path) : file;
        return known === undefined ? [] : [[file.path, known] as const];
      }),
    );
    return saved;
  };
}

import { diskFiles } from '../epics/diskFiles.ts';
import { createEpics } from '../epics/openEpics.ts';
import { createGit } from '../git/openGit.ts';
import { createOutcomeLens, type OutcomeLens } from '../lens/outcomeLens.ts';
import { filesWithEditors } from './editorFiles.ts';
import { settings } from './settings.ts';

export interface ComposeOptions {
  readonly isTrusted: () => boolean;
  readonly log: (line: string) => void;
}

/** The extension's composition root: the only place in this face that knows git and the epic files' format. */
export function composeLens({ isTrusted, log }: ComposeOptions): OutcomeLens {
  return createOutcomeLens({
    git: createGit({ isTrusted, log, gitPath: settings.gitPath }),
    epics: createEpics(),
    files: filesWithEditors(diskFiles),
    now: () => Date.now() / 1000,
    outcomesFolder: root => settings.outcomesFolder(root),
  });
}

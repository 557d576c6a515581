import type { Uri } from 'vscode';
import { diskFiles } from '../epics/diskFiles.ts';
import { createEpics } from '../epics/openEpics.ts';
import { createGit } from '../git/openGit.ts';
import { createOutcomeLens, type OutcomeLens } from '../lens/outcomeLens.ts';
import { filesWithEditors } from './editorFiles.ts';
import { settings } from './settings.ts';
import { workspaceStore } from './workspaceStore.ts';

export interface ComposeOptions {
  readonly isTrusted: () => boolean;
  readonly log: (line: string) => void;
  /** The workspace's storage; undefined in a window without a workspace. */
  readonly storage: Uri | undefined;
}

/** The extension's composition root: the only place in this face that knows git and the epic files' format. */
export function composeLens({ isTrusted, log, storage }: ComposeOptions): OutcomeLens {
  return createOutcomeLens({
    git: createGit({ isTrusted, log, gitPath: settings.gitPath }),
    epics: createEpics(),
    files: filesWithEditors(diskFiles),
    store: workspaceStore(storage),
    now: () => Date.now() / 1000,
    outcomesFolder: root => settings.outcomesFolder(root),
  });
}

import type { EpicsPort } from '../model/ports/epicsPort.ts';
import { tick } from './edits.ts';
import { epicFileName } from './epicFileName.ts';
import { epicVersion, frontMatter } from './epicVersion.ts';
import { parseEpic } from './parseEpic.ts';
import { parseTeam } from './parseTeam.ts';
import { parseValueTree } from './parseValueTree.ts';

/** The door to this room: how epic files are read and edited. */
export function createEpics(): EpicsPort {
  return {
    ...{ parseEpic, frontMatter, epicVersion, parseValueTree, parseTeam, tick, fileName: epicFileName },
    edits: async () => (await import('./openEdits.ts')).createEpicEdits(),
    documents: async () => (await import('./documents/openDocuments.ts')).createDocuments(parseEpic),
  };
}

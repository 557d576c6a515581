import type { EpicsPort } from '../model/ports/epicsPort.ts';
import { markSignSeen, reviseBelief } from './editBets.ts';
import { addTicket, tick } from './edits.ts';
import { setFocus } from './editTeam.ts';
import { epicFileName } from './epicFileName.ts';
import { epicVersion, frontMatter } from './epicVersion.ts';
import { addMeasurement, setActual, setKeyResult } from './editOutcome.ts';
import { setStage } from './editStage.ts';
import { linkDocument } from './linkDocument.ts';
import { lintFix } from './lintFixes.ts';
import { parseEpic } from './parseEpic.ts';
import { parseTeam } from './parseTeam.ts';
import { parseValueTree } from './parseValueTree.ts';

/** The door to this room: how epic files are read and edited. */
export function createEpics(): EpicsPort {
  return {
    ...{ parseEpic, frontMatter, epicVersion, parseValueTree, parseTeam, fileName: epicFileName },
    ...{ tick, addTicket, setStage, addMeasurement, setActual, setKeyResult, setFocus, lintFix },
    ...{ markSignSeen, reviseBelief, linkDocument },
    documents: async () => (await import('./documents/openDocuments.ts')).createDocuments(parseEpic),
  };
}

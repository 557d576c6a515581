import type { EpicsPort } from '../model/ports/epicsPort.ts';
import { addTicket, tick } from './edits.ts';
import { setFocus } from './editTeam.ts';
import { epicFileName } from './epicFileName.ts';
import { addMeasurement, setActual, setKeyResult } from './editOutcome.ts';
import { setStage } from './editStage.ts';
import { lintFix } from './lintFixes.ts';
import { parseEpic } from './parseEpic.ts';
import { parseTeam } from './parseTeam.ts';
import { parseValueTree } from './parseValueTree.ts';
import { newEpic } from './template.ts';

/** The door to this room: how epic files are read and edited. */
export function createEpics(): EpicsPort {
  return {
    ...{ parseEpic, parseValueTree, parseTeam, newEpic, fileName: epicFileName },
    ...{ tick, addTicket, setStage, addMeasurement, setActual, setKeyResult, setFocus, lintFix },
  };
}

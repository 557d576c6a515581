import type { EpicEditsPort } from '../model/ports/epicEditsPort.ts';
import { markSignSeen, reviseBelief } from './editBets.ts';
import { addMeasurement, setActual, setKeyResult } from './editOutcome.ts';
import { addTicket } from './edits.ts';
import { setStage } from './editStage.ts';
import { setFocus } from './editTeam.ts';
import { linkDocument } from './linkDocument.ts';
import { lintFix } from './lintFixes.ts';

/** The edits of front matter, apart from the rest of this room: whoever only looks needs none of them. */
export function createEpicEdits(): EpicEditsPort {
  return {
    ...{ addTicket, setStage, addMeasurement, setActual, setKeyResult, setFocus, lintFix },
    ...{ markSignSeen, reviseBelief, linkDocument },
  };
}

import type { Stage } from '../model/stage.ts';
import { applyEdits, editBetween, type TextEdit } from '../model/textRange.ts';
import { setField } from './editFields.ts';
import { parseEpic } from './parseEpic.ts';

/**
 * The edit that moves an epic to a stage. What goes into review has gone live: the day is noted as `launched`, unless one
 * stands there. null when no plain edit does it.
 */
export function setStage(text: string, stage: Stage, today: string): TextEdit | null {
  const staged = edited(text, setField(text, ['stage'], stage));
  const { epic } = parseEpic({ path: '', text, origin: 'file', unsaved: false });
  const isLaunch = stage === 'review' && epic?.launched == null;
  const after = staged !== null && isLaunch ? edited(staged, setField(staged, ['launched'], today)) : staged;
  return after === null ? null : editBetween(text, after);
}

function edited(text: string, edit: TextEdit | null): string | null {
  return edit === null ? null : applyEdits(text, [edit]);
}

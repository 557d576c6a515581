import { STAGES, type Stage } from '../model/stage.ts';
import { applyEdits, editBetween, type TextEdit } from '../model/textRange.ts';
import { clearField, fieldIn, setField } from './editFields.ts';
import { parseEpic } from './parseEpic.ts';

/**
 * The edit that moves an epic to a stage; null: to none. What goes into review has gone live: `day` is noted as `launched`,
 * unless something stands there. What goes back before review has not: a `launched` of that day is taken out again. null when
 * no plain edit does it.
 */
export function setStage(text: string, stage: Stage | null, day: string): TextEdit | null {
  const { epic } = parseEpic({ path: '', text, origin: 'file', unsaved: false });
  const staged = edited(text, stage === null ? clearField(text, 'stage') : setField(text, ['stage'], stage));
  if (staged === null) return null;
  let after: string | null = staged;
  if (stage === 'review') {
    // What cannot be read as a day is somebody's words, too.
    if (fieldIn(text, 'launched') == null) after = edited(staged, setField(staged, ['launched'], day));
  } else if (isBeforeReview(stage) && epic !== null && !isBeforeReview(epic.stage) && epic.launched === day)
    after = edited(staged, clearField(staged, 'launched'));
  return after === null ? null : editBetween(text, after);
}

function isBeforeReview(stage: Stage | null): boolean {
  return stage === null || STAGES.indexOf(stage) < STAGES.indexOf('review');
}

function edited(text: string, edit: TextEdit | null): string | null {
  return edit === null ? null : applyEdits(text, [edit]);
}

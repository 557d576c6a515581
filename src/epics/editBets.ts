import type { EpicFile } from '../model/epic.ts';
import type { RevisedBelief } from '../model/ports/epicEditsPort.ts';
import { applyEdits, editBetween, type TextEdit } from '../model/textRange.ts';
import { setField } from './editFields.ts';
import type { FieldPath, FieldValue } from './fieldEdits.ts';
import { parseEpic } from './parseEpic.ts';

/**
 * The edit that notes the day on which an early sign was seen. `at` is its place in the list; a sign that is only a text
 * becomes one with a day. null when there is no such sign, or no plain edit does it.
 */
export function markSignSeen(text: string, at: number, on: string): TextEdit | null {
  const { epic, ranges } = read(text);
  const known = epic?.outcome?.earlySigns[at];
  if (known === undefined) return null;
  const place = ['outcome', 'earlySigns', at];
  const edit = ranges.has(`${place.join('.')}.sign`)
    ? setField(text, [...place, 'seen'], on)
    : setField(text, place, { sign: known.sign, seen: on });
  // An unreadable sign before it would shift the places.
  const after = edit === null ? undefined : read(applyEdits(text, [edit])).epic?.outcome?.earlySigns[at];
  return after?.sign === known.sign && after.by === known.by && after.seen === on ? edit : null;
}

/**
 * The edit that writes down how sure the team is of a belief now, and when it looks again; what is null stays as it is. `at`
 * is the belief's place in the list. null when there is no such belief, nothing changes, or no plain edit does it.
 */
export function reviseBelief(text: string, at: number, { confidence, review }: RevisedBelief): TextEdit | null {
  const known = read(text).epic?.beliefs[at];
  if (known === undefined) return null;
  const sure = confidence === null ? text : set(text, ['beliefs', at, 'confidence'], confidence);
  const written = sure === null || review === null ? sure : set(sure, ['beliefs', at, 'review'], review);
  const after = written === null ? undefined : read(written).epic?.beliefs[at];
  if (written === null || after?.belief !== known.belief) return null;
  const isDone = after.confidence === (confidence ?? known.confidence) && after.review === (review ?? known.review);
  return isDone ? editBetween(text, written) : null;
}

function set(text: string, path: FieldPath, value: FieldValue): string | null {
  const edit = setField(text, path, value);
  return edit === null ? null : applyEdits(text, [edit]);
}

function read(text: string): EpicFile {
  return parseEpic({ path: '', text, origin: 'file', unsaved: false });
}

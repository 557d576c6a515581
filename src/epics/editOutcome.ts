import type { Measurement } from '../model/outcome.ts';
import type { WrittenActual } from '../model/ports/epicEditsPort.ts';
import { applyEdits, editBetween, type TextEdit } from '../model/textRange.ts';
import { appendEntry, clearField, setField } from './editFields.ts';
import type { FieldPath, FieldValue } from './fieldEdits.ts';
import { parseEpic } from './parseEpic.ts';

const MEASURES = ['outcome', 'measures'];
const ACTUAL = ['outcome', 'actual'];

/**
 * The edit that writes down what was measured, at the end of the measure's list; a value of that day is replaced. `measure` is
 * the place in the list. null when there is no such measure, or no plain edit does it.
 */
export function addMeasurement(text: string, measure: number, { on, value }: Measurement): TextEdit | null {
  const known = outcomeOf(text)?.measures[measure]?.measured.findIndex(one => one.on === on);
  if (known === undefined) return null;
  const list = [...MEASURES, measure, 'measured'];
  const edit = known === -1 ? appendEntry(text, list, { on, value }) : setField(text, [...list, known, 'value'], value);
  // An unreadable measure before it would shift the places.
  const after = edit === null ? null : outcomeOf(applyEdits(text, [edit]));
  return after?.measures[measure]?.measured.some(one => one.on === on && one.value === value) === true ? edit : null;
}

/** The edit that writes down what became of the outcome; what stood there is replaced. An empty note is none. */
export function setActual(text: string, { verdict, on, note }: WrittenActual): TextEdit | null {
  const outcome = outcomeOf(text);
  if (outcome === null) return null;
  const written = { verdict, on, ...(note.trim() === '' ? {} : { note: note.trim() }) };
  if (outcome.actual === null) return setField(text, ACTUAL, written);
  let after: string | null = text;
  for (const [name, value] of Object.entries(written)) after = set(after, [...ACTUAL, name], value);
  return after === null ? null : editBetween(text, after);
}

/** The edit that puts an epic under a key result of the value tree, or (null) under none. */
export function setKeyResult(text: string, keyResult: string | null): TextEdit | null {
  return keyResult === null ? clearField(text, 'keyResult') : setField(text, ['keyResult'], keyResult);
}

function set(text: string | null, path: FieldPath, value: FieldValue): string | null {
  const edit = text === null ? null : setField(text, path, value);
  return text === null || edit === null ? null : applyEdits(text, [edit]);
}

function outcomeOf(text: string) {
  return parseEpic({ path: '', text, origin: 'file', unsaved: false }).epic?.outcome ?? null;
}

import { daysBetween } from '../../model/calendarDay.ts';
import type {
  Calibration,
  DueMeasure,
  ForeseenChange,
  ForeseenField,
  RewrittenValue,
} from '../../model/learn/calibration.ts';
import { dayLabel, numberLabel } from '../dates.ts';
import { countLabel } from './places.ts';

/** More are read by nobody; the table has all of them. */
const MOST_NAMED = 5;
/** Days after which a value is late for its day. */
const LATE = 30;

const FIELDS: Readonly<Record<ForeseenChange['field'], string>> = {
  target: 'target',
  baseline: 'baseline',
  by: 'day',
  confidence: 'confidence',
  tolerance: 'tolerance',
  unit: 'unit',
  launched: 'day of launch',
  review: 'last review',
};

/** "cart abandonment (%)". */
export function measureName({ measure, unit }: Pick<DueMeasure, 'measure' | 'unit'>): string {
  return unit === null ? measure : `${measure} (${unit})`;
}

/** Says when what counts as first written may not be the first: the past of the files is not all here. */
export function pastProxy(due: readonly DueMeasure[]): string {
  const unknown = due.filter(({ past }) => past === 'none').length;
  const cut = due.filter(({ past }) => past === 'cut').length;
  if (unknown + cut === 0) return '';
  const why =
    unknown > 0
      ? 'Git cannot tell the past of these files here (in a partial clone it would have to fetch)'
      : 'This clone holds only the newer part of these files’ past';
  const which =
    unknown + cut === due.length
      ? 'what stands in the oldest version that is here'
      : `for ${unknown + cut} of ${due.length} due measures the oldest version that is here`;
  return `${why}, so ${which} counts as first written.`;
}

/** What a reader should know beside the rate. */
export function calibrationNotes(calibration: Calibration): string[] {
  const { due, dropped, later, ofStopped } = calibration;
  const otherUnit = due.filter(hasOtherUnit);
  const untold = due.filter(measure => measure.result === 'cannotTell' && !hasOtherUnit(measure)).length;
  const takenOut = due.filter(measure => measure.takenOut !== null);
  const uncounted = due.filter(measure => !measure.hindsight && lateTerms(measure).length > 0).length;
  const hindsight = due.filter(measure => measure.hindsight).length;
  const notes: (string | null)[] = [
    untold === 0
      ? null
      : `${countLabel(untold, 'due measure')} ${untold === 1 ? 'has' : 'have'} no baseline or no target, so nothing tells whether ${untold === 1 ? 'it was' : 'they were'} hit.`,
    ...listed(
      due.filter(({ changes }) => changes.some(moves)),
      movedText,
    ),
    ...listed(
      due.filter(({ rewritten }) => rewritten.length > 0),
      ({ key, measure, rewritten }) =>
        `${key}: ${measure} was recorded otherwise before; ${rewritten.map(rewrittenText).join(', ')}.`,
    ),
    ...listed(otherUnit, measure => `${measure.key}: ${measure.measure} cannot be judged; ${unitText(measure)}.`),
    ...listed(
      takenOut,
      ({ key, measure, takenOut: out }) =>
        `${key}: ${measure} was taken out after its day${inWeek(out?.week ?? null)}. It still counts.`,
    ),
    ...listed(
      dropped,
      ({ key, measure, week }) => `${key}: ${measure} had a target and was taken out before its day${inWeek(week)}.`,
    ),
    hindsight === 0
      ? null
      : `${countLabel(hindsight, 'due measure')} ${hindsight === 1 ? 'has a target or a baseline that was' : 'have targets or baselines that were'} first committed after the value was measured. Nothing tells here whether ${hindsight === 1 ? 'it was' : 'they were'} foreseen, so ${hindsight === 1 ? 'it is' : 'they are'} in no rate.`,
    uncounted === 0
      ? null
      : `Of ${countLabel(uncounted, 'due measure')} the day or the tolerance was first committed after the value was measured, and does not count.`,
    later.next === null
      ? null
      : `${countLabel(later.dated, 'more measure')} will be due, the next on ${dayLabel(later.next)}.`,
    later.undated === 0
      ? null
      : `${countLabel(later.undated, 'measure')} ${later.undated === 1 ? 'has' : 'have'} neither a day nor a planned review and will not be due before the epic is closed.`,
    stoppedText(ofStopped),
  ];
  return notes.filter(note => note !== null);
}

/** What stands beside one measure in the table. */
export function rowNote(measure: DueMeasure): string {
  const { changes, rewritten, takenOut, tooEarly, actual, due } = measure;
  const late = actual === null || due === null ? 0 : daysBetween(due, actual.on);
  const notes: (string | null)[] = [
    ...changes.map(changeText),
    ...rewritten.map(rewrittenText),
    ...lateTexts(measure),
    takenOut === null ? null : `taken out of the epic${inWeek(takenOut.week)}`,
    tooEarly === null ? null : `the last value, ${numberLabel(tooEarly.value)}, is of ${dayLabel(tooEarly.on)}`,
    late > LATE ? `measured ${late} days after its day` : null,
    due === null && actual !== null ? 'without a day, so judged by its last value' : null,
  ];
  return notes.filter(note => note !== null).join('; ');
}

/** "target changed from 40 to 30 in the week of 27 Apr 2026". Never by whom. */
function changeText({ field, from, to, week }: ForeseenChange): string {
  const text = field === 'unit' ? String : valueText;
  return `${FIELDS[field]} changed from ${text(from)} to ${text(to)}${inWeek(week)}`;
}

/** "value of 2 Oct 2026 changed from 30 to 25 in the week of 5 Oct 2026". Never by whom. */
function rewrittenText({ on, from, to, week }: RewrittenValue): string {
  const became =
    to === null ? `, ${numberLabel(from)}, taken out` : ` changed from ${numberLabel(from)} to ${numberLabel(to)}`;
  return `value of ${dayLabel(on)}${became}${inWeek(week)}`;
}

/** Says that no measure of a stopped epic counts, whatever became of it; null where there is none. */
export function stoppedText({ measures, due }: Calibration['ofStopped']): string | null {
  if (measures === 0) return null;
  return `Left out: ${countLabel(measures, 'measure')} of stopped epics, ${due === 0 ? 'none' : due} of them due. Hit or missed, they are in no rate.`;
}

function unitText({ changes }: DueMeasure): string {
  return changes.filter(isOfUnit).map(changeText).join(', ');
}

/** Its numbers were first written in another unit. */
export function hasOtherUnit({ changes }: DueMeasure): boolean {
  return changes.some(isOfUnit);
}

function isOfUnit({ field }: ForeseenChange): boolean {
  return field === 'unit';
}

/** What does not count of a measure that is judged. */
function lateTerms({ late }: DueMeasure): readonly ForeseenField[] {
  return late.filter(field => field === 'by' || field === 'tolerance');
}

function lateTexts(measure: DueMeasure): string[] {
  const { late, hindsight } = measure;
  const names = (fields: readonly ForeseenField[]): string => fields.map(field => FIELDS[field]).join(' and ');
  const ofHindsight = late.filter(field => field === 'target' || field === 'baseline');
  const terms = lateTerms(measure);
  return [
    ...(hindsight ? [`${names(ofHindsight)} first committed after this was measured, so in no rate`] : []),
    ...(terms.length === 0 ? [] : [`${names(terms)} first committed after this was measured, so not counted`]),
    ...(late.includes('confidence') ? ['confidence not committed before the day of this value, so in no score'] : []),
  ];
}

function movedText({ key, measure, changes, past }: DueMeasure): string {
  const first = past === 'whole' ? 'what was written first' : 'the oldest version that is here';
  return `${key}: ${measure} is judged by ${first}; ${changes.filter(moves).map(changeText).join(', ')}.`;
}

/** How sure somebody was moves nothing that is judged, and with another unit nothing is. */
function moves({ field }: ForeseenChange): boolean {
  return field !== 'confidence' && field !== 'unit';
}

/** " in the week of 27 Apr 2026". */
export function inWeek(week: string | null): string {
  return week === null ? ' (not committed yet)' : ` in the week of ${dayLabel(week)}`;
}

function valueText(value: string | number | null): string {
  if (value === null) return 'none';
  return typeof value === 'number' ? numberLabel(value) : dayLabel(value);
}

function listed<Value>(values: readonly Value[], text: (value: Value) => string): string[] {
  const more = values.length - MOST_NAMED;
  return [
    ...values.slice(0, MOST_NAMED).map(text),
    ...(more > 0 ? [`And ${more} more: the table has all of them.`] : []),
  ];
}

import type { BarsChart, Figure, KeyFigure, Table } from '../../model/flow/figure.ts';
import type { DueMeasure, HitRate } from '../../model/learn/calibration.ts';
import type { LearnAnswer } from '../../model/learn/learn.ts';
import { dayLabel } from '../dates.ts';
import { workTypeLabel } from '../flow.ts';
import { calibrationNotes, hasOtherUnit, measureName, pastProxy, rowNote, stoppedText } from './calibrationNotes.ts';
import { createFigure } from './figure.ts';
import { countLabel } from './places.ts';
import { intervalText, shareFigure, shareText } from './share.ts';
import { valueLabel } from './units.ts';

const NEEDS = 5;
/** More names in one tooltip are read by nobody; the table has all of them. */
const MOST_NAMED = 4;

/** What became of a due measure, each once, the unmeasured ones first. */
const OUTCOMES = [
  { label: 'Not measured', isSeldom: false, fits: ({ result }: DueMeasure) => result === 'notMeasured' },
  { label: 'Hit', isSeldom: false, fits: (measure: DueMeasure) => measure.result === 'hit' && !measure.hindsight },
  {
    label: 'Missed, right direction',
    isSeldom: false,
    fits: (measure: DueMeasure) => isMissed(measure) && measure.direction === 'right',
  },
  {
    label: 'Missed, no change',
    isSeldom: false,
    fits: (measure: DueMeasure) => isMissed(measure) && measure.direction === 'noChange',
  },
  {
    label: 'Missed, other direction',
    isSeldom: false,
    fits: (measure: DueMeasure) => isMissed(measure) && measure.direction === 'wrong',
  },
  {
    label: 'Target written afterwards',
    isSeldom: true,
    fits: ({ result, hindsight }: DueMeasure) => hindsight && result !== 'cannotTell',
  },
  { label: 'Cannot be judged', isSeldom: true, fits: ({ result }: DueMeasure) => result === 'cannotTell' },
] as const;

function isMissed({ result, hindsight }: DueMeasure): boolean {
  return result === 'missed' && !hindsight;
}

/** What the figure is called, told or not. */
export const CALIBRATION = { id: 'calibration', group: 'impact', title: 'Did the outcomes happen?' } as const;

/** Anticipated against actual. What was not measured is said first, and is no miss. */
export function calibrationFigure(answer: LearnAnswer): Figure {
  const { calibration } = answer;
  const { due, all } = calibration;
  const withheld = withheldOf(answer);
  const shown = withheld === '';
  return createFigure({
    ...CALIBRATION,
    headline: shown ? headlineOf(due, all) : '',
    proxy: shown ? pastProxy(due) : '',
    withheld,
    values: shown ? valuesOf(due, all) : [],
    chart: shown ? chartOf(due) : null,
    table: shown ? tableOf(due) : null,
    notes: shown ? calibrationNotes(calibration) : [],
    method: [
      'Measures of epics that were not stopped, from the day that was first written as "by" on, else from the last review as it was first planned; a measure without either is due when its epic is closed, and judged by its last value.',
      'The first version counts: baseline, target, day and confidence as they were first committed, the epic’s launch and reviews too. A later change is told with its week and moves nothing; so is a value that was recorded and then changed, but the value that stands there now counts; after a change of unit nothing can be compared. A measure that was taken out on its day or later still counts.',
      'What was first committed after the value was measured foresees nothing: such a day or tolerance does not count, and a measure with such a target or baseline is in no rate.',
      'A measure is judged by the first value of its day or later; where there is none, by the last one of the 30 days before. Values from before the launch do not count.',
      'Hit: at the target or beyond it; where target and baseline are the same, no further from it than the tolerance. "No change": within the tolerance of the baseline. Of the way: how much of the distance from baseline to target was gone.',
      'Not measured is no miss. Where half or more of the due measures are not measured, no hit rate is told: those that are would be no picture of all. A hit rate needs 5 measured ones; the interval is Wilson’s and takes measures for independent, though those of one epic may move together.',
      'All epics of the repository count, or those of the work type that is chosen, whatever window or team the other figures are about. It cannot tell whether the work brought the change about, or whether the target was a good one.',
    ],
    prompt: shown ? promptOf(due) : '',
  });
}

/** Else what is called the first may not be it. */
function isPastKnown(due: readonly DueMeasure[]): boolean {
  return due.every(({ past }) => past === 'whole');
}

function withheldOf(answer: LearnAnswer): string {
  const reason = noneDue(answer);
  const stopped = reason === '' ? null : stoppedText(answer.calibration.ofStopped);
  return stopped === null ? reason : `${reason} ${stopped}`;
}

function noneDue({ files, type, calibration: { due, later, ofStopped } }: LearnAnswer): string {
  if (files === 0) return 'There is no epic file, so nothing here tells what was anticipated.';
  if (due.length > 0) return '';
  if (later.next !== null) return `No measure is due yet. The next day is ${dayLabel(later.next)}.`;
  if (later.undated > 0)
    return `No measure is due: ${later.undated === 1 ? 'the only one has' : `all ${later.undated} have`} neither a day nor a planned review. "by" beside a measure gives it one.`;
  const counted = ofStopped.measures > 0 ? ' that was not stopped' : '';
  return `No epic${type === null ? '' : ` of the type ${workTypeLabel(type)}`}${counted} has a measure, so nothing can show later whether its outcome happened.`;
}

function headlineOf(due: readonly DueMeasure[], { measured, blocked, hits, interval }: HitRate): string {
  if (measured.of === 0) return untoldText(due);
  const missing = measured.of - measured.count;
  const first =
    missing === 0
      ? `${allLabel(measured.of)} measured.`
      : `${missing} of ${measured.of} due measures ${missing === 1 ? 'was' : 'were'} not measured (${valueLabel(missing / measured.of, 'share')}).`;
  if (blocked) return `${first} That is half or more, so no hit rate is told: the others would be no picture of all.`;
  const hit = `${hits.count} of the ${hits.of} measured hit ${isPastKnown(due) ? 'the target that was written first' : 'the oldest target that is here'}`;
  return hits.share === null || interval === null
    ? `${first} ${hit}.`
    : `${first} ${hit}: ${valueLabel(hits.share, 'share')} (95 % interval ${intervalText(interval)}).`;
}

function untoldText(due: readonly DueMeasure[]): string {
  const hindsight = due.filter(measure => measure.hindsight).length;
  const otherUnit = due.filter(hasOtherUnit).length;
  if (hindsight + otherUnit === 0)
    return `${due.length === 1 ? 'The only due measure has no' : `None of the ${due.length} due measures has a`} baseline and target, so nothing tells whether it was hit.`;
  return `${due.length === 1 ? 'The only due measure cannot' : `None of the ${due.length} due measures can`} be judged: the notes say why.`;
}

function allLabel(count: number): string {
  if (count === 1) return 'The only due measure was';
  return count === 2 ? 'Both due measures were' : `All ${count} due measures were`;
}

function valuesOf(due: readonly DueMeasure[], { measured, blocked, hits }: HitRate): KeyFigure[] {
  const right = due.filter(({ result, direction, hindsight }) => {
    return !hindsight && (result === 'hit' || (result === 'missed' && direction === 'right'));
  });
  const rate = (id: string, label: string, count: number): KeyFigure => {
    const isTold = !blocked && hits.of >= NEEDS;
    const why = blocked ? 'Half or more not measured.' : `${count} of ${hits.of}; a rate needs ${NEEDS} measured.`;
    return { id, label, value: isTold ? count / hits.of : null, unit: 'share', n: hits.of, why: isTold ? null : why };
  };
  return [
    shareFigure('measured', 'Measured, of what is due', measured, {
      things: 'due measures that can be judged',
      needs: 1,
    }),
    rate('hits', isPastKnown(due) ? 'Hit the first target' : 'Hit the oldest target that is here', hits.count),
    rate('right', 'Moved as foreseen', right.length),
  ];
}

function chartOf(due: readonly DueMeasure[]): BarsChart {
  return {
    kind: 'bars',
    xLabel: '',
    yLabel: 'Due measures',
    unit: 'plain',
    // What cannot be judged is seldom there, and then it should be seen.
    bars: OUTCOMES.filter(({ fits, isSeldom }) => !isSeldom || due.some(fits)).map(({ label, fits }, at) => {
      const members = due.filter(fits);
      const named = members.slice(0, MOST_NAMED).map(measure => `${measure.key}: ${measureName(measure)}`);
      const more = members.length - named.length;
      const lines = [...named, ...(more > 0 ? [`and ${more} more`] : [])];
      return { label, value: members.length, ...(at === 0 ? { open: true } : {}), lines };
    }),
  };
}

function tableOf(due: readonly DueMeasure[]): Table {
  return {
    caption: `Measures that are due: ${isPastKnown(due) ? 'what was foreseen first' : 'the oldest foresight that is here'}, and what became of it`,
    columns: [
      { id: 'epic', label: 'Epic', kind: 'text' },
      { id: 'title', label: 'Title', kind: 'text' },
      { id: 'type', label: 'Work type', kind: 'text' },
      { id: 'measure', label: 'Measure', kind: 'text' },
      { id: 'baseline', label: 'Baseline', kind: 'plain' },
      { id: 'target', label: isPastKnown(due) ? 'First target' : 'Oldest target that is here', kind: 'plain' },
      { id: 'actual', label: 'Actual', kind: 'plain' },
      { id: 'on', label: 'Measured on', kind: 'day' },
      { id: 'due', label: 'Due', kind: 'day' },
      { id: 'way', label: 'Of the way', kind: 'share' },
      { id: 'result', label: 'What became of it', kind: 'text' },
      { id: 'note', label: 'Note', kind: 'text' },
    ],
    rows: due.map(measure => [
      measure.key,
      measure.title,
      workTypeLabel(measure.type),
      measureName(measure),
      measure.foreseen.baseline,
      measure.foreseen.target,
      measure.actual?.value ?? null,
      measure.actual?.on ?? null,
      measure.due,
      measure.attainment,
      resultLabel(measure),
      rowNote(measure),
    ]),
  };
}

/** What became of a due measure: "Hit", "Missed, no change". */
export function resultLabel(measure: DueMeasure): string {
  return OUTCOMES.find(({ fits }) => fits(measure))?.label ?? '';
}

function promptOf(due: readonly DueMeasure[]): string {
  const missing = due.filter(({ result }) => result === 'notMeasured').length;
  return missing > 0
    ? `What would it take to look at the ${countLabel(missing, 'measure')} that nobody measured, and do we still want to know?`
    : 'Which of these would we foresee differently today, and what did we learn that we could not know then?';
}

/** "5 of 9 measured ones hit (55.6 %)". */
export function hitText({ hits }: HitRate): string {
  return shareText(hits, 'measured ones hit');
}

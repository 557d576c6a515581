import type { SeriesChart, Table, TableCell, TableColumn, Unit } from '../../model/flow/figure.ts';
import type { BehaviourSeries, ProcessSignal, SeriesPoint } from '../../model/flow/processBehaviour.ts';
import { dayLabel } from '../dates.ts';
import { capital, lowered } from '../firstLetter.ts';
import type { FigureContext } from './figure.ts';
import { leftoverNote } from './hiddenBins.ts';
import { FOR_ALL_RULES, limitsOf, quietNote, rulesAt } from './limits.ts';
import { roughLabel, valueLabel } from './units.ts';

/** What every chart with limits means by them. */
export const LIMITS_METHOD =
  'The centre of the limits is the mean of the first 20 values, or of all where there are fewer; where a few large steps stretch the mean step, their median. The limits lie 2.66 mean steps (3.145 median ones) to both sides of it (process behaviour chart, XmR). They come from the series itself and are no targets.';

const MOST_LABELS = 5;

export interface SeriesFigureOptions {
  readonly series: BehaviourSeries;
  readonly unit: Unit;
  /** What a value is: axis, table column. `Median lines of an item`. */
  readonly label: string;
  /** The table's caption. */
  readonly caption: string;
  /** Put before each note, when a figure has several series: `Throughput`. */
  readonly what?: string;
  /** The limits come from what lies before this day only (`YYYY-MM-DD`). */
  readonly limitsBefore?: string;
}

export interface SeriesFigureParts {
  readonly chart: SeriesChart;
  readonly table: Table;
  /** What is unusual, in plain words, with when and which items; or that nothing is. */
  readonly notes: readonly string[];
}

/** A weekly series as every series figure shows it: points with limits, the same as a table, and its signals in words. */
export function seriesFigureParts(options: SeriesFigureOptions, context: FigureContext): SeriesFigureParts {
  const { series, unit, label, caption } = options;
  const { points, behaviour } = series;
  const told = points.map((_, index) => rulesAt(behaviour.signals, index));
  return {
    chart: {
      kind: 'series',
      xLabel: binName(series),
      yLabel: label,
      unit,
      points: points.map((point, index) => ({
        from: point.from,
        to: point.to,
        value: point.value,
        hidden: point.hidden,
        signals: told[index] ?? [],
        lines: linesOf(point, series, unit),
      })),
      limits: limitsOf(behaviour, points),
      markers: [...context.markers],
    },
    table: tableOf(series, told, { unit, label, caption }),
    notes: [...notesOf(options, context), ...leftoverNotes(series, context)].map(note =>
      options.what === undefined ? note : `${options.what}: ${lowered(note)}`,
    ),
  };
}

function linesOf({ from, value, hidden, n }: SeriesPoint, series: BehaviourSeries, unit: Unit): string[] {
  const when = capital(binAt(series, from));
  if (hidden) return [when, 'Hidden to protect people'];
  return [when, value === null ? 'No value' : valueLabel(value, unit), ...(n === null ? [] : [`n = ${n}`])];
}

function tableOf(
  series: BehaviourSeries,
  told: readonly (readonly string[])[],
  { unit, label, caption }: Pick<SeriesFigureOptions, 'unit' | 'label' | 'caption'>,
): Table {
  const columns: TableColumn[] = [
    { id: 'from', label: `${binName(series)} from`, kind: 'day' },
    { id: 'value', label, kind: unit },
    { id: 'n', label: 'Sample', kind: 'plain' },
    { id: 'note', label: 'Note', kind: 'text' },
  ];
  const rows = series.points.map(({ from, value, n, hidden }, index): TableCell[] => [
    from,
    value,
    n,
    hidden ? 'hidden to protect people' : (told[index] ?? []).join('; '),
  ]);
  return { caption, columns, rows };
}

function notesOf(options: SeriesFigureOptions, context: FigureContext): string[] {
  const { series } = options;
  const { state, signals, segments, chunky } = series.behaviour;
  const bins = binsName(series);
  if (series.biased)
    return [
      `No limits: many ${bins} are hidden to protect people because little landed in them, and the others alone would say nothing of a usual one.`,
    ];
  const trial =
    options.limitsBefore === undefined
      ? `until ${FOR_ALL_RULES} ${bins} have a value`
      : `of fewer than ${FOR_ALL_RULES} ${bins} before ${dayLabel(options.limitsBefore)}`;
  const quiet = quietNote(series.behaviour, {
    things: bins,
    counted: `${bins} with a value`,
    whose: 'this team’s',
    trial: `${options.limitsBefore === undefined ? ', which hold' : ''} ${trial}`,
  });
  const notes = signals.map(signal => signalText(signal, options, context));
  if (quiet !== null) notes.push(quiet);
  if (state === 'trial' && signals.length > 0)
    notes.push(`These are trial limits ${trial}: so far only ${bins} outside them are named.`);
  if (chunky && segments.at(-1)?.upper != null)
    notes.push('The values differ by few sizes of step only, so the limits are coarse.');
  if (segments.length > 1)
    notes.push(
      'Limits begin anew where a lasting signal follows a change that the team named; the old ones stay drawn.',
    );
  return notes;
}

/** The weeks at the start of the window that make no whole bin, unless the series begins later anyway. */
function leftoverNotes({ weeksPerBin, points }: BehaviourSeries, { window }: FigureContext): string[] {
  const left = window.weeks % weeksPerBin;
  const days = (Date.parse(points[0]?.from ?? '') - Date.parse(window.from)) / 86_400_000;
  return left > 0 && days === left * 7 ? [leftoverNote(left, weeksPerBin)] : [];
}

/**
 * The run rule takes both sides of the centre for equally likely. Values of few sizes are not: one that lies nearer to the
 * centre than half the smallest difference of two of them is on a side by rounding alone.
 */
function isCoarseRun({ points, behaviour }: BehaviourSeries, run: readonly number[], centre: number): boolean {
  const sizes = [...new Set(points.flatMap(({ value }) => value ?? []))].sort((a, b) => a - b);
  const smallest = Math.min(...sizes.slice(1).map((size, index) => size - (sizes[index] ?? 0)));
  const isRounded = ({ value }: SeriesPoint): boolean => value !== null && Math.abs(value - centre) < smallest / 2;
  return behaviour.chunky || points.some((point, index) => run.includes(index) && isRounded(point));
}

/** A signal with its rule in plain words, when it was, and the items behind it where they may be named. */
function signalText(
  { index, rule, direction, points }: ProcessSignal,
  options: SeriesFigureOptions,
  context: FigureContext,
): string {
  const { series, unit } = options;
  const bins = binsName(series);
  const segment = series.behaviour.segments.findLast(({ from }) => from <= index);
  const first = series.points[index];
  const last = series.points[points.at(-1) ?? index];
  if (segment === undefined || first === undefined || last === undefined) return '';
  const side = direction === 'down' ? 'below' : 'above';
  const span = `from the ${binAt(series, first.from)} to the ${binAt(series, last.from)}`;
  // Nothing stands behind a value for being low: what would, is absent.
  const isHigh = direction === null ? isStepUp(series.points, index) : direction === 'up';
  const labels = isHigh && context.use === 'view' ? points.flatMap(point => series.points[point]?.labels ?? []) : [];
  const behind = behindText(labels);
  switch (rule) {
    case 'outside': {
      const limit = direction === 'down' ? segment.lower : segment.upper;
      const numbers = `${valueLabel(first.value ?? 0, unit)}; limit ${roughLabel(limit ?? 0, unit)}`;
      return `The ${binAt(series, first.from)} lies ${side} what this team’s own past leads to expect (${numbers}).${behind}`;
    }
    case 'range':
      return `The step to the ${binAt(series, first.from)} is larger than this team’s own past leads to expect.${behind}`;
    case 'run':
      return `${points.length} ${bins} in a row lie ${side} the centre of ${roughLabel(segment.centre, unit)}, ${span}; ${isCoarseRun(series, points, segment.centre) ? 'with values this coarse that may well be chance' : 'eight in a row are hardly chance'}.${behind}`;
    case 'threeOfFour':
      return `Three of four ${bins} lie more than half way to the ${direction === 'down' ? 'lower' : 'upper'} limit, ${span}.${behind}`;
  }
}

function isStepUp(points: readonly SeriesPoint[], index: number): boolean {
  return (points[index]?.value ?? 0) > (points[index - 1]?.value ?? 0);
}

function behindText(labels: readonly string[]): string {
  const different = [...new Set(labels)];
  if (different.length === 0) return '';
  const more = different.length - MOST_LABELS;
  return ` Behind it: ${different.slice(0, MOST_LABELS).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}

function binName({ weeksPerBin }: BehaviourSeries): string {
  return weeksPerBin === 1 ? 'Week' : `${weeksPerBin} weeks`;
}

function binsName({ weeksPerBin }: BehaviourSeries): string {
  return weeksPerBin === 1 ? 'weeks' : `stretches of ${weeksPerBin} weeks`;
}

function binAt({ weeksPerBin }: BehaviourSeries, from: string): string {
  return weeksPerBin === 1 ? `week of ${dayLabel(from)}` : `stretch of ${weeksPerBin} weeks from ${dayLabel(from)}`;
}

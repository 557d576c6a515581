import type { Figure, SeriesChart, Table } from '../../model/flow/figure.ts';
import type { Signal } from '../../model/flow/signals.ts';
import { dayLabel, numberLabel } from '../dates.ts';
import { createFigure, type FigureContext } from './figure.ts';
import { FOR_ALL_RULES, limitsOf, quietNote, ruleLabel, rulesAt } from './limits.ts';
import { inWindow, listed } from './share.ts';
import { withheldText } from './withheld.ts';

const MOST_LINES = 5;
const GAP = 'too few answers';

/** One figure for each series from elsewhere, in the order of the team file. */
export function signalFigures(signals: readonly Signal[], context: FigureContext): Figure[] {
  return signals.map((signal, index) => signalFigure(signal, `signal-${index + 1}`, context));
}

function signalFigure(signal: Signal, id: string, context: FigureContext): Figure {
  const { withheld, name, unit, least, points, behaviour } = signal;
  const shown = withheld === null;
  const last = points.findLast(({ value }) => value !== null) ?? null;
  const label = unit === null ? name : `${name} (${unit})`;
  return createFigure({
    id,
    group: 'past',
    title: name,
    headline:
      shown && last?.value != null
        ? `${label}: ${numberLabel(last.value)} on ${dayLabel(last.on)}, the last of ${behaviour.n} values ${inWindow(context)}.`
        : '',
    withheld: withheldOf(signal),
    values:
      shown && last !== null
        ? [
            {
              id: 'last',
              label: `Last value, ${dayLabel(last.on)}`,
              value: last.value,
              unit: 'plain',
              n: behaviour.n,
              why: null,
            },
          ]
        : [],
    chart: shown ? chartOf(signal, label, context) : null,
    table: shown ? tableOf(signal, label) : null,
    notes: notesOf(signal),
    method: [
      `A series from elsewhere that team.yaml names: of the whole team only, drawn as its file has it${unit === null ? '' : `, in ${unit}`}.`,
      `Rows with fewer than ${least} responses are gaps. So are rows that do not say how many answered, where the team set a minimum.`,
      'Limits come from the series’ own past (process behaviour chart). Moving together with another figure does not tell why.',
    ],
    prompt: shown ? 'What did we live through at the points that stand out, and what do the numbers leave out?' : '',
  });
}

function withheldOf({ withheld, least }: Signal): string {
  switch (withheld?.code) {
    case 'notRead':
      return 'Its file is not there, cannot be read, or has no header "date,value,responses".';
    case 'nothing':
      return 'Its file has no row in this window.';
    case 'people':
      return `Hidden to protect people: no row of this window has ${least} responses.`;
    default:
      return withheldText(withheld);
  }
}

function chartOf({ points, behaviour }: Signal, label: string, context: FigureContext): SeriesChart {
  return {
    kind: 'series',
    xLabel: 'Day',
    yLabel: label,
    unit: 'plain',
    points: points.map(({ on, value }, index) => ({
      from: on,
      to: nextDay(on),
      value,
      hidden: value === null,
      signals: rulesAt(behaviour.signals, index),
      lines: [dayLabel(on), value === null ? `Not shown: ${GAP}` : numberLabel(value)],
    })),
    limits: limitsOf(
      behaviour,
      points.map(({ on }) => ({ from: on, to: nextDay(on) })),
    ),
    markers: [...context.markers],
  };
}

function tableOf({ points, behaviour }: Signal, label: string): Table {
  return {
    caption: label,
    columns: [
      { id: 'on', label: 'Day', kind: 'day' },
      { id: 'value', label, kind: 'plain' },
      { id: 'note', label: 'Note', kind: 'text' },
    ],
    rows: points.map(({ on, value }, index) => [
      on,
      value,
      value === null ? GAP : rulesAt(behaviour.signals, index).join('; '),
    ]),
  };
}

function notesOf({ withheld, points, behaviour, unread }: Signal): string[] {
  const notes = withheld === null ? behaviourNotes(points, behaviour) : [];
  const gaps = points.filter(({ value }) => value === null).length;
  if (withheld === null && gaps > 0) notes.push(`${gaps} of ${points.length} rows are gaps: ${GAP}.`);
  if (unread.length > 0) {
    const more = unread.length > MOST_LINES ? ` and ${unread.length - MOST_LINES} more` : '';
    const lines = unread.slice(0, MOST_LINES).map(String);
    notes.push(
      `Not read, line ${more === '' ? listed(lines) : lines.join(', ')}${more} of its file: a row is a day (YYYY-MM-DD), a number and a whole number of responses or nothing.`,
    );
  }
  return notes;
}

function behaviourNotes(points: Signal['points'], behaviour: Signal['behaviour']): string[] {
  const quiet = quietNote(behaviour, {
    ...{ things: 'values', counted: 'values', whose: 'the series’' },
    trial: `, which hold until there are ${FOR_ALL_RULES} values`,
  });
  const told = behaviour.signals.map(signal => {
    const { index, direction } = signal;
    const way = direction === null ? '' : direction === 'up' ? ', upward' : ', downward';
    return `From ${dayLabel(points[index]?.on ?? '')}: ${ruleLabel(signal)}${way}.`;
  });
  return quiet === null ? told : [...told, quiet];
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

import type { FeatureFactory } from '../../model/flow/featureFactory.ts';
import type { Figure, SeriesChart, Table } from '../../model/flow/figure.ts';
import { dayLabel } from '../dates.ts';
import { createFigure, type FigureContext } from './figure.ts';
import { HIDDEN_NOTE, inWindow, shareFigure, shareOpening, shareText } from './share.ts';
import { withheldText } from './withheld.ts';

const EPICS = { things: 'epics', needs: 5 };
const LABEL = 'Epics without an outcome';

/** Feature Factory Ratio. Nobody is judged by it: a bet without a stake is an invitation to write one down. */
export function featureFactoryFigure(result: FeatureFactory, context: FigureContext): Figure {
  const { withheld, epics, worked, weighted, orphans, untestable, periods } = result;
  const shown = withheld === null;
  return createFigure({
    id: 'featureFactory',
    group: 'impact',
    title: 'Feature Factory Ratio',
    headline: shown ? `${shareOpening(epics, 'epics')} have no anticipated outcome.` : '',
    withheld: withheldOf(result),
    values: shown
      ? [
          shareFigure('epics', 'Epics without an outcome', epics, EPICS),
          shareFigure('worked', `Of the epics worked on ${inWindow(context)}`, worked, EPICS),
          shareFigure('weighted', 'The same, weighted by finished items', weighted, {
            things: 'epics worked on',
            needs: 5,
          }),
          shareFigure('untestable', 'Outcome without baseline and target', untestable, EPICS),
          shareFigure('orphans', 'Finished items without an epic', orphans, { things: 'finished items', needs: 1 }),
        ]
      : [],
    chart: shown && periods.length > 0 ? chartOf(periods, context) : null,
    table: shown ? tableOf(periods) : null,
    notes: shown ? notesOf(result) : [],
    method: [
      'Epics without an anticipated outcome, of all epics that were not stopped. A sentence or two of intention counts; the template’s own text does not. It says what is written down, not what is known.',
      'Worked on: epics with an item that finished in the window. Weighted: the finished items of those without an outcome, of the finished items of all of them. Items without an epic are shown beside it and never mixed in.',
      'A percentage needs 5 epics; below that it is "3 of 4". The picture has periods of four weeks.',
      'An outcome without a measure that has a baseline and a target cannot be tested later; it is counted beside the ratio. Whether a statement was written after the work had begun would need the history of the epic’s file, which is not read here.',
    ],
    prompt:
      shown && epics.count > 0
        ? 'For which of these epics could we say in one sentence what should change for somebody?'
        : '',
  });
}

function withheldOf({ withheld }: FeatureFactory): string {
  if (withheld === null) return '';
  return withheld.code === 'nothing' ? 'Every epic was stopped.' : `Not measurable. ${withheldText(withheld)}`;
}

function notesOf({ untestable, weighted, orphans }: FeatureFactory): string[] {
  const notes: string[] = [];
  if (untestable.count > 0)
    notes.push(`${shareText(untestable, 'epics')} have an outcome, but no measure with a baseline and a target.`);
  if (weighted === null) notes.push('The ratio by work is hidden to protect people.');
  else if (weighted.of > 0)
    notes.push(`By work: ${shareText(weighted, 'finished items of epics')} belong to an epic without an outcome.`);
  if (orphans !== null && orphans.of > 0) notes.push(`${shareText(orphans, 'finished items')} belong to no epic.`);
  return notes;
}

function chartOf(periods: FeatureFactory['periods'], context: FigureContext): SeriesChart {
  return {
    kind: 'series',
    xLabel: 'Four weeks',
    yLabel: LABEL,
    unit: 'share',
    points: periods.map(({ from, to, epics }) => ({
      from,
      to,
      value: epics?.share ?? null,
      hidden: epics === null,
      signals: [],
      lines: [
        `Four weeks from ${dayLabel(from)}`,
        epics === null ? 'Hidden to protect people' : `Without an outcome: ${shareText(epics, 'epics worked on')}`,
      ],
    })),
    limits: [],
    markers: [...context.markers],
  };
}

function tableOf(periods: FeatureFactory['periods']): Table {
  return {
    caption: 'Epics worked on in each four weeks, and those without an outcome',
    columns: [
      { id: 'from', label: 'Four weeks from', kind: 'day' },
      { id: 'without', label: 'Without an outcome', kind: 'plain' },
      { id: 'epics', label: 'Epics worked on', kind: 'plain' },
      { id: 'share', label: 'Share', kind: 'share' },
      { id: 'note', label: 'Note', kind: 'text' },
    ],
    rows: periods.map(({ from, epics }) => [
      from,
      epics?.count ?? null,
      epics?.of ?? null,
      epics?.share ?? null,
      epics === null ? HIDDEN_NOTE : '',
    ]),
  };
}

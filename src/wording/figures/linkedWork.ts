import type { Figure, Table } from '../../model/flow/figure.ts';
import { WORK_LINKS, type LinkedWork, type WorkLink } from '../../model/flow/linkedWork.ts';
import { createFigure, type FigureContext } from './figure.ts';
import { seriesFigureParts } from './processBehaviour.ts';
import { HIDDEN_NOTE, inWindow, shareFigure, shareOpening } from './share.ts';
import { valueLabel } from './units.ts';
import { withheldText } from './withheld.ts';

const NEEDS = { things: 'finished items', needs: 20 };
const LABEL = 'Share linked to an outcome';

const LINKS: Readonly<Record<WorkLink, string>> = {
  outcome: 'An epic with an anticipated outcome',
  noOutcome: 'An epic without one',
  stopped: 'An epic that was stopped',
  noEpic: 'No epic',
};

/** How much of the finished work is traced to an anticipated outcome. */
export function linkedWorkFigure(result: LinkedWork, context: FigureContext): Figure {
  const { withheld, linked, orphans, overTime } = result;
  const shown = withheld === null;
  const parts =
    overTime === null
      ? null
      : seriesFigureParts({ series: overTime, unit: 'share', label: LABEL, caption: `${LABEL}, over time` }, context);
  const counts = tableOf(result);
  return createFigure({
    id: 'linkedWork',
    group: 'impact',
    title: 'Work linked to an outcome',
    headline: shown ? headlineOf(result, context) : '',
    withheld: withheldText(withheld, context.window),
    values: shown
      ? [
          shareFigure('linked', 'Linked to an outcome', linked, NEEDS),
          shareFigure('orphans', 'Without an epic (orphan work)', orphans, NEEDS),
        ]
      : [],
    chart: shown ? (parts?.chart ?? null) : null,
    table: shown ? (parts?.table ?? counts) : null,
    notes: shown ? [...countNotes(result), ...(parts?.notes ?? [])] : [],
    method: [
      'Finished items whose ticket belongs to an epic with an anticipated outcome (and that was not stopped), of all finished items. Orphan work belongs to no epic at all; it is shown beside it and never mixed in.',
      'A percentage needs 20 finished items; a week needs 3 to be drawn. Left out: items made by bots and direct commits without a ticket.',
      'It cannot tell whether the outcome is a good one, or whether the work served it. Some work rightly belongs to no epic.',
    ],
    prompt: shown ? 'Of the work without an outcome: which would we be glad to explain, and which surprises us?' : '',
    focus: 'linkedToOutcome',
  });
}

function headlineOf({ linked, orphans, finished }: LinkedWork, context: FigureContext): string {
  if (linked === null)
    return `${finished} items finished ${inWindow(context)}; how many are linked to an outcome is hidden to protect people.`;
  const without = orphans === null ? '' : `; ${shareOpening(orphans, 'belong to no epic')}`;
  return `${shareOpening(linked, 'finished items')} ${inWindow(context)} belong to an epic with an anticipated outcome${without}.`;
}

function countNotes({ counts }: LinkedWork): string[] {
  const told = WORK_LINKS.filter(link => link !== 'outcome' && link !== 'noEpic').flatMap(link => {
    const count = counts[link];
    return count === null || count === 0 ? [] : [`${LINKS[link]}: ${valueLabel(count, 'items')}.`];
  });
  const hidden = WORK_LINKS.some(link => counts[link] === null);
  return hidden
    ? [...told, 'Some counts are hidden to protect people, and one more where the rest would give them away.']
    : told;
}

function tableOf({ counts }: LinkedWork): Table {
  return {
    caption: 'Finished items by what they were for',
    columns: [
      { id: 'link', label: 'Belongs to', kind: 'text' },
      { id: 'items', label: 'Finished', kind: 'items' },
      { id: 'note', label: 'Note', kind: 'text' },
    ],
    rows: WORK_LINKS.map(link => [LINKS[link], counts[link], counts[link] === null ? HIDDEN_NOTE : '']),
  };
}

import type { Distribution, DistributionPart } from '../../model/flow/distribution.ts';
import type { Figure, StackChart, Table } from '../../model/flow/figure.ts';
import { workTypeLabel } from '../flow.ts';
import { createFigure, type FigureContext } from './figure.ts';
import { leftoverNote } from './hiddenBins.ts';
import { HIDDEN_NOTE, inWindow, listed } from './share.ts';
import { valueLabel } from './units.ts';
import { withheldText } from './withheld.ts';

/** From so many on, only the unknown ones stand in the way of shares. */
const LEAST_CLASSIFIED = 20;
const PERIOD_WEEKS = 4;

/** What kinds of work were finished. No mix is right: what the team means by it is for the team to say. */
export function distributionFigure(result: Distribution, context: FigureContext): Figure {
  const { withheld, finished, parts } = result;
  const shown = withheld === null;
  return createFigure({
    id: 'distribution',
    group: 'impact',
    title: 'Kinds of work',
    headline: shown ? headlineOf(result, context) : '',
    withheld: withheldText(withheld, context.window),
    values: shown
      ? parts.map(part => ({
          id: part.type,
          label: workTypeLabel(part.type),
          value: part.share,
          unit: 'share',
          n: part.items === null ? 0 : finished,
          why: part.share === null ? whyNot(part, result) : null,
        }))
      : [],
    chart: shown && result.periods.length > 0 ? chartOf(result, context) : null,
    table: shown ? tableOf(result) : null,
    notes: shown ? notesOf(result, context) : [],
    method: [
      'Finished items by work type (Flow Framework: flow distribution), counted, not weighed. The first that answers tells the type: the epic file, the ticket, a label, a conventional-commit type, the kind of branch, a word in the title; otherwise it stays unknown. Conventional feat and perf are features; fix and reverts defects; security risk; refactor, chore, build, ci, test, docs, style and deps debt.',
      'Shares need 20 items whose type is known and no more than 40 % unknown; below that there are counts. Left out: items made by bots and direct commits without a ticket. The work-type filter does not apply.',
      'The picture over time has periods of four weeks. A type with too few people behind it is counted as Other.',
      'It cannot tell effort: one item may be a day or a month of work.',
    ],
    prompt: shown ? 'Is this the mix that we meant to have? What would we have guessed?' : '',
  });
}

function headlineOf({ parts, finished }: Distribution, context: FigureContext): string {
  const told = parts.flatMap(({ type, items, share }) =>
    items === null ? [] : [`${workTypeLabel(type)} ${share === null ? items : valueLabel(share, 'share')}`],
  );
  const all = `${finished} finished items ${inWindow(context)}`;
  return told.length === 0 ? `${all}; their types are hidden to protect people.` : `${listed(told)} of ${all}.`;
}

function whyNot({ items }: DistributionPart, { sharesWithheld }: Distribution): string {
  return items === null ? 'Hidden to protect people.' : noSharesText(sharesWithheld);
}

/** Too many unknown ones are no matter of a longer window. */
function noSharesText(withheld: Distribution['sharesWithheld']): string {
  return withheld?.code === 'tooFew' && withheld.has >= LEAST_CLASSIFIED
    ? `The type of only ${withheld.has} items is known, and shares need ${withheld.needs}: 60 % of them.`
    : withheldText(withheld);
}

function notesOf(
  { parts, folded, byKeyword, finished, sharesWithheld, periods }: Distribution,
  { window }: FigureContext,
): string[] {
  const notes: string[] = [];
  if (sharesWithheld !== null) notes.push(`Counts and no shares. ${noSharesText(sharesWithheld)}`);
  if (folded.length > 0)
    notes.push(
      `${listed(folded.map(workTypeLabel))} ${folded.length === 1 ? 'is' : 'are'} counted as Other: too few people are behind ${folded.length === 1 ? 'it' : 'each'}.`,
    );
  if (parts.some(({ items }) => items === null))
    notes.push('Some kinds are hidden to protect people, and one more where the rest would give them away.');
  if (byKeyword !== null && byKeyword > 0)
    notes.push(`Of ${byKeyword} of the ${finished} items only a word in a title tells that they mend something.`);
  const left = window.weeks % PERIOD_WEEKS;
  if (left > 0 && periods.length > 0) notes.push(leftoverNote(left, PERIOD_WEEKS));
  return notes;
}

function chartOf({ parts, periods }: Distribution, context: FigureContext): StackChart {
  return {
    kind: 'stack',
    xLabel: 'Four weeks',
    yLabel: 'Finished items',
    unit: 'items',
    parts: parts.map(({ type }) => ({ id: type, label: workTypeLabel(type) })),
    columns: periods.map(({ from, to, items }) => ({ from, to, values: [...items], total: null })),
    markers: [...context.markers],
  };
}

/** The whole window first, then every four weeks: one column a type, as in the picture. */
function tableOf({ parts, periods }: Distribution): Table {
  return {
    caption: 'Finished items by work type',
    columns: [
      { id: 'type', label: 'Work type', kind: 'text' },
      { id: 'items', label: 'Finished', kind: 'items' },
      { id: 'share', label: 'Share', kind: 'share' },
      ...periods.map(({ from }) => ({ id: `from${from}`, label: `Four weeks from ${from}`, kind: 'items' as const })),
      { id: 'note', label: 'Note', kind: 'text' },
    ],
    rows: parts.map(({ type, items, share }, at) => {
      const over = periods.map(period => period.items[at] ?? null);
      const note = items === null ? HIDDEN_NOTE : over.includes(null) ? 'some weeks are hidden to protect people' : '';
      return [workTypeLabel(type), items, share, ...over, note];
    }),
  };
}

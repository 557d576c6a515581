import type { Figure, RangesChart, Table, TableCell } from '../../model/flow/figure.ts';
import type { Reverts } from '../../model/flow/reverts.ts';
import { workTypeLabel } from '../flow.ts';
import { createFigure, type FigureContext } from './figure.ts';
import { countLabel } from './places.ts';
import { HIDDEN_NOTE, intervalText, inWindow, isOne, shareFigure, shareOpening } from './share.ts';
import { withheldText } from './withheld.ts';

const LEAST_REVERTED = 5;
const NEEDS = { things: 'landed items', needs: 50 };

/** Revert rate, and how soon work was taken back. */
export function revertsFigure(result: Reverts, context: FigureContext): Figure {
  const { withheld, reverted, interval, timeToRevert } = result;
  const shown = withheld === null;
  const range = interval === null ? '' : ` (95 % interval ${intervalText(interval)})`;
  return createFigure({
    id: 'reverts',
    group: 'quality',
    title: 'Revert rate',
    headline: shown
      ? `${shareOpening(reverted, 'items')} that landed ${inWindow(context)} ${isOne(reverted) ? 'was' : 'were'} taken back within 30 days${range}.`
      : '',
    withheld: withheldText(withheld, context.window),
    values: shown
      ? [
          shareFigure('reverted', 'Taken back within 30 days', reverted, NEEDS),
          {
            id: 'timeToRevert',
            label: 'Half of those within',
            value: timeToRevert,
            unit: 'seconds',
            n: reverted.count,
            why: timeToRevert === null ? whyNoTime(reverted.count) : null,
          },
        ]
      : [],
    chart: shown ? chartOf(result) : null,
    table: shown ? tableOf(result) : null,
    notes: shown ? notesOf(result) : [],
    method: [
      'Items that were taken back within 30 days of landing, of the items that landed in the window and at least 30 days ago. Younger items have not had the time, so they are left out.',
      'What takes something back is not counted as landed work itself, and work that came back later still counts as taken back. The interval is Wilson’s for 95 %; a percentage needs 50 items. "Half within" is the nearest rank.',
      'Reverts are told by the hash, request number or title that they name. What was undone by hand, or rolled back without a commit, leaves no such trace. Taking back quickly can be a good habit.',
    ],
    prompt:
      shown && reverted.count > 0
        ? 'What did we learn from what was taken back, and could a smaller step have told us?'
        : '',
  });
}

function whyNoTime(count: number): string {
  return count < LEAST_REVERTED
    ? `Needs ${LEAST_REVERTED} items that were taken back, has ${count}.`
    : withheldText({ code: 'people' });
}

function notesOf({ restored, aborted, immature, reverted, types }: Reverts): string[] {
  const notes: string[] = [];
  if (restored === null) notes.push(`How much of it came back later is ${HIDDEN_NOTE}.`);
  else if (restored > 0) notes.push(restoredText(restored, reverted.count));
  if (aborted !== 0)
    notes.push(
      `Aborted landings, taken back within ten minutes and before any deployment: ${aborted ?? HIDDEN_NOTE}, not counted.`,
    );
  if (immature === null) notes.push(`Left out: what landed less than 30 days ago; how much is ${HIDDEN_NOTE}.`);
  else if (immature > 0) notes.push(`Left out: ${immature} that landed less than 30 days ago.`);
  if (types.some(type => type.reverted === null))
    notes.push('Some work types are hidden to protect people, and one more where the rest would give them away.');
  return notes;
}

function restoredText(restored: number, reverted: number): string {
  if (restored === reverted) return `What was taken back came back later: ${countLabel(restored, 'item')}.`;
  return `Of ${countLabel(reverted, 'item')} that were taken back, ${restored} came back later.`;
}

/** Types with a percentage of their own beside the whole. */
function chartOf({ reverted, interval, types }: Reverts): RangesChart | null {
  if (reverted.share === null) return null;
  const rows = [{ label: 'All', reverted, interval }].concat(
    types.flatMap(({ type, reverted: own, interval: range }) =>
      own?.share == null ? [] : [{ label: workTypeLabel(type), reverted: own, interval: range }],
    ),
  );
  return {
    kind: 'ranges',
    xLabel: '',
    yLabel: 'Taken back within 30 days',
    unit: 'share',
    zero: false,
    rows: rows.map(row => ({
      label: row.label,
      value: row.reverted.share,
      low: row.interval?.low ?? null,
      high: row.interval?.high ?? null,
      lines: [`${row.reverted.count} of ${row.reverted.of} items`],
    })),
  };
}

function tableOf({ reverted, interval, types }: Reverts): Table {
  const row = (label: string, of: Reverts['reverted'] | null, range: Reverts['interval']): TableCell[] =>
    of === null
      ? [label, null, null, null, null, null, HIDDEN_NOTE]
      : [label, of.count, of.of, of.share, range?.low ?? null, range?.high ?? null, ''];
  return {
    caption: 'Items that were taken back, by work type',
    columns: [
      { id: 'type', label: 'Work type', kind: 'text' },
      { id: 'reverted', label: 'Taken back', kind: 'plain' },
      { id: 'landed', label: 'Landed', kind: 'items' },
      { id: 'share', label: 'Share', kind: 'share' },
      { id: 'low', label: '95 % interval from', kind: 'share' },
      { id: 'high', label: 'to', kind: 'share' },
      { id: 'note', label: 'Note', kind: 'text' },
    ],
    rows: [
      row('All', reverted, interval),
      ...types.map(type => row(workTypeLabel(type.type), type.reverted, type.interval)),
    ],
  };
}

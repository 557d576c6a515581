import type { KeyFigure } from '../../model/flow/figure.ts';
import type { OpenFlag, OpenSources, TicketState } from '../../model/flow/openWork.ts';
import { countLabel, stageLabel } from './places.ts';

/** What figures about open work have in common. */
export interface OpenCounts {
  readonly stale: number | null;
  readonly unknownStart: number | null;
  readonly sources: OpenSources | null;
}

const HIDDEN = 'Hidden to protect people.';

const FLAGS: Readonly<Record<OpenFlag, string>> = {
  blocked: 'blocked',
  reopened: 'reopened',
  still: 'no move for 30 days',
};

/** How many of the open items tickets tell of, and how many branches alone; nothing without tickets. */
export function sourceFigures({ sources }: OpenCounts): KeyFigure[] {
  if (sources === null) return [];
  const figure = (id: string, label: string, value: number | null): KeyFigure => {
    return { id, label, value, unit: 'items', n: value ?? 0, why: value === null ? HIDDEN : null };
  };
  return [
    figure('fromTickets', 'Told by tickets', sources.tickets),
    figure('fromBranches', 'Told by branches alone', sources.branches),
  ];
}

/** Where the open items come from, what tickets say of them, and which are in no figure. */
export function openNotes({ stale, unknownStart, sources }: OpenCounts): string[] {
  const notes = sources === null ? [] : sourceNotes(sources);
  if (stale !== null && stale > 0)
    notes.push(
      `${countLabel(stale, 'open item')} without a sign of life for 30 days: not counted as work in progress.`,
    );
  if (unknownStart !== null && unknownStart > 0)
    notes.push(`${countLabel(unknownStart, 'open item')} without a known start: not counted.`);
  return notes;
}

export const WITHOUT_COMMITS =
  'Tickets without a commit are left out: nobody can be told who is behind them, and there are too many for the others to stand for them.';

/** `In “Review”, blocked`; null where no ticket tells. */
export function stateLabel(state: TicketState | null): string | null {
  return state === null ? null : [`In “${stageLabel(state.stage)}”`, ...flagLabels(state)].join(', ');
}

export function flagLabels({ flags }: TicketState): string[] {
  return flags.map(flag => FLAGS[flag]);
}

function sourceNotes({ tickets, branches, flagged, over, withoutCommits }: OpenSources): string[] {
  const notes = [
    tickets === null || branches === null
      ? 'How many of the open items tickets tell of, and how many branches alone, is hidden to protect people.'
      : `Tickets tell of ${tickets} of ${countLabel(tickets + branches, 'open item')}, branches alone of ${branches}.`,
  ];
  const { blocked, reopened, still } = flagged;
  if (blocked !== null && blocked > 0) notes.push(`${countLabel(blocked, 'blocked ticket')}.`);
  if (reopened !== null && reopened > 0)
    notes.push(`${countLabel(reopened, 'reopened ticket')}, counted from the first start.`);
  if (still !== null && still > 0)
    notes.push(`${countLabel(still, 'ticket')} in progress by status, with no move for 30 days: counted.`);
  if (over !== null && over > 0)
    notes.push(
      `${over} open ${over === 1 ? 'branch' : 'branches'} of a ticket that is done or was dropped: not counted.`,
    );
  if (withoutCommits === 'leftOut') notes.push(WITHOUT_COMMITS);
  return notes;
}

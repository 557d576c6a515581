import { dayIn } from '../model/calendarDay.ts';
import type { Change, ChangeMissing, ChangeWhy, ChangeWhyAnswer, LineWhy } from '../model/changeWhy.ts';
import type { TicketCandidate, WhyAnswer } from '../model/why.ts';
import { chainLines, chainOutcome } from './chain.ts';
import { dayLabel } from './dates.ts';
import { missingText, ticketHow } from './why.ts';

/** What is said of a line. */
export interface LineText {
  /** The outcome that the line is for, or what is missing. */
  readonly title: string;
  readonly lines: readonly string[];
}

/** `timeZone` is the team's, for the day of the change. */
export function lineText(answer: LineWhy, timeZone: string): LineText {
  return answer.kind === 'committed' ? committedText(answer.why, timeZone) : uncommittedText(answer.why);
}

function committedText({ value, missing }: ChangeWhyAnswer, timeZone: string): LineText {
  if (value === null) return { title: 'Nothing is known of this line', lines: [] };
  const lacking = missing[0];
  return {
    title: chainOutcome(value) ?? (lacking === undefined ? 'No anticipated outcome' : missingTitle(lacking, value)),
    lines: [
      changeLine('Change', value.change, timeZone),
      ...(value.landedBy === null ? [] : [changeLine('Merged with', value.landedBy, timeZone)]),
      ...(value.ticket === null ? [] : [`Ticket: ${value.ticket.key} (${foundHow(value.ticket, value.landedBy)})`]),
      ...chainLines(value),
      ...(lacking === 'change/boundary' ? ['The clone is shallow: an older change may have made this line.'] : []),
    ],
  };
}

function changeLine(label: string, { title, landed, number }: Change, timeZone: string): string {
  const shown = title === '' ? 'its subject is not shown' : title;
  const request = number === null || shown.includes(`#${number}`) ? '' : ` (#${number})`;
  return `${label}: ${shown}${request}, ${dayLabel(dayIn(timeZone, landed))}`;
}

function foundHow({ source }: TicketCandidate, landedBy: Change | null): string {
  const where = landedBy === null ? 'the commit' : 'the merge';
  return source === 'closing'
    ? `closed or referred to by ${where}`
    : `found in ${where}’s ${source === 'subject' ? 'subject' : 'text'}`;
}

function missingTitle(code: ChangeMissing, { ticket }: ChangeWhy): string {
  switch (code) {
    case 'change/boundary':
      return 'The history ends before this line';
    case 'ticket/none':
      return 'The change names no ticket';
    case 'epics/none':
    case 'epic/none':
      return `No epic file names ${ticket?.key ?? 'the ticket'} yet`;
    case 'epic/unreadable':
      return 'The epic file could not be read';
    case 'outcome/none':
    case 'keyResult/none':
    case 'keyResult/unknown':
      return 'No anticipated outcome is written yet';
  }
}

function uncommittedText({ value, missing }: WhyAnswer): LineText {
  if (value === null) return { title: 'Not committed yet', lines: [] };
  const lacking = missing[0];
  const outcome = chainOutcome(value);
  const lack = outcome !== null || lacking === undefined ? null : missingText(lacking, value);
  return {
    title: outcome ?? lack?.title ?? 'No anticipated outcome',
    lines: [
      `Not committed yet, so this is what ${value.branch.label} is for.`,
      ...(lack === null ? [] : [lack.text]),
      ...(value.ticket === null ? [] : [`Ticket: ${value.ticket.key} (${ticketHow(value.ticket)})`]),
      ...chainLines(value),
    ],
  };
}

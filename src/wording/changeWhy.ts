import { dayIn } from '../model/calendarDay.ts';
import type { Change, ChangeMissing, ChangeWhy, ChangeWhyAnswer } from '../model/changeWhy.ts';
import { hasAnticipatedOutcome } from '../model/outcome.ts';
import type { TicketCandidate } from '../model/why.ts';
import { dayLabel } from './dates.ts';
import { epicHow, missingLinkText, oneLine, type MissingText } from './why.ts';

/** One link of the chain behind a change. Texts are plain: a face escapes what its markup would read. */
export interface ChangeHop {
  readonly kind: 'change' | 'landing' | 'ticket' | 'epic' | 'keyResult' | 'objective';
  /** `PAY-101`, an epic's key and title, a change's title. */
  readonly text: string;
  /** How the link was found, or what else is known of it; '' when there is nothing to say. */
  readonly how: string;
}

export interface ChangeWhyText {
  /** The anticipated outcome on one line; null when there is none. */
  readonly outcome: string | null;
  /** From the change to the objective. */
  readonly hops: readonly ChangeHop[];
  /** Other tickets of the change. */
  readonly also: readonly ChangeHop[];
  /** What is missing, each with the step that mends it; a key result is welcome and never missed. */
  readonly gaps: readonly MissingText[];
}

export interface ChangeWhyStyle {
  /** False where the text leaves the person's screen: a commit's title may not. */
  readonly titles: boolean;
  /** IANA name. */
  readonly timeZone: string;
}

/** The chain behind a change in sentences; null when nothing is known. */
export function changeWhyText(answer: ChangeWhyAnswer, style: ChangeWhyStyle): ChangeWhyText | null {
  const why = answer.value;
  if (why === null) return null;
  const outcome = why.epic?.epic?.outcome ?? null;
  const ticketHop = (ticket: TicketCandidate): ChangeHop => ({
    kind: 'ticket',
    text: ticket.key,
    how: changeTicketHow(ticket, why),
  });
  const hops: ChangeHop[] = [changeHop('change', why.change, style)];
  if (why.landedBy !== null) hops.push(changeHop('landing', why.landedBy, style));
  if (why.ticket !== null) hops.push(ticketHop(why.ticket));
  hops.push(...epicHops(why));
  return {
    outcome: hasAnticipatedOutcome(outcome) ? oneLine(outcome.statement) : null,
    hops,
    also: why.otherTickets.map(ticketHop),
    gaps: answer.missing.filter(code => code !== 'keyResult/none').map(code => changeMissingText(code, why)),
  };
}

function epicHops({ epic, epicSource, keyResult, objective }: ChangeWhy): ChangeHop[] {
  const hops: ChangeHop[] = [];
  if (epic !== null && epic.epic !== null) {
    const from = epic.origin === 'main' ? ', read from main' : '';
    const how = epicSource === null ? epic.path : epicHow(epicSource, epic.path);
    hops.push({ kind: 'epic', text: `${epic.epic.key} ${oneLine(epic.epic.title)}`, how: `${how}${from}` });
  }
  if (keyResult !== null)
    hops.push({ kind: 'keyResult', text: `${keyResult.id} ${oneLine(keyResult.title)}`, how: 'named by the epic' });
  if (objective !== null)
    hops.push({ kind: 'objective', text: `${objective.id} ${oneLine(objective.title)}`, how: 'has this key result' });
  return hops;
}

function changeHop(kind: 'change' | 'landing', change: Change, { titles, timeZone }: ChangeWhyStyle): ChangeHop {
  const day = (at: number) => dayLabel(dayIn(timeZone, at));
  const commit = `commit ${change.hash.slice(0, 7)}`;
  const title = titles ? change.title : '';
  const [written, landed] = [day(change.written), day(change.landed)];
  const facts = [
    title === '' ? '' : commit,
    change.number === null || title.includes(`#${change.number}`) ? '' : `request ${change.number}`,
    written === landed ? written : `written ${written}, landed ${landed}`,
  ];
  return { kind, text: title === '' ? commit : title, how: facts.filter(fact => fact !== '').join(', ') };
}

/** How a ticket of a change was found, as a phrase. */
export function changeTicketHow({ source }: TicketCandidate, { landedBy }: Pick<ChangeWhy, 'landedBy'>): string {
  const where = landedBy === null ? 'the change' : 'the merge that brought it to the main branch';
  switch (source) {
    case 'closing':
      return `closed or referred to by ${where}`;
    case 'subject':
      return `named in the subject of ${where}`;
    default:
      return `named in the text of ${where}`;
  }
}

/** What is missing behind a change and how to mend it. */
export function changeMissingText(code: ChangeMissing, why: ChangeWhy): MissingText {
  switch (code) {
    case 'change/boundary':
      return {
        title: 'The history ends here',
        text: 'This is a shallow clone, and an older commit may have made the change. Run git fetch --unshallow to have the whole history.',
      };
    case 'ticket/none':
      return {
        title: 'No ticket found',
        text: 'Neither the change nor a merge that brought it to the main branch names one. What is committed stays as it is; name the ticket in the subject of the next commit.',
      };
    default:
      return missingLinkText(code, why);
  }
}

import { epicsForTicket } from '../answers/why/epicForTicket.ts';
import type { EpicFile } from '../model/epic.ts';
import { commentMark, ticketLine, type MessageKind } from '../model/text/insertTicket.ts';
import { isTicketKey } from '../model/text/ticketKeys.ts';
import { writtenKey } from '../model/text/ticketPlaces.ts';
import { messageLines } from '../model/text/trailers.ts';
import { withoutPeople } from '../model/text/withoutPeople.ts';
import { DEFAULT_PLACE, LEADS, type TicketPlace } from '../model/ticketConvention.ts';
import { completion, type Completion } from './completions/completion.ts';

export interface CommitContext {
  readonly kind: MessageKind;
  /** The branch's first, then those that the history names. */
  readonly tickets: readonly string[];
  readonly epics: readonly EpicFile[];
  readonly place: TicketPlace;
  /** The person asked for proposals; else only what fits what is typed is proposed. */
  readonly asked: boolean;
}

const MOST_TICKETS = 50;
const TITLE = /^(\w{1,20}(?:\([^()]{0,60}\))?!?: )?[[(]?([A-Za-z#][\w-]{0,30})?$/;
const LINE = /^[A-Za-z#]?[\w-]{0,30}$/;
const VALUE = /^[A-Za-z][A-Za-z-]{1,11}(:?) ([A-Za-z#][\w-]{0,30})?$/;

/** Tickets at `offset` of a commit message: before the title's words in the team's shape, below it as the team's line or a trailer. */
export function commitCompletions(text: string, offset: number, context: CommitContext): Completion[] {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  const line = before.slice(start);
  const comment = context.kind === 'file' ? commentMark(text) : null;
  // A number begins with `#`; what stands behind a space is the comment that git wrote.
  if (comment !== null && line.startsWith(comment) && /^.(?:\s|$)/.test(line)) return [];
  const isWritten = (written: string) => written.trim() !== '' && (comment === null || !written.startsWith(comment));
  const isTitle = !messageLines(text.slice(0, start)).some(one => isWritten(one.text));
  const found = isTitle ? inTitle(line, context) : inBody(line, context);
  if (found === null) return [];
  const range = { start: start + found.from, end: offset };
  return context.tickets
    .filter(isTicketKey)
    .slice(0, MOST_TICKETS)
    .map(ticket => ({ ticket, insert: found.insert(ticket) }))
    .filter(({ insert }) => found.from > 0 || !insert.startsWith('#'))
    .map(({ ticket, insert }) =>
      completion({ label: insert.trim(), kind: 'key', detail: detailOf(ticket, context.epics), insert }, range),
    );
}

interface Found {
  /** Where in the line what is replaced begins. */
  readonly from: number;
  readonly insert: (ticket: string) => string;
}

function inTitle(line: string, { place, asked }: CommitContext): Found | null {
  const match = TITLE.exec(line);
  if (match === null) return null;
  const [, type = '', typed = ''] = match;
  const isPlace = place.at === 'lead' && place.afterType === (type !== '');
  if (!asked && (!isPlace || typed === '')) return null;
  const [open, close] = isPlace ? LEADS[place.lead] : ['', ' '];
  return { from: type.length, insert: ticket => `${open}${writtenKey(ticket, place)}${close}` };
}

function inBody(line: string, { place, asked }: CommitContext): Found | null {
  const value = VALUE.exec(line);
  if (value !== null && (value[1] === ':' || asked))
    return { from: line.length - (value[2] ?? '').length, insert: ticket => writtenKey(ticket, place) };
  if (!LINE.test(line) || (line === '' && !asked)) return null;
  const usual = place.at === 'line' ? place : { ...DEFAULT_PLACE, mark: place.mark };
  return { from: 0, insert: ticket => ticketLine(ticket, usual) };
}

function detailOf(ticket: string, epics: readonly EpicFile[]): string | null {
  const epic = epicsForTicket(ticket, epics)[0]?.file.epic ?? null;
  return epic === null ? null : withoutPeople(epic.title);
}

import { DEFAULT_PLACE, ENDS, LEADS, type TicketPlace } from '../ticketConvention.ts';
import { isTicketKey } from './ticketKeys.ts';
import { writtenKey } from './ticketPlaces.ts';
import { messageLines, trailersStart, type MessageLine } from './trailers.ts';

/** `file`: as git hands it to an editor, with comments and perhaps a diff below the scissors. */
export type MessageKind = 'box' | 'file';

const SCISSORS = /^(\S+) -{24} >8 -{24}$/;
/** What git takes for its comments where `#` is not free. */
const COMMENT_MARKS = '#;@!$%^&|:';
/** A word before these would change what the commit is. */
const FIXED_TITLE = /^(?:fixup!|squash!|amend!|Merge |Revert "|Reapply ")/;

/**
 * A commit message that names the ticket where the team names tickets. Nothing that stands there is changed or moved below
 * the comments; the same text when it names the ticket already.
 */
export function insertTicket(message: string, ticket: string, place: TicketPlace, kind: MessageKind): string {
  const comment = kind === 'file' ? commentMark(message) : null;
  const end = ownEnd(message, comment);
  const own = message.slice(0, end);
  if (namesTicket(own, ticket, comment)) return message;
  const target = { own, comment, eol: message.includes('\r\n') ? '\r\n' : '\n' };
  const line = place.at === 'line' && isTicketKey(ticket) ? place : { ...DEFAULT_PLACE, mark: place.mark };
  const inTitle = place.at !== 'line' && isTicketKey(ticket) ? withTitle(target, ticket, place) : null;
  return (inTitle ?? withLine(target, ticketLine(ticket, line), isTrailer(line))) + message.slice(end);
}

/** The line of its own that names a ticket. */
export function ticketLine(ticket: string, place: TicketPlace): string {
  const { word, colon } = place.at === 'line' ? place : { word: 'Refs', colon: true };
  return `${word}${colon ? ': ' : ' '}${writtenKey(ticket, place)}`;
}

/** True when the text, its comments apart, has the ticket's key in it. */
export function namesTicket(text: string, ticket: string, comment: string | null): boolean {
  const lines = messageLines(text).filter(line => comment === null || !line.text.startsWith(comment));
  const number = /^#(\d+)$/.exec(ticket)?.[1];
  const key =
    number === undefined ? ticket.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`) : `(?:#|gh-|ab#|!)${number}`;
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}_-])${key}(?![\\p{L}\\p{N}_]|-[\\p{L}\\p{N}])`,
    number === undefined ? 'u' : 'iu',
  );
  return lines.some(line => pattern.test(line.text));
}

/** What begins a line that git will drop. */
export function commentMark(message: string): string {
  const lines = messageLines(message).filter(({ text }) => text.trim() !== '');
  for (const { text } of lines) {
    const mark = SCISSORS.exec(text)?.[1];
    if (mark !== undefined) return mark;
  }
  const last = lines.at(-1)?.text ?? '';
  const mark = last.charAt(0);
  return mark !== '' && COMMENT_MARKS.includes(mark) && /^.(?: |\t|$)/.test(last) ? mark : '#';
}

/** Behind the last line of the person's own: what follows is space, comments and the diff. */
function ownEnd(message: string, comment: string | null): number {
  let end = 0;
  for (const { start, text } of messageLines(message)) {
    if (comment !== null && SCISSORS.exec(text)?.[1] === comment) break;
    if (isWritten(comment)({ text })) end = start + text.length;
  }
  return end;
}

/** Lines that are neither empty nor a comment. */
function isWritten(comment: string | null): (line: Pick<MessageLine, 'text'>) => boolean {
  return ({ text }) => text.trim() !== '' && (comment === null || !text.startsWith(comment));
}

interface Target {
  readonly own: string;
  readonly comment: string | null;
  readonly eol: string;
}

/** null when the title cannot take it. */
function withTitle({ own, comment }: Target, ticket: string, place: TicketPlace): string | null {
  const title = messageLines(own).find(isWritten(comment)) ?? { start: 0, text: '' };
  const key = writtenKey(ticket, place);
  const named = titled(title.text, key, place);
  // Git drops a line that begins as a comment does.
  if (named === null || named.startsWith('#') || (comment !== null && named.startsWith(comment))) return null;
  return own.slice(0, title.start) + named + own.slice(title.start + title.text.length);
}

function titled(title: string, key: string, place: TicketPlace): string | null {
  if (FIXED_TITLE.test(title)) return null;
  switch (place.at) {
    case 'lead': {
      const [open, close] = LEADS[place.lead];
      const type = place.afterType ? (/^\w+(?:\([^()]*\))?!?: ?/.exec(title)?.[0] ?? '') : '';
      return `${type}${open}${key}${close}${title.slice(type.length)}`;
    }
    case 'scope': {
      if (title === '') return `(${key}): `;
      const type = /^\w+(?=!?:)/.exec(title)?.[0] ?? null;
      return type === null ? null : `${type}(${key})${title.slice(type.length)}`;
    }
    case 'end': {
      const [open, close] = ENDS[place.end];
      return `${title}${open}${key}${close}`;
    }
    case 'line':
      return null;
  }
}

function isTrailer(place: TicketPlace): boolean {
  return place.at === 'line' && place.colon;
}

/** A trailer joins the trailers that are there; another line, which would end them, stands before them. */
function withLine({ own, comment, eol }: Target, line: string, trailer: boolean): string {
  const title = messageLines(own).find(isWritten(comment))?.start ?? 0;
  // Git takes the first words for the title, whatever space is above them; but where the title is still to come, two lines are left for it.
  const skipped = /^[ \t]*\r?\n[ \t]*\r?\n/.test(own) ? 0 : title;
  const start = skipped + trailersStart(own.slice(skipped), comment);
  if (start === own.length) return `${own}${eol}${eol}${line}`;
  if (!trailer) return `${own.slice(0, start)}${line}${eol}${eol}${own.slice(start)}`;
  const last = messageLines(own).findLast(isWritten(comment ?? '#'));
  const end = last === undefined ? own.length : last.start + last.text.length;
  return `${own.slice(0, end)}${eol}${line}${own.slice(end)}`;
}

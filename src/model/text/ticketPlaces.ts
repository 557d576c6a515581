import { LEADS, NUMBER_MARKS, type Lead, type NumberMark, type TicketPlace } from '../ticketConvention.ts';
import { matchesOf } from './matches.ts';
import { ticketKeysIn, type KeyRules } from './ticketKeys.ts';

/** Words that lead to a ticket at a line's beginning; anything else there, above all a line that names people, is not read. */
const WORDS = new Set(
  (
    'ref refs reference references see ticket tickets jira issue issues close closes closed fix fixes fixed ' +
    'resolve resolves resolved part-of related relates-to related-to bug story task'
  ).split(' '),
);

const LONGEST_TITLE = 1000;
const LONGEST_BODY = 64 * 1024;
const KEY = String.raw`((?:[A-Z][A-Z0-9_]{0,19}-|#|gh-|GH-|AB#)[1-9]\d{0,8})`;
const MORE = String.raw`(?:(?:, ?| and | & |/)${KEY}){0,9}`;
const TYPE = String.raw`(\w{1,20}(?:\([^()]{0,60}\))?!?: )?`;
const LEAD_PATTERNS = Object.entries(LEADS).map(
  ([lead, [open, close]]) =>
    [lead as Lead, new RegExp(`^${TYPE}${escaped(open)}${KEY}${MORE}${escaped(close)}(?=\\S)`)] as const,
);
const SCOPE = new RegExp(String.raw`^\w{1,20}\(${KEY}\)!?: `);
/** A number at the end is that of a pull request. */
const END = /\S ([([])([A-Z][A-Z0-9_]{0,19}-[1-9]\d{0,6})[)\]](?: \([#!]\d+\))*$/;
const LINE = new RegExp(String.raw`^([A-Za-z][A-Za-z-]{1,11})(:? )${KEY}${MORE}\.?[ \t]*$`, 'gm');

/**
 * Where a message names tickets, each place once; [] when it does so in no place that is known, null when it names none.
 * Nothing else of the message is kept.
 */
export function readTicketPlaces(message: string, rules: KeyRules): readonly TicketPlace[] | null {
  const [first = ''] = message.split(/[\r\n]/, 1);
  const title = first.slice(0, LONGEST_TITLE).trim();
  const body = message.slice(first.length, first.length + LONGEST_BODY).replaceAll('\r', '');
  if (/^(?:Revert|Reapply) "/.test(title)) return null;
  const places = [...placesInTitle(title, rules), ...placesInBody(body, rules)];
  if (places.length > 0) return places;
  return ticketKeysIn(title, rules).length > 0 || ticketKeysIn(body, rules).length > 0 ? [] : null;
}

function placesInTitle(title: string, rules: KeyRules): TicketPlace[] {
  const scope = markOf(SCOPE.exec(title)?.[1], rules);
  if (scope !== null) return [{ at: 'scope', mark: scope }];
  for (const [lead, pattern] of LEAD_PATTERNS) {
    const found = pattern.exec(title);
    const mark = markOf(found?.[2], rules);
    if (mark !== null) return [{ at: 'lead', lead, afterType: found?.[1] !== undefined, mark }];
  }
  const end = END.exec(title);
  const mark = markOf(end?.[2], rules);
  return mark === null ? [] : [{ at: 'end', end: end?.[1] === '[' ? 'brackets' : 'parentheses', mark }];
}

function placesInBody(body: string, rules: KeyRules): TicketPlace[] {
  const places = new Map<string, TicketPlace>();
  for (const [, word = '', behind = '', key] of matchesOf(LINE, body)) {
    const mark = WORDS.has(word.toLowerCase()) ? markOf(key, rules) : null;
    if (mark === null) continue;
    const colon = behind.startsWith(':');
    places.set(`${word}${behind}${mark}`, { at: 'line', word, colon, mark });
  }
  return [...places.values()];
}

/** What stands before the number of a ticket; null when it is none. */
function markOf(written: string | undefined, rules: KeyRules): NumberMark | null {
  if (written === undefined) return null;
  const mark = NUMBER_MARKS.find(one => written.startsWith(one));
  if (mark !== undefined) return mark;
  return ticketKeysIn(written, rules)[0] === written ? '#' : null;
}

/** A ticket's key as this place has it: `#12` may be written `gh-12`. */
export function writtenKey(ticket: string, { mark }: Pick<TicketPlace, 'mark'>): string {
  return ticket.startsWith('#') ? `${mark}${ticket.slice(1)}` : ticket;
}

function escaped(text: string): string {
  return text.replace(/[()[\]]/g, String.raw`\$&`);
}

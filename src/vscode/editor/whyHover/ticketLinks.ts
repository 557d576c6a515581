import { epicsForTicket } from '../../../answers/why/epicForTicket.ts';
import type { EpicFile } from '../../../model/epic.ts';
import { ticketKeyPlacesIn, type KeyPlace, type KeyRules } from '../../../model/text/ticketKeys.ts';

/** Longer texts are looked through so far only, and so many links are shown at most. */
export const MAX_TEXT = 200_000;
export const MAX_LINKS = 500;

/** A ticket key in a text, and the epic file that it leads to. */
export interface TicketLink extends KeyPlace {
  readonly file: EpicFile;
}

/**
 * In code only the keys of known projects count: `ISO-8601` or `MAX-1` that nobody knows is more likely a name of something.
 * In prose (Markdown, a commit's message) the usual rules hold.
 */
export function rulesFor(prose: boolean, rules: KeyRules): KeyRules {
  return prose ? rules : { ...rules, knownOnly: true };
}

/** The key that holds the character at `offset` of a line, or begins there; null where there is none. */
export function ticketAt(line: string, offset: number, rules: KeyRules): KeyPlace | null {
  return ticketKeyPlacesIn(line, rules).find(({ start, end }) => start <= offset && offset < end) ?? null;
}

/** Links from the keys of a text to the epic files that have or list them. */
export function ticketLinks(text: string, rules: KeyRules, epics: readonly EpicFile[]): readonly TicketLink[] {
  const isCut = text.length > MAX_TEXT;
  const files = new Map<string, EpicFile | null>();
  const links: TicketLink[] = [];
  for (const place of ticketKeyPlacesIn(isCut ? text.slice(0, MAX_TEXT) : text, rules)) {
    // A key that the cut goes through may be another one.
    if (links.length === MAX_LINKS || (isCut && place.end === MAX_TEXT)) break;
    let file = files.get(place.key);
    if (file === undefined) files.set(place.key, (file = epicsForTicket(place.key, epics)[0]?.file ?? null));
    if (file !== null) links.push({ ...place, file });
  }
  return links;
}

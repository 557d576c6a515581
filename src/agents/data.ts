import { withoutPeople } from '../model/text/withoutPeople.ts';
import { MARK } from '../wording/agents.ts';
import { pieces } from './tokens.ts';

const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** What shows nothing and can still tell a model something: controls, formats (bidirectional, zero-width, tags), selectors. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]/gu;
/** So that several lines fit into every answer. */
const MOST_A_LINE = 80;

/** Text of the repository as marked lines, without people's addresses; none of it stands on a line without the mark. */
export function dataLines(text: string): string[] {
  return text
    .replace(LINE_ENDS, '\n')
    .split('\n')
    .map(line => withoutPeople(line.replaceAll('\t', '  ').replace(UNSEEN, '')).trimEnd())
    .flatMap(line => (line === '' ? [''] : pieces(line, MOST_A_LINE)))
    .map(line => (MARK + line).trimEnd());
}

/** The same on as few lines as possible, with what it is before it; none for an empty text. */
export function named(name: string, text: string, most = Infinity): string[] {
  const line = seen(text);
  return line === '' ? [] : dataLines(`${name}: ${shortened(line, most)}`);
}

/** A text of the repository on one line, of characters that are seen. */
export function seen(text: string): string {
  return withoutPeople(text.replace(/\s+/g, ' ').replace(UNSEEN, '')).trim();
}

function shortened(line: string, most: number): string {
  return line.length <= most ? line : `${line.slice(0, most - 1).replace(/\p{Cs}/gu, '')}…`;
}

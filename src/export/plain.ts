const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const MISLEADING = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
const HALVES = /\p{Surrogate}/gu;

/**
 * Control and bidirectional characters from a repository would move a terminal's cursor or reorder a line: they are shown as a
 * dot, half a character as a question mark in a box. Tabs and line feeds stay.
 */
export function plain(text: string): string {
  return text.replace(CONTROLS, '·').replace(HALVES, '\ufffd');
}

/** The same on one line, cut to so many UTF-16 units, of which none is half a character. */
export function plainLine(text: string, most: number): string {
  const line = plain(text.replace(/[\t\r\n\u2028\u2029]+/g, ' ')).trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).replace(HALVES, '')}…`;
}

/** A path inside the repository as a relative address. */
export function encodedPath(path: string): string {
  return path.replace(HALVES, '\ufffd').split('/').map(encodeURIComponent).join('/');
}

/** A JSON document in which a terminal and a reader find no character that acts or misleads: they are escaped. */
export function jsonText(document: unknown): string {
  return JSON.stringify(document, null, 2).replace(
    MISLEADING,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

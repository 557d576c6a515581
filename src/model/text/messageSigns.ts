/** What must stand in a text for a pattern to match it: each is a bit. */
export const SIGNS = {
  /** `#` before a digit. */
  number: 1,
  /** `!` before a digit. */
  request: 2,
  /** A dash between a letter, digit or underscore and a digit. */
  key: 4,
  /** "reverts " in any word. */
  reverts: 8,
  /** `(c`, as in "(cherry picked from". */
  cherry: 16,
  /** "BREA", as in "BREAKING CHANGE". */
  breaking: 32,
} as const;

/** For a text that was not looked through. */
export const ANY_SIGN = Object.values(SIGNS).reduce((all, sign) => all | sign, 0);

const OTHER = 0;
/** By byte: one that may begin or end a sign. */
const ASKED = Uint8Array.from({ length: 256 }, (_, code) => Number('#!-v(B'.includes(String.fromCharCode(code))));

const [ZERO, NINE] = [0x30, 0x39] as const;
const UNDERSCORE = 0x5f;
const LOWER_CASE = 0x20;

/**
 * The signs in UTF-8 from `start` to `end`, in one look at each byte: a message is decoded, and a pattern tried, only where
 * there can be something to find. A sign too many costs time and changes nothing.
 */
export function signsIn(bytes: Uint8Array, start: number, end: number): number {
  let signs = 0;
  for (let at = nextAsked(bytes, start, end); at < end; at = nextAsked(bytes, at + 1, end)) signs |= signAt(bytes, at);
  return signs;
}

/** Apart from the rest, so that it is compiled once and early: nearly all bytes of a history pass here. */
function nextAsked(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && ASKED[bytes[at] ?? 0] === OTHER) at++;
  return at;
}

/** What follows the end is the next field and no part of a sign: a NUL ends the message. */
function signAt(bytes: Uint8Array, at: number): number {
  switch (bytes[at]) {
    case 0x23:
      return isDigit(bytes[at + 1]) ? SIGNS.number : 0;
    case 0x21:
      return isDigit(bytes[at + 1]) ? SIGNS.request : 0;
    case 0x2d:
      return isDigit(bytes[at + 1]) && isWordLike(bytes[at - 1]) ? SIGNS.key : 0;
    case 0x28:
      return isText(bytes, at, '(c') ? SIGNS.cherry : 0;
    case 0x42:
      return isText(bytes, at, 'BREA') ? SIGNS.breaking : 0;
    default:
      return isText(bytes, at - 2, 'reverts ') || isText(bytes, at - 2, 'Reverts ') ? SIGNS.reverts : 0;
  }
}

function isDigit(byte = 0): boolean {
  return byte >= ZERO && byte <= NINE;
}

function isWordLike(byte = 0): boolean {
  const letter = byte | LOWER_CASE;
  return (letter >= 0x61 && letter <= 0x7a) || isDigit(byte) || byte === UNDERSCORE;
}

function isText(bytes: Uint8Array, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) if (bytes[at + index] !== text.charCodeAt(index)) return false;
  return true;
}

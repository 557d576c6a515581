/** The most that an answer to an agent may cost. */
export const MOST_TOKENS = 400;

const PARTS = /[A-Za-z]+|\d+|\s+|./gsu;

/**
 * What a text costs a model at most, near enough: no tokenizer is asked, and each counts differently. Words of Latin letters
 * count more than they cost, other scripts and pictures by the character, and nothing less than a token for 3.5 characters.
 */
export function estimateTokens(text: string): number {
  let tokens = 0;
  for (const [part] of text.matchAll(PARTS)) tokens += costOf(part);
  return Math.max(tokens, Math.ceil(text.length / 3.5));
}

function costOf(part: string): number {
  if (/^[A-Za-z]/.test(part)) return Math.ceil(part.length / 4);
  if (/^\d/.test(part)) return Math.ceil(part.length / 2);
  if (/^\s/.test(part)) return part === ' ' ? 0 : 1;
  return part.length > 1 ? 3 : part < '\u0080' ? 1 : 2;
}

/** Cuts a line at spaces, or within a word that is too long, so that each piece costs at most `most`. */
export function pieces(line: string, most: number): string[] {
  const found: string[] = [];
  let piece = '';
  let cost = 0;
  const take = (part: string): void => {
    const more = estimateTokens(part);
    if (piece !== '' && cost + more > most) {
      found.push(piece.trimEnd());
      [piece, cost] = ['', 0];
    }
    piece += part;
    cost += more;
  };
  for (const [word] of line.matchAll(/\s*\S+/g)) {
    if (estimateTokens(word) <= most) take(word);
    else for (const character of word) take(character);
  }
  return [...found, piece.trimEnd()].filter(text => text !== '');
}

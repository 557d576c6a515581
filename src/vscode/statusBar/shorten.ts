const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** At most `length` characters as people count them, cut behind a word where one ends near, with an ellipsis. */
export function shorten(text: string, length: number): string {
  const characters = Array.from(graphemes.segment(text), ({ segment }) => segment);
  if (characters.length <= length) return text;
  const cut = characters.slice(0, length).join('');
  const space = characters[length]?.trim() === '' ? cut.length : cut.lastIndexOf(' ');
  const words = space >= cut.length / 2 ? cut.slice(0, space) : cut;
  return `${words.replace(/[\s,;:.–—-]+$/u, '')}…`;
}

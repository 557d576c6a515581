const MAX_LENGTH = 80;
const ENDING = '.md';
/** Letters that have no base letter to fall back to. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * The file name for a new epic: `PAY-100` and "Guest checkout" give `PAY-100-guest-checkout.md`, `#123` gives `123-…`. Only
 * ASCII letters, digits, dots, dashes and underscores, 80 characters at most, and no name that a system keeps for itself.
 */
export function epicFileName(key: string, title: string): string {
  const start = key
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/^[.-]+/, '')
    .slice(0, 64);
  const words = title
    .slice(0, 500)
    .toLowerCase()
    .replace(/[ßæœøđłþı]/g, letter => LETTERS[letter] ?? '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '');
  const first = trimEnd(start);
  const name = trimEnd(
    [first, first.toLowerCase() === trimEnd(words) ? '' : words]
      .filter(part => part !== '')
      .join('-')
      .slice(0, MAX_LENGTH - ENDING.length),
  );
  if (name === '') return `epic${ENDING}`;
  // Systems look at what stands before the first dot.
  return (RESERVED.test(name.split('.', 1)[0] ?? '') ? `epic-${name}` : name) + ENDING;
}

function trimEnd(name: string): string {
  let end = name.length;
  while (end > 0 && /[.-]/.test(name.charAt(end - 1))) end--;
  return name.slice(0, end);
}

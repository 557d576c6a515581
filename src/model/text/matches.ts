/** All matches of a pattern with the `g` flag: as `matchAll`, which copies the pattern each time, and as an array. */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NONE;
  const matches: RegExpExecArray[] = [];
  for (; match !== null; match = pattern.exec(text)) matches.push(match);
  return matches;
}

const NONE: readonly RegExpExecArray[] = [];

/**
 * The known name that was probably meant: one change away (a letter more, less or another, or two neighbours swapped), two in
 * names of eight letters or more. Case counts for nothing. null for a known name, for short words, and where two would fit.
 */
export function nearMiss(written: string, known: readonly string[]): string | null {
  const word = written.toLowerCase();
  if (word.length < 4 || known.some(name => name === written)) return null;
  const near = known.filter(name => {
    const most = Math.min(word.length, name.length) >= 8 ? 2 : 1;
    return Math.abs(name.length - word.length) <= most && distance(word, name.toLowerCase()) <= most;
  });
  return near.length === 1 ? (near[0] ?? null) : null;
}

/** Optimal string alignment distance (en.wikipedia.org/wiki/Damerau–Levenshtein_distance). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    for (let column = 1; column <= b.length; column++) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      const plain = Math.min((last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + cost);
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      next.push(swapped ? Math.min(plain, (before[column - 2] ?? 0) + 1) : plain);
    }
    before = last;
    last = next;
  }
  return last[b.length] ?? 0;
}

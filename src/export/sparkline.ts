const LEVELS = '▁▂▃▄▅▆▇█';
const GAP = '·';

/** A series in one line of text: the lowest value is the lowest mark, a null is a dot. '' without values. */
export function sparkline(values: readonly (number | null)[]): string {
  const known = values.filter(value => value !== null);
  if (known.length === 0) return '';
  const least = known.reduce((a, b) => Math.min(a, b));
  const most = known.reduce((a, b) => Math.max(a, b));
  const level = (value: number): string =>
    LEVELS.charAt(most === least ? 3 : Math.round(((value - least) / (most - least)) * (LEVELS.length - 1)));
  return values.map(value => (value === null ? GAP : level(value))).join('');
}

/** Cells of the tables that pair lines without an anchor; what is left beyond them counts as changed. */
const MOST_CELLS = 2_000_000;
const DEEPEST = 64;
const UNPAIRED = -1;
const BYTE_ORDER_MARK = /^\ufeff/;

/**
 * The lines of a text as git counts them, without what only tells how they are stored: line ends (CRLF or LF) and a byte
 * order mark. A line break at the end begins no line.
 */
export function linesOf(text: string): string[] {
  if (text === '') return [];
  const lines = text.replace(BYTE_ORDER_MARK, '').split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map(line => (line.endsWith('\r') ? line.slice(0, -1) : line));
}

/**
 * For each line of `now` the index of the line of `before` that it is, or -1 where there is none. Paired lines are equal
 * and in the same order. Lines at the beginning and the end that both have are paired first, then those that stand once in
 * each (as a patience diff does), then the longest common sequence between these. The work is bounded: in a huge changed
 * stretch of repeated lines some stay unpaired.
 */
export function mapLines(now: readonly string[], before: readonly string[]): Int32Array {
  const pairs = new Int32Array(now.length).fill(UNPAIRED);
  const names = new Map<string, number>();
  const nameOf = (line: string) => {
    const known = names.get(line);
    if (known !== undefined) return known;
    names.set(line, names.size);
    return names.size - 1;
  };
  const context = { a: now.map(nameOf), b: before.map(nameOf), pairs, cells: MOST_CELLS };
  pairStretch(context, { from: 0, to: now.length, fromB: 0, toB: before.length }, 0);
  return pairs;
}

interface Pairing {
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly pairs: Int32Array;
  cells: number;
}

/** Lines `from` to `to` of one text and `fromB` to `toB` of the other; the ends are not included. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly fromB: number;
  readonly toB: number;
}

function pairStretch(pairing: Pairing, whole: Stretch, depth: number): void {
  const stretch = pairEnds(pairing, whole);
  if (stretch.from === stretch.to || stretch.fromB === stretch.toB) return;
  const anchors = depth < DEEPEST ? inOrder(linesOnce(pairing, stretch)) : [];
  if (anchors.length === 0) {
    pairByTable(pairing, stretch);
    return;
  }
  let { from, fromB } = stretch;
  for (const [at, atB] of anchors) {
    pairing.pairs[at] = atB;
    pairStretch(pairing, { from, to: at, fromB, toB: atB }, depth + 1);
    from = at + 1;
    fromB = atB + 1;
  }
  pairStretch(pairing, { from, to: stretch.to, fromB, toB: stretch.toB }, depth + 1);
}

/** Pairs what is equal at both ends and returns what lies between. */
function pairEnds({ a, b, pairs }: Pairing, stretch: Stretch): Stretch {
  let { from, to, fromB, toB } = stretch;
  while (from < to && fromB < toB && a[from] === b[fromB]) pairs[from++] = fromB++;
  while (to > from && toB > fromB && a[to - 1] === b[toB - 1]) pairs[--to] = --toB;
  return { from, to, fromB, toB };
}

type Anchor = readonly [at: number, atB: number];

/** Lines that stand once in each of the two, in the order of the first. */
function linesOnce({ a, b }: Pairing, { from, to, fromB, toB }: Stretch): Anchor[] {
  const found = new Map<number, { at: number; atB: number; times: number; timesB: number }>();
  for (let at = from; at < to; at++) {
    const seen = found.get(a[at] ?? 0);
    if (seen === undefined) found.set(a[at] ?? 0, { at, atB: 0, times: 1, timesB: 0 });
    else seen.times++;
  }
  for (let atB = fromB; atB < toB; atB++) {
    const seen = found.get(b[atB] ?? 0);
    if (seen === undefined) continue;
    seen.atB = atB;
    seen.timesB++;
  }
  return [...found.values()].filter(line => line.times === 1 && line.timesB === 1).map(({ at, atB }) => [at, atB]);
}

/** The longest series of anchors that rises in both texts. */
function inOrder(anchors: readonly Anchor[]): Anchor[] {
  /** The last anchor of the best series of each length, by its place in `anchors`. */
  const lasts: number[] = [];
  const previous = new Int32Array(anchors.length).fill(UNPAIRED);
  const inB = (place: number | undefined) => anchors[place ?? 0]?.[1] ?? 0;
  for (let place = 0; place < anchors.length; place++) {
    let low = 0;
    let high = lasts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (inB(lasts[middle]) < inB(place)) low = middle + 1;
      else high = middle;
    }
    previous[place] = lasts[low - 1] ?? UNPAIRED;
    lasts[low] = place;
  }
  const series: Anchor[] = [];
  for (let place = lasts.at(-1) ?? UNPAIRED; place !== UNPAIRED; place = previous[place] ?? UNPAIRED) {
    const anchor = anchors[place];
    if (anchor !== undefined) series.push(anchor);
  }
  return series.reverse();
}

/** The longest common sequence, as far as the cells last. */
function pairByTable(pairing: Pairing, { from, to, fromB, toB }: Stretch): void {
  const { a, b, pairs } = pairing;
  const width = toB - fromB + 1;
  const size = (to - from + 1) * width;
  if (size > pairing.cells) return;
  pairing.cells -= size;
  const lengths = new Uint32Array(size);
  for (let at = to - 1; at >= from; at--) {
    const row = (at - from) * width;
    for (let atB = toB - 1; atB >= fromB; atB--) {
      const cell = row + atB - fromB;
      const below = lengths[cell + width] ?? 0;
      const beside = lengths[cell + 1] ?? 0;
      lengths[cell] = a[at] === b[atB] ? (lengths[cell + width + 1] ?? 0) + 1 : Math.max(below, beside);
    }
  }
  let at = from;
  let atB = fromB;
  while (at < to && atB < toB) {
    const cell = (at - from) * width + atB - fromB;
    if (a[at] === b[atB]) pairs[at++] = atB++;
    else if ((lengths[cell + width] ?? 0) >= (lengths[cell + 1] ?? 0)) at++;
    else atB++;
  }
}

import type { Commit } from '../model/commit.ts';
import { readMessage, type MessageContext } from '../model/text/commitMessage.ts';

/** Hash, parents, when written, when landed, message: nobody's name. With `-z`, each field ends with a NUL. */
export const COMMIT_FORMAT = '%x01%H%x00%P%x00%at%x00%ct%x00%B';

const RECORD_MARK = 1;
const MINUS = 0x2d;
const ZERO = 0x30;
const SPACE = 0x20;
const FIELDS = 5;

/**
 * Reads commits from git's bytes as they come. A field is decoded once and on its own: a slice of a larger text would
 * keep all of that text, people's names included, in memory.
 */
export function createCommitParser(context: MessageContext): (bytes: Buffer) => Commit[] {
  let rest: Buffer | null = null;
  return bytes => {
    const data = rest === null ? bytes : Buffer.concat([rest, bytes]);
    const commits: Commit[] = [];
    const ends = new Array<number>(FIELDS).fill(0);
    let start = 0;
    while (findFields(data, start, ends)) {
      commits.push(commitAt(data, start, ends, context));
      start = (ends[FIELDS - 1] ?? 0) + 1;
    }
    rest = start === data.length ? null : Buffer.from(data.subarray(start));
    return commits;
  };
}

function findFields(data: Buffer, start: number, ends: number[]): boolean {
  let at = start;
  // The fields before the message are short: looking at each byte is faster than asking for the next NUL.
  for (let field = 0; field < FIELDS - 1; field++) {
    while (data[at] !== 0) if (++at >= data.length) return false;
    ends[field] = at++;
  }
  const end = data.indexOf(0, at);
  ends[FIELDS - 1] = end;
  return end !== -1;
}

function commitAt(data: Buffer, start: number, ends: readonly number[], context: MessageContext): Commit {
  if (data[start] !== RECORD_MARK) throw new Error('git log: a record does not begin where it should');
  const [hash = 0, parents = 0, written = 0, landed = 0, message = 0] = ends;
  return {
    hash: data.toString('latin1', start + 1, hash),
    parents: parentsAt(data, hash + 1, parents),
    written: numberAt(data, parents + 1, written),
    landed: numberAt(data, written + 1, landed),
    facts: readMessage(data.toString('utf8', landed + 1, message), context),
  };
}

function parentsAt(data: Buffer, start: number, end: number): string[] {
  if (start === end) return [];
  const parents: string[] = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && data[at] !== SPACE) continue;
    parents.push(data.toString('latin1', from, at));
    from = at + 1;
  }
  return parents;
}

/** Decimal digits with an optional sign: git prints times before 1970 too. */
function numberAt(data: Buffer, start: number, end: number): number {
  const negative = data[start] === MINUS;
  let value = 0;
  for (let at = negative ? start + 1 : start; at < end; at++) value = value * 10 + ((data[at] ?? 0) - ZERO);
  return negative ? -value : value;
}

import type { Commit } from '../model/commit.ts';
import { readMessage, type MessageContext } from '../model/text/commitMessage.ts';

/** Hash, parents, when written, when landed, message: nobody's name. With `-z`, each field ends with a NUL. */
export const COMMIT_FORMAT = '%x01%H%x00%P%x00%at%x00%ct%x00%B';

const RECORD_MARK = 1;
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
      start = fieldEnd(ends, FIELDS - 1) + 1;
    }
    rest = start === data.length ? null : Buffer.from(data.subarray(start));
    return commits;
  };
}

function findFields(data: Buffer, start: number, ends: number[]): boolean {
  let at = start;
  for (let field = 0; field < FIELDS; field++) {
    const end = data.indexOf(0, at);
    if (end === -1) return false;
    ends[field] = end;
    at = end + 1;
  }
  return true;
}

function commitAt(data: Buffer, start: number, ends: readonly number[], context: MessageContext): Commit {
  if (data[start] !== RECORD_MARK) throw new Error('git log: a record does not begin where it should');
  const [hash, parents, written, landed] = [0, 1, 2, 3].map(field => fieldEnd(ends, field)) as [
    number,
    number,
    number,
    number,
  ];
  return {
    hash: data.toString('latin1', start + 1, hash),
    parents: parentsAt(data, hash + 1, parents),
    written: numberAt(data, parents + 1, written),
    landed: numberAt(data, written + 1, landed),
    facts: readMessage(data.toString('utf8', landed + 1, fieldEnd(ends, FIELDS - 1)), context),
  };
}

function fieldEnd(ends: readonly number[], field: number): number {
  return ends[field] ?? 0;
}

function parentsAt(data: Buffer, start: number, end: number): string[] {
  if (start === end) return [];
  const parents: string[] = [];
  let at = start;
  for (let space = data.indexOf(0x20, at); space !== -1 && space < end; space = data.indexOf(0x20, at)) {
    parents.push(data.toString('latin1', at, space));
    at = space + 1;
  }
  parents.push(data.toString('latin1', at, end));
  return parents;
}

/** Decimal digits with an optional sign: git prints times before 1970 too. */
function numberAt(data: Buffer, start: number, end: number): number {
  return Number(data.toString('latin1', start, end));
}

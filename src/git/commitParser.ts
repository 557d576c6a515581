import type { Commit } from '../model/commit.ts';
import { readMessageBytes, type Decode, type MessageContext } from '../model/text/commitMessage.ts';

/** Hash, parents, when written, when landed, message: nobody's name. With `-z`, each field ends with a NUL. */
export const COMMIT_FORMAT = '%x01%H%x00%P%x00%at%x00%ct%x00%B';

const RECORD_MARK = 1;
const MINUS = 0x2d;
const ZERO = 0x30;
const FIELDS = 5;
/** What a pipe gives at once, and a commit. */
const FIRST_MEMORY = 128 * 1024;

/**
 * Reads commits from git's bytes as they come. A field is decoded once and on its own: a slice of a larger text would
 * keep all of that text, people's names included, in memory.
 */
export function createCommitParser(context: MessageContext): (bytes: Buffer) => Commit[] {
  const ends = new Array<number>(FIELDS).fill(0);
  // One memory for all: the part of a record that is still open, and behind it what comes.
  let memory = Buffer.allocUnsafeSlow(FIRST_MEMORY);
  let open = 0;
  const decode: Decode = (start, end) => memory.toString('utf8', start, end);
  return bytes => {
    const used = open + bytes.length;
    if (used > memory.length) memory = larger(memory, open, used);
    bytes.copy(memory, open);
    const data = memory.subarray(0, used);
    const commits: Commit[] = [];
    let start = 0;
    while (start < used && findFields(data, start, ends)) {
      commits.push(commitAt(data, start, ends, { decode, context }));
      start = (ends[FIELDS - 1] ?? 0) + 1;
    }
    memory.copyWithin(0, start, used);
    open = used - start;
    return commits;
  };
}

function larger(memory: Buffer, used: number, needed: number): Buffer<ArrayBuffer> {
  const grown = Buffer.allocUnsafeSlow(needed * 2);
  memory.copy(grown, 0, 0, used);
  return grown;
}

function findFields(data: Buffer, start: number, ends: number[]): boolean {
  let at = start;
  // The fields before the message are short: looking at each byte is faster than asking for the next NUL.
  for (let field = 0; field < FIELDS - 1; field++) {
    while (at < data.length && data[at] !== 0) at++;
    if (at === data.length) return false;
    ends[field] = at++;
  }
  const end = data.indexOf(0, at);
  ends[FIELDS - 1] = end;
  return end !== -1;
}

function commitAt(data: Buffer, start: number, ends: readonly number[], { decode, context }: Reading): Commit {
  if (data[start] !== RECORD_MARK) throw new Error('git log: a record does not begin where it should');
  const [hashEnd = 0, parentsEnd = 0, written = 0, landed = 0, message = 0] = ends;
  // One text of both, which names nobody.
  const hashes = data.toString('latin1', start + 1, parentsEnd);
  const length = hashEnd - start - 1;
  return {
    hash: hashes.slice(0, length),
    parents: hashes.length === length + 1 ? NO_PARENTS : hashes.slice(length + 1).split(' '),
    written: numberAt(data, parentsEnd + 1, written),
    landed: numberAt(data, written + 1, landed),
    facts: readMessageBytes(data, [landed + 1, message], decode, context),
  };
}

interface Reading {
  readonly decode: Decode;
  readonly context: MessageContext;
}

const NO_PARENTS: readonly string[] = [];

/** Decimal digits with an optional sign: git prints times before 1970 too. */
function numberAt(data: Buffer, start: number, end: number): number {
  const negative = data[start] === MINUS;
  let value = 0;
  for (let at = negative ? start + 1 : start; at < end; at++) value = value * 10 + ((data[at] ?? 0) - ZERO);
  return negative ? -value : value;
}

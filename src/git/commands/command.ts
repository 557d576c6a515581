import { isBranchRef, isFullHash, isShortHash, pathInTree } from '../names.ts';

/** What git is told. */
export interface GitCommand {
  readonly args: readonly string[];
  readonly stdin: string;
  /** What git says when it fails may name people and is not kept. */
  readonly aboutPeople: boolean;
  /** The exit code that says "nothing found" and is no failure. */
  readonly nothingFound: number;
}

export function command(...args: string[]): GitCommand {
  return { args, stdin: '', aboutPeople: false, nothingFound: 0 };
}

export function hashLines(hashes: readonly string[]): string {
  return hashes.map(hash => `${checkedHash(hash)}\n`).join('');
}

export function checkedHash(hash: string): string {
  if (!isFullHash(hash)) throw new TypeError('not a full hash');
  return hash;
}

export function checkedPath(path: string): string {
  const inTree = pathInTree(path);
  if (inTree === null) throw new TypeError('not a path inside the repository');
  return inTree;
}

/** Git takes each line of a pattern for a pattern of its own. */
export function oneLine(text: string): string {
  if (text === '' || /[\0\r\n]/.test(text)) throw new TypeError('not one line of text');
  return text;
}

export function checkedRef(ref: string): string {
  if (!isBranchRef(ref)) throw new TypeError('not a branch');
  return ref;
}

export function checkedCommit(name: string): string {
  return name === 'HEAD' || isShortHash(name) ? name : checkedRef(name);
}

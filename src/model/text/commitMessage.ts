import { readBranchName, type BranchFacts } from './branchName.ts';
import { matchesOf } from './matches.ts';
import { ANY_SIGN, SIGNS, signsIn } from './messageSigns.ts';
import { isReleaseLine } from './lastingLine.ts';
import { readRevert, type RevertFacts } from './revertMessage.ts';
import { ticketKeysIn, type KeyRules } from './ticketKeys.ts';
import { titleToken, token } from './titleToken.ts';

/** What is kept of a commit's message: references and conventions, no prose and nobody's name. */
export interface MessageFacts {
  /** Tells whether two titles are the same, `(#n)` at their end left out. */
  readonly titleToken: number;
  readonly titleKeys: readonly string[];
  /** Keys and `#n` in `Closes: …`, `Refs: …`, "fixes #n" and the like. */
  readonly closes: readonly string[];
  readonly bodyKeys: readonly string[];
  /** Pull- or merge-request number. */
  readonly number: number | null;
  /** The title ends in `(#n)` or `(!n)`: a squash merge, when the commit has one parent. */
  readonly squash: boolean;
  readonly merge: MergeFacts | null;
  readonly revert: RevertFacts | null;
  readonly cherryPickedFrom: string | null;
  /** Conventional-commit type, lower case (`feat`). */
  readonly convention: string | null;
  readonly breaking: boolean;
  /** The title speaks of a fix. */
  readonly saysFix: boolean;
  /** The title has the shape that dependency bots write. */
  readonly looksAutomated: boolean;
}

export interface MergeFacts {
  readonly branch: BranchFacts | null;
  /** The merged branch is the main branch itself: somebody brought a branch up to date. */
  readonly ofMain: boolean;
  /** The merged branch's name is a release line's (`3.5.x`, `release/2`, `support/1`). */
  readonly ofReleaseLine: boolean;
  /** Tells two merges of the same branch from two branches; meaningless outside one reading. */
  readonly branchToken: number | null;
  /** As `MessageFacts.titleToken`, for what the request or change was called; null where the merge does not tell. */
  readonly titleToken: number | null;
}

export interface MessageContext {
  readonly rules: KeyRules;
  /** Short name of the main branch. */
  readonly main: string;
}

/** Longer titles are machines' or jokes; patterns are matched against what a person may have written. */
const LONGEST_TITLE = 1000;
/** Characters of a body that are looked at; references stand at its end or its beginning. */
const LONGEST_BODY = 64 * 1024;
/** A character takes three bytes at most; those beyond the BMP are two, of four bytes. */
const BYTES_OF_CHARACTER = 3;
const [LF, CR] = [0x0a, 0x0d] as const;
const NONE: readonly string[] = [];

/** Reads one message. Lines that name people are dropped before anything is looked for. */
export function readMessage(message: string, context: MessageContext): MessageFacts {
  const break_ = message.search(/[\r\n]/);
  const title = break_ === -1 ? message : message.slice(0, break_);
  const body = break_ === -1 ? '' : message.slice(break_);
  return factsOf({ title, titleSigns: ANY_SIGN, body, bodySigns: ANY_SIGN }, context);
}

/** Text of a part of UTF-8 bytes. */
export type Decode = (start: number, end: number) => string;

/**
 * As `readMessage`, of UTF-8 from `start` to `end`, before a NUL. Most bodies hold nothing that is looked for and
 * are never decoded.
 */
export function readMessageBytes(
  bytes: Uint8Array,
  [start, end]: readonly [start: number, end: number],
  decode: Decode,
  context: MessageContext,
): MessageFacts {
  const break_ = endOfLine(bytes, start, end);
  // One more, as the last of these bytes may be half a character.
  const titleEnd = Math.min(break_, start + (LONGEST_TITLE + 1) * BYTES_OF_CHARACTER);
  const bodyEnd = Math.min(end, break_ + (LONGEST_BODY + 1) * BYTES_OF_CHARACTER);
  const title = decode(start, titleEnd);
  const titleSigns = signsIn(bytes, start, titleEnd);
  const bodySigns = signsIn(bytes, break_, bodyEnd);
  const body = bodySigns !== 0 || MERGED.test(title) ? decode(break_, bodyEnd) : '';
  return factsOf({ title, titleSigns, body, bodySigns }, context);
}

function endOfLine(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && bytes[at] !== LF && bytes[at] !== CR) at++;
  return at;
}

/** A merge's body begins with what was merged. */
const MERGED = /^\s*(?:Merge|Pull request #)/;

interface Parts {
  readonly title: string;
  readonly titleSigns: number;
  /** From the end of the title's line on; empty when nothing in it is looked for. */
  readonly body: string;
  readonly bodySigns: number;
}

function factsOf(parts: Parts, context: MessageContext): MessageFacts {
  const { titleSigns, bodySigns } = parts;
  const title = parts.title.slice(0, LONGEST_TITLE).trim();
  const body = parts.body === '' ? '' : withoutPeople(parts.body.slice(0, LONGEST_BODY));
  const merge = readMerge(title, body, context);
  const change = merge === null ? title : (merge.title ?? '');
  const squashed = title.endsWith(')') ? NUMBER_AT_END.exec(title) : null;
  const squash = squashed !== null;
  const named = (bodySigns & SIGNS.reverts) === 0 ? '' : body;
  const revert = readRevert({ title, change, body: named, branch: merge?.branch ?? null }, quoted =>
    mergeKeys(readMerge(quoted, '', context), quoted, '', context.rules),
  );
  const convention = title.includes(':') ? CONVENTION.exec(title) : null;
  const { rules } = context;
  const isRevert = isCertainRevert({ revert, squash });
  return {
    titleToken: titleToken(title),
    titleKeys:
      isRevert || (merge === null && (titleSigns & SIGNS.key) === 0) ? NONE : mergeKeys(merge, title, body, rules),
    closes: isRevert ? NONE : closingReferences(parts, title, body, rules),
    bodyKeys: isRevert || (bodySigns & SIGNS.key) === 0 ? NONE : ticketKeysIn(body, rules),
    number: changeNumber(merge === null ? squashed : mergeNumber(title), bodySigns, body),
    squash,
    merge: merge?.facts ?? null,
    revert,
    cherryPickedFrom: (bodySigns & SIGNS.cherry) === 0 ? null : (CHERRY_PICKED.exec(body)?.[1] ?? null),
    convention: convention?.[1]?.toLowerCase() ?? null,
    breaking: convention?.[2] === '!' || ((bodySigns & SIGNS.breaking) !== 0 && body.includes('BREAKING CHANGE')),
    saysFix:
      /\b(?:fix|fixes|fixed|bug|defect|regression|hotfix)\b/i.test(title) &&
      !/\bfix(?:e[sd])? (?:typo|lint|format|test|docs?)/i.test(title),
    looksAutomated: /^(?:\w+\([^()]*\)!?: )?bump .+ from .+ to /i.test(title) || /^chore\(deps(?:-dev)?\)/i.test(title),
  };
}

const NUMBER_AT_END = /\([#!](\d+)\)$/;
const CONVENTION = /^(\w+)(?:\([^()]*\))?(!)?:\s/;
const CHERRY_PICKED = /\(cherry picked from commit ([0-9a-f]{7,64})\)/;

/**
 * False for a squash that only its body calls a revert: that may be the text of a commit within the squashed branch, and
 * counts once the commit that it names is found on main.
 */
export function isCertainRevert({ revert, squash }: Pick<MessageFacts, 'revert' | 'squash'>): boolean {
  return revert !== null && !(squash && revert.title === null);
}

const PEOPLE_LINE =
  /^[ \t]*(?:[\w-]+-by|reviewers?|reviews?|cc|authors?|contributors?|thanks(?:-to| to)?|co-?authors?|on-behalf-of)[ \t]*:.*$/gim;

function withoutPeople(body: string): string {
  return body.includes(':') ? body.replace(PEOPLE_LINE, '') : body;
}

function mergeKeys(merge: Merge | null, title: string, body: string, rules: KeyRules): string[] {
  if (merge === null) return ticketKeysIn(title, rules);
  const fromBranch = merge.facts.branch?.key ?? null;
  const own = ticketKeysIn(`${titleWithoutSource(title)}\n${firstLine(body)}`, rules);
  return fromBranch === null ? own : [fromBranch, ...own.filter(key => key !== fromBranch)];
}

/** The merged branch's name is read by `readBranchName` only, where segments that may name people are dropped. */
function titleWithoutSource(title: string): string {
  return /^Merge (?:pull request|branch|remote-tracking|tag|commit)\b|^Merged in /.test(title) ? '' : title;
}

function firstLine(body: string): string {
  return body.trimStart().split(/[\r\n]/, 1)[0] ?? '';
}

interface Merge {
  readonly facts: MergeFacts;
  /** The merged branch's whole name: only to be read here. */
  readonly branch: string | null;
  /** What the request or change is called. */
  readonly title: string | null;
}

function readMerge(title: string, body: string, context: MessageContext): Merge | null {
  if (!/^(?:Merge|Pull request #)/.test(title)) return null;
  const described = firstLine(body).trimEnd() || null;
  const github = /^Merge pull request #\d+ from ([^\s/]+)(?:\/(\S+))?/.exec(title);
  if (github !== null) return mergeOf(github[2] ?? null, false, described, context);
  const bitbucket = /^Merged in (\S+) \(pull request #\d+\)/.exec(title);
  if (bitbucket !== null) return mergeOf(bitbucket[1] ?? null, false, described, context);
  const plain =
    /^Merge (remote-tracking )?branch(?:es)? ['"]([^'"]+)['"](?: of \S+)?(?: into ['"]?([^'"]+?)['"]?)?$/.exec(title);
  if (plain !== null) {
    const source =
      plain[1] === undefined ? (plain[2] ?? '') : (plain[2] ?? '').replace(/^(?:refs\/)?(?:remotes\/)?[^/]+\//, '');
    return mergeOf(source, true, described, context);
  }
  const named = /^(?:Merged PR \d+: |Pull request #\d+: )(.+)$/.exec(title) ?? /^Merge (["'])(.+)\1/.exec(title);
  const isMerge = named !== null || /^Merge (?:tag|commit) /.test(title) || /See merge request \S+!\d+/.test(body);
  return isMerge ? mergeOf(null, false, named?.at(-1) ?? described, context) : null;
}

function mergeOf(source: string | null, plain: boolean, title: string | null, context: MessageContext): Merge {
  const facts: MergeFacts = {
    branch: source === null ? null : readBranchName(source, context.rules),
    ofMain: plain && source === context.main,
    ofReleaseLine: source !== null && isReleaseLine(source),
    branchToken: plain && source !== null ? token(source) : null,
    titleToken: title === null ? null : titleToken(title),
  };
  return { facts, branch: source, title };
}

function mergeNumber(title: string): RegExpExecArray | null {
  return (
    /^(?:Merge pull request #|Merged PR |Pull request #)(\d+)/.exec(title) ?? /\(pull request #(\d+)\)/.exec(title)
  );
}

function changeNumber(inTitle: RegExpExecArray | null, bodySigns: number, body: string): number | null {
  const found = inTitle ?? ((bodySigns & SIGNS.request) === 0 ? null : /See merge request \S*!(\d+)/.exec(body));
  return found === null ? null : Number(found[1]);
}

const CLOSING =
  /\b(?:(?:fix(?:e[sd])?|close[sd]?|resolve[sd]?)[: ]\s*|(?:refs?|jira|ticket|issue|part of)\s*:\s*)(?:[\w.-]+\/[\w.-]+)?((?:#|gh-|ab#)\d+|[A-Z][A-Z0-9_]{1,9}-\d+)/gi;
const REFERENCE = SIGNS.number | SIGNS.key;

function closingReferences(
  { titleSigns, bodySigns }: Parts,
  title: string,
  body: string,
  rules: KeyRules,
): readonly string[] {
  const inBody = (bodySigns & REFERENCE) !== 0;
  if (!inBody && (titleSigns & REFERENCE) === 0) return NONE;
  const text = inBody ? `${title}\n${body}` : title;
  const found = new Set<string>();
  for (const match of matchesOf(CLOSING, text)) {
    const written = match[1] ?? '';
    const number = /^(?:#|gh-|ab#)(\d+)$/i.exec(written);
    if (number !== null) found.add(`#${Number(number[1])}`);
    else for (const key of ticketKeysIn(written, rules)) found.add(key);
  }
  return found.size === 0 ? NONE : [...found];
}

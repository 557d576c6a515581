import { titleToken } from './titleToken.ts';

/** What a commit that takes another one back says of it. What it names is tried in the order of the fields. */
export interface RevertFacts {
  /** 7 to 64 digits. */
  readonly hash: string | null;
  /** Pull- or merge-request number. */
  readonly number: number | null;
  /** Token of the whole title that it takes back: of `Revert "X"` when this is `Reapply "X"`. */
  readonly title: number | null;
  /** Token of the title inside all Revert and Reapply: of X itself. */
  readonly change: number | null;
  /** Ticket in the title that it quotes. */
  readonly key: string | null;
  /** "Reapply …", or a revert of a revert: the change is back. */
  readonly reapply: boolean;
}

interface Message {
  readonly title: string;
  /** What the merged request is called; the title where nothing was merged. */
  readonly change: string;
  readonly body: string;
  readonly branch: string | null;
}

/** Reads a revert; null when the message is none. `keysIn` gives the ticket keys of a quoted title. */
export function readRevert(message: Message, keysIn: (quoted: string) => readonly string[]): RevertFacts | null {
  const { title, change, body, branch } = message;
  const wrapped = unwrap(title) ?? (change === title ? null : unwrap(change));
  const named = namedInBody(body) ?? namedByBranch(branch);
  if (wrapped === null && named === null) return null;
  const { hash = null, number = null } = named ?? {};
  if (wrapped === null) return { hash, number, title: null, change: null, key: null, reapply: false };
  return {
    hash,
    number: number ?? numberIn(wrapped.quoted),
    title: titleToken(wrapped.reapply ? `Revert "${wrapped.quoted}"` : wrapped.quoted),
    change: titleToken(wrapped.innermost),
    key: keysIn(wrapped.innermost)[0] ?? null,
    reapply: wrapped.isBack,
  };
}

type Named = { readonly hash?: string; readonly number?: number };

function namedInBody(body: string): Named | null {
  if (body === '') return null;
  const hash = /\bThis reverts commit ([0-9a-f]{7,64})\b/.exec(body)?.[1];
  const number = /\b(?:Reverts \S*[#!]|This reverts merge request \S*!)(\d{1,10})\b/.exec(body)?.[1];
  if (hash === undefined && number === undefined) return null;
  return { ...(hash !== undefined && { hash }), ...(number !== undefined && { number: Number(number) }) };
}

/** `revert-45-topic` is what GitHub calls the branch, `revert-0123abcd` what GitLab does. */
function namedByBranch(branch: string | null): Named | null {
  const match = /(?:^|\/)revert-(?:([0-9a-f]{8})$|(\d{1,7})-)/.exec(branch ?? '');
  if (match === null) return null;
  return match[1] === undefined ? { number: Number(match[2]) } : { hash: match[1] };
}

interface Wrapped {
  /** What the outermost Revert or Reapply quotes. */
  readonly quoted: string;
  readonly reapply: boolean;
  readonly innermost: string;
  /** An even number of reverts: the change is there. */
  readonly isBack: boolean;
}

const WRAPPER = /^(?:(revert|reapply) (["'])|revert(?:\([^()]*\))?!?: )/i;

function unwrap(title: string): Wrapped | null {
  let rest = title;
  let reverts = 0;
  let first: { quoted: string; reapply: boolean } | null = null;
  for (let match = WRAPPER.exec(rest); match !== null; match = WRAPPER.exec(rest)) {
    const reapply = match[1]?.toLowerCase() === 'reapply';
    const end = match[2] === undefined ? -1 : rest.lastIndexOf(match[2]);
    // Without a closing quote the title was cut short, and what it quotes is not known.
    rest = rest.slice(match[0].length, end > match[0].length ? end : undefined).trim();
    reverts += reapply ? 2 : 1;
    first ??= { quoted: rest, reapply };
  }
  return first === null ? null : { ...first, innermost: rest, isBack: reverts % 2 === 0 };
}

function numberIn(quoted: string): number | null {
  const match =
    /\([#!](\d{1,10})\)$/.exec(quoted) ??
    /^(?:Merge pull request #|Merged PR |Pull request #)(\d{1,10})/.exec(quoted) ??
    /\(pull request #(\d{1,10})\)/.exec(quoted) ??
    /\([#!](\d{1,10})\)["']/.exec(quoted);
  return match === null ? null : Number(match[1]);
}

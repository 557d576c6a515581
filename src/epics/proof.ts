import type { Proof } from '../model/checklist.ts';
import { normaliseTicketKey } from '../model/text/ticketKeys.ts';

/** What a comment `<!-- proof: … -->` says; null for any other comment. */
export function proofWritten(html: string): string | null {
  return /^<!--\s*proof\s*:([\s\S]*?)(?:--!?>|$)/i.exec(html)?.[1]?.trim() ?? null;
}

/**
 * Reads a check. Words are parted by blanks; a word with blanks stands in double quotes, in which `\"` is a quote and
 * `\\` a backslash. Too many or too few words make the check invalid, never half of it:
 *
 * A path counts from the repository's root; `./` before it says the same.
 *
 *     file PATH · text PATH "TEXT" · changed GLOB · tag GLOB · ticket KEY STATUS… · absent "TEXT"
 */
export function parseProof(written: string): Proof {
  const invalid: Proof = { kind: 'invalid', written: written.replace(/\s+/g, ' ') };
  const parts = split(written);
  if (parts === null || parts.some(part => part === '' || /[\r\n\0]/.test(part))) return invalid;
  const [kind, first, second] = parts;
  if (first === undefined) return invalid;
  if (kind === 'ticket') {
    const key = normaliseTicketKey(first);
    return key === null || second === undefined ? invalid : { kind, key, status: parts.slice(2).join(' ') };
  }
  const path = first.replace(/^(?:\.\/+)+/, '');
  if (path === '' && kind !== 'absent' && kind !== 'tag') return invalid;
  if (kind === 'text') return second === undefined || parts.length > 3 ? invalid : { kind, path, text: second };
  if (parts.length > 2) return invalid;
  switch (kind) {
    case 'file':
      return { kind, path };
    case 'changed':
      return { kind, glob: path };
    case 'tag':
      return { kind, glob: first };
    case 'absent':
      return { kind, text: first };
    default:
      return invalid;
  }
}

function split(written: string): string[] | null {
  if (!/^(?:\s*(?:"(?:[^"\\]|\\.)*"|[^\s"]+)(?=\s|$))*\s*$/.test(written)) return null;
  return [...written.matchAll(/"((?:[^"\\]|\\.)*)"|[^\s"]+/g)].map(
    match => match[1]?.replace(/\\(["\\])/g, '$1') ?? match[0],
  );
}

import { createHash, type Hash } from 'node:crypto';
import { createSplitter } from './pieces.ts';

/** Gets records in git's order. `fingerprint` is equal for equal changes; null for none, and for one that is too large. */
export type PatchSink = (commit: string, fingerprint: string | null) => void;

export interface PatchParser {
  readonly parse: (bytes: Buffer) => void;
  /** Hands over the last record. */
  readonly end: () => void;
}

/** Bytes of the largest patch that is compared. */
const LARGEST_PATCH = 2_097_152;
const LINE_FEED = 10;
const RECORD_MARK = '\x01';

/**
 * Reads the `patches` that `commands/streams.ts` asks for and gives each a fingerprint by the rule of `git patch-id`: line numbers
 * and white space do not count, so that a change is known again where it was copied to. No line of a patch can begin
 * with the record mark: contents begin with a sign, and git quotes names. Binary files count by their object names.
 */
export function createPatchParser(sink: PatchSink): PatchParser {
  let commit: string | null = null;
  let patch: Hash | null = null;
  let bytesLeft = LARGEST_PATCH;
  let objects = '';

  function end(): void {
    if (commit !== null) sink(commit, patch === null || bytesLeft < 0 ? null : patch.digest('base64'));
    commit = null;
    patch = null;
    bytesLeft = LARGEST_PATCH;
  }

  function line(bytes: Buffer): void {
    bytesLeft -= bytes.length + 1;
    if (bytesLeft < 0 && bytes[0] !== RECORD_MARK.charCodeAt(0)) return;
    const text = bytes.toString('latin1');
    if (text.startsWith(RECORD_MARK)) {
      end();
      commit = text.slice(1).split('\0', 1)[0] ?? '';
    } else if (text.startsWith('index ')) objects = text;
    else if (text !== '' && !text.startsWith('@@ ')) {
      patch ??= createHash('sha256');
      if (text.startsWith('Binary files ')) patch.update(objects);
      patch.update(`${text.replace(/[ \t\r\v\f]+/g, '')}\n`);
    }
  }

  return { parse: createSplitter(LINE_FEED, line), end };
}

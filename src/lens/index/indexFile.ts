import { CommitColumns, type ColumnParts, type ColumnPieces } from '../../model/history/commitColumns.ts';
import { crc32 } from './crc32.ts';
import type { IndexContents } from './indexContents.ts';

/** "OLHX" as this machine writes numbers: a file from a machine with the other byte order is no index here. */
const MAGIC = 0x58484c4f;
/** Another layout, other fields of a message or another way to read one: another number. */
const VERSION = 2;
const HEADER_WORDS = 16;
const ALIGNMENT = 8;
/** Position of the checksum in the header; it covers everything behind itself. */
const CHECKSUM_AT = 3;
const CHECKED_FROM = (CHECKSUM_AT + 1) * Uint32Array.BYTES_PER_ELEMENT;

interface Tail {
  readonly strings: readonly string[];
  readonly conventions: readonly string[];
  readonly tips: readonly string[];
  /** null when nothing older is left. */
  readonly floor: number | null;
}

/**
 * The index as bytes, in pieces that are the columns' own memory: a header, then the columns as they lie there, then texts
 * as JSON. `key` says under which rules the commits were read. Holds hashes, times, ticket keys, numbers, tokens and conventions, nothing that people wrote.
 */
export function writeIndex({ columns, floor, tips }: IndexContents, key: number): readonly Uint8Array[] {
  const columnPieces = columns.pieces();
  const { strings, conventions, hashes, size } = columnPieces;
  const tail: Tail = { strings, conventions, tips, floor: floor === -Infinity ? null : floor };
  const sections: Section[] = [...columnSections(columnPieces), [new TextEncoder().encode(JSON.stringify(tail))]];
  const header = new Uint32Array(HEADER_WORDS);
  header.set([
    MAGIC,
    VERSION,
    key,
    0,
    hashes.digits,
    size,
    ...sections.map(section => sum(section, ({ length }) => length)),
  ]);
  const pieces = [[header], ...sections].flatMap(section => alignedPieces(section));
  const [first = new Uint8Array(0), ...rest] = pieces;
  header[CHECKSUM_AT] = crc32([first.subarray(CHECKED_FROM), ...rest]);
  return pieces;
}

/** What `writeIndex` wrote, over the same bytes without a copy; null when they are damaged or of another version or key. */
export function readIndex(stored: Uint8Array, key: number): IndexContents | null {
  const bytes = ownBytes(stored);
  if (bytes.length < headerBytes()) return null;
  const header = new Uint32Array(bytes.buffer, bytes.byteOffset, HEADER_WORDS);
  const [magic, version, itsKey, checksum, digits = 0, size = 0, ...lengths] = header;
  if (magic !== MAGIC || version !== VERSION || itsKey !== key) return null;
  if (crc32([bytes.subarray(CHECKED_FROM)]) !== checksum) return null;
  const [words = 0, slots = 0, ids = 0, , , , more = 0, facts = 0, text = 0] = lengths;
  const buffer = bytes.buffer;
  let at = bytes.byteOffset + headerBytes();
  const take = (count: number, bytesEach: number): number => {
    const start = at;
    at += aligned(count * bytesEach);
    return start;
  };
  const parts: Omit<ColumnParts, 'strings' | 'conventions'> = {
    hashes: {
      digits,
      words: new Uint32Array(buffer, take(words, 4), words),
      slots: new Uint32Array(buffer, take(slots, 4), slots),
    },
    written: new Float64Array(buffer, take(ids, 8), ids),
    landed: new Float64Array(buffer, take(ids, 8), ids),
    parents: new Int32Array(buffer, take(ids, 4), ids),
    factsAt: new Uint32Array(buffer, take(ids, 4), ids),
    moreParents: new Uint32Array(buffer, take(more, 4), more),
    facts: new Uint8Array(buffer, take(facts, 1), facts),
    size,
  };
  const { tips, floor, ...texts } = JSON.parse(
    new TextDecoder().decode(new Uint8Array(buffer, take(text, 1), text)),
  ) as Tail;
  return { columns: new CommitColumns({ ...parts, ...texts }), floor: floor ?? -Infinity, tips };
}

/** A column in pieces. */
type Section = readonly (ArrayBufferView & { readonly length: number })[];

/** In the order in which they stand in the file; their lengths fill the header. */
function columnSections(pieces: ColumnPieces): readonly Section[] {
  const { hashes, written, landed, parents, factsAt, moreParents, facts } = pieces;
  return [hashes.words, hashes.slots, written, landed, parents, factsAt, moreParents, facts];
}

/** The section's own memory, without a copy, and what fills it up. */
function alignedPieces(section: Section): Uint8Array[] {
  const bytes = section.map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength));
  const length = sum(section, ({ byteLength }) => byteLength);
  return [...bytes, new Uint8Array(aligned(length) - length)].filter(piece => piece.length > 0);
}

function sum(section: Section, of: (piece: Section[number]) => number): number {
  return section.reduce((total, piece) => total + of(piece), 0);
}

/** Bytes that arrays of numbers can lie over. */
function ownBytes(stored: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteOffset, length } = stored;
  if (buffer instanceof ArrayBuffer && byteOffset % ALIGNMENT === 0) return new Uint8Array(buffer, byteOffset, length);
  return new Uint8Array(stored);
}

function headerBytes(): number {
  return HEADER_WORDS * Uint32Array.BYTES_PER_ELEMENT;
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
}

import type { Commit } from '../commit.ts';
import type { MessageFacts } from '../text/commitMessage.ts';
import { ByteWriter } from './byteStream.ts';
import { capacityFor } from './capacity.ts';
import { readFacts, writeFacts } from './factsCodec.ts';
import { HashIds, noHashes, type HashParts } from './hashIds.ts';
import { PAGE_BITS, PAGE_MASK, PAGE_ROWS, pagesOf, usedPages } from './pages.ts';
import { StringIds } from './stringIds.ts';

/** In `parents`: the commit has none. Lower numbers are places in `moreParents`. */
const ROOT = -1;
const FIRST_MERGE = -2;
/** In `factsAt`: the commit was not read, only named as a parent. */
const NOT_READ = 0;

/** What a file keeps of the columns; all but `moreParents`, `facts` and `strings` have a row for each id. */
export interface ColumnParts {
  readonly hashes: HashParts;
  readonly written: Float64Array<ArrayBuffer>;
  readonly landed: Float64Array<ArrayBuffer>;
  readonly parents: Int32Array<ArrayBuffer>;
  readonly factsAt: Uint32Array<ArrayBuffer>;
  readonly moreParents: Uint32Array<ArrayBuffer>;
  readonly facts: Uint8Array<ArrayBuffer>;
  readonly strings: readonly string[];
  /** Commits that were read. */
  readonly size: number;
  /** The words that are kept as conventions. */
  readonly conventions: readonly string[];
}

type Cut<Part> = Part extends ArrayBufferView ? readonly Part[] : Part;

/** The same, each column in pieces that follow one another: its own memory. */
export type ColumnPieces = Omit<{ readonly [Name in keyof ColumnParts]: Cut<ColumnParts[Name]> }, 'hashes'> & {
  readonly hashes: { readonly [Name in keyof HashParts]: Cut<HashParts[Name]> };
};

/**
 * Commits as columns of numbers: about 65 bytes each, where an object takes ten times that. A commit is known by a small
 * number, its id. It gets one when it is first named, be it as a parent; ids and what they mean never change.
 */
export class CommitColumns {
  private readonly hashes: HashIds;
  private readonly written: Float64Array<ArrayBuffer>[];
  private readonly landed: Float64Array<ArrayBuffer>[];
  /** The id of an only parent; otherwise a code of the two above. */
  private readonly parents: Int32Array<ArrayBuffer>[];
  private readonly factsAt: Uint32Array<ArrayBuffer>[];
  /** For each merge the number of its parents and their ids. */
  private moreParents: Uint32Array<ArrayBuffer>;
  private moreUsed: number;
  private readonly facts: ByteWriter;
  private readonly strings: StringIds;
  private read: number;
  private readonly conventions: ReadonlySet<string>;

  constructor(parts: ColumnParts) {
    this.hashes = new HashIds(parts.hashes);
    this.written = pagesOf(parts.written, PAGE_ROWS, floats);
    this.landed = pagesOf(parts.landed, PAGE_ROWS, floats);
    this.parents = pagesOf(parts.parents, PAGE_ROWS, integers);
    this.factsAt = pagesOf(parts.factsAt, PAGE_ROWS, naturals);
    this.moreParents = parts.moreParents;
    this.moreUsed = parts.moreParents.length;
    this.facts = new ByteWriter(parts.facts);
    this.strings = new StringIds(parts.strings);
    this.read = parts.size;
    this.conventions = new Set(parts.conventions);
  }

  /**
   * No commits yet; `digits` is the length of their hashes, 40 or 64. Only words of `conventions` are kept of what stands
   * before the colon of a title.
   */
  static empty(digits: number, conventions: readonly string[]): CommitColumns {
    return new CommitColumns({
      hashes: noHashes(digits),
      written: new Float64Array(0),
      landed: new Float64Array(0),
      parents: new Int32Array(0),
      factsAt: new Uint32Array(0),
      moreParents: new Uint32Array(0),
      // Position 0 stands for "not read".
      facts: new Uint8Array(1),
      strings: [],
      size: 0,
      conventions,
    });
  }

  /** Commits that were read. */
  get size(): number {
    return this.read;
  }

  /** Ids given out; those of commits that are only known as parents are among them. */
  get ids(): number {
    return this.hashes.length;
  }

  /** Adds a commit; one that is there already stays as it is. */
  add(commit: Commit): void {
    const id = this.hashes.idOf(commit.hash);
    if (this.has(id)) return;
    const parents = this.codeOf(commit.parents);
    this.reserve();
    const page = id >>> PAGE_BITS;
    const row = id & PAGE_MASK;
    const [written, landed] = [this.written[page] ?? NO_FLOATS, this.landed[page] ?? NO_FLOATS];
    written[row] = commit.written;
    landed[row] = commit.landed;
    (this.parents[page] ?? NO_INTEGERS)[row] = parents;
    (this.factsAt[page] ?? NO_NATURALS)[row] = this.facts.length;
    writeFacts(this.facts, commit.facts, this.strings, this.conventions);
    this.read++;
  }

  /** -1 for a hash that nobody named. */
  idOf(hash: string): number {
    return this.hashes.find(hash);
  }

  hashOf(id: number): string {
    return this.hashes.hashOf(id);
  }

  /** True for a commit that was read. */
  has(id: number): boolean {
    return (this.factsAt[id >>> PAGE_BITS]?.[id & PAGE_MASK] ?? NOT_READ) !== NOT_READ;
  }

  writtenAt(id: number): number {
    return this.written[id >>> PAGE_BITS]?.[id & PAGE_MASK] ?? 0;
  }

  landedAt(id: number): number {
    return this.landed[id >>> PAGE_BITS]?.[id & PAGE_MASK] ?? 0;
  }

  /** How many parents a commit has. */
  parentCountOf(id: number): number {
    const code = this.parentCodeOf(id);
    if (code >= 0) return 1;
    return code === ROOT ? 0 : (this.moreParents[FIRST_MERGE - code] ?? 0);
  }

  /** The id of a parent, counted from 0: the first parent. */
  parentOf(id: number, index: number): number {
    const code = this.parentCodeOf(id);
    return code >= 0 ? code : (this.moreParents[FIRST_MERGE - code + 1 + index] ?? -1);
  }

  /** Ids, first parent first. */
  parentsOf(id: number): number[] {
    const parents: number[] = [];
    const count = this.parentCountOf(id);
    for (let index = 0; index < count; index++) parents.push(this.parentOf(id, index));
    return parents;
  }

  factsOf(id: number): MessageFacts {
    return readFacts(this.facts.readFrom(this.factsAt[id >>> PAGE_BITS]?.[id & PAGE_MASK] ?? NOT_READ), this.strings);
  }

  /** A commit that was read; its fields are made when they are looked at. */
  commitAt(id: number): Commit {
    return new ColumnCommit(this, id);
  }

  pieces(): ColumnPieces {
    const { ids } = this;
    return {
      hashes: this.hashes.pieces(),
      written: usedPages(this.written, ids),
      landed: usedPages(this.landed, ids),
      parents: usedPages(this.parents, ids),
      factsAt: usedPages(this.factsAt, ids),
      moreParents: [this.moreParents.subarray(0, this.moreUsed)],
      facts: this.facts.written,
      strings: this.strings.all,
      size: this.read,
      conventions: [...this.conventions],
    };
  }

  private parentCodeOf(id: number): number {
    return this.parents[id >>> PAGE_BITS]?.[id & PAGE_MASK] ?? ROOT;
  }

  private codeOf(hashes: readonly string[]): number {
    const [only] = hashes;
    if (only === undefined) return ROOT;
    if (hashes.length === 1) return this.hashes.idOf(only);
    const at = this.moreUsed;
    const end = at + 1 + hashes.length;
    if (end > this.moreParents.length) {
      const larger = new Uint32Array(capacityFor(end));
      larger.set(this.moreParents);
      this.moreParents = larger;
    }
    this.moreParents[at] = hashes.length;
    hashes.forEach((hash, index) => (this.moreParents[at + 1 + index] = this.hashes.idOf(hash)));
    this.moreUsed = end;
    return FIRST_MERGE - at;
  }

  /** Makes room for every id. */
  private reserve(): void {
    while (this.landed.length * PAGE_ROWS < this.ids) {
      this.written.push(floats(PAGE_ROWS));
      this.landed.push(floats(PAGE_ROWS));
      this.parents.push(integers(PAGE_ROWS));
      this.factsAt.push(naturals(PAGE_ROWS));
    }
  }
}

const [NO_FLOATS, NO_INTEGERS, NO_NATURALS] = [new Float64Array(0), new Int32Array(0), new Uint32Array(0)];
const floats = (places: number) => new Float64Array(places);
const integers = (places: number) => new Int32Array(places);
const naturals = (places: number) => new Uint32Array(places);

/** A commit that is read from its columns when somebody looks. */
class ColumnCommit implements Commit {
  private readonly columns: CommitColumns;
  private readonly id: number;
  private known: MessageFacts | null = null;

  constructor(columns: CommitColumns, id: number) {
    this.columns = columns;
    this.id = id;
  }

  get hash(): string {
    return this.columns.hashOf(this.id);
  }

  get parents(): readonly string[] {
    return this.columns.parentsOf(this.id).map(parent => this.columns.hashOf(parent));
  }

  get written(): number {
    return this.columns.writtenAt(this.id);
  }

  get landed(): number {
    return this.columns.landedAt(this.id);
  }

  get facts(): MessageFacts {
    this.known ??= this.columns.factsOf(this.id);
    return this.known;
  }
}

import type { Commit } from '../commit.ts';
import type { MessageFacts } from '../text/commitMessage.ts';
import { ByteReader, ByteWriter } from './byteStream.ts';
import { capacityFor } from './capacity.ts';
import { readFacts, writeFacts } from './factsCodec.ts';
import { HashIds, type HashParts } from './hashIds.ts';
import { StringIds } from './stringIds.ts';

/** In `parents`: the commit has none. Lower numbers are places in `moreParents`. */
const ROOT = -1;
const FIRST_MERGE = -2;
/** In `factsAt`: the commit was not read, only named as a parent. */
const NOT_READ = 0;

/** What a file keeps of the columns: all arrays are as long as there are ids. */
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

/**
 * Commits as columns of numbers: about 65 bytes each, where an object takes ten times that. A commit is known by a small
 * number, its id. It gets one when it is first named, be it as a parent; ids and what they mean never change.
 */
export class CommitColumns {
  private readonly hashes: HashIds;
  private written: Float64Array<ArrayBuffer>;
  private landed: Float64Array<ArrayBuffer>;
  /** The id of an only parent; otherwise a code of the two above. */
  private parents: Int32Array<ArrayBuffer>;
  private factsAt: Uint32Array<ArrayBuffer>;
  /** For each merge the number of its parents and their ids. */
  private moreParents: Uint32Array<ArrayBuffer>;
  private moreUsed: number;
  private readonly facts: ByteWriter;
  private readonly strings: StringIds;
  private read: number;
  private readonly conventions: ReadonlySet<string>;

  constructor(parts: ColumnParts) {
    this.hashes = new HashIds(parts.hashes);
    this.written = parts.written;
    this.landed = parts.landed;
    this.parents = parts.parents;
    this.factsAt = parts.factsAt;
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
      hashes: HashIds.empty(digits).parts(),
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
    const parents = this.parentCode(commit.parents);
    this.reserve();
    this.written[id] = commit.written;
    this.landed[id] = commit.landed;
    this.parents[id] = parents;
    this.factsAt[id] = this.facts.length;
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
    return (this.factsAt[id] ?? NOT_READ) !== NOT_READ;
  }

  writtenAt(id: number): number {
    return this.written[id] ?? 0;
  }

  landedAt(id: number): number {
    return this.landed[id] ?? 0;
  }

  /** The id of the only parent; -1 when there is none, or more than one. */
  onlyParentOf(id: number): number {
    return Math.max(this.parents[id] ?? ROOT, ROOT);
  }

  /** Ids, first parent first. */
  parentsOf(id: number): number[] {
    const code = this.parents[id] ?? ROOT;
    if (code >= 0) return [code];
    if (code === ROOT) return [];
    const at = FIRST_MERGE - code;
    const count = this.moreParents[at] ?? 0;
    return Array.from(this.moreParents.subarray(at + 1, at + 1 + count));
  }

  factsOf(id: number): MessageFacts {
    return readFacts(new ByteReader(this.facts.written, this.factsAt[id] ?? NOT_READ), this.strings);
  }

  /** A commit that was read; its fields are made when they are looked at. */
  commitAt(id: number): Commit {
    return new ColumnCommit(this, id);
  }

  parts(): ColumnParts {
    const { ids } = this;
    return {
      hashes: this.hashes.parts(),
      written: this.written.subarray(0, ids),
      landed: this.landed.subarray(0, ids),
      parents: this.parents.subarray(0, ids),
      factsAt: this.factsAt.subarray(0, ids),
      moreParents: this.moreParents.subarray(0, this.moreUsed),
      facts: this.facts.written,
      strings: this.strings.all,
      size: this.read,
      conventions: [...this.conventions],
    };
  }

  private parentCode(hashes: readonly string[]): number {
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
    const { ids } = this;
    if (ids <= this.landed.length) return;
    const capacity = capacityFor(ids);
    const [written, landed] = [new Float64Array(capacity), new Float64Array(capacity)];
    const [parents, factsAt] = [new Int32Array(capacity), new Uint32Array(capacity)];
    written.set(this.written);
    landed.set(this.landed);
    parents.set(this.parents);
    factsAt.set(this.factsAt);
    [this.written, this.landed, this.parents, this.factsAt] = [written, landed, parents, factsAt];
  }
}

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

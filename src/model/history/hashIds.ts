import { PAGE_BITS, PAGE_MASK, PAGE_ROWS, pagesOf, usedPages } from './pages.ts';

const BITS_OF_DIGIT = 4;
const DIGITS_OF_WORD = 8;
const FIRST_SLOTS = 2048;
/** An empty place; ids are kept plus one. */
const EMPTY = 0;

const NO_DIGIT = 16;
/** By character code: the value of a hexadecimal digit in lower case. */
const DIGITS = Uint8Array.from({ length: 128 }, (_, code) => {
  const value = '0123456789abcdef'.indexOf(String.fromCharCode(code));
  return value === -1 ? NO_DIGIT : value;
});

/** What a file keeps of a `HashIds`. */
export interface HashParts {
  /** Hexadecimal digits of a hash: 40 or 64. */
  readonly digits: number;
  /** `digits / 8` words a hash, in the order of their ids. */
  readonly words: Uint32Array<ArrayBuffer>;
  /** Open addressing, a power of two long: an id plus one, or 0. */
  readonly slots: Uint32Array<ArrayBuffer>;
}

/** No hashes yet. */
export function noHashes(digits: number): HashParts {
  return { digits, words: new Uint32Array(0), slots: new Uint32Array(FIRST_SLOTS) };
}

/** Small numbers for git's hashes, given in the order in which the hashes are first seen. */
export class HashIds {
  readonly digits: number;
  private readonly width: number;
  private readonly pages: Uint32Array<ArrayBuffer>[];
  private slots: Uint32Array<ArrayBuffer>;
  private count: number;
  private readonly sought: Uint32Array<ArrayBuffer>;

  constructor({ digits, words, slots }: HashParts) {
    this.digits = digits;
    this.width = digits / DIGITS_OF_WORD;
    this.pages = pagesOf(words, PAGE_ROWS * this.width, places => new Uint32Array(places));
    this.slots = slots;
    this.count = words.length / this.width;
    this.sought = new Uint32Array(this.width);
  }

  get length(): number {
    return this.count;
  }

  /** -1 for a hash that was not seen. */
  find(hash: string): number {
    return this.parse(hash) ? (this.slots[this.slotOfSought()] ?? EMPTY) - 1 : -1;
  }

  /** The hash's id, a new one when it was not seen. Throws a RangeError for what is no hash of this length. */
  idOf(hash: string): number {
    if (!this.parse(hash)) throw new RangeError('not a hash of this repository');
    let slot = this.slotOfSought();
    const known = this.slots[slot] ?? EMPTY;
    if (known !== EMPTY) return known - 1;
    if ((this.count + 1) * 2 > this.slots.length) {
      this.enlarge();
      slot = this.slotOfSought();
    }
    const id = this.count++;
    this.keep(id);
    this.slots[slot] = id + 1;
    return id;
  }

  hashOf(id: number): string {
    const page = this.pageOf(id);
    const at = this.placeOf(id);
    let hash = '';
    for (let word = 0; word < this.width; word++)
      hash += (page[at + word] ?? 0).toString(16).padStart(DIGITS_OF_WORD, '0');
    return hash;
  }

  /** As `HashParts`, in pieces that follow one another. */
  pieces() {
    return { digits: this.digits, words: usedPages(this.pages, this.count * this.width), slots: [this.slots] };
  }

  private keep(id: number): void {
    if (id === this.pages.length * PAGE_ROWS) this.pages.push(new Uint32Array(PAGE_ROWS * this.width));
    const page = this.pageOf(id);
    const at = this.placeOf(id);
    for (let word = 0; word < this.width; word++) page[at + word] = this.sought[word] ?? 0;
  }

  private pageOf(id: number): Uint32Array {
    return this.pages[id >>> PAGE_BITS] ?? NO_WORDS;
  }

  private placeOf(id: number): number {
    return (id & PAGE_MASK) * this.width;
  }

  /** Puts the hash into `sought`. */
  private parse(hash: string): boolean {
    if (hash.length !== this.digits) return false;
    for (let word = 0, at = 0; word < this.width; word++) {
      let value = 0;
      for (const end = at + DIGITS_OF_WORD; at < end; at++) {
        const digit = DIGITS[hash.charCodeAt(at)] ?? NO_DIGIT;
        if (digit === NO_DIGIT) return false;
        value = (value << BITS_OF_DIGIT) | digit;
      }
      this.sought[word] = value;
    }
    return true;
  }

  private slotOfSought(): number {
    return this.slotOf(this.sought, 0);
  }

  /** The slot that holds the hash at `at` of `words`, or the empty one where it belongs. */
  private slotOf(words: Uint32Array, at: number): number {
    const mask = this.slots.length - 1;
    let mixed = 0;
    for (let word = 0; word < this.width; word++) mixed = Math.imul(mixed ^ (words[at + word] ?? 0), 0x9e3779b1);
    for (let slot = (mixed ^ (mixed >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const held = this.slots[slot] ?? EMPTY;
      if (held === EMPTY || this.isSame(held - 1, words, at)) return slot;
    }
  }

  private isSame(id: number, words: Uint32Array, at: number): boolean {
    const page = this.pageOf(id);
    const mine = this.placeOf(id);
    for (let word = 0; word < this.width; word++) if (page[mine + word] !== words[at + word]) return false;
    return true;
  }

  private enlarge(): void {
    this.slots = new Uint32Array(this.slots.length * 2);
    for (let id = 0; id < this.count; id++) this.slots[this.slotOf(this.pageOf(id), this.placeOf(id))] = id + 1;
  }
}

const NO_WORDS = new Uint32Array(0);

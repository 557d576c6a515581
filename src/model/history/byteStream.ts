import { pagesOf, usedPages } from './pages.ts';

const PAGE_BITS = 16;
const PAGE_BYTES = 1 << PAGE_BITS;
const PAGE_MASK = PAGE_BYTES - 1;
const FLOAT_BYTES = 8;
const WORD_BITS = 32;
const FLOAT = new DataView(new ArrayBuffer(FLOAT_BYTES));

type Page = Uint8Array<ArrayBuffer>;

/** Bytes that grow at their end. Positions given out stay valid. */
export class ByteWriter {
  private readonly pages: Page[];
  private page: Page;
  private used: number;

  /** Goes on behind `start`. */
  constructor(start: Page) {
    this.pages = pagesOf(start, PAGE_BYTES, emptyPage);
    this.page = this.pages.at(-1) ?? emptyPage();
    if (this.pages.length === 0) this.pages.push(this.page);
    this.used = start.length;
  }

  get length(): number {
    return this.used;
  }

  /** What was written so far, piece by piece; valid until the next write. */
  get written(): readonly Page[] {
    return usedPages(this.pages, this.used);
  }

  /** Reads from any position, also what is written later. */
  readFrom(position: number): ByteReader {
    return new ByteReader(this.pages, position);
  }

  byte(value: number): void {
    const at = this.used & PAGE_MASK;
    if (at === 0 && this.used > 0) this.addPage();
    this.page[at] = value;
    this.used++;
  }

  /** A whole number below 2^32. */
  word(value: number): void {
    for (let shift = 0; shift < WORD_BITS; shift += 8) this.byte((value >>> shift) & 0xff);
  }

  /** A whole number from 0 to 2^53 - 1, seven bits a byte, lowest first (LEB128). */
  whole(value: number): void {
    let rest = value;
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) this.byte((rest % 0x80) | 0x80);
    this.byte(rest);
  }

  /** Any number; those that `whole` takes in a few bytes. */
  number(value: number): void {
    if (Number.isSafeInteger(value) && value >= 0 && value < Number.MAX_SAFE_INTEGER && !Object.is(value, -0)) {
      this.whole(value + 1);
      return;
    }
    this.byte(0);
    FLOAT.setFloat64(0, value);
    for (let at = 0; at < FLOAT_BYTES; at++) this.byte(FLOAT.getUint8(at));
  }

  private addPage(): void {
    this.page = emptyPage();
    this.pages.push(this.page);
  }
}

function emptyPage(): Page {
  return new Uint8Array(PAGE_BYTES);
}

/** Reads what a `ByteWriter` wrote. */
export class ByteReader {
  private readonly pages: readonly Page[];
  private at: number;

  constructor(pages: readonly Page[], at: number) {
    this.pages = pages;
    this.at = at;
  }

  byte(): number {
    const at = this.at++;
    return this.pages[at >>> PAGE_BITS]?.[at & PAGE_MASK] ?? 0;
  }

  word(): number {
    let value = 0;
    for (let shift = 0; shift < WORD_BITS; shift += 8) value |= this.byte() << shift;
    return value >>> 0;
  }

  whole(): number {
    let value = 0;
    let unit = 1;
    for (let byte = this.byte(); ; byte = this.byte()) {
      value += (byte & 0x7f) * unit;
      if (byte < 0x80) return value;
      unit *= 0x80;
    }
  }

  number(): number {
    const value = this.whole();
    if (value > 0) return value - 1;
    for (let at = 0; at < FLOAT_BYTES; at++) FLOAT.setUint8(at, this.byte());
    return FLOAT.getFloat64(0);
  }
}

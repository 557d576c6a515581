import { capacityFor } from './capacity.ts';

const FLOAT_BYTES = 8;
const WORD_BITS = 32;

/** Bytes that grow at their end. Positions given out stay valid. */
export class ByteWriter {
  private bytes: Uint8Array<ArrayBuffer>;
  private used: number;

  /** Goes on behind `start`, which is copied when it has to grow and never written to. */
  constructor(start: Uint8Array<ArrayBuffer> = new Uint8Array(0)) {
    this.bytes = start;
    this.used = start.length;
  }

  get length(): number {
    return this.used;
  }

  /** What was written so far; valid until the next write. */
  get written(): Uint8Array<ArrayBuffer> {
    return this.bytes.subarray(0, this.used);
  }

  byte(value: number): void {
    this.reserve(1);
    this.bytes[this.used++] = value;
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
    this.reserve(FLOAT_BYTES);
    new DataView(this.bytes.buffer, this.bytes.byteOffset).setFloat64(this.used, value);
    this.used += FLOAT_BYTES;
  }

  private reserve(count: number): void {
    if (this.used + count <= this.bytes.length) return;
    const larger = new Uint8Array(capacityFor(this.used + count));
    larger.set(this.written);
    this.bytes = larger;
  }
}

/** Reads what a `ByteWriter` wrote, from any position. */
export class ByteReader {
  private readonly bytes: Uint8Array;
  private at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  byte(): number {
    return this.bytes[this.at++] ?? 0;
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
    const at = this.at;
    this.at += FLOAT_BYTES;
    return new DataView(this.bytes.buffer, this.bytes.byteOffset).getFloat64(at);
  }
}

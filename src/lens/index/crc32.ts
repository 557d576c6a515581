const POLYNOMIAL = 0xedb88320;
const TABLE_SIZE = 256;
/** Bytes that are looked up at once: one table for each. */
const SLICES = 8;
const TABLES = makeTables();

/** CRC-32 as in zip and PNG (ISO 3309), of all pieces together, eight bytes at a time (Kounavis and Berry, "slicing-by-8"). */
export function crc32(pieces: readonly Uint8Array[]): number {
  return (pieces.reduce(continued, -1) ^ -1) >>> 0;
}

function continued(before: number, bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const whole = bytes.length - (bytes.length % SLICES);
  let crc = before;
  for (let at = 0; at < whole; at += SLICES)
    crc = fourBytes(crc ^ view.getInt32(at, true), SLICES - 1) ^ fourBytes(view.getInt32(at + 4, true), SLICES - 5);
  for (let at = whole; at < bytes.length; at++) crc = (crc >>> 8) ^ looked((crc ^ (bytes[at] ?? 0)) & 0xff, 0);
  return crc;
}

/** Looks four bytes up, of which the first is `after` bytes before the end. */
function fourBytes(word: number, after: number): number {
  return (
    looked(word & 0xff, after) ^
    looked((word >>> 8) & 0xff, after - 1) ^
    looked((word >>> 16) & 0xff, after - 2) ^
    looked(word >>> 24, after - 3)
  );
}

function looked(byte: number, table: number): number {
  return TABLES[table * TABLE_SIZE + byte] ?? 0;
}

/** Table `n` looks a byte up that stands `n` bytes before the end. */
function makeTables(): Int32Array {
  const tables = new Int32Array(SLICES * TABLE_SIZE);
  for (let byte = 0; byte < TABLE_SIZE; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
    tables[byte] = crc;
  }
  for (let at = TABLE_SIZE; at < tables.length; at++) {
    const before = tables[at - TABLE_SIZE] ?? 0;
    tables[at] = (before >>> 8) ^ (tables[before & 0xff] ?? 0);
  }
  return tables;
}

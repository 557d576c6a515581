/**
 * Cuts git's bytes at `mark` as they come and hands each piece over without it. What follows the last mark is never
 * handed over: git ends what it prints with one. A long piece is joined once, not with every part that comes.
 */
export function createSplitter(mark: number, take: (piece: Buffer) => void): (bytes: Buffer) => void {
  let open: Buffer[] = [];
  return bytes => {
    let start = 0;
    for (let end = bytes.indexOf(mark); end !== -1; end = bytes.indexOf(mark, start)) {
      const piece = bytes.subarray(start, end);
      take(open.length === 0 ? piece : Buffer.concat([...open, piece]));
      open = [];
      start = end + 1;
    }
    if (start < bytes.length) open.push(bytes.subarray(start));
  };
}

/** For streams that are read to their end. */
export function toTheEnd(parse: (bytes: Buffer) => void): (bytes: Buffer) => boolean {
  return bytes => {
    parse(bytes);
    return true;
  };
}

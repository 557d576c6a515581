/**
 * Reads the `blobs` that `commands/streams.ts` asks for: a line with a name and a size, that many bytes, a line break. Hands over
 * each content; one larger than `largest` bytes is passed over, and never held.
 */
export function createBlobParser(
  largest: number,
  take: (hash: string, bytes: Buffer) => void,
): (bytes: Buffer) => void {
  let open: Buffer = Buffer.alloc(0);
  let hash = '';
  let size: number | null = null;
  /** Bytes of a large content that are still to come. */
  let skip = 0;

  /** Reads one step of `open`; false when it needs more bytes. */
  function step(): boolean {
    if (skip > 0) {
      const passed = Math.min(skip, open.length);
      skip -= passed;
      open = open.subarray(passed);
      return skip === 0;
    }
    if (size !== null) {
      if (open.length < size + 1) return false;
      take(hash, open.subarray(0, size));
      open = open.subarray(size + 1);
      size = null;
      return true;
    }
    const end = open.indexOf(0x0a);
    if (end === -1) return false;
    const [name = '', kind = '', length] = open.toString('latin1', 0, end).split(' ');
    open = open.subarray(end + 1);
    // What is not here has a line of its own and no content.
    if (length === undefined) return true;
    if (kind === 'blob' && Number(length) <= largest) [hash, size] = [name, Number(length)];
    else skip = Number(length) + 1;
    return true;
  }

  return bytes => {
    open = open.length === 0 ? bytes : Buffer.concat([open, bytes]);
    while (open.length > 0 && step());
  };
}

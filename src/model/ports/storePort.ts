/** Bytes that can be made again: a face's cache. Names are ours: lower-case letters, digits, `-` and `.`. */
export interface StorePort {
  /** null when there is nothing by that name. Rejects when it cannot be read. What is there may be damaged: the reader checks. */
  read(name: string): Promise<Uint8Array | null>;
  /**
   * Puts bytes, given in pieces, in the place of what was there: whoever reads meanwhile gets the old or the new ones, never a mixture. Of
   * two writers the last one wins.
   */
  write(name: string, pieces: readonly Uint8Array[]): Promise<void>;
  /** Does nothing when there is nothing by that name. */
  remove(name: string): Promise<void>;
}

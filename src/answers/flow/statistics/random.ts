const FNV_OFFSET = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;
/** 6364136223846793005 in pieces of 32 and 16 bits. */
const HIGH = 0x5851f42d;
const LOW = 0x4c957f2d;
const LOW_HIGH = 0x4c95;
const LOW_LOW = 0x7f2d;

/**
 * Numbers in [0, 1), the same ones for the same text: PCG32 seeded by the text's FNV-1a hash. Name the window and the
 * metric in the text, so that an answer does not change from one look to the next.
 */
export function createRandom(seed: string): () => number {
  let hash = FNV_OFFSET;
  for (const unit of seed) hash = BigInt.asUintN(64, (hash ^ BigInt(unit.codePointAt(0) ?? 0)) * FNV_PRIME);
  const next = pcg32(hash, 54n);
  return () => next() / 0x1_0000_0000;
}

/** Whole numbers of 32 bits: PCG-XSH-RR 64/32 (O'Neill 2014, pcg-random.org). `seed` and `stream` are taken modulo 2^64. */
export function pcg32(seed: bigint, stream: bigint): () => number {
  const [addHigh, addLow] = halves((stream << 1n) | 1n);
  // The state is 0 at first; a step, the seed and another step begin the sequence. The first step leaves what is added.
  const [first, second] = halves(((stream << 1n) | 1n) + seed);
  // The state's 64 bits are two halves in an array, as big integers and boxed numbers are many times slower.
  const state = Uint32Array.of(first, second);
  const next = (): number => {
    const high = state[0] ?? 0;
    const low = state[1] ?? 0;
    const lowHigh = low >>> 16;
    const lowLow = low & 0xffff;
    // The upper half of low * LOW, by its pieces.
    const cross = lowHigh * LOW_LOW + ((lowLow * LOW_LOW) >>> 16);
    const middle = lowLow * LOW_HIGH + (cross & 0xffff);
    const upper = lowHigh * LOW_HIGH + (cross >>> 16) + (middle >>> 16);
    const sum = (Math.imul(low, LOW) >>> 0) + addLow;
    state[0] = Math.imul(high, LOW) + Math.imul(low, HIGH) + upper + addHigh + (sum > 0xffff_ffff ? 1 : 0);
    state[1] = sum;
    const mixedHigh = high ^ (high >>> 18);
    const mixedLow = low ^ ((low >>> 18) | (high << 14));
    const mixed = (mixedLow >>> 27) | (mixedHigh << 5);
    const turn = high >>> 27;
    return ((mixed >>> turn) | (mixed << (-turn & 31))) >>> 0;
  };
  next();
  return next;
}

function halves(value: bigint): [high: number, low: number] {
  const whole = BigInt.asUintN(64, value);
  return [Number(whole >> 32n), Number(whole & 0xffff_ffffn)];
}

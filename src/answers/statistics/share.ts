import type { Share } from '../../model/flow/share.ts';

/** `count` of `of`, as a share from `least` on (and never of nothing). */
export function shareOf(count: number, of: number, least = 1): Share {
  return { count, of, share: of < Math.max(1, least) ? null : count / of };
}

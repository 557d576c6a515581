import type { KeyFigure } from '../../model/flow/figure.ts';
import type { Share } from '../../model/flow/share.ts';
import type { FigureContext } from './figure.ts';
import { valueLabel } from './units.ts';

/** "12 of 40 items (30 %)"; "3 of 4 epics" where a percentage would say more than there is. */
export function shareText({ count, of, share }: Share, things: string): string {
  return `${count} of ${of} ${things}${share === null ? '' : ` (${valueLabel(share, 'share')})`}`;
}

/** The start of a sentence: "30 % of 40 items", or "3 of 4 epics". */
export function shareOpening({ count, of, share }: Share, things: string): string {
  return share === null ? `${count} of ${of} ${things}` : `${valueLabel(share, 'share')} of ${of} ${things}`;
}

/** "1 of 40 items was", where all others are plural. */
export function isOne({ count, share }: Share): boolean {
  return share === null && count === 1;
}

/** A share as a key figure; `things` are counted, and `needs` of them make a percentage. */
export function shareFigure(
  id: string,
  label: string,
  share: Share | null,
  { things, needs }: { readonly things: string; readonly needs: number },
): KeyFigure {
  if (share === null) return { id, label, value: null, unit: 'share', n: 0, why: 'Hidden to protect people.' };
  const why =
    share.share !== null
      ? null
      : share.of === 0
        ? `No ${things}.`
        : `${share.count} of ${share.of}; a percentage needs ${needs} ${things}.`;
  return { id, label, value: share.share, unit: 'share', n: share.of, why };
}

/** "2 % to 9 %". */
export function intervalText({ low, high }: { readonly low: number; readonly high: number }): string {
  return `${valueLabel(low, 'share')} to ${valueLabel(high, 'share')}`;
}

/** "in these 26 weeks". */
export function inWindow({ window }: FigureContext): string {
  return `in these ${window.weeks} weeks`;
}

/** "Debt", "Debt and Risk", "Debt, Risk and Other". */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** What stands in a note column where people are protected. */
export const HIDDEN_NOTE = 'hidden to protect people';

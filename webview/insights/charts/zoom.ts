import type { Span } from './geometry.ts';

const closest = 7 * 86_400;
const step = 2;
const panShare = 0.25;

/** What is shown after a key; null when the key changes nothing. `around`: the moment that stays in place, if any. */
export function zoomByKey(key: string, shift: boolean, shown: Span, all: Span, around: number | null): Span | null {
  const length = shown.to - shown.from;
  switch (key) {
    case '+':
    case '=':
      return scaled(shown, all, around, length / step);
    case '-':
      return scaled(shown, all, around, length * step);
    case '0':
      return all;
    case 'ArrowLeft':
      return shift ? within(shown.from - length * panShare, length, all) : null;
    case 'ArrowRight':
      return shift ? within(shown.from + length * panShare, length, all) : null;
    default:
      return null;
  }
}

/** What is shown after a stretch was dragged over; at least a week, and nothing outside of what there is. */
export function zoomTo(a: number, b: number, all: Span): Span {
  const length = Math.max(Math.abs(a - b), Math.min(closest, all.to - all.from));
  return within((a + b) / 2 - length / 2, length, all);
}

/** Whether a stretch leaves anything out. */
export function isZoomed(shown: Span, all: Span): boolean {
  return shown.from > all.from || shown.to < all.to;
}

function scaled(shown: Span, all: Span, around: number | null, wanted: number): Span {
  const length = Math.min(Math.max(wanted, Math.min(closest, all.to - all.from)), all.to - all.from);
  const middle = around ?? (shown.from + shown.to) / 2;
  const share = (middle - shown.from) / (shown.to - shown.from);
  return within(middle - share * length, length, all);
}

function within(from: number, length: number, all: Span): Span {
  const start = Math.min(Math.max(from, all.from), all.to - length);
  return { from: start, to: start + length };
}

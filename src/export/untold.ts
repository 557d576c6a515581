import type { Figure } from '../model/flow/figure.ts';

/** Figures that show nothing, by their reason: one line a reason says it once. */
export interface Untold {
  readonly titles: readonly string[];
  readonly reason: string;
}

/** What cannot be told, the reason that most figures share first. */
export function untold(figures: readonly Figure[]): Untold[] {
  const byReason = new Map<string, string[]>();
  for (const { title, withheld } of figures) {
    if (withheld === '') continue;
    const titles = byReason.get(withheld);
    if (titles === undefined) byReason.set(withheld, [title]);
    else titles.push(title);
  }
  return [...byReason]
    .map(([reason, titles]) => ({ titles, reason }))
    .sort((a, b) => b.titles.length - a.titles.length);
}

/** "Cycle time, Predictability: why they show nothing". */
export function untoldLine({ titles, reason }: Untold): string {
  return `${titles.join(', ')}: ${reason}`;
}

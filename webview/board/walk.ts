/**
 * The card that an arrow key leads to, by its path; null when it leads nowhere. Up and down stay in the column; left and right
 * go to the nearest column that has cards, to the card of the same height, or the last one.
 */
export function walkFrom(columns: readonly (readonly string[])[], current: string, key: string): string | null {
  const at = columns.findIndex(cards => cards.includes(current));
  const cards = columns[at];
  if (cards === undefined) return null;
  const row = cards.indexOf(current);
  switch (key) {
    case 'ArrowUp':
      return cards[row - 1] ?? null;
    case 'ArrowDown':
      return cards[row + 1] ?? null;
    case 'Home':
      return cards[0] ?? null;
    case 'End':
      return cards.at(-1) ?? null;
    case 'ArrowLeft':
      return inRow(columns.slice(0, at).findLast(hasCards), row);
    case 'ArrowRight':
      return inRow(columns.slice(at + 1).find(hasCards), row);
    default:
      return null;
  }
}

/**
 * The card to turn to when `gone` is no longer shown: the next one that stood below it and still is, else the one above; null
 * when its column has none left.
 */
export function cardInstead(
  before: readonly (readonly string[])[],
  now: readonly (readonly string[])[],
  gone: string,
): string | null {
  const cards = before.find(column => column.includes(gone)) ?? [];
  const row = cards.indexOf(gone);
  const shown = new Set(now.flat());
  const isShown = (card: string) => shown.has(card);
  return cards.slice(row + 1).find(isShown) ?? cards.slice(0, Math.max(0, row)).findLast(isShown) ?? null;
}

function hasCards(cards: readonly string[]): boolean {
  return cards.length > 0;
}

function inRow(cards: readonly string[] | undefined, row: number): string | null {
  return cards?.[Math.min(row, cards.length - 1)] ?? null;
}

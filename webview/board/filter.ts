import type { Card, Column } from '../../src/protocol/boardProtocol.ts';
import type { BoardFilter } from './viewState.ts';

/** A column with the cards that the filter lets through. */
export interface ShownColumn extends Column {
  /** Cards with those that the filter holds back. */
  readonly total: number;
}

/** The columns that are looked at. Stopped epics are folded away unless they are asked for. */
export function filtered(columns: readonly Column[], filter: BoardFilter, showStopped: boolean): ShownColumn[] {
  const fits = fitting(filter);
  return columns
    .filter(({ stage }) => showStopped || stage !== 'stopped')
    .map(column => ({ ...column, cards: column.cards.filter(fits), total: column.cards.length }));
}

/** True when the filter may hold something back. */
export function isFiltering({ serves, type, text }: BoardFilter): boolean {
  return serves !== null || type !== null || text.trim() !== '';
}

function fitting({ serves, type, text }: BoardFilter): (card: Card) => boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return card => {
    const about = [card.key, card.title, card.outcome, card.keyResultLabel].join('\n').toLowerCase();
    return (
      doesServe(card, serves) && (type === null || card.type === type) && words.every(word => about.includes(word))
    );
  };
}

function doesServe(card: Card, serves: BoardFilter['serves']): boolean {
  switch (serves?.kind) {
    case undefined:
      return true;
    case 'objective':
      return card.objective === serves.id;
    case 'keyResult':
      return card.keyResult === serves.id;
    case 'nothing':
      return card.keyResult === null;
  }
}

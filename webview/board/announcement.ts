import type { BoardState } from '../../src/protocol/boardProtocol.ts';
import { filtered, isFiltering } from './filter.ts';
import type { BoardView } from './viewState.ts';

/** What a screen reader hears when the board turns to something else; '' while nothing is worth a word. */
export function announcement(state: BoardState, { filter, showStopped }: BoardView): string {
  switch (state.kind) {
    case 'loading':
      return '';
    case 'message':
      return state.title;
    case 'board': {
      const columns = filtered(state.columns, filter, showStopped);
      const shown = columns.reduce((sum, { cards }) => sum + cards.length, 0);
      const total = columns.reduce((sum, column) => sum + column.total, 0);
      const of = isFiltering(filter) ? `${shown} of ${total}` : String(total);
      return `${of} ${total === 1 ? 'epic' : 'epics'} shown`;
    }
  }
}

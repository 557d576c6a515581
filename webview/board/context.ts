import type { RunAction } from '../shared/runAction.ts';
import type { Stage } from './moves.ts';
import type { BoardView } from './viewState.ts';

/** What the parts of the page need besides the state. */
export interface BoardContext {
  readonly view: BoardView;
  /** Path of the card that Tab leads to. */
  readonly current: string | null;
  /** Path of the card whose menu is open. */
  readonly menu: string | null;
  readonly change: (change: Partial<BoardView>) => void;
  readonly openMenu: (card: string | null) => void;
  readonly move: (card: string, to: Stage) => void;
  readonly undo: () => void;
  /** Clears what the page says about the last move. */
  readonly dismiss: () => void;
  readonly run: RunAction;
}

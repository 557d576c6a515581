import type { BoardView } from './viewState.ts';

const quietMs = 150;

interface KeptScroll {
  /** Scrolls to where the person was, once: when there is a board to scroll. */
  restore(): void;
}

/** Keeps where the board, or in a narrow window the page, was scrolled to. */
export function keepBoardScroll(kept: BoardView['scroll'], save: (scroll: BoardView['scroll']) => void): KeptScroll {
  let pending = kept.left > 0 || kept.top > 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const board = () => document.querySelector('.columns');
  const note = () => {
    const { scrollLeft = 0, scrollTop = 0 } = board() ?? {};
    save({ left: Math.round(scrollLeft), top: Math.round(scrollTop > 0 ? scrollTop : scrollY) });
  };
  addEventListener(
    'scroll',
    () => {
      clearTimeout(timer);
      timer = setTimeout(note, quietMs);
    },
    { passive: true, capture: true },
  );
  return {
    restore: () => {
      const columns = board();
      if (!pending || columns === null) return;
      columns.scrollTo({ ...kept, behavior: 'instant' });
      if (columns.scrollTop === 0) scrollTo({ top: kept.top, behavior: 'instant' });
      pending = false;
    },
  };
}

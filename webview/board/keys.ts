import { cardId } from './cardView.ts';
import { walkFrom } from './walk.ts';

interface KeyOptions {
  readonly surface: HTMLElement;
  /** Paths of the cards that are shown, column by column. */
  readonly columns: () => readonly (readonly string[])[];
  readonly open: (card: string) => void;
  readonly moveBeside: (card: string, step: 1 | -1) => void;
  /** False when there is nothing to take back. */
  readonly undo: () => boolean;
}

/**
 * The board by keyboard. Keys that mean something here go no further: VS Code would take Alt with an arrow for a way back in
 * its own history, and Ctrl+Z for its editor.
 */
export function enableKeys({ surface, columns, open, moveBeside, undo }: KeyOptions): void {
  surface.addEventListener('keydown', event => {
    if (event.defaultPrevented || !(event.target instanceof Element)) return;
    if (meant(event, event.target)) {
      event.preventDefault();
      event.stopPropagation();
    }
  });

  function meant(event: KeyboardEvent, target: Element): boolean {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
    if (isUndo) return target.matches('input') ? false : undo();
    const card = target.closest<HTMLElement>('.card');
    const path = card?.dataset['path'];
    if (card === null || path === undefined || target.closest('.menu') !== null) return false;
    if (event.ctrlKey || event.metaKey || event.shiftKey) return false;
    if (event.altKey) return moves(event.key, path);
    return target === card && acts(event.key, path) ? true : walks(event.key, path);
  }

  function moves(key: string, path: string): boolean {
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return false;
    moveBeside(path, key === 'ArrowRight' ? 1 : -1);
    return true;
  }

  function acts(key: string, path: string): boolean {
    if (key === 'Enter') open(path);
    else if (key === ' ') document.getElementById(`${cardId(path)}-menu`)?.click();
    else return false;
    return true;
  }

  function walks(key: string, path: string): boolean {
    const next = walkFrom(columns(), path, key);
    if (next !== null) document.getElementById(cardId(next))?.focus();
    // At the end of a column the page stays where it is.
    return next !== null || /^(?:Arrow|Home|End)/.test(key);
  }
}

/** Pixels that a pointer moves before it drags: less is a click. */
const THRESHOLD = 5;
/** Near an edge of the board, in pixels, it scrolls, by so much a frame. */
const EDGE = 40;
const STEP = 12;

export interface DragOptions {
  /** Where cards and columns are. It outlives every card, so it holds the pointer. */
  readonly surface: HTMLElement;
  /** Asked when a card begins to be dragged; one that says no stays where it is. */
  readonly mayMove: (card: string) => boolean;
  readonly drop: (card: string, stage: string) => void;
}

interface Drag {
  readonly pointer: number;
  readonly card: HTMLElement;
  readonly path: string;
  readonly start: { readonly x: number; readonly y: number };
  readonly offset: { readonly x: number; readonly y: number };
  ghost: HTMLElement | null;
  over: HTMLElement | null;
  at: { readonly x: number; readonly y: number };
}

/**
 * Lets cards be dragged to another column with a mouse or a pen; touch scrolls, and has the menu. Pointer events rather than
 * the browser's own dragging: VS Code takes that for a file on its way to an editor.
 */
export function enableDragging({ surface, mayMove, drop }: DragOptions): void {
  let drag: Drag | null = null;

  surface.addEventListener('pointerdown', event => {
    const card = cardAt(event);
    if (card === null || event.button !== 0 || event.pointerType === 'touch' || drag !== null) return;
    const box = card.getBoundingClientRect();
    const at = { x: event.clientX, y: event.clientY };
    const offset = { x: at.x - box.left, y: at.y - box.top };
    drag = {
      pointer: event.pointerId,
      card,
      path: card.dataset['path'] ?? '',
      start: at,
      offset,
      ghost: null,
      over: null,
      at,
    };
  });
  surface.addEventListener('pointermove', event => {
    if (drag === null || event.pointerId !== drag.pointer) return;
    drag.at = { x: event.clientX, y: event.clientY };
    if (drag.ghost === null && !begin(drag)) return;
    follow(drag);
  });
  surface.addEventListener('pointerup', event => {
    if (drag === null || event.pointerId !== drag.pointer) return;
    const { ghost, over, path } = drag;
    const stage = over?.dataset['stage'];
    end();
    if (ghost === null) return;
    // The click that follows was the end of a drag.
    addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => removeEventListener('click', swallow, { capture: true }));
    if (stage !== undefined) drop(path, stage);
  });
  for (const lost of ['pointercancel', 'lostpointercapture'] as const) surface.addEventListener(lost, end);
  addEventListener('blur', end);
  addEventListener(
    'keydown',
    event => {
      if (event.key !== 'Escape' || drag?.ghost == null) return;
      event.preventDefault();
      event.stopPropagation();
      end();
    },
    { capture: true },
  );

  /** False while the pointer has hardly moved, or when the card stays. */
  function begin(started: Drag): boolean {
    const { card, path, start, at, pointer } = started;
    if (Math.hypot(at.x - start.x, at.y - start.y) < THRESHOLD) return false;
    if (!mayMove(path)) {
      drag = null;
      return false;
    }
    surface.setPointerCapture(pointer);
    getSelection()?.removeAllRanges();
    const ghost = card.cloneNode(true) as HTMLElement;
    for (const named of [ghost, ...ghost.querySelectorAll('[id]')]) named.removeAttribute('id');
    ghost.className = 'card ghost';
    ghost.setAttribute('aria-hidden', 'true');
    ghost.style.width = `${card.getBoundingClientRect().width}px`;
    document.body.append(ghost);
    started.ghost = ghost;
    document.body.dataset['dragging'] = 'true';
    card.dataset['lifted'] = 'true';
    requestAnimationFrame(scrollAtEdge);
    return true;
  }

  function follow({ ghost, at, offset }: Drag): void {
    if (ghost !== null) ghost.style.transform = `translate(${at.x - offset.x}px, ${at.y - offset.y}px)`;
    point();
  }

  /** Marks the column under the pointer. */
  function point(): void {
    if (drag === null) return;
    const found = document.elementFromPoint(drag.at.x, drag.at.y)?.closest<HTMLElement>('.column[data-stage]') ?? null;
    const over = found?.contains(drag.card) === true ? null : found;
    if (over === drag.over) return;
    if (drag.over !== null) delete drag.over.dataset['over'];
    if (over !== null) over.dataset['over'] = 'true';
    drag.over = over;
  }

  function scrollAtEdge(): void {
    if (drag?.ghost == null) return;
    const columns = document.querySelector('.columns');
    const { x, y } = drag.at;
    columns?.scrollBy({ left: towards(x, innerWidth), top: towards(y, innerHeight), behavior: 'instant' });
    scrollBy({ top: towards(y, innerHeight), behavior: 'instant' });
    point();
    requestAnimationFrame(scrollAtEdge);
  }

  function end(): void {
    if (drag === null) return;
    const { ghost, card, over, pointer } = drag;
    drag = null;
    ghost?.remove();
    delete card.dataset['lifted'];
    if (over !== null) delete over.dataset['over'];
    delete document.body.dataset['dragging'];
    if (surface.hasPointerCapture(pointer)) surface.releasePointerCapture(pointer);
  }
}

/** A card is taken anywhere but at its menu, which is for clicks. */
function cardAt({ target }: Event): HTMLElement | null {
  if (!(target instanceof Element) || target.closest('.menu-place') !== null) return null;
  return target.closest<HTMLElement>('.card');
}

function towards(at: number, size: number): number {
  if (at < EDGE) return -STEP;
  return at > size - EDGE ? STEP : 0;
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

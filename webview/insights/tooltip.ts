import type { Mark } from './charts/geometry.ts';
import type { Place } from './charts/nearestPlace.ts';

interface Tooltip {
  /** `spoken`: the person came by keyboard, so a screen reader says it. */
  show(mark: Mark, spoken: boolean): void;
  hide(): void;
  /** Says something else about the chart. */
  say(sentence: string): void;
}

const distance = 12;
const ringSize = 14;
const outset = 2;

/** The ring around a dot, or the outline of a bar, and the box beside it, drawn over the chart in `parent`. */
export function createTooltip(parent: HTMLElement): Tooltip {
  const ring = append(parent, 'chart-ring');
  const box = append(parent, 'chart-tooltip');
  const live = append(parent, 'visually-hidden');
  live.setAttribute('role', 'status');
  ring.hidden = box.hidden = true;
  return {
    show: (mark, spoken) => {
      const lines = [mark.title, ...mark.lines].filter(line => line !== '');
      box.replaceChildren(...lines.map(lineElement));
      ring.hidden = box.hidden = false;
      placeRing(ring, mark);
      const { x, y } = beside(mark, box.offsetWidth, box.offsetHeight, parent.clientWidth);
      box.style.translate = `${x}px ${y}px`;
      if (spoken) live.textContent = lines.join(', ');
    },
    hide: () => {
      ring.hidden = box.hidden = true;
      live.textContent = '';
    },
    say: sentence => (live.textContent = sentence),
  };
}

function placeRing(ring: HTMLElement, { x, y, box }: Mark): void {
  const half = ringSize / 2;
  const around = box ?? {
    left: x - half + outset,
    right: x + half - outset,
    top: y - half + outset,
    bottom: y + half - outset,
  };
  ring.dataset['shape'] = box === null ? 'ring' : 'outline';
  ring.style.translate = `${around.left - outset}px ${around.top - outset}px`;
  ring.style.width = `${around.right - around.left + 2 * outset}px`;
  ring.style.height = `${around.bottom - around.top + 2 * outset}px`;
}

/** Right of the place where there is room, else left of it; above it where there is room, else below. */
function beside(place: Place, width: number, height: number, room: number): Place {
  const right = place.x + distance;
  const x = right + width <= room ? right : Math.max(0, place.x - distance - width);
  const above = place.y - distance - height;
  return { x, y: above >= 0 ? above : place.y + distance };
}

function append(parent: HTMLElement, className: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  parent.append(element);
  return element;
}

function lineElement(text: string): HTMLElement {
  const line = document.createElement('div');
  line.textContent = text;
  return line;
}

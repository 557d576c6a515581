import type { PointView } from '../../src/protocol/insightsProtocol.ts';
import type { Place } from './charts/nearestPlace.ts';
import { formatDays, SECONDS_PER_DAY } from './duration.ts';

interface Tooltip {
  /** `spoken`: the person came by keyboard, so a screen reader says it. */
  show(point: PointView, place: Place, spoken: boolean): void;
  hide(): void;
}

const distance = 12;

/** The ring around a dot and the box beside it, drawn over the chart in `parent`. */
export function createTooltip(parent: HTMLElement): Tooltip {
  const ring = append(parent, 'chart-ring');
  const box = append(parent, 'chart-tooltip');
  const live = append(parent, 'visually-hidden');
  live.setAttribute('role', 'status');
  ring.hidden = box.hidden = true;
  return {
    show: (point, place, spoken) => {
      const lines = describe(point);
      box.replaceChildren(...lines.map(lineElement));
      ring.hidden = box.hidden = false;
      ring.style.translate = `${place.x}px ${place.y}px`;
      const { x, y } = beside(place, box.offsetWidth, box.offsetHeight, parent.clientWidth);
      box.style.translate = `${x}px ${y}px`;
      if (spoken) live.textContent = lines.join(', ');
    },
    hide: () => {
      ring.hidden = box.hidden = true;
      live.textContent = '';
    },
  };
}

function describe(point: PointView): string[] {
  const commits = point.commits === 1 ? '1 commit' : `${point.commits} commits`;
  return [
    point.label,
    `${formatDays(point.seconds / SECONDS_PER_DAY)}, finished ${point.finished}`,
    `${commits}, started ${point.started}`,
    point.how,
  ].filter(line => line !== '');
}

/** Right of the dot where there is room, else left of it; above it where there is room, else below. */
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

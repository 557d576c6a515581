import type { Drawing } from './charts/drawing.ts';
import { zoomTo } from './charts/zoom.ts';
import type { Span } from './charts/geometry.ts';

/** Below this a drag is a click with an unsteady hand. */
const leastDrag = 8;

/** Lets a person drag over a stretch of a time axis. */
export interface Brush {
  readonly active: boolean;
  stop(): void;
}

export function addBrush(element: HTMLElement, drawing: () => Drawing | null, done: (span: Span) => void): Brush {
  const shade = document.createElement('div');
  shade.className = 'chart-brush';
  shade.hidden = true;
  element.append(shade);
  let start: number | null = null;
  let end = 0;

  const xOf = (event: PointerEvent, time: NonNullable<Drawing['time']>) => {
    const x = event.clientX - element.getBoundingClientRect().left;
    return Math.min(Math.max(x, time.area.left), time.area.right);
  };
  const stop = () => {
    start = null;
    shade.hidden = true;
  };

  element.addEventListener('pointerdown', event => {
    const time = drawing()?.time;
    if (time == null || event.button !== 0 || event.pointerType === 'touch') return;
    start = end = xOf(event, time);
    element.setPointerCapture(event.pointerId);
  });
  element.addEventListener('pointermove', event => {
    const time = drawing()?.time;
    if (time == null || start === null) return;
    end = xOf(event, time);
    shade.hidden = Math.abs(end - start) < leastDrag;
    shade.style.translate = `${Math.min(start, end)}px ${time.area.top}px`;
    shade.style.width = `${Math.abs(end - start)}px`;
    shade.style.height = `${time.area.bottom - time.area.top}px`;
  });
  element.addEventListener('pointerup', () => {
    const time = drawing()?.time;
    if (time != null && start !== null && Math.abs(end - start) >= leastDrag) {
      const { area, shown, all } = time;
      const at = (x: number) => {
        return shown.from + ((x - area.left) / (area.right - area.left)) * (shown.to - shown.from);
      };
      done(zoomTo(at(start), at(end), all));
    }
    stop();
  });
  element.addEventListener('pointercancel', stop);
  return {
    get active() {
      return !shade.hidden;
    },
    stop,
  };
}

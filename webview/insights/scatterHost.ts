import type { ShownState } from '../../src/protocol/insightsProtocol.ts';
import type { ScaleKind } from './charts/durationScale.ts';
import { nearestPlace, type Place } from './charts/nearestPlace.ts';
import type { Scatter } from './charts/scatter.ts';
import { walkOrder, type WalkOrder } from './charts/walkOrder.ts';
import { createTooltip } from './tooltip.ts';

/** The chart's place on the page. It lives outside what is rendered again, and draws only when its data change. */
export interface ScatterHost {
  readonly element: HTMLElement;
  show(state: ShownState, scale: ScaleKind): void;
}

const pointerReach = 24;
const heightFor = (width: number) => Math.round(Math.min(420, Math.max(260, width * 0.45)));

export function createScatterHost(): ScatterHost {
  const element = document.createElement('div');
  element.className = 'chart';
  element.tabIndex = 0;
  element.setAttribute('role', 'application');
  element.setAttribute('aria-roledescription', 'scatterplot');
  const tooltip = createTooltip(element);

  let state: ShownState | null = null;
  let scale: ScaleKind = 'log';
  let drawn: Scatter | null = null;
  let walk: WalkOrder | null = null;
  let selected: number | null = null;
  let width = 0;

  const select = (index: number | null, spoken: boolean) => {
    selected = index;
    const point = index === null ? undefined : state?.cycleTime.points[index];
    const place: Place | undefined = index === null ? undefined : drawn?.places[index];
    if (point === undefined || place === undefined) tooltip.hide();
    else tooltip.show(point, place, spoken);
  };

  const draw = async () => {
    if (state === null || width === 0) return;
    const { drawScatter } = await import('./charts/scatter.ts');
    const { cycleTime, fromAt, toAt } = state;
    const next = drawScatter({ ...cycleTime, fromAt, toAt }, { width, height: heightFor(width), scale });
    if (drawn === null) element.prepend(next.element);
    else drawn.element.replaceWith(next.element);
    drawn = next;
    select(selected, false);
  };

  new ResizeObserver(entries => {
    const next = Math.floor(entries[0]?.contentRect.width ?? 0);
    if (next === width || next === 0) return;
    width = next;
    void draw();
  }).observe(element);

  element.addEventListener('pointermove', event => {
    if (drawn === null) return;
    const box = drawn.element.getBoundingClientRect();
    const pointer = { x: event.clientX - box.left, y: event.clientY - box.top };
    select(nearestPlace(drawn.places, pointer, pointerReach), false);
  });
  element.addEventListener('pointerleave', () => select(null, false));
  element.addEventListener('blur', () => select(null, false));
  element.addEventListener('keydown', event => {
    const next = event.ctrlKey || event.metaKey || event.altKey ? null : (walk?.next(selected, event.key) ?? null);
    if (next === null) return;
    event.preventDefault();
    select(next, true);
  });
  // A tooltip under the pointer must go on Escape too, wherever the focus is.
  addEventListener('keydown', event => {
    if (event.key === 'Escape') select(null, false);
  });

  return {
    element,
    show: (next, nextScale) => {
      if (next === state && nextScale === scale) return;
      if (next !== state) {
        selected = null;
        walk = walkOrder(next.cycleTime.points);
        element.setAttribute('aria-label', chartLabel(next));
      }
      state = next;
      scale = nextScale;
      void draw();
    },
  };
}

function chartLabel({ cycleTime, windowLabel }: ShownState): string {
  const sentences = cycleTime.percentiles.map(({ sentence }) => sentence).join('; ');
  return (
    `${cycleTime.points.length} finished items, ${windowLabel}. ${sentences}. ` +
    'Left and right arrow move in time, up and down by duration, Escape leaves. A table follows.'
  );
}

import type { Chart, Figure } from '../../src/model/flow/figure.ts';
import { addBrush } from './brush.ts';
import { chartLabel, chartName } from './chartLabel.ts';
import type { Drawing } from './charts/drawing.ts';
import type { Span } from './charts/geometry.ts';
import type { ScaleKind } from './charts/durationScale.ts';
import { pointed } from './charts/pointed.ts';
import { dayOf, dayText } from './charts/time.ts';
import { gridWalk, walkOrder, type WalkOrder } from './charts/walkOrder.ts';
import { isZoomed, zoomByKey } from './charts/zoom.ts';
import { createTooltip } from './tooltip.ts';

/** What a chart shows, and how. */
export interface ChartView {
  readonly figure: Figure;
  readonly scale: ScaleKind;
  readonly zoom: Span | null;
}

/** A chart's place on the page. It lives outside what is rendered again, and draws only when there is something new to see. */
export interface ChartHost {
  readonly element: HTMLElement;
  show(view: ChartView): void;
  dispose(): void;
}

interface ChartActions {
  /** null: all of it. */
  readonly zoom: (figure: string, span: Span | null) => void;
  /** The person asks what is behind a mark. */
  readonly open: (mark: string) => void;
}

/** Charts this far below the window are drawn already. */
const ahead = '500px';

export function createChartHost({ zoom, open }: ChartActions): ChartHost {
  const element = document.createElement('div');
  element.className = 'chart';
  element.tabIndex = 0;
  element.setAttribute('role', 'application');
  const tooltip = createTooltip(element);

  let view: ChartView | null = null;
  let drawn: Drawing | null = null;
  /** What `drawn` shows, to tell whether it is still right. */
  let drawnView: ChartView | null = null;
  let drawnWidth = 0;
  let walk: WalkOrder | null = null;
  let selected: string | null = null;
  let width = 0;
  let near = false;

  const select = (index: number | null, spoken: boolean) => {
    const mark = index === null ? undefined : drawn?.marks[index];
    selected = mark?.id ?? null;
    if (mark === undefined) tooltip.hide();
    else tooltip.show(mark, spoken);
  };
  const selectedIndex = () => {
    const index = selected === null ? -1 : (drawn?.marks.findIndex(mark => mark.id === selected) ?? -1);
    return index < 0 ? null : index;
  };
  const setZoom = (span: Span) => {
    if (view === null || drawn?.time == null) return;
    zoom(view.figure.id, isZoomed(span, drawn.time.all) ? span : null);
  };
  const brush = addBrush(element, () => drawn, setZoom);

  const draw = async () => {
    if (view === null || width === 0 || !near || (view === drawnView && width === drawnWidth)) return;
    const { drawChart } = await import('./charts/draw.ts');
    // While the chunk was loading, there may have come something else to show.
    if (view.figure.chart === null || (view === drawnView && width === drawnWidth)) return;
    const next = drawChart(besideNotes(view.figure.chart), {
      document,
      width,
      id: `chart-${view.figure.id}`,
      scale: view.scale,
      zoom: view.zoom,
    });
    if (drawn === null) element.prepend(next.element);
    else drawn.element.replaceWith(next.element);
    element.style.minHeight = `${next.height}px`;
    const zoomChanged = drawnView !== null && drawnView.zoom !== view.zoom;
    drawn = next;
    drawnView = view;
    drawnWidth = width;
    walk = next.rows === null ? walkOrder(next.marks) : gridWalk(next.marks.length, next.rows);
    select(selectedIndex(), false);
    if (zoomChanged && element.matches(':focus')) tooltip.say(zoomSentence(next));
  };

  const sizes = new ResizeObserver(entries => {
    const next = Math.floor(entries[0]?.contentRect.width ?? 0);
    if (next === 0) return;
    width = next;
    void draw();
  });
  const sights = new IntersectionObserver(
    entries => {
      near = entries.at(-1)?.isIntersecting ?? false;
      void draw();
    },
    { root: document, rootMargin: `${ahead} 0px` },
  );
  sizes.observe(element);
  sights.observe(element);

  element.addEventListener('pointermove', event => {
    if (drawn === null || brush.active) {
      select(null, false);
      return;
    }
    const box = drawn.element.getBoundingClientRect();
    select(pointed(drawn.marks, { x: event.clientX - box.left, y: event.clientY - box.top }), false);
  });
  element.addEventListener('pointerleave', () => select(null, false));
  element.addEventListener('blur', () => select(null, false));
  element.addEventListener('dblclick', () => {
    if (drawn?.time != null) setZoom(drawn.time.all);
    else if (selected !== null) open(selected);
  });
  element.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const time = drawn?.time;
    const around = drawn?.marks[selectedIndex() ?? -1]?.along ?? null;
    const span = time == null ? null : zoomByKey(event.key, event.shiftKey, time.shown, time.all, around);
    const next = event.shiftKey ? null : (walk?.next(selectedIndex(), event.key) ?? null);
    if (span !== null) setZoom(span);
    else if (next !== null) select(next, true);
    else if (event.key === 'Enter' && selected !== null) open(selected);
    else return;
    event.preventDefault();
  });
  // A tooltip under the pointer must go on Escape too, wherever the focus is.
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    brush.stop();
    select(null, false);
  };
  addEventListener('keydown', leave);

  return {
    element,
    show: next => {
      const same = view?.figure === next.figure;
      if (same && view?.scale === next.scale && view.zoom === next.zoom) return;
      view = next;
      if (!same && next.figure.chart !== null) {
        element.setAttribute('aria-roledescription', chartName(next.figure.chart));
        element.setAttribute('aria-label', chartLabel(next.figure));
      }
      void draw();
    },
    dispose: () => {
      sizes.disconnect();
      sights.disconnect();
      removeEventListener('keydown', leave);
    },
  };
}

/** The page writes under the picture where work waits on others; a picture that is saved says it itself. */
function besideNotes(chart: Chart): Chart {
  return chart.kind === 'map' ? { ...chart, outside: [] } : chart;
}

function zoomSentence({ time, marks }: Drawing): string {
  if (time === null) return '';
  return `${dayText(dayOf(time.shown.from))} to ${dayText(dayOf(time.shown.to))}, ${marks.length} points`;
}

import type { ShownState } from '../../src/protocol/insightsProtocol.ts';
import { createChartHost, type ChartHost, type ChartView } from './chartHost.ts';
import type { Span } from './charts/geometry.ts';

/** The charts of the page, one for each figure that has one. */
export interface ChartHosts {
  /** The chart's element; draws what is asked for when it comes into sight. */
  show(view: ChartView): Element;
  /** Lets go of charts whose figures are gone. */
  keepOnly(figures: ShownState['figures']): void;
}

export function createChartHosts(actions: {
  readonly zoom: (figure: string, span: Span | null) => void;
  readonly open: (mark: string) => void;
}): ChartHosts {
  const hosts = new Map<string, ChartHost>();
  return {
    show: view => {
      const host = hosts.get(view.figure.id) ?? createChartHost(actions);
      hosts.set(view.figure.id, host);
      host.show(view);
      return host.element;
    },
    keepOnly: figures => {
      const kept = new Set(figures.map(({ id }) => id));
      for (const [id, host] of hosts) {
        if (kept.has(id)) continue;
        host.dispose();
        hosts.delete(id);
      }
    },
  };
}

import type { Figure, FigureGroup, Marker } from '../../model/flow/figure.ts';
import type { FlowWindow } from '../../model/flow/flow.ts';

/** What all figures of one answer share. */
export interface FigureContext {
  readonly window: FlowWindow;
  /** IANA name; the zone of every day that is written. */
  readonly timeZone: string;
  /** The window's interventions and tries, to be drawn into series. */
  readonly markers: readonly Marker[];
  readonly use: 'view' | 'export';
}

export const FIGURE_GROUP_TITLES: Readonly<Record<FigureGroup, string>> = {
  speed: 'Speed',
  effectiveness: 'Effectiveness',
  quality: 'Quality',
  impact: 'Impact',
  past: 'Against its own past',
};

/** A figure of which only these parts are known: it has nothing to draw and nothing to say beside them. */
export function createFigure(parts: Pick<Figure, 'id' | 'group' | 'title'> & Partial<Figure>): Figure {
  return {
    headline: '',
    proxy: '',
    withheld: '',
    values: [],
    chart: null,
    table: null,
    notes: [],
    method: [],
    prompt: '',
    focus: null,
    ...parts,
  };
}

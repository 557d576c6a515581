import type { ScaleKind } from './durationScale.ts';
import type { Box, Mark, Span } from './geometry.ts';

/** What a chart is drawn on. */
export interface Paper {
  readonly document: Document;
  readonly width: number;
  /** Begins the ids inside the picture, which must differ from those of every other picture on the page. */
  readonly id: string;
  readonly scale: ScaleKind;
  /** The stretch of time that is looked at; null for all. */
  readonly zoom: Span | null;
}

/** A drawn chart and what stands where in it, in pixels of the element. */
export interface Drawing {
  readonly element: SVGElement;
  readonly marks: readonly Mark[];
  readonly height: number;
  /** In a chart over time: where the time axis runs, what it shows, and what there is at most. */
  readonly time: { readonly area: Box; readonly shown: Span; readonly all: Span } | null;
  /** How many marks stand above each other, where marks form a grid (column after column); null otherwise. */
  readonly rows: number | null;
}

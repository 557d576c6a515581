import type { MapChart } from '../../../src/model/flow/figure.ts';
import type { Box } from './geometry.ts';

export type MapBox = MapChart['boxes'][number];
export type MapArrow = MapChart['arrows'][number];

interface PlacedBox {
  readonly box: MapBox;
  readonly place: Box;
}

interface PlacedArrow {
  readonly arrow: MapArrow;
  readonly place: Box;
}

export interface MapLayout {
  /** Boxes stand side by side; else below each other. */
  readonly across: boolean;
  readonly boxes: readonly PlacedBox[];
  /** Waiting between neighbours. */
  readonly arrows: readonly PlacedArrow[];
  /** Ways that do not lead to the next box: back, or past one. */
  readonly others: readonly MapArrow[];
  readonly bottom: number;
}

const leastBox = 92;
const mostBox = 150;
const arrowShare = 0.9;
const boxHeight = 76;
const rowHeight = 44;
const arrowHeight = 46;
const widestColumn = 420;

/** Places the boxes of a value stream from left to right where there is room, else from top to bottom. */
export function mapLayout({ boxes, arrows }: MapChart, width: number, top: number): MapLayout {
  const count = Math.max(1, boxes.length);
  const wide = Math.min(mostBox, (width - 2) / (count + (count - 1) * arrowShare));
  const across = wide >= leastBox;
  const gap = across && count > 1 ? Math.min(wide * 1.4, (width - 2 - wide * count) / (count - 1)) : 0;
  const placeOf = (index: number): Box => {
    if (across) {
      const left = 1 + index * (wide + gap);
      return { left, right: left + wide, top, bottom: top + boxHeight };
    }
    const start = top + index * (rowHeight + arrowHeight);
    return { left: 1, right: Math.min(width - 1, widestColumn), top: start, bottom: start + rowHeight };
  };
  const placed = boxes.map((box, index) => ({ box, place: placeOf(index) }));
  const between = placed.slice(1).map((next, index) => ({ from: placed[index] ?? next, to: next }));
  const direct = between.flatMap(({ from, to }) => {
    return arrows
      .filter(arrow => arrow.from === from.box.id && arrow.to === to.box.id)
      .slice(0, 1)
      .map(arrow => ({
        arrow,
        place: across
          ? { left: from.place.right, right: to.place.left, top, bottom: top + boxHeight }
          : { left: 1, right: to.place.right, top: from.place.bottom, bottom: to.place.top },
      }));
  });
  const drawn = new Set(direct.map(({ arrow }) => arrow));
  return {
    across,
    boxes: placed,
    arrows: direct,
    others: arrows.filter(arrow => !drawn.has(arrow)),
    bottom: placed.at(-1)?.place.bottom ?? top,
  };
}

import type { MapChart } from '../../../src/model/flow/figure.ts';
import { shortValue } from '../units.ts';
import type { Drawing, Paper } from './drawing.ts';
import type { Box, Mark } from './geometry.ts';
import { partFills } from './fills.ts';
import { blankPicture } from './frame.ts';
import { legendEntry } from './legend.ts';
import { legendFlow } from './legendFlow.ts';
import { mapLayout, type MapArrow, type MapBox } from './mapLayout.ts';
import { acrossArrow, acrossBox, downArrow, downBox } from './mapShapes.ts';
import { svgElement } from './svg.ts';
import { dayText } from './time.ts';
import { wrapText } from './text.ts';

const top = 18;
const lineHeight = 18;
const stripHeight = 14;
const sides = ['Work', 'Waiting'];

/** The value stream: boxes hold work, arrows are waiting; below, the whole elapsed time to scale. */
export function drawMap(chart: MapChart, paper: Paper): Drawing {
  const { document, width } = paper;
  const layout = mapLayout(chart, width, top);
  const names = new Map(chart.boxes.map(box => [box.id, box.label]));
  const waits = [...layout.others.map(arrow => otherWay(arrow, names)), ...chart.outside.map(outsideText)].flatMap(
    text => wrapText(text, width).map((line, index) => (index === 0 ? line : `    ${line}`)),
  );
  const strip = stripParts(layout.boxes, layout.arrows);
  const stripTop = layout.bottom + (layout.across ? 34 : 26);
  const listTop = strip.length === 0 ? layout.bottom + 30 : stripTop + stripHeight + 40;
  const height = waits.length === 0 ? listTop - 8 : listTop + waits.length * lineHeight;

  const element = blankPicture(paper, height);
  for (const { box, place } of layout.boxes)
    element.append(...(layout.across ? acrossBox : downBox)(document, box, place, timeText(box)));
  for (const { arrow, place } of layout.arrows)
    element.append(...(layout.across ? acrossArrow : downArrow)(document, arrow, place, timeText(arrow)));
  if (strip.length > 0) element.append(...stripShapes(paper, strip, stripTop));
  waits.forEach((text, index) => {
    const y = listTop + index * lineHeight;
    element.append(svgElement(document, 'text', { x: 0, y, 'text-anchor': 'start' }, text));
  });
  const marks = [
    ...layout.boxes.map(({ box, place }, index) => markOf(box.id, box, place, index * 2, layout.across)),
    ...layout.arrows.map(({ arrow, place }) => {
      const step = chart.boxes.findIndex(box => box.id === arrow.from) * 2 + 1;
      return markOf(`${arrow.from}-${arrow.to}`, arrow, place, step, layout.across);
    }),
  ];
  return { element, height, marks, time: null, rows: null };
}

/** "2.3 d, 41 %". */
function timeText({ seconds, share }: MapBox | MapArrow): string {
  return [seconds === null ? '' : shortValue(seconds, 'seconds'), share === null ? '' : shortValue(share, 'share')]
    .filter(part => part !== '')
    .join(', ');
}

function markOf(id: string, part: MapBox | MapArrow, box: Box, step: number, across: boolean): Mark {
  const text = timeText(part);
  return {
    id,
    title: text === '' ? part.label : `${part.label}: ${text}`,
    lines: 'constraint' in part && part.constraint ? ['Most of the waiting is here', ...part.lines] : part.lines,
    x: (box.left + box.right) / 2,
    y: box.top,
    box,
    along: step,
    across: across ? step : -step,
  };
}

interface StripPart {
  readonly share: number;
  readonly waiting: boolean;
}

function stripParts(
  boxes: readonly { readonly box: MapBox }[],
  arrows: readonly { readonly arrow: MapArrow }[],
): StripPart[] {
  return boxes
    .flatMap(({ box }): StripPart[] => {
      const after = arrows.find(({ arrow }) => arrow.from === box.id)?.arrow;
      return [
        { share: box.share ?? 0, waiting: false },
        { share: after?.share ?? 0, waiting: true },
      ];
    })
    .filter(({ share }) => share > 0);
}

function stripShapes(paper: Paper, parts: readonly StripPart[], y: number): SVGElement[] {
  const { document, width, id } = paper;
  const fills = partFills(document, id, sides.length);
  const whole = Math.max(
    1,
    parts.reduce((sum, { share }) => sum + share, 0),
  );
  let x = 0;
  const segments = parts.map(({ share, waiting }) => {
    const wide = (share / whole) * width;
    const shape = svgElement(document, 'rect', {
      x: x + 0.5,
      y,
      width: Math.max(0.5, wide - 1),
      height: stripHeight,
      fill: fills.of(waiting ? 1 : 0),
    });
    x += wide;
    return shape;
  });
  const flow = legendFlow(sides, width);
  const entries = sides.flatMap((side, part) => {
    const place = { x: flow[part]?.x ?? 0, y: y + stripHeight + 14, room: width };
    return legendEntry(document, fills, part, side, place);
  });
  return [fills.definitions, ...segments, ...entries];
}

function otherWay(arrow: MapArrow, names: ReadonlyMap<string, string>): string {
  const way = `${names.get(arrow.from) ?? arrow.from} to ${names.get(arrow.to) ?? arrow.to}`;
  return [`${way}: ${arrow.label}`, timeText(arrow)].filter(part => part !== '').join(', ');
}

function outsideText({ team, what, since, until }: MapChart['outside'][number]): string {
  const about = what === null || what === '' ? '' : `: ${what}`;
  const times = [
    since === null || since === '' ? '' : `since ${dayText(since)}`,
    until === null ? '' : `until ${dayText(until)}`,
  ];
  return [`Waits on ${team}${about}`, ...times].filter(part => part !== '').join(', ');
}

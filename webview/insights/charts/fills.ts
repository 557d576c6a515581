import { svgElement, type SvgAttributes } from './svg.ts';

const colours = ['blue', 'orange', 'green', 'purple', 'yellow', 'red'].map(name => `var(--vscode-charts-${name})`);
const size = 6;

/** What is drawn over the colour, so that parts differ without it; the first has nothing. */
const textures: readonly (SvgAttributes | null)[] = [
  null,
  { d: 'M-1,7L7,-1M-1,1L1,-1M5,7L7,5', 'stroke-width': 1.6 },
  { d: 'M1.5,1.5h0M4.5,4.5h0', 'stroke-width': 2, 'stroke-linecap': 'round' },
  { d: 'M0,3H6', 'stroke-width': 1.6 },
  { d: 'M-1,-1L7,7M-1,5L1,7M5,-1L7,1', 'stroke-width': 1.6 },
  { d: 'M0,3H6M3,0V6', 'stroke-width': 1.2 },
  { d: 'M3,0V6', 'stroke-width': 1.6 },
];

/** Fills for the parts of a whole: each has a colour and a texture of its own. */
export interface Fills {
  readonly definitions: SVGElement;
  of(part: number): string;
}

export function partFills(document: Document, id: string, parts: number): Fills {
  const name = (part: number) => `${id}-fill-${part}`;
  const patterns = Array.from({ length: parts }, (_, part) =>
    svgElement(
      document,
      'pattern',
      { id: name(part), width: size, height: size, patternUnits: 'userSpaceOnUse' },
      svgElement(document, 'rect', { width: size, height: size, fill: colours[part % colours.length] ?? '' }),
      ...texture(document, part),
    ),
  );
  return { definitions: svgElement(document, 'defs', {}, ...patterns), of: part => `url(#${name(part)})` };
}

function texture(document: Document, part: number): SVGElement[] {
  const drawn = textures[part % textures.length];
  if (drawn == null) return [];
  return [
    svgElement(document, 'path', {
      ...drawn,
      stroke: 'var(--vscode-editor-background)',
      'stroke-opacity': 0.6,
      fill: 'none',
    }),
  ];
}

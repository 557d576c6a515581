import type { Figure } from '../../../src/model/flow/figure.ts';
import type { PictureFormat } from '../../../src/protocol/insightsProtocol.ts';
import { figurePicture } from './picture.ts';
import { pngOf } from './png.ts';

/** The content of the picture that a figure is saved as: text, or base64 for a PNG. null where it has no chart. */
export async function figureFile(figure: Figure, format: PictureFormat): Promise<string | null> {
  const [picture] = await figurePictures([figure]);
  if (picture === undefined) return null;
  return format === 'svg' ? picture.svg : await pngOf(picture.svg);
}

/** The pictures of all figures that have a chart. */
export async function figurePictures(figures: readonly Figure[]): Promise<{ id: string; svg: string }[]> {
  const { drawChart } = await import('../charts/draw.ts');
  const serializer = new XMLSerializer();
  const tools = {
    document,
    draw: drawChart,
    serialize: (element: SVGElement) => serializer.serializeToString(element),
  };
  return figures.flatMap(figure => {
    const svg = figurePicture(figure, tools);
    return svg === null ? [] : [{ id: figure.id, svg }];
  });
}

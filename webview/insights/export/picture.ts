import type { Figure } from '../../../src/model/flow/figure.ts';
import type { drawChart } from '../charts/draw.ts';
import { svgElement } from '../charts/svg.ts';
import { wrapText } from '../charts/text.ts';

const width = 880;
const inset = 24;
const lineHeight = 18;
const font = "system-ui, -apple-system, 'Segoe UI', Ubuntu, 'Helvetica Neue', Arial, sans-serif";

/** A picture that is saved looks the same whatever theme it was saved from: dark on white, as documents are. */
const ink: Readonly<Record<string, string>> = {
  '--vscode-foreground': '#2b2b2b',
  '--vscode-descriptionForeground': '#5c5c5c',
  '--vscode-editor-background': '#ffffff',
  '--vscode-charts-blue': '#1a6fb5',
  '--vscode-charts-orange': '#c25e00',
  '--vscode-charts-green': '#388a34',
  '--vscode-charts-purple': '#652d90',
  '--vscode-charts-yellow': '#a07a00',
  '--vscode-charts-red': '#c72e2e',
  '--vscode-font-family': font,
};

interface PictureTools {
  readonly document: Document;
  readonly draw: typeof drawChart;
  readonly serialize: (element: SVGElement) => string;
}

/** A figure as an SVG file that needs nothing else: title, headline, chart and what it rests on. null without a chart. */
export function figurePicture(figure: Figure, { document, draw, serialize }: PictureTools): string | null {
  if (figure.chart === null) return null;
  const paper = { document, width: width - 2 * inset, id: `picture-${figure.id}`, scale: 'log', zoom: null } as const;
  const { element: chart, height } = draw(figure.chart, paper);
  const headline = wrapText(figure.headline, width - 2 * inset, 13).filter(line => line !== '');
  const proxy = wrapText(figure.proxy, width - 2 * inset, 11).filter(line => line !== '');
  const chartTop = inset + 24 + headline.length * lineHeight + 12;
  const proxyTop = chartTop + height + 20;
  const whole = proxyTop + proxy.length * lineHeight + inset - 12;
  chart.setAttribute('x', String(inset));
  chart.setAttribute('y', String(chartTop));
  for (const attribute of ['class', 'aria-hidden', 'focusable']) chart.removeAttribute(attribute);

  const text = (content: string, y: number, attributes: Readonly<Record<string, string | number>>) => {
    return svgElement(document, 'text', { x: inset, y, fill: 'var(--vscode-foreground)', ...attributes }, content);
  };
  const picture = svgElement(
    document,
    'svg',
    {
      width,
      height: whole,
      viewBox: `0 0 ${width} ${Math.round(whole)}`,
      role: 'img',
      'font-family': 'var(--vscode-font-family)',
    },
    svgElement(document, 'title', {}, figure.title),
    svgElement(document, 'desc', {}, [figure.headline, figure.proxy].filter(part => part !== '').join(' ')),
    svgElement(document, 'rect', { width, height: whole, fill: 'var(--vscode-editor-background)' }),
    text(figure.title, inset + 12, { 'font-size': 17, 'font-weight': 600 }),
    ...headline.map((line, index) => text(line, inset + 36 + index * lineHeight, { 'font-size': 13 })),
    chart,
    ...proxy.map((line, index) => {
      const quiet = { 'font-size': 11, fill: 'var(--vscode-descriptionForeground)' };
      return text(line, proxyTop + index * lineHeight, quiet);
    }),
  );
  return serialize(picture).replace(/var\((--[\w-]+)\)/g, (_, name: string) => escaped(ink[name] ?? '#2b2b2b'));
}

function escaped(value: string): string {
  return value.replaceAll('"', '&quot;');
}

import { parseHTML } from 'linkedom';
import type { Paper } from '../../../../webview/insights/charts/drawing.ts';

/** Paper to draw on where there is no browser. */
export function createPaper(change: Partial<Paper> = {}): Paper {
  // linkedom's types are its own; what charts need of a document, it has.
  const { document } = parseHTML('<html><body></body></html>') as unknown as { document: Document };
  return { document, width: 720, id: 'chart', scale: 'log', zoom: null, ...change };
}

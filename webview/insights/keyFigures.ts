import { html, nothing, type TemplateResult } from 'lit';
import type { Chart, Figure, KeyFigure } from '../../src/model/flow/figure.ts';
import { valueText } from './units.ts';

/** More are read by nobody; the table has them. */
const most = 4;

/** Numbers to be seen at a glance. One that is not there says why. */
export function keyFigures(figure: Figure): TemplateResult | typeof nothing {
  const shown = shownValues(figure);
  if (shown.length === 0) return nothing;
  return html`<dl class="key-figures" aria-label="Key figures: ${figure.title}">
    ${shown.map(value => keyFigure(value, figure.headline))}
  </dl>`;
}

/**
 * What the page shows of a figure's values: none that the picture, its table or a note writes out anyway, and at most four,
 * numbers before reasons why there is none.
 */
export function shownValues({ values, chart, table, notes }: Figure): KeyFigure[] {
  const written = chart === null ? [] : writtenIn(chart);
  const cells = new Set<unknown>(written.length === 0 ? [] : [...written, ...(table?.rows.flat() ?? [])]);
  const news = values.filter(({ value, why }) =>
    value === null
      ? written.length === 0 && !notes.some(note => why !== null && worded(note).includes(worded(why)))
      : !cells.has(value),
  );
  if (news.length <= most) return news;
  const known = news.filter(({ value }) => value !== null);
  return (known.length === 0 ? news : known).slice(0, most);
}

/** The words alone: a sentence inside another one may begin small, and its spaces may hold numbers and units together. */
function worded(text: string): string {
  return text.replace(/\s+/g, ' ').toLowerCase();
}

/** Numbers that a picture writes beside its shapes; scatterplots and lines have axes instead. */
function writtenIn(chart: Chart): (number | null)[] {
  switch (chart.kind) {
    case 'bars':
      return chart.bars.map(({ value }) => value);
    case 'ranges':
      return chart.rows.map(({ value }) => value);
    case 'odds':
      return chart.groups.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ value }) => value)));
    case 'map':
      return [...chart.boxes, ...chart.arrows].map(({ share }) => share);
    case 'stack':
      return chart.columns.flatMap(({ values }) => values);
    case 'dots':
    case 'series':
      return [];
  }
}

function keyFigure({ label, value, unit, n, why }: KeyFigure, headline: string): TemplateResult {
  const sample = value === null || value === n || headline.split(/[^\d,]+/).includes(String(n)) ? '' : `, n = ${n}`;
  return html`<div class="key-figure">
    <dt>${label}${sample}</dt>
    <dd>
      ${
        value === null
          ? html`<span class="key-none">${why ?? 'no figure'}</span>`
          : html`<span class="key-value">${valueText(value, unit)}</span>`
      }
    </dd>
  </div>`;
}

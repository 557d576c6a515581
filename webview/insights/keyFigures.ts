import { html, nothing, type TemplateResult } from 'lit';
import type { Chart, Figure, KeyFigure, Table, TableColumn, Unit } from '../../src/model/flow/figure.ts';
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
  const cells = written.length === 0 ? [] : (table?.rows.flatMap(row => rowNumbers(row, table.columns)) ?? []);
  const told = new Set([...written, ...cells].map(numberKey));
  const news = values.filter(({ value, unit, why }) =>
    value === null
      ? written.length === 0 && !notes.some(note => why !== null && worded(note).includes(worded(why)))
      : !told.has(numberKey([value, unit])),
  );
  if (news.length <= most) return news;
  const known = news.filter(({ value }) => value !== null);
  return (known.length === 0 ? news : known).slice(0, most);
}

/** The words alone: a sentence inside another one may begin small, and its spaces may hold numbers and units together. */
function worded(text: string): string {
  return text.replace(/\s+/g, ' ').toLowerCase();
}

/** A number and what it counts: 12 days are not 12 items. */
type WrittenNumber = readonly [value: number | null, unit: Unit];

function numberKey([value, unit]: WrittenNumber): string {
  return `${value} ${unit === 'items' ? 'plain' : unit}`;
}

function rowNumbers(row: Table['rows'][number], columns: readonly TableColumn[]): WrittenNumber[] {
  return row.flatMap((cell, place): WrittenNumber[] => {
    const kind = columns[place]?.kind ?? 'text';
    return typeof cell !== 'number' || kind === 'text' || kind === 'day' ? [] : [[cell, kind]];
  });
}

/** Numbers that a picture writes beside its shapes; scatterplots and lines have axes instead. */
function writtenIn(chart: Chart): WrittenNumber[] {
  switch (chart.kind) {
    case 'bars':
      return chart.bars.map(({ value }) => [value, chart.unit]);
    case 'ranges':
      return chart.rows.map(({ value }) => [value, chart.unit]);
    case 'odds':
      return chart.groups.flatMap(({ rows }) =>
        rows.flatMap(({ cells }) => cells.map(({ value, unit }): WrittenNumber => [value, unit])),
      );
    case 'map':
      return [...chart.boxes, ...chart.arrows].map(({ share }) => [share, 'share']);
    case 'stack':
      return chart.columns.flatMap(({ values }) => values.map((value): WrittenNumber => [value, chart.unit]));
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

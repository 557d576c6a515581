import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PointView, ShownState } from '../../src/protocol/insightsProtocol.ts';
import { pushButton } from '../shared/controls.ts';
import { icon } from '../shared/icons.ts';
import type { InsightsContext } from './context.ts';
import { formatDays, SECONDS_PER_DAY } from './duration.ts';
import { COLUMNS, pageOf, sortBy, sortPoints, type Column, type Page } from './pointTable.ts';

const titles: Readonly<Record<Column, string>> = {
  label: 'Item',
  type: 'Type',
  started: 'Started',
  finished: 'Finished',
  seconds: 'Elapsed',
  days: 'Calendar days',
  commits: 'Commits',
  how: 'How it was built',
};
const numeric: ReadonlySet<Column> = new Set(['seconds', 'days', 'commits']);

/** The chart's items as a table that can be sorted, read aloud and copied. */
export function tableView(state: ShownState, context: InsightsContext): TemplateResult {
  const { sorting, page } = context.view;
  const shown = pageOf(sortPoints(state.cycleTime.points, sorting), page);
  const typeLabels = new Map(state.types.map(({ type, label }) => [type, label]));
  return html`
    <div class="table-scroll" role="region" aria-labelledby="items-caption" tabindex="0">
      <table>
        <caption id="items-caption">
          Finished items ${state.windowLabel}, dates in ${state.timeZone}
        </caption>
        <thead>
          <tr>
            ${COLUMNS.map(column => headerView(column, context))}
          </tr>
        </thead>
        <tbody>
          ${repeat(
            shown.rows,
            point => point.id,
            point =>
              html`<tr>
                ${COLUMNS.map(column => {
                  const text = cellText(point, column, typeLabels);
                  if (column === 'label') return html`<th scope="row">${text}</th>`;
                  return html`<td class=${numeric.has(column) ? 'number' : nothing}>${text}</td>`;
                })}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${shown.pages === 1 ? nothing : pagerView(shown, context)}
  `;
}

function headerView(column: Column, { view, change }: InsightsContext): TemplateResult {
  const { sorting } = view;
  const sorted = sorting.column === column;
  const direction = sorting.descending ? 'descending' : 'ascending';
  return html`<th
    scope="col"
    aria-sort=${sorted ? direction : 'none'}
    class=${numeric.has(column) ? 'number' : nothing}
  >
    <button type="button" class="sort" @click=${() => change({ sorting: sortBy(sorting, column), page: 0 })}>
      ${titles[column]}${sorted ? icon('chevron', `sort-${direction}`) : nothing}
    </button>
  </th>`;
}

function cellText(point: PointView, column: Column, typeLabels: ReadonlyMap<string, string>): string {
  if (column === 'type') return typeLabels.get(point.type) ?? point.type.charAt(0).toUpperCase() + point.type.slice(1);
  if (column === 'seconds') return formatDays(point.seconds / SECONDS_PER_DAY);
  return String(point[column]);
}

function pagerView({ page, pages, label }: Page<PointView>, { change }: InsightsContext): TemplateResult {
  return html`<div class="pager">
    ${pushButton({ label: 'Previous', describedBy: 'rows', disabled: page === 0, click: () => change({ page: page - 1 }) })}
    <span role="status">${label}</span>
    ${pushButton({
      label: 'Next',
      describedBy: 'rows',
      disabled: page === pages - 1,
      click: () => change({ page: page + 1 }),
    })}
  </div>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { Table, TableCell, TableColumn } from '../../../src/model/flow/figure.ts';
import { linkButton, pushButton } from '../../shared/controls.ts';
import { icon } from '../../shared/icons.ts';
import type { InsightsContext } from '../context.ts';
import { shortValue } from '../units.ts';
import { initialTableView, type TableView } from '../viewState.ts';
import { pageOf, rowOrder, sortBy, type Page } from './rowOrder.ts';

interface DataTable {
  /** Unique on the page. */
  readonly id: string;
  readonly table: Table;
  /** Opens what is behind a row, by its index in the table. */
  readonly open?: (row: number) => void;
}

/** A table that can be sorted, read aloud and copied, a page at a time. */
export function dataTable({ id, table, open }: DataTable, context: InsightsContext): TemplateResult {
  const view = context.view.tables[id] ?? initialTableView;
  const change = (next: TableView) => context.change({ tables: { ...context.view.tables, [id]: next } });
  const shown = pageOf(rowOrder(table, view), view.page);
  return html`
    <div class="table-scroll" role="region" aria-labelledby="${id}-caption" tabindex="0">
      <table>
        <caption id="${id}-caption">
          ${table.caption}
        </caption>
        <thead>
          <tr>
            ${table.columns.map(column => headerView(column, view, change))}
          </tr>
        </thead>
        <tbody>
          ${shown.rows.map(
            row =>
              html`<tr>
                ${rowView(table, row, open)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${shown.pages === 1 ? nothing : pagerView(shown, page => change({ ...view, page }))}
  `;
}

function headerView(column: TableColumn, view: TableView, change: (view: TableView) => void): TemplateResult {
  const sorted = view.column === column.id;
  const direction = view.descending ? 'descending' : 'ascending';
  return html`<th scope="col" aria-sort=${sorted ? direction : 'none'} class=${isNumeric(column) ? 'number' : nothing}>
    <button type="button" class="sort" @click=${() => change(sortBy(view, column.id))}>
      ${column.label}${sorted ? icon('chevron', `sort-${direction}`) : nothing}
    </button>
  </th>`;
}

function rowView({ columns, rows }: Table, row: number, open: DataTable['open']): TemplateResult[] {
  return columns.map((column, place) => {
    const cell = rows[row]?.[place] ?? null;
    const text = cell === null ? unknownCell : cellText(cell, column);
    const content =
      place === 0 && open !== undefined && typeof text === 'string'
        ? linkButton({ label: text, click: () => open(row) })
        : text;
    if (place === 0) return html`<th scope="row">${content}</th>`;
    const name = isNumeric(column) ? 'number' : column.kind === 'text' ? 'words' : nothing;
    return html`<td class=${name}>${content}</td>`;
  });
}

const unknownCell = html`<span class="unknown" title="Unknown, or hidden to protect people"
  ><span aria-hidden="true">–</span><span class="visually-hidden">not shown</span></span
>`;

function isNumeric({ kind }: TableColumn): boolean {
  return kind !== 'text' && kind !== 'day';
}

function cellText(cell: NonNullable<TableCell>, { kind }: TableColumn): string {
  return typeof cell === 'string' || kind === 'text' || kind === 'day' ? String(cell) : shortValue(cell, kind);
}

function pagerView({ page, pages, label }: Page<number>, go: (page: number) => void): TemplateResult {
  return html`<div class="pager">
    ${pushButton({ label: 'Previous', describedBy: 'rows', disabled: page === 0, click: () => go(page - 1) })}
    <span role="status">${label}</span>
    ${pushButton({ label: 'Next', describedBy: 'rows', disabled: page === pages - 1, click: () => go(page + 1) })}
  </div>`;
}

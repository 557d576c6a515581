import type { Chart, Table } from '../../../src/model/flow/figure.ts';
import type { Span } from '../charts/geometry.ts';
import { dayOf, dayText } from '../charts/time.ts';

/**
 * The rows of what a chart over time is zoomed to. A row lies on the day whose column is named like the chart's axis, as
 * there the item is drawn; else on its first day. Tables without days are not cut.
 */
export function zoomedTable(table: Table, chart: Chart | null, zoom: Span | null): Table {
  const days = table.columns.filter(({ kind }) => kind === 'day');
  const axis = chart?.kind === 'dots' || chart?.kind === 'series' ? chart.xLabel : null;
  const place = table.columns.findIndex(column => column === (days.find(({ label }) => label === axis) ?? days[0]));
  if (zoom === null || place === -1) return table;
  const [from, to] = [dayOf(zoom.from), dayOf(zoom.to)];
  const rows = table.rows.filter(row => {
    const day = row[place];
    return typeof day === 'string' && day >= from && day <= to;
  });
  return { ...table, caption: `${table.caption}, ${dayText(from)} to ${dayText(to)}`, rows };
}

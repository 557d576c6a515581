import type { Chart, Table } from '../../../src/model/flow/figure.ts';
import type { Span } from '../charts/geometry.ts';
import { dayOf, dayText } from '../charts/time.ts';

/**
 * The rows of what a chart over time is zoomed to. A row lies where its first day lies, or, in the table of a scatterplot,
 * its last one: an item is drawn where it finished. Tables without days are not cut.
 */
export function zoomedTable(table: Table, chart: Chart | null, zoom: Span | null): Table {
  const days = table.columns.flatMap(({ kind }, place) => (kind === 'day' ? [place] : []));
  const place = chart?.kind === 'dots' ? days.at(-1) : days.at(0);
  if (zoom === null || place === undefined) return table;
  const [from, to] = [dayOf(zoom.from), dayOf(zoom.to)];
  const rows = table.rows.filter(row => {
    const day = row[place];
    return typeof day === 'string' && day >= from && day <= to;
  });
  return { ...table, caption: `${table.caption}, ${dayText(from)} to ${dayText(to)}`, rows };
}

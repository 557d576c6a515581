import type { Table } from '../../../src/model/flow/figure.ts';
import type { ItemRow, ShownState } from '../../../src/protocol/insightsProtocol.ts';

/** Finished items as a table. */
export function itemTable(items: readonly ItemRow[], types: ShownState['types'], caption: string): Table {
  const labels = new Map(types.map(({ type, label }) => [type, label]));
  return {
    caption,
    columns: [
      { id: 'label', label: 'Item', kind: 'text' },
      { id: 'type', label: 'Type', kind: 'text' },
      { id: 'started', label: 'Started', kind: 'day' },
      { id: 'finished', label: 'Finished', kind: 'day' },
      { id: 'seconds', label: 'Elapsed', kind: 'seconds' },
      { id: 'days', label: 'Calendar days', kind: 'plain' },
      { id: 'commits', label: 'Commits', kind: 'plain' },
      { id: 'how', label: 'How it was built', kind: 'text' },
    ],
    rows: items.map(item => [
      item.label,
      labels.get(item.type) ?? item.type.charAt(0).toUpperCase() + item.type.slice(1),
      item.started,
      item.finished,
      item.seconds,
      item.days,
      item.commits,
      item.how,
    ]),
  };
}

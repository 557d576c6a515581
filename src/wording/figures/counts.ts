import type { BarsChart, Table } from '../../model/flow/figure.ts';
import { valueLabel } from './units.ts';

const HIDDEN = 'hidden to protect people';

/** Items of one kind; `count` is null where it is hidden to protect people. */
export interface Counted {
  readonly label: string;
  readonly count: number | null;
}

export interface CountedParts {
  readonly chart: BarsChart | null;
  readonly table: Table | null;
}

/** Items by bins as bars and as a table; neither without bins. `label` is what the bins divide. */
export function countedParts(bins: readonly Counted[], label: string, caption: string): CountedParts {
  if (bins.length === 0) return { chart: null, table: null };
  return {
    chart: {
      kind: 'bars',
      xLabel: label,
      yLabel: 'Items',
      unit: 'items',
      bars: bins.map(bin => ({
        label: bin.label,
        value: bin.count,
        lines: [bin.label, bin.count === null ? HIDDEN : valueLabel(bin.count, 'items')],
      })),
    },
    table: {
      caption,
      columns: [
        { id: 'bin', label, kind: 'text' },
        { id: 'items', label: 'Items', kind: 'items' },
        { id: 'note', label: 'Note', kind: 'text' },
      ],
      rows: bins.map(bin => [bin.label, bin.count, bin.count === null ? HIDDEN : null]),
    },
  };
}

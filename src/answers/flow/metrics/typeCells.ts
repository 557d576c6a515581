import { WORK_TYPES, type WorkItem, type WorkType } from '../../../model/work.ts';
import type { Ask, Cell, Gate } from '../metric.ts';

/** Types that may be counted as other; what is unknown stays unknown. */
const FOLDABLE = ['feature', 'defect', 'risk', 'debt'] as const satisfies readonly WorkType[];

/** A row of a division by work type. */
export interface TypeRow {
  readonly type: WorkType;
  /** The types that are counted in it: several in the row of other. */
  readonly types: readonly WorkType[];
  /** Those of them that have no row of their own because too few people are behind them. */
  readonly folded: readonly WorkType[];
}

export interface TypeCells {
  /** The rows that these items have when what too few people are behind is folded into other. */
  rows(gate: Gate): TypeRow[];
  /** Enough people are behind this row's items here; also for rows that other items decided. */
  passes(row: TypeRow, gate: Gate): boolean;
}

/** Asks about the people of each work type and, as nobody knows yet what will be folded, of every other that could come. */
export function typeCells(items: readonly Pick<WorkItem, 'id' | 'type'>[], ask: Ask): TypeCells {
  const present = WORK_TYPES.filter(type => items.some(item => item.type === type));
  const askedFor = new Map<string, Cell>();
  const askFor = (types: readonly WorkType[]): void => {
    const held = types.filter(type => present.includes(type));
    if (!askedFor.has(nameOf(held))) askedFor.set(nameOf(held), ask(items.filter(({ type }) => held.includes(type))));
  };
  for (const type of WORK_TYPES) askFor([type]);
  for (const folded of subsets(FOLDABLE)) askFor([...folded, 'other']);
  const passes = (types: readonly WorkType[], gate: Gate): boolean =>
    gate.passes(askedFor.get(nameOf(types.filter(type => present.includes(type)))) ?? -1);
  return {
    rows: gate => {
      const folded = FOLDABLE.filter(type => present.includes(type) && !passes([type], gate));
      const own = present.filter(type => type !== 'other' && !folded.some(other => other === type));
      const other: WorkType[] = [...folded, ...(present.includes('other') ? (['other'] as const) : [])];
      const rows = own.map((type): TypeRow => ({ type, types: [type], folded: [] }));
      return other.length === 0 ? rows : [...rows, { type: 'other', types: other, folded }];
    },
    passes: ({ types }, gate) => passes(types, gate),
  };
}

function subsets(types: readonly WorkType[]): WorkType[][] {
  return types.reduce<WorkType[][]>((all, type) => [...all, ...all.map(held => [...held, type])], [[]]);
}

function nameOf(types: readonly WorkType[]): string {
  return [...types].sort().join(' ');
}

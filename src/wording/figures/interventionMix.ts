import type { Figure, StackChart, Table, TableCell } from '../../model/flow/figure.ts';
import type {
  InterventionComparison,
  Interventions,
  SizeStratum,
  TypeStratum,
} from '../../model/flow/interventions.ts';
import { dayLabel, numberLabel } from '../dates.ts';
import { workTypeLabel } from '../flow.ts';
import { createFigure } from './figure.ts';
import { samplesText } from './interventionNotes.ts';
import { HIDDEN_NOTE, listed } from './share.ts';
import { valueLabel } from './units.ts';

/** What was begun on one side; nothing where it is hidden. */
interface Part {
  readonly id: string;
  readonly label: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly shareBefore: number | null;
  readonly shareAfter: number | null;
}

/** What kinds of work, and of what size, were begun before and since the dates that are compared; null without any. */
export function interventionMixFigure({ comparisons }: Interventions): Figure | null {
  const rows = comparisons.flatMap(rowsOf);
  if (rows.length === 0) return null;
  const newest = comparisons.find(({ types }) => types !== null);
  const untold = comparisons.filter(
    ({ shift, types, sizes }) => shift !== null && types === null && sizes?.strata == null,
  );
  return createFigure({
    id: 'interventions-mix',
    group: 'past',
    title: 'What kinds of work were begun before and since',
    headline:
      newest === undefined
        ? 'Sizes of the items begun before and since, in thirds of both together.'
        : headlineOf(newest),
    chart: newest === undefined ? null : chartOf(newest),
    table: tableOf(rows),
    notes: [
      ...comparisons.flatMap(sizeNotes),
      ...(rows.some(({ cells }) => cells.includes(HIDDEN_NOTE))
        ? ['Parts with too few people behind them are hidden, and one more where it would give them away.']
        : []),
      ...untold.map(
        ({ label }) =>
          `${label}: not divided, as its counts and those of a date within four weeks could be subtracted.`,
      ),
    ],
    method: [
      'The items of both sides of each comparison by work type, as shares of all items of that side. A type with too few people behind it is counted as other. When a share moved by more than 15 points, cycle time is compared inside equal types.',
      'Sizes are thirds of both sides together, of the items that were finished while watched: open work has no size yet. They need a known size for 60 % of these items, and sizes are known of the window’s items. Size may be part of what changed, so it never decides which shift is told.',
      'Another mix is a reason to look, and no better or worse.',
    ],
    prompt: 'Did we take on other work since, or the same work in another way?',
  });
}

/** "The mix of work types moved by more than 15 points since 5 Apr 2026: Feature from 80 % to 52 % (77 items before, 33 after)." */
function headlineOf(one: InterventionComparison): string {
  const { on, mixMoved, before, after } = one;
  const parts = typeParts(one).flatMap(({ label, shareBefore, shareAfter }) =>
    shareBefore === null || shareAfter === null
      ? []
      : [`${label} from ${valueLabel(shareBefore, 'share')} to ${valueLabel(shareAfter, 'share')}`],
  );
  const shares = parts.length === 0 ? '' : `: ${listed(parts)}`;
  const sample = `(${samplesText(before?.items ?? 0, after?.items ?? 0)})`;
  if (mixMoved === null)
    return `How the mix of work types moved since ${dayLabel(on)} is hidden to protect people ${sample}.`;
  return `The mix of work types ${mixMoved ? 'moved' : 'did not move'} by more than 15 points since ${dayLabel(on)}${shares} ${sample}.`;
}

function typeParts({ types, before, after }: InterventionComparison): Part[] {
  return (types ?? []).map((stratum: TypeStratum) => ({
    id: stratum.type,
    label: workTypeLabel(stratum.type),
    ...sharesOf(stratum, before?.items ?? null, after?.items ?? null),
  }));
}

/** The sizes of both sides; their sums are not told elsewhere, so there are no shares where a part is hidden. */
function sizeParts({ sizes }: InterventionComparison): Part[] {
  const strata = sizes?.strata ?? [];
  const [before, after] = [strata.map(one => one.before), strata.map(one => one.after)].map(counts =>
    counts.includes(null) ? null : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0),
  );
  return strata.map((stratum, at) => ({
    id: `size-${at}`,
    label: sizeLabel(stratum, sizes?.measure ?? 'lines'),
    ...sharesOf(stratum, before ?? null, after ?? null),
  }));
}

function sharesOf(
  { before, after }: Pick<TypeStratum, 'before' | 'after'>,
  ofBefore: number | null,
  ofAfter: number | null,
): Omit<Part, 'id' | 'label'> {
  const share = (count: number | null, of: number | null): number | null =>
    count === null || of === null || of === 0 ? null : count / of;
  return { before, after, shareBefore: share(before, ofBefore), shareAfter: share(after, ofAfter) };
}

/** "up to 20 lines", "21 to 90 lines", "91 lines or more". */
function sizeLabel({ from, to }: SizeStratum, measure: 'lines' | 'files'): string {
  if (to === null) return `${valueLabel(from, measure)} or more`;
  return from === 0 ? `up to ${valueLabel(to, measure)}` : `${numberLabel(from)} to ${valueLabel(to, measure)}`;
}

function sizeNotes(one: InterventionComparison): string[] {
  const shares = sizeParts(one).flatMap(({ label, shareBefore, shareAfter }) =>
    shareBefore === null || shareAfter === null
      ? []
      : [`${label} from ${valueLabel(shareBefore, 'share')} to ${valueLabel(shareAfter, 'share')}`],
  );
  return shares.length === 0 ? [] : [`${one.label}: sizes of what was finished while watched: ${listed(shares)}.`];
}

interface MixRow {
  readonly cells: TableCell[];
}

function rowsOf(one: InterventionComparison): MixRow[] {
  const row = (division: string, { label, before, after, shareBefore, shareAfter }: Part): MixRow => ({
    cells: [
      dayLabel(one.on),
      one.label,
      division,
      label,
      before,
      shareBefore,
      after,
      shareAfter,
      before === null || after === null ? HIDDEN_NOTE : '',
    ],
  });
  return [...typeParts(one).map(part => row('Work type', part)), ...sizeParts(one).map(part => row('Size', part))];
}

function tableOf(rows: readonly MixRow[]): Table {
  return {
    caption: 'Items begun before and since dated changes, by work type and by size',
    columns: [
      { id: 'on', label: 'Date', kind: 'text' },
      { id: 'label', label: 'Change', kind: 'text' },
      { id: 'division', label: 'Divided by', kind: 'text' },
      { id: 'part', label: 'Part', kind: 'text' },
      { id: 'before', label: 'Items before', kind: 'items' },
      { id: 'shareBefore', label: 'Share before', kind: 'share' },
      { id: 'after', label: 'Items after', kind: 'items' },
      { id: 'shareAfter', label: 'Share after', kind: 'share' },
      { id: 'note', label: 'Note', kind: 'text' },
    ],
    rows: rows.map(({ cells }) => cells),
  };
}

/** Both sides as columns over the days on which their items began. */
function chartOf(one: InterventionComparison): StackChart | null {
  const { before, after, on, label, kind } = one;
  if (before === null || after === null) return null;
  const parts = typeParts(one);
  return {
    kind: 'stack',
    xLabel: '',
    yLabel: 'Share of the items begun',
    unit: 'share',
    parts: parts.map(({ id, label: name }) => ({ id, label: name })),
    columns: [
      { from: before.from, to: before.to, values: parts.map(({ shareBefore }) => shareBefore), total: 1 },
      { from: after.from, to: after.to, values: parts.map(({ shareAfter }) => shareAfter), total: 1 },
    ],
    markers: [{ on, label, kind }],
  };
}

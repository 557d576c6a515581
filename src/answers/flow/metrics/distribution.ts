import type { Distribution, DistributionPart, DistributionPeriod } from '../../../model/flow/distribution.ts';
import type { Withheld } from '../../../model/flow/withheld.ts';
import { WORK_TYPES, type WorkItem, type WorkType } from '../../../model/work.ts';
import type { FlowInput, Gate, Metric } from '../metric.ts';
import { hiddenSpans, type Span } from '../people/hiddenSpans.ts';
import { PERIOD_WEEKS, periodsOf, type Period } from '../people/periods.ts';
import { hiddenCells } from '../people/suppression.ts';
import { hiddenInTable } from '../people/tableSuppression.ts';
import { dayFromText } from '../time/calendar.ts';
import { isFinishedWork } from '../items/timedWork.ts';
import { typeCells, type TypeCells, type TypeRow } from './typeCells.ts';

const LEAST_CLASSIFIED = 20;
const MOST_UNKNOWN = 0.4;

/**
 * Flow distribution: what share of the window's finished items each work type has, and the counts of every four weeks.
 * A type with too few people behind it is counted as other. The work type that was asked for does not narrow it.
 */
export const distribution: Metric<Distribution> = (input, ask) => {
  const finished = input.items.filter(item => input.isInside(item.end) && isFinishedWork(item));
  const whole = typeCells(finished, ask);
  const divided = periodsOf(input, finished);
  const periods = divided.periods.map(period => ({ period, cells: typeCells(period.items, ask) }));
  const leftOver = { items: divided.leftOver, cells: typeCells(divided.leftOver, ask) };
  const hiddenTotals = hiddenSpans(input, finished, ask);
  const hiddenTypes = WORK_TYPES.map(type => ({
    type,
    spans: hiddenSpans(
      input,
      finished.filter(item => item.type === type),
      ask,
    ),
  }));
  const keyword = finished.filter(({ typeTier }) => typeTier === 'keyword');
  const keywordCell = ask(keyword);
  return gate => {
    const human = finished.filter(item => !gate.isAutomated(item));
    const rows = whole.rows(gate).map(row => ({ row, count: countOf(human, row) }));
    const hidden = hiddenCells(rows.map(({ row, count }) => ({ count, passes: whole.passes(row, gate) })));
    const unknownHidden = rows.some(({ row }, at) => row.type === 'unknown' && hidden[at] === true);
    const classified = human.filter(({ type }) => type !== 'unknown').length;
    const tooFew = sharesWithheldOf(classified, human.length);
    const sharesWithheld: Withheld | null = tooFew !== null && unknownHidden ? { code: 'people' } : tooFew;
    const shown = rows
      .map(({ row, count }, at) => ({ row, part: partOf(row, hidden[at] === true ? null : count) }))
      .sort((a, b) => (b.part.items ?? -1) - (a.part.items ?? -1));
    const share = (count: number | null): number | null =>
      count === null || sharesWithheld !== null ? null : count / human.length;
    return {
      withheld: human.length === 0 ? { code: 'nothing', what: 'finishedItems' } : null,
      finished: human.length,
      classified: unknownHidden ? null : classified,
      sharesWithheld,
      parts: shown.map(({ part }) => ({ ...part, share: share(part.items) })),
      folded: whole.rows(gate).flatMap(({ folded }) => folded),
      byKeyword: gate.passes(keywordCell) ? keyword.filter(item => !gate.isAutomated(item)).length : null,
      periods: periodsWith(input, periods, leftOver, shown, gate, {
        ofAll: hiddenTotals(gate),
        ofTypes: hiddenTypes.map(({ type, spans }) => ({ type, ...spans(gate) })),
      }),
    };
  };
};

function sharesWithheldOf(classified: number, of: number): Withheld | null {
  const enough = classified >= LEAST_CLASSIFIED && of - classified <= of * MOST_UNKNOWN;
  if (enough) return null;
  // With too many unknown, as many as would make six of ten are needed.
  const needs = Math.max(LEAST_CLASSIFIED, Math.ceil(of * (1 - MOST_UNKNOWN)));
  return { code: 'tooFew', what: 'classifiedItems', has: classified, needs };
}

function partOf({ type }: TypeRow, items: number | null): Omit<DistributionPart, 'share'> {
  return { type, items };
}

function countOf(items: readonly WorkItem[], { types }: TypeRow): number {
  return items.filter(({ type }) => types.includes(type)).length;
}

interface AskedPeriod {
  readonly period: Period<WorkItem>;
  readonly cells: TypeCells;
}

interface LeftOver {
  readonly items: readonly WorkItem[];
  readonly cells: TypeCells;
}

interface ShownRow {
  readonly row: TypeRow;
  readonly part: Omit<DistributionPart, 'share'>;
}

/** Where bins of the throughput are hidden, of all work and of one type's, which is shown when it is asked for. */
interface HiddenBins {
  readonly ofAll: { readonly isIn: (span: Span) => boolean };
  readonly ofTypes: readonly {
    readonly type: WorkType;
    readonly weeksPerBin: number;
    readonly isIn: (span: Span) => boolean;
  }[];
}

/**
 * The totals of the types and of the weeks are shown too, so a table of both hides both ways. A period with a hidden week in it
 * is hidden whole: its total, or a type's, less the other weeks would be that week's. What lies before the time that git knows
 * is left out.
 */
function periodsWith(
  { knownSince, calendar }: FlowInput,
  periods: readonly AskedPeriod[],
  leftOver: LeftOver,
  shown: readonly ShownRow[],
  gate: Gate,
  hiddenBins: HiddenBins,
): DistributionPeriod[] {
  const knownDay = knownSince === null ? -Infinity : calendar.dayOf(knownSince);
  const typesHiddenIn = (span: Span, mostWeeks: number): readonly WorkType[] =>
    hiddenBins.ofTypes.flatMap(({ type, weeksPerBin, isIn }) => (weeksPerBin <= mostWeeks && isIn(span) ? [type] : []));
  const isHeld = ({ types }: TypeRow, hidden: readonly WorkType[]): boolean =>
    types.some(type => hidden.includes(type));
  const isShown = (span: Span): boolean =>
    dayFromText(span.from) >= knownDay &&
    !hiddenBins.ofAll.isIn(span) &&
    !shown.some(({ row }) => isHeld(row, typesHiddenIn(span, PERIOD_WEEKS - 1)));
  const rowOf = ({ items, cells }: LeftOver, isRowShown: boolean, hiddenTypes: readonly WorkType[]) => {
    const human = items.filter(item => !gate.isAutomated(item));
    return shown.map(({ row, part }) => ({
      count: countOf(human, row),
      passes: cells.passes(row, gate),
      isLeftOver: !isRowShown || part.items === null || isHeld(row, hiddenTypes),
    }));
  };
  const table = periods.map(({ period, cells }) =>
    rowOf({ items: period.items, cells }, isShown(period), typesHiddenIn(period, PERIOD_WEEKS)),
  );
  // What is left over is a row like one that is hidden whole.
  const hidden = hiddenInTable([...table, rowOf(leftOver, false, [])], row => {
    const period = periods[row]?.period;
    return period !== undefined && !hiddenBins.ofAll.isIn(period);
  });
  return periods.flatMap(({ period: { from, to } }, at) => {
    if (dayFromText(from) < knownDay) return [];
    const isHidden = (column: number): boolean => !isShown({ from, to }) || hidden[at]?.[column] === true;
    return [
      { from, to, items: shown.map((_, column) => (isHidden(column) ? null : (table[at]?.[column]?.count ?? 0))) },
    ];
  });
}

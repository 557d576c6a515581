import type { SizeMix, TypeStratum } from '../../../model/flow/interventions.ts';
import type { Ask, FlowInput, Gate } from '../metric.ts';
import { hiddenCells } from '../people/suppression.ts';
import { nearestRank } from '../statistics/percentile.ts';
import { LEAST_ITEMS, watchedSeconds, type Begun, type Cohorts } from './interventionCohorts.ts';
import { typeCells } from './typeCells.ts';
import { LEAST_COVERAGE } from '../statistics/coverage.ts';

const MIX_SHIFT = 0.15;
/** Shares differ from 15 points by rounding only. */
const ROUNDING = 1e-9;
const LEAST_IN_STRATUM = 5;

type Side = readonly Begun[];

/** Items of one kind on both sides, and whether enough people are behind either. */
interface Row<Name> {
  readonly name: Name;
  readonly sides: readonly [before: Side, after: Side];
  readonly passes: readonly [before: boolean, after: boolean];
}

/** The kind of an item by which like is compared with like; null: with nothing. */
export type StratumOf = (item: Begun) => string | null;

export interface Strata<Shown> {
  readonly shown: readonly Shown[];
  /** null: what is hidden may have moved. */
  readonly moved: boolean | null;
  readonly stratumOf: StratumOf;
}

/** Divides both sides by work type; types with too few people are counted as other. null where one type was asked for. */
export function typeStrata(
  cohorts: Pick<Cohorts, 'before' | 'after'>,
  { type }: FlowInput,
  ask: Ask,
): (gate: Gate, isHuman: (item: Begun) => boolean) => Strata<TypeStratum> | null {
  const whole = typeCells([...cohorts.before, ...cohorts.after], ask);
  const [before, after] = [typeCells(cohorts.before, ask), typeCells(cohorts.after, ask)];
  return (gate, isHuman) => {
    if (type !== null) return null;
    const rows = whole.rows(gate).map((row): Row<TypeStratum['type']> => {
      const of = (side: Side): Side => side.filter(item => row.types.includes(item.type) && isHuman(item));
      return {
        name: row.type,
        sides: [of(cohorts.before), of(cohorts.after)],
        passes: [before.passes(row, gate), after.passes(row, gate)],
      };
    });
    const { hidden, moved, comparable } = divided(rows);
    const kinds = whole.rows(gate);
    return {
      shown: rows.map(({ name, sides }, at) => ({ type: name, ...countsOf(sides, hidden[at]) })),
      moved,
      stratumOf: item => {
        const name = kinds.find(({ types }) => types.includes(item.type))?.type;
        return comparable.some(row => row.name === name) ? (name ?? null) : null;
      },
    };
  };
}

/**
 * Divides the items of both sides that were finished while watched into thirds by size. Open work has no size yet, and
 * older items that took as long have one: with them, the sides would not be alike. null where too few sizes are known.
 */
export function sizeStrata(
  { before, after, followUpDays }: Cohorts,
  { sizes }: FlowInput,
  ask: Ask,
): (
  gate: Gate,
  isHuman: (item: Begun) => boolean,
) => (Strata<NonNullable<SizeMix['strata']>[number]> & Pick<SizeMix, 'measure'>) | null {
  const finished = [before, after].map(side => side.filter(item => watchedSeconds(item, followUpDays) !== Infinity));
  const measure = finished.flat().some(({ id }) => sizes?.get(id)?.lines != null) ? 'lines' : 'files';
  const sizeOf = ({ id }: Begun): number | null => sizes?.get(id)?.[measure] ?? null;
  const sized = finished.map(side => side.filter(item => sizeOf(item) !== null));
  const ascending = sized
    .flat()
    .flatMap(item => sizeOf(item) ?? [])
    .sort((a, b) => a - b);
  const ends = [...new Set([33, 67, 100].map(percent => nearestRank(ascending, percent) ?? 0))];
  const thirdOf = (item: Begun): number => ends.findIndex(end => (sizeOf(item) ?? Infinity) <= end);
  const thirds = ends.map((_, third) => sized.map(side => side.filter(item => thirdOf(item) === third)));
  const cells = thirds.map(sides => sides.map(side => ask(side)));
  return (gate, isHuman) => {
    const isKnown = sized.every((side, at) => {
      const [known, of] = [side, finished[at] ?? []].map(items => items.filter(isHuman).length);
      return known !== undefined && of !== undefined && known >= LEAST_ITEMS && known >= of * LEAST_COVERAGE;
    });
    if (!isKnown) return null;
    const rows = thirds.map(([old, recent], third): Row<number> => {
      const [passesOld, passesRecent] = (cells[third] ?? []).map(cell => gate.passes(cell));
      return {
        name: third,
        sides: [(old ?? []).filter(isHuman), (recent ?? []).filter(isHuman)],
        passes: [passesOld ?? false, passesRecent ?? false],
      };
    });
    const { hidden, moved, comparable } = divided(rows);
    return {
      measure,
      shown: rows.map(({ name, sides }, at) => ({
        from: name === 0 ? 0 : (ends[name - 1] ?? 0) + 1,
        to: name === ends.length - 1 ? null : (ends[name] ?? 0),
        ...countsOf(sides, hidden[at]),
      })),
      moved,
      stratumOf: item => {
        const third = watchedSeconds(item, followUpDays) === Infinity ? -1 : thirdOf(item);
        return comparable.some(({ name }) => name === third) ? String(third) : null;
      },
    };
  };
}

/**
 * Which cells are hidden, as the sum of each side is shown; whether a share moved by more than 15 points, told from what is
 * shown only; and the rows whose items may be compared: shown on both sides, with five items.
 */
function divided<Name>(rows: readonly Row<Name>[]): {
  readonly hidden: readonly (readonly boolean[])[];
  readonly moved: boolean | null;
  readonly comparable: readonly Row<Name>[];
} {
  const bySide = ([0, 1] as const).map(side =>
    hiddenCells(rows.map(({ sides, passes }) => ({ count: sides[side].length, passes: passes[side] }))),
  );
  const hidden = rows.map((_, at) => bySide.map(side => side[at] === true));
  const open = rows.filter((_, at) => !(hidden[at] ?? []).includes(true));
  return {
    hidden,
    moved: hasMoved(rows, open),
    comparable: open.filter(({ sides }) => sides.every(side => side.length >= LEAST_IN_STRATUM)),
  };
}

/** What is not open counts as one part. Where it is large, parts of it may have moved against each other. */
function hasMoved(rows: readonly Row<unknown>[], open: readonly Row<unknown>[]): boolean | null {
  const shares = open.map(({ sides }) => sides.map((side, at) => side.length / Math.max(1, totalOf(rows, at))));
  const others = [0, 1].map(at => 1 - shares.reduce((sum, share) => sum + (share[at] ?? 0), 0));
  const isLarge = (share: number): boolean => share > MIX_SHIFT + ROUNDING;
  if ([...shares, others].some(([before = 0, after = 0]) => isLarge(Math.abs(after - before)))) return true;
  return others.some(isLarge) ? null : false;
}

function totalOf(rows: readonly Row<unknown>[], at: number): number {
  return rows.reduce((sum, { sides }) => sum + (sides[at]?.length ?? 0), 0);
}

function countsOf(
  [before, after]: Row<unknown>['sides'],
  hidden: readonly boolean[] | undefined,
): { readonly before: number | null; readonly after: number | null } {
  const [hidesBefore = true, hidesAfter = true] = hidden ?? [];
  return { before: hidesBefore ? null : before.length, after: hidesAfter ? null : after.length };
}

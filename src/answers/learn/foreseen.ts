import type { Foreseen, ForeseenChange, ForeseenField } from '../../model/learn/calibration.ts';
import { weekOf } from './changeWeek.ts';
import type { SeenMeasure } from './measureChains.ts';

/** A measure in one version. */
type Said = Pick<SeenMeasure, 'on' | 'measure'>;

const FIELDS: readonly ForeseenField[] = ['target', 'baseline', 'by', 'confidence', 'tolerance'];

/** What was foreseen first, and what was said later. */
export interface ForeseenPast {
  readonly foreseen: Foreseen;
  /** The day of the commit that first had the field (`YYYY-MM-DD`); null where it is not committed, or was never said. */
  readonly firstOn: Readonly<Record<ForeseenField, string | null>>;
  readonly changes: readonly ForeseenChange[];
  /** Its numbers were first written in another unit: nothing can be held against them. */
  readonly unitChanged: boolean;
}

/**
 * The first version counts: of each field the first value that was written, so that nothing is gained by moving a target
 * afterwards. A unit that was added or left out later is taken for the one that was meant from the start.
 */
export function foreseenPast(seen: readonly Said[]): ForeseenPast {
  const firstWith = (field: ForeseenField): Said | undefined => seen.find(({ measure }) => measure[field] !== null);
  const first = <Field extends ForeseenField>(field: Field): Foreseen[Field] | null =>
    firstWith(field)?.measure[field] ?? null;
  const firstOn = (field: ForeseenField): string | null => firstWith(field)?.on ?? null;
  const units = unitChanges(seen);
  return {
    foreseen: {
      baseline: first('baseline'),
      target: first('target'),
      by: first('by'),
      confidence: first('confidence'),
      tolerance: first('tolerance'),
    },
    firstOn: {
      baseline: firstOn('baseline'),
      target: firstOn('target'),
      by: firstOn('by'),
      confidence: firstOn('confidence'),
      tolerance: firstOn('tolerance'),
    },
    changes: [...FIELDS.flatMap(field => changesOf(seen, field)), ...units],
    unitChanged: units.length > 0,
  };
}

/** From one version to the next, once something was said. */
function changesOf(seen: readonly Said[], field: ForeseenField): ForeseenChange[] {
  const start = seen.findIndex(({ measure }) => measure[field] !== null);
  const said = start === -1 ? [] : seen.slice(start);
  return said.flatMap(({ on, measure }, at): ForeseenChange[] => {
    const before = said[at - 1];
    if (before === undefined || before.measure[field] === measure[field]) return [];
    return [{ field, from: before.measure[field], to: measure[field], week: weekOf(on) }];
  });
}

/** From one named unit to another, once there is a number in it. */
function unitChanges(seen: readonly Said[]): ForeseenChange[] {
  const start = seen.findIndex(({ measure }) => measure.baseline !== null || measure.target !== null);
  const named = (start === -1 ? [] : seen.slice(start)).flatMap(({ on, measure: { unit } }) => {
    return unit === null ? [] : [{ on, unit: unit.trim() }];
  });
  return named.flatMap(({ on, unit }, at): ForeseenChange[] => {
    const before = named[at - 1];
    if (before === undefined || before.unit.toLowerCase() === unit.toLowerCase()) return [];
    return [{ field: 'unit', from: before.unit, to: unit, week: weekOf(on) }];
  });
}

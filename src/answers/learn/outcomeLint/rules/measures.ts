import type { Epic } from '../../../../model/epic.ts';
import { isTemplateLeft, type Measure } from '../../../../model/outcome.ts';
import type { Found } from '../rule.ts';

/** The measures that somebody named and that fit, each at its name. */
export function measuresWhere({ outcome }: Epic, fits: (measure: Measure) => boolean): readonly Found[] {
  return (outcome?.measures ?? []).flatMap((measure, at) =>
    isTemplateLeft(measure.name) || !fits(measure)
      ? []
      : [{ at: [`outcome.measures.${at}.name`], data: { name: measure.name } }],
  );
}

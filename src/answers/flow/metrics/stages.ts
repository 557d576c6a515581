import type { Stages } from '../../../model/flow/stages.ts';
import type { Metric } from '../metric.ts';
import { mayDivide } from '../people/breakdown.ts';
import { paths, withoutPaths } from '../tickets/segments.ts';
import { stageTimes } from './stageTimes.ts';

/** Time in stage of the window's finished items, in seconds: the stages of tickets, or the three that git can tell. */
export const stagesMetric: Metric<Stages> = (input, ask) => {
  const asked = paths(input, ask, true);
  const times = stageTimes(asked.candidates, ask);
  return gate => {
    const known = asked.judged(gate);
    const isShown = known.withheld === null && mayDivide(input);
    return {
      ...withoutPaths(known),
      withheld: known.withheld ?? (mayDivide(input) ? null : { code: 'people' }),
      stages: isShown ? times(known.paths, gate) : [],
    };
  };
};

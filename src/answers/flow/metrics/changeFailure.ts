import type { ChangeFailure } from '../../../model/flow/changeFailure.ts';
import { isTypeKnown } from '../items/failures.ts';
import type { Metric } from '../metric.ts';
import { wilson } from '../../statistics/proportion.ts';
import { shareOf } from '../../statistics/share.ts';
import { askAbout, deploymentsWithheld, judgedDeployments, LEAST_DEPLOYMENTS } from './judgedDeployments.ts';

/** With the type of more of the items unknown, nothing tells a patch that is mostly fixes (METRICS M11). */
const MOST_UNKNOWN = 0.4;

/**
 * Change failure rate: from the share of deployments that failed for certain to the share that failed or may have. Those
 * that may still fail, and those that were made to mend an earlier failure, are neither in the numerator nor in the
 * denominator.
 */
export const changeFailure: Metric<ChangeFailure> = (input, ask) => {
  const { known, first, empty } = judgedDeployments(input);
  const mature = known.filter(({ failure }) => !failure.immature);
  const counted = mature.filter(({ failure }) => !failure.rework);
  const cell = askAbout(counted, ask);
  const ids = new Set(known.flatMap(({ held }) => held));
  const held = input.items.filter(({ id }) => ids.has(id));
  const failed = (how: 'confirmed' | 'suspected'): number =>
    counted.filter(({ failure }) => failure.failed === how).length;
  return gate => {
    const withheld = deploymentsWithheld(input, counted.length, gate.passes(cell), gate);
    const of = withheld === null ? counted.length : 0;
    const [sure, perhaps] = withheld === null ? [failed('confirmed'), failed('suspected')] : [0, 0];
    const human = held.filter(item => !gate.isAutomated(item));
    const unknown = human.filter(item => !isTypeKnown(item)).length;
    const confirmed = shareOf(sure, of, LEAST_DEPLOYMENTS);
    return {
      withheld,
      confirmed,
      suspected: unknown > human.length * MOST_UNKNOWN ? null : shareOf(sure + perhaps, of, LEAST_DEPLOYMENTS),
      interval: confirmed.share === null ? null : wilson(sure, of),
      immature: known.length - mature.length,
      rework: mature.length - counted.length,
      first,
      empty,
    };
  };
};

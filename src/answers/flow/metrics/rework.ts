import type { Rework } from '../../../model/flow/rework.ts';
import type { Metric } from '../metric.ts';
import { wilson } from '../../statistics/proportion.ts';
import { shareOf } from '../../statistics/share.ts';
import { askAbout, deploymentsWithheld, judgedDeployments, LEAST_DEPLOYMENTS } from './judgedDeployments.ts';

/** Deployment rework rate: deployments that are mostly fixes and mend a confirmed failure, of all with something new. */
export const rework: Metric<Rework> = (input, ask) => {
  const { known, first, empty } = judgedDeployments(input);
  const cell = askAbout(known, ask);
  return gate => {
    const withheld = deploymentsWithheld(input, known.length, gate.passes(cell), gate);
    const shown = withheld === null ? known : [];
    const share = shareOf(shown.filter(({ failure }) => failure.rework).length, shown.length, LEAST_DEPLOYMENTS);
    return {
      withheld,
      rework: share,
      interval: share.share === null ? null : wilson(share.count, share.of),
      first,
      empty,
    };
  };
};

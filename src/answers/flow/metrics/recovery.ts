import type { Recovery } from '../../../model/flow/recovery.ts';
import type { FlowInput, Metric } from '../metric.ts';
import { medianSurvival } from '../statistics/kaplanMeier.ts';
import { dayText } from '../time/calendar.ts';
import { askAbout, deploymentsWithheld, judgedDeployments, type Judged } from './judgedDeployments.ts';

const LEAST_FAILURES = 5;

/**
 * Recovery time: from a deployment that failed for certain to the first one that holds what mended it, in seconds. Failures
 * that nothing mended yet are known to take longer than until now (Kaplan and Meier), never left out.
 */
export const recovery: Metric<Recovery> = (input, ask) => {
  const failed = judgedDeployments(input).known.filter(({ failure }) => failure.failed === 'confirmed');
  const cell = askAbout(failed, ask);
  const times = timesOf(failed, input);
  const recovered = times.filter(seconds => seconds !== null).length;
  return gate => {
    // On the screen they are rows of the window, so there only what sums them up asks who is behind it.
    const passes = input.use === 'view' || gate.passes(cell);
    const withheld = deploymentsWithheld(input, input.deployments.length, passes, gate);
    const p50 = medianSurvival(
      failed.map(({ deployment }, at) => {
        const seconds = times[at] ?? null;
        return { time: seconds ?? input.now - deployment.at, ended: seconds !== null };
      }),
    );
    const p50Withheld = p50WithheldOf(failed.length, gate.passes(cell), p50);
    return {
      withheld: withheld ?? (failed.length === 0 ? { code: 'nothing', what: 'failures' } : null),
      failures: withheld === null ? failed.length : 0,
      recovered: withheld === null ? recovered : 0,
      p50: withheld === null && p50Withheld === null ? p50 : null,
      p50Withheld,
      list:
        withheld === null && input.use === 'view'
          ? failed.map(({ deployment: { version, at } }, index) => ({
              version,
              on: dayText(input.calendar.dayOf(at)),
              seconds: times[index] ?? null,
            }))
          : [],
    };
  };
};

function timesOf(failed: readonly Judged[], { deployments }: FlowInput): (number | null)[] {
  const at = new Map(deployments.map(deployment => [deployment.id, deployment.at]));
  return failed.map(({ deployment, failure }) => {
    const mended = failure.fixedBy === null ? undefined : at.get(failure.fixedBy);
    return mended === undefined ? null : mended - deployment.at;
  });
}

function p50WithheldOf(failures: number, passes: boolean, p50: number | null): Recovery['p50Withheld'] {
  if (failures < LEAST_FAILURES) return { code: 'tooFew', what: 'failures', has: failures, needs: LEAST_FAILURES };
  if (!passes) return { code: 'people' };
  return p50 === null ? 'open' : null;
}

import type { LeadTime, LeadTimeLine, LeadTimeSplit } from '../../../model/flow/leadTime.ts';
import type { Countable, Withheld } from '../../../model/flow/withheld.ts';
import type { Cell, FlowInput, Metric } from '../metric.ts';
import { leastValuesFor } from '../statistics/percentile.ts';
import { startOfDay } from '../time/calendar.ts';
import { liveCommits, deployedItems, deploymentsInside, waitingItems, type Deployed } from './deployedWork.ts';
import { percentilesOf } from './percentiles.ts';

const LEAST_VALUES = leastValuesFor(85);
const LEAST_DEPLOYMENTS = 3;
/** METRICS M8. */
const LEAST_BRANCHES = 10;

/**
 * Lead time for changes (DORA: change lead time): from the writing of a commit to the deployment that first holds it, by
 * nearest rank. Commits of which only the landing is known are a line of their own, as is the release wait of items.
 */
export const leadTimeMetric: Metric<LeadTime> = (input, ask) => {
  const deployments = deploymentsInside(input);
  const commits = liveCommits(input, deployments);
  const written = commits.filter(({ fromLanding }) => !fromLanding);
  const landed = commits.filter(({ fromLanding }) => fromLanding);
  const items = deployedItems(input, deployments);
  const branches = items.filter(isBranch);
  const { at, atEnd } = waitingUntil(input);
  const waiting = waitingItems(input, at);
  const cellOf = (deployed: readonly Deployed[]): Cell => ask(deployed.map(({ item }) => item));
  const cells = { written: cellOf(written), landed: cellOf(landed), items: cellOf(items), branches: cellOf(branches) };
  const waitingCell = ask(waiting);
  return gate => {
    const human = (deployed: readonly Deployed[]): Deployed[] => deployed.filter(({ item }) => !gate.isAutomated(item));
    const fromCommit = lineOf(human(written), gate.passes(cells.written), 'changes');
    const fromLanding = lineOf(human(landed), gate.passes(cells.landed), 'changes');
    const hidden = [fromCommit, fromLanding].filter(({ withheld }) => withheld?.code === 'people').length;
    // Beside one of the two lines, their total would tell about the hidden other.
    const isWhole = hidden !== 1;
    const left = waiting.filter(item => !gate.isAutomated(item)).map(({ end }) => at - end);
    const isWaitingShown = input.deployments.length > 0 && (left.length === 0 || gate.passes(waitingCell));
    return {
      withheld: withheldOf(input, deployments.size, human([...commits, ...items]).length),
      fromCommit,
      fromLanding,
      releaseWait: lineOf(human(items), isWhole && gate.passes(cells.items), 'landedItems'),
      split: splitOf(human(branches), isWhole && gate.passes(cells.branches)),
      waiting: isWaitingShown ? { items: left.length, oldestSeconds: oldestOf(left, input), atEnd } : null,
      clockSkew: human([...commits, ...items]).filter(({ skewed }) => skewed).length,
    };
  };
};

/** Now for a window up to the running week. For an earlier one its end: nobody may have fetched since. */
function waitingUntil({ now, calendar, weeks }: FlowInput): { readonly at: number; readonly atEnd: boolean } {
  const last = weeks.at(-1);
  if (last === undefined || calendar.dayOf(now) < last.day + 14) return { at: now, atEnd: false };
  return { at: startOfDay(calendar, last.day + 7), atEnd: true };
}

/** An export says no instant of one item, and from the time until now follows when it landed. */
function oldestOf(seconds: readonly number[], { use }: FlowInput): number | null {
  return seconds.length === 0 || use === 'export' ? null : seconds.reduce((a, b) => Math.max(a, b));
}

function withheldOf({ deployments }: FlowInput, inside: number, deployed: number): Withheld | null {
  if (deployments.length === 0) return { code: 'noDeployments' };
  if (inside === 0) return { code: 'nothing', what: 'deployments' };
  return deployed === 0 ? { code: 'nothing', what: 'changes' } : null;
}

function lineOf(deployed: readonly Deployed[], passes: boolean, what: Countable): LeadTimeLine {
  const timed = deployed.filter(({ skewed }) => !skewed);
  const n = timed.length;
  const deployments = new Set(timed.map(({ deployment }) => deployment.id)).size;
  const withheld = lineWithheld(n, deployments, passes, what);
  const isHidden = withheld?.code === 'people';
  const seconds = withheld === null ? timed.map(one => one.seconds) : [];
  return {
    withheld,
    n: isHidden ? null : n,
    deployments: isHidden ? null : deployments,
    percentiles: percentilesOf(seconds, [50, 85], LEAST_VALUES),
  };
}

function lineWithheld(n: number, deployments: number, passes: boolean, what: Countable): Withheld | null {
  if (n === 0) return { code: 'nothing', what };
  if (!passes) return { code: 'people' };
  if (n < LEAST_VALUES) return { code: 'tooFew', what, has: n, needs: LEAST_VALUES };
  return deployments < LEAST_DEPLOYMENTS
    ? { code: 'tooFew', what: 'deployments', has: deployments, needs: LEAST_DEPLOYMENTS }
    : null;
}

function isBranch({ item }: Deployed): boolean {
  return item.startQuality === 'branch' && item.start !== null && item.written.length > 0;
}

/** Sums of the three stretches of each item; together they are the time from its start to its deployment. */
function splitOf(branches: readonly Deployed[], passes: boolean): LeadTimeSplit {
  const timed = branches.filter(({ skewed }) => !skewed);
  const withheld = splitWithheld(timed.length, passes);
  const sum = { coding: 0, integration: 0, release: 0 };
  for (const { item, seconds } of withheld === null ? timed : []) {
    const start = Math.min(item.start ?? item.end, item.end);
    const last = Math.min(Math.max(item.written.at(-1) ?? start, start), item.end);
    sum.coding += last - start;
    sum.integration += item.end - last;
    sum.release += seconds;
  }
  return { withheld, items: withheld?.code === 'people' ? null : timed.length, ...sum };
}

function splitWithheld(n: number, passes: boolean): Withheld | null {
  if (n === 0) return { code: 'nothing', what: 'branchItems' };
  if (!passes) return { code: 'people' };
  return n < LEAST_BRANCHES ? { code: 'tooFew', what: 'branchItems', has: n, needs: LEAST_BRANCHES } : null;
}

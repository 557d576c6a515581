import type { DeploymentFrequency, DeploymentInterval } from '../../../model/flow/deployments.ts';
import type { BehaviourSeries } from '../../../model/flow/processBehaviour.ts';
import type { Withheld } from '../../../model/flow/withheld.ts';
import type { WorkItem } from '../../../model/work.ts';
import type { FlowInput, Gate, Metric } from '../metric.ts';
import { knownBins } from '../people/breakdown.ts';
import { namedChanges, unlessBiased } from '../statistics/behaviourSeries.ts';
import { median } from '../statistics/median.ts';
import { processBehaviour } from '../statistics/processBehaviour.ts';
import { dayText } from '../time/calendar.ts';
import { binsWithheld } from './binsWithheld.ts';
import {
  isNobodys,
  releaseSeries,
  rolloutsOf,
  workAround,
  type Rollout,
  type ReleaseSeries,
} from './deploymentBins.ts';
import { percentilesOf } from './percentiles.ts';

const WEEK_SECONDS = 7 * 86_400;

/** Deployments of the window in bins (zeros included), days with one, and the time from one to the next; of all work types. */
export const deploymentFrequencyMetric: Metric<DeploymentFrequency> = (input, ask) => {
  const known = new Map(input.items.map(item => [item.id, item]));
  const all = rolloutsOf(input.deployments);
  const inside = all.filter(({ at }) => input.isInside(at));
  const divided = releaseSeries(input, inside, ask);
  // The time to the window's first deployment began with the one before it.
  const before = all[all.findIndex(({ at }) => input.isInside(at)) - 1];
  const chain = before === undefined ? inside : [before, ...inside];
  // Outside the bins: the week up to it stands for the bin.
  const cells = chain.map(release => ask(workAround([release], landedBefore(release, input))));
  const whole = ask(
    workAround(
      chain,
      input.items.filter(({ end }) => input.isInside(end)),
    ),
  );
  return gate => {
    const { weeksPerBin, bins } = divided(gate);
    const shown = { weeksPerBin, bins: bins.filter(knownBins(input)) };
    const series = countsOf(shown, input, known, gate);
    const releases = shown.bins.flatMap(({ items }) => items ?? []);
    const counts = series.points.flatMap(({ value }) => (value === null ? [] : [value]));
    const weeks = counts.length * weeksPerBin;
    const withheld = nothing(all.length, inside.length) ?? binsWithheld(series, weeks);
    if (withheld !== null)
      return { withheld, ...nothingShown(countsOf({ weeksPerBin, bins: [] }, input, known, gate)) };
    const binned = bins.map(({ from, to, items }) => ({ from, to, isShown: items !== null }));
    const isShown = chain.map((release, index) => {
      const day = dayText(input.calendar.dayOf(release.at));
      const bin = binned.find(({ from, to }) => day >= from && day < to);
      return bin?.isShown ?? (isNobodys(release, known, gate) || gate.passes(cells[index] ?? -1));
    });
    const points = intervalsOf(chain, isShown, input);
    const gaps = chain.slice(1).map(({ at }, index) => at - (chain[index]?.at ?? at));
    const days = new Set(releases.map(({ at }) => input.calendar.dayOf(at))).size;
    return {
      withheld,
      weeks,
      deployments: releases.length,
      median: series.biased ? null : median(counts),
      daysPerWeek: days / weeks,
      between:
        chain.every(release => isNobodys(release, known, gate)) || gate.passes(whole)
          ? { n: gaps.length, percentiles: percentilesOf(gaps, [50, 85]) }
          : null,
      series,
      intervals: { points, behaviour: behaviourOf(points, input) },
    };
  };
};

function landedBefore({ at }: Rollout, { items }: FlowInput): WorkItem[] {
  return items.filter(({ end }) => end > at - WEEK_SECONDS && end <= at);
}

function nothing(all: number, inside: number): Withheld | null {
  if (all === 0) return { code: 'noDeployments' };
  return inside === 0 ? { code: 'nothing', what: 'deployments' } : null;
}

function nothingShown(series: BehaviourSeries): Omit<DeploymentFrequency, 'withheld'> {
  const intervals = { points: [], behaviour: series.behaviour };
  return { weeks: 0, deployments: 0, median: null, daysPerWeek: null, between: null, series, intervals };
}

function countsOf(
  { weeksPerBin, bins }: ReleaseSeries,
  input: FlowInput,
  known: ReadonlyMap<string, WorkItem>,
  gate: Gate,
): BehaviourSeries {
  const labelsOf = (releases: readonly Rollout[]): string[] => {
    const items = releases.flatMap(release => release.items).flatMap(({ id }) => known.get(id) ?? []);
    const labels = items.map(item => gate.labelOf(item)).filter(label => label !== null);
    return input.use === 'export' ? [] : [...new Set(labels)];
  };
  const values = bins.map(({ items }) => items?.length ?? null);
  return unlessBiased({
    weeksPerBin,
    points: bins.map(({ from, to, items, held }, bin) => ({
      from,
      to,
      value: values[bin] ?? null,
      hidden: items === null,
      n: held,
      labels: labelsOf(items ?? []),
    })),
    behaviour: processBehaviour(values, { nonNegative: true, breaks: namedChanges(bins, input) }),
    biased: false,
  });
}

/** Times between neighbours that may both be shown; one gap for each run of others, which tells neither how many nor when. */
function intervalsOf(
  chain: readonly Rollout[],
  isShown: readonly boolean[],
  { calendar }: FlowInput,
): DeploymentInterval[] {
  const dayOf = ({ at }: Rollout): string => dayText(calendar.dayOf(at));
  const shown = chain.map((release, index) => ({ release, index })).filter(({ index }) => isShown[index] === true);
  return shown.slice(1).flatMap(({ release, index }, place) => {
    const last = shown[place];
    if (last === undefined) return [];
    const seconds = last.index === index - 1 ? release.at - last.release.at : null;
    return [{ from: dayOf(last.release), to: dayOf(release), seconds }];
  });
}

function behaviourOf(points: readonly DeploymentInterval[], input: FlowInput) {
  return processBehaviour(
    points.map(({ seconds }) => seconds),
    { nonNegative: true, breaks: namedChanges(points, input) },
  );
}

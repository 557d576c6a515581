import { batchSizeMetric } from '../../src/answers/flow/metrics/batchSize.ts';
import { cycleTimeMetric } from '../../src/answers/flow/metrics/cycleTime.ts';
import { flowEfficiencyMetric } from '../../src/answers/flow/metrics/flowEfficiency.ts';
import { integrationWaitMetric } from '../../src/answers/flow/metrics/integrationWait.ts';
import { throughputMetric } from '../../src/answers/flow/metrics/throughput.ts';
import { calendarDays } from '../../src/answers/flow/time/calendar.ts';
import type { RepositoryPort } from '../../src/model/ports/gitPort.ts';
import type { Check } from './check.ts';
import { measure, readAt } from './reading.ts';

/** METRICS P34: a team that merges requests. All values are of its 262 merged requests. */
export async function middleware(repository: RepositoryPort, commit: string): Promise<Check[]> {
  const { graph, line, work, sizes, input } = await readAt(repository, commit);
  const onLine = line.flatMap(position => graph.commits.at(position) ?? []);
  const merges = onLine.filter(({ parents }) => parents.length > 1);
  const requests = merges.filter(({ facts }) => facts.merge !== null && facts.number !== null);
  const squashed = onLine.filter(({ parents, facts }) => parents.length < 2 && facts.squash);

  const items = work.items.filter(({ rule }) => rule === 'merge');
  const measured = await sizes(items);
  const all = input(items, measured);
  const cycle = measure(cycleTimeMetric, all);
  const seconds = cycle.points.map(point => point.seconds);
  const wait = measure(integrationWaitMetric, all);
  const batch = measure(batchSizeMetric, all);
  const activity = measure(flowEfficiencyMetric, all);
  const weeks = measure(throughputMetric, all).series.points.map(({ from, value }) => ({ from, value: value ?? 0 }));

  const daysOf = (times: readonly number[]): number => new Set(times.map(all.calendar.dayOf)).size;
  const active = items.reduce((sum, { written }) => sum + daysOf(written), 0);
  const elapsed = items.reduce((sum, { start, end }) => sum + calendarDays(all.calendar, start ?? end, end), 0);
  const lost = items.length - measured.size;
  const absent = lost === 0 ? null : `${lost} of ${items.length} requests changed files that this copy lacks`;

  return [
    { what: 'commits on the first-parent line', value: onLine.length, reference: 722 },
    { what: 'merged requests', value: requests.length, reference: 262 },
    { what: 'other merges', value: merges.length - requests.length, reference: 0 },
    { what: 'squashed requests', value: squashed.length, reference: 46 },
    { what: 'items from merges', value: items.length, reference: 262 },
    {
      what: 'cycle time P50/85/95, s',
      value: join(cycle.percentiles.map(one => one.seconds)),
      reference: '1104/57636/451953',
    },
    { what: 'cycle time, least, s', value: Math.min(...seconds), reference: 31 },
    { what: 'cycle time, most, s', value: Math.max(...seconds), reference: 4_171_760 },
    {
      what: 'commits P50/85',
      value: join((batch.commits?.percentiles ?? []).map(one => one.value)),
      reference: '2/6',
      absent,
    },
    { what: 'files P50/85', value: join(batch.files.percentiles.map(one => one.value)), reference: '2/7', absent },
    { what: 'lines P50', value: batch.lines?.percentiles[0]?.value ?? null, reference: 36, tolerance: 0.02, absent },
    { what: 'lines P85', value: batch.lines?.percentiles[1]?.value ?? null, reference: 290, tolerance: 0.02, absent },
    {
      what: 'integration wait P50/85, s',
      value: join(wait.percentiles.slice(0, 2).map(one => one.seconds)),
      reference: '432/16920',
    },
    { what: 'integration wait, share', value: wait.share, reference: 0.2958, tolerance: 5e-4 },
    { what: 'days with commits', value: active, reference: 332 },
    { what: 'days from start to landing', value: elapsed, reference: 577 },
    { what: 'branches of 3 days or more', value: activity.items, reference: 28 },
    { what: 'commit activity of these', value: activity.ratio, reference: 0.2799, tolerance: 5e-4 },
    { what: 'weeks with merges', value: weeks.filter(({ value }) => value > 0).length, reference: 27 },
    {
      what: 'merges in 2024-W15',
      value: weeks.find(({ from }) => from === '2024-04-08')?.value ?? null,
      reference: 49,
    },
  ];
}

function join(values: readonly (number | null)[]): string {
  return values.join('/');
}

import type { IntegrationWait } from '../../../model/flow/integrationWait.ts';
import type { Withheld } from '../../../model/flow/withheld.ts';
import type { FlowInput, Gate, Metric } from '../metric.ts';
import { mayDivide } from '../people/breakdown.ts';
import { hiddenCells } from '../people/suppression.ts';
import { gitPath } from '../tickets/gitPath.ts';
import type { Path } from '../tickets/segments.ts';
import { dayText } from '../time/calendar.ts';
import { isFinishedWork } from '../items/timedWork.ts';
import { percentilesOf } from './percentiles.ts';
import { sumOf } from './stageTimes.ts';
import { LEAST_COVERAGE } from '../statistics/coverage.ts';

const LEAST_ITEMS = 19;
/** First hour of each bin; the last is open. */
const BIN_STARTS = [0, 1, 4, 24, 72, 168] as const;

/**
 * From the last commit of a merged branch to its landing, in seconds (nearest-rank percentiles): an upper bound of the
 * waiting after the last push. Waits between review rounds are in the pauses between commits.
 */
export const integrationWaitMetric: Metric<IntegrationWait> = (input, ask) => {
  const finished = input.finished.filter(isFinishedWork);
  const merged = finished.flatMap(item => gitPath(item, null));
  const cell = ask(merged.map(({ item }) => item));
  const pauseCell = ask(merged.filter(({ pause }) => pause !== null).map(({ item }) => item));
  const cells = BIN_STARTS.map((_, bin) => ask(merged.filter(path => binOf(path) === bin).map(({ item }) => item)));
  return gate => {
    const all = finished.filter(item => !gate.isAutomated(item)).length;
    const known = merged.filter(({ item }) => !gate.isAutomated(item));
    const withheld = withheldOf(known.length, all) ?? (gate.passes(cell) ? null : ({ code: 'people' } as const));
    const shown = withheld === null ? known : [];
    const total = sumOf(shown.map(({ start, end }) => end - start));
    const pauses = shown.flatMap(({ pause }) => (pause === null ? [] : [pause]));
    const hasPauses = gate.passes(pauseCell);
    return {
      withheld,
      finished: all,
      items: known.length,
      percentiles: percentilesOf(shown.map(waitOf), [50, 85, 95], LEAST_ITEMS),
      share: total === 0 ? null : sumOf(shown.map(waitOf)) / total,
      pauses: hasPauses ? percentilesOf(pauses, [50, 85], LEAST_ITEMS) : [],
      pauseItems: hasPauses ? pauses.length : null,
      points: input.use === 'view' ? pointsOf(shown, input, gate) : [],
      bins: withheld === null && mayDivide(input) ? binsOf(shown, cells, gate) : [],
    };
  };
};

function withheldOf(known: number, of: number): Withheld | null {
  if (of === 0) return { code: 'nothing', what: 'finishedItems' };
  if (known / of < LEAST_COVERAGE) return { code: 'coverage', known, of };
  return known < LEAST_ITEMS ? { code: 'tooFew', what: 'branchItems', has: known, needs: LEAST_ITEMS } : null;
}

function waitOf({ stages }: Path): number {
  return stages.find(({ stage }) => stage.place === 'afterLastCommit')?.seconds ?? 0;
}

function pointsOf(paths: readonly Path[], { calendar }: FlowInput, gate: Gate): IntegrationWait['points'] {
  const points = paths.map(path => ({
    id: path.item.id,
    label: gate.labelOf(path.item),
    type: path.item.type,
    landed: dayText(calendar.dayOf(path.end)),
    landedAt: path.end,
    seconds: waitOf(path),
    share: path.end === path.start ? null : waitOf(path) / (path.end - path.start),
  }));
  return points.sort((a, b) => a.landedAt - b.landedAt || (a.id < b.id ? -1 : 1));
}

function binOf(path: Path): number {
  return BIN_STARTS.findLastIndex(hours => waitOf(path) >= hours * 3_600);
}

function binsOf(paths: readonly Path[], cells: readonly number[], gate: Gate): IntegrationWait['bins'] {
  const counts = BIN_STARTS.map((_, bin) => paths.filter(path => binOf(path) === bin).length);
  const hidden = hiddenCells(counts.map((count, bin) => ({ count, passes: gate.passes(cells[bin] ?? -1) })));
  return BIN_STARTS.map((fromHours, bin) => ({
    fromHours,
    toHours: BIN_STARTS[bin + 1] ?? null,
    count: hidden[bin] === true ? null : (counts[bin] ?? 0),
  }));
}

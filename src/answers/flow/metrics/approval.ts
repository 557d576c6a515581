import type { Approval, ApprovalKind, TimeKind } from '../../../model/flow/approval.ts';
import { TIME_KINDS } from '../../../model/flow/approval.ts';
import type { Place } from '../../../model/flow/stages.ts';
import type { Withheld } from '../../../model/flow/withheld.ts';
import type { Ask, FlowInput, Gate, Metric } from '../metric.ts';
import { mayDivide } from '../people/breakdown.ts';
import { hiddenCells } from '../people/suppression.ts';
import { nearestRank } from '../statistics/percentile.ts';
import { paths, type Path } from '../tickets/segments.ts';
import { sumOf } from './stageTimes.ts';

const LEAST_ITEMS = 19;
const LEAST_FOR_P50 = 5;
/** The slowest quarter (METRICS Q4). */
const SLOW_PERCENT = 75;
const MOST_OF = 0.5;

const KIND_OF: Readonly<Record<Place, TimeKind>> = {
  active: 'active',
  coding: 'active',
  approval: 'approval',
  todo: 'queue',
  queue: 'queue',
  reopened: 'queue',
  pause: 'queue',
  afterLastCommit: 'other',
  blocked: 'blocked',
  release: 'release',
  unmapped: 'other',
};

type Times = Readonly<Record<TimeKind, number>>;

/**
 * Did approval, not engineering, make the slowest quarter slow? Approval when it holds half of what they took more than
 * typical items, and the typical approval wait would have kept half of them within the limit; engineering when active
 * time holds half. From git alone the answer is always that it cannot tell.
 */
export const approvalMetric: Metric<Approval> = (input, ask) => {
  const asked = paths(input, ask, true);
  const limit = limitOf(asked.candidates);
  const slow = asked.candidates.filter(path => secondsOf(path) > limit);
  const cell = ask(slow.map(({ item }) => item));
  const kinds = TIME_KINDS.map(kind => ask(slow.filter(path => timesOf(path)[kind] > 0).map(({ item }) => item)));
  const layers = layersOf(asked.candidates, input, ask);
  return gate => {
    const { paths: shown, withheld, source, items } = asked.judged(gate);
    const nothing: Approval = { ...NOTHING, withheld, source, items };
    if (withheld !== null) return nothing;
    if (source === 'git') return { ...nothing, verdict: 'cannotTell', afterLastCommit: afterLastCommit(shown) };
    const passes = TIME_KINDS.map((_, index) => gate.passes(kinds[index] ?? -1));
    const judged = judge(shown, limit, passes);
    // The verdict tells of both.
    const isHidden = judged.kinds.some(({ kind, seconds }) => isJudged(kind) && seconds === null);
    const enoughPeople = gate.passes(cell) && mayDivide(input) && !isHidden;
    const why = tooFew(shown.length) ?? (enoughPeople ? null : ({ code: 'people' } as const));
    return why === null ? { ...nothing, ...judged, layers: layers(shown, gate) } : { ...nothing, withheld: why };
  };
};

const NOTHING = {
  verdict: null,
  slow: 0,
  limit: null,
  kinds: [],
  typicalApproval: null,
  rescued: null,
  layers: [],
  afterLastCommit: null,
} as const;

type Judged = Pick<Approval, 'verdict' | 'slow' | 'limit' | 'kinds' | 'typicalApproval' | 'rescued'>;

function isJudged(kind: TimeKind): boolean {
  return kind === 'approval' || kind === 'active';
}

function judge(paths: readonly Path[], limit: number, passes: readonly boolean[]): Judged {
  const slow = paths.filter(path => secondsOf(path) > limit);
  const slowTimes = slow.map(timesOf);
  const typical = paths.filter(path => secondsOf(path) <= limit).map(timesOf);
  const kinds = kindsOf(slowTimes, typical, passes);
  const approvals = paths.map(path => timesOf(path).approval).filter(seconds => seconds > 0);
  const typicalApproval = approvals.length < LEAST_FOR_P50 ? null : middle(approvals);
  const rescued = slowTimes.filter(
    ({ approval }, index) => secondsOf(slow[index]) - Math.max(0, approval - (typicalApproval ?? approval)) <= limit,
  ).length;
  return { verdict: verdictOf(kinds, rescued, slow.length), slow: slow.length, limit, kinds, typicalApproval, rescued };
}

function verdictOf(kinds: readonly ApprovalKind[], rescued: number, slow: number): Approval['verdict'] {
  if (slow === 0) return 'even';
  const excess = (wanted: TimeKind): number => kinds.find(({ kind }) => kind === wanted)?.excessShare ?? 0;
  if (excess('approval') >= MOST_OF && rescued >= slow * MOST_OF) return 'approval';
  return excess('active') >= MOST_OF ? 'engineering' : 'mixed';
}

function kindsOf(slow: readonly Times[], typical: readonly Times[], passes: readonly boolean[]): ApprovalKind[] {
  const parts = TIME_KINDS.map(kind => {
    const usual = middle(typical.map(times => times[kind])) ?? 0;
    const seconds = slow.map(times => times[kind]);
    const count = seconds.filter(value => value > 0).length;
    return { kind, count, seconds: sumOf(seconds), excess: sumOf(seconds.map(value => Math.max(0, value - usual))) };
  });
  const hidden = hiddenCells(parts.map(({ count }, index) => ({ count, passes: passes[index] ?? false })));
  const [all, over] = [sumOf(parts.map(part => part.seconds)), sumOf(parts.map(part => part.excess))];
  return parts.map(({ kind, seconds, excess }, index) =>
    hidden[index] === true
      ? { kind, seconds: null, share: null, excess: null, excessShare: null }
      : {
          kind,
          seconds,
          share: all === 0 ? null : seconds / all,
          excess,
          excessShare: over === 0 ? null : excess / over,
        },
  );
}

function timesOf({ stages }: Path): Times {
  const times = { active: 0, approval: 0, queue: 0, blocked: 0, release: 0, other: 0 };
  for (const { stage, seconds } of stages) times[KIND_OF[stage.place]] += seconds;
  return times;
}

function secondsOf(path: Path | undefined): number {
  return path === undefined ? 0 : sumOf(Object.values(timesOf(path)));
}

function limitOf(paths: readonly Path[]): number {
  return (
    nearestRank(
      paths.map(secondsOf).sort((a, b) => a - b),
      SLOW_PERCENT,
    ) ?? 0
  );
}

function middle(values: readonly number[]): number | null {
  return nearestRank(
    values.toSorted((a, b) => a - b),
    50,
  );
}

function afterLastCommit(paths: readonly Path[]): number | null {
  const stages = paths.flatMap(path => path.stages);
  const total = sumOf(stages.map(({ seconds }) => seconds));
  const waited = stages.filter(({ stage }) => stage.place === 'afterLastCommit').map(({ seconds }) => seconds);
  return total === 0 ? null : sumOf(waited) / total;
}

function tooFew(has: number): Withheld | null {
  return has < LEAST_ITEMS ? { code: 'tooFew', what: 'ticketItems', has, needs: LEAST_ITEMS } : null;
}

function layersOf(candidates: readonly Path[], input: FlowInput, ask: Ask) {
  const layersIn = ({ ticket }: Path): number => ticket?.approvals ?? 0;
  const numbers = [...new Set(candidates.map(layersIn))].sort((a, b) => a - b);
  const cells = numbers.map(layers =>
    ask(candidates.filter(path => layersIn(path) === layers).map(({ item }) => item)),
  );
  return (shown: readonly Path[], gate: Gate): Approval['layers'] => {
    const groups = numbers.map(layers => shown.filter(path => layersIn(path) === layers));
    const passes = (index: number): boolean => mayDivide(input) && gate.passes(cells[index] ?? -1);
    const hidden = hiddenCells(groups.map(({ length: count }, index) => ({ count, passes: passes(index) })));
    return numbers.map((layers, index) => {
      const group = groups[index] ?? [];
      if (hidden[index] === true) return { layers, items: null, p50: null };
      const waits = group.map(path => timesOf(path).approval);
      return { layers, items: group.length, p50: group.length < LEAST_FOR_P50 ? null : middle(waits) };
    });
  };
}

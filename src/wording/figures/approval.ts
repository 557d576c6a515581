import type { Approval, ApprovalKind, TimeKind } from '../../model/flow/approval.ts';
import type { Figure, Table } from '../../model/flow/figure.ts';
import { boundedDuration } from '../dates.ts';
import { createFigure, type FigureContext } from './figure.ts';
import { countLabel } from './places.ts';
import { valueLabel } from './units.ts';
import { withheldText } from './withheld.ts';

const KINDS: Readonly<Record<TimeKind, string>> = {
  active: 'Active work',
  approval: 'Approval',
  queue: 'Queue',
  blocked: 'Blocked',
  release: 'Waiting for the release',
  other: 'Status not mapped',
};

/** Did approval layers, not engineering effort, make the slowest items slow? */
export function approvalFigure(result: Approval, context: FigureContext): Figure {
  const figure = createFigure({
    id: 'approval',
    group: 'effectiveness',
    title: 'Approval or engineering?',
    withheld: withheldText(result.withheld, context.window),
    method: METHOD.slice(),
  });
  if (result.withheld !== null) return figure;
  if (result.verdict === 'cannotTell') return { ...figure, proxy: FROM_GIT, headline: gitHeadline(result, context) };
  const { kinds, slow, rescued, typicalApproval, layers } = result;
  return {
    ...figure,
    headline: headline(result, context),
    values: kinds.map(({ kind, excessShare }) => ({
      id: kind,
      label: `${KINDS[kind]}, of what slow items took more`,
      value: excessShare,
      unit: 'share',
      n: slow,
      why: excessShare === null ? NO_EXCESS : null,
    })),
    chart: {
      kind: 'bars',
      xLabel: 'Kind of time',
      yLabel: 'Part of what slow items took more than typical ones',
      unit: 'share',
      bars: kinds.map(kind => ({ label: KINDS[kind.kind], value: kind.excessShare, lines: linesOf(kind) })),
    },
    table: tableOf(result),
    notes: [
      ...(typicalApproval === null || rescued === null
        ? []
        : [
            `With the typical approval wait of ${valueLabel(typicalApproval, 'seconds')}, ${rescued} of ${countLabel(slow, 'slow item')} would have taken no longer than the others.`,
          ]),
      ...layers.flatMap(layerNote),
    ],
    prompt: 'Which approval would we keep if each one had to be asked for anew?',
  };
}

const NO_EXCESS = 'Hidden to protect people, or the slow items took no more than typical ones in any kind of time.';

const METHOD: readonly string[] = [
  'The slowest quarter of the finished items is compared with the typical one of the others (their middle value of each kind of time).',
  '“Approval” needs two things: it holds half of what the slow items took more, and with the typical approval wait half of them would have been within the limit. “Engineering” needs half of the excess to be active time.',
  'Time with several reasons counts for the status that the ticket was in. It cannot tell whether an approval was worth its wait.',
];

const FROM_GIT = 'Git sees no approval: only the status changes of tickets could tell it from idle time.';

function linesOf({ seconds, share }: ApprovalKind): string[] {
  if (seconds === null) return ['Hidden to protect people'];
  const of = share === null ? '' : `, ${valueLabel(share, 'share')} of the slow items’ time`;
  return [`${seconds === 0 ? 'No time' : `${valueLabel(seconds, 'seconds')} in all`}${of}`];
}

function gitHeadline({ afterLastCommit, items }: Approval, { window }: FigureContext): string {
  const share = afterLastCommit === null ? 'no measurable part' : valueLabel(afterLastCommit, 'share');
  return `Git cannot tell approval from idle time; the wait after the last commit is ${share} of the elapsed time, an upper bound (n = ${items} merged branches in ${window.weeks} weeks).`;
}

function headline({ verdict, kinds, slow, items, limit }: Approval, { window }: FigureContext): string {
  const excess = (wanted: TimeKind): string =>
    valueLabel(kinds.find(({ kind }) => kind === wanted)?.excessShare ?? 0, 'share');
  const sample = `n = ${slow} slow of ${items} done tickets in ${window.weeks} weeks; slow is more than ${valueLabel(limit ?? 0, 'seconds')}`;
  switch (verdict) {
    case 'approval':
      return `Approval holds ${excess('approval')} of what slow items took more than typical ones (${sample}).`;
    case 'engineering':
      return `Active work holds ${excess('active')} of what slow items took more than typical ones (${sample}).`;
    case 'even':
      return `No item stands out: the slowest quarter took no longer than the others (n = ${items} done tickets in ${window.weeks} weeks).`;
    default:
      return `Neither approval (${excess('approval')}) nor active work (${excess('active')}) explains alone what slow items took more (${sample}).`;
  }
}

function layerNote({ layers, items, p50 }: Approval['layers'][number]): string[] {
  if (items === null || p50 === null) return [];
  const statuses = layers === 1 ? '1 approval status' : `${layers} approval statuses`;
  return [
    `${countLabel(items, 'item')} with ${statuses}: half of them waited ${boundedDuration('at most', p50)} for it.`,
  ];
}

function tableOf({ kinds }: Approval): Table {
  return {
    caption: 'Time of the slow items by kind',
    columns: [
      { id: 'kind', label: 'Kind of time', kind: 'text' },
      { id: 'time', label: 'All time', kind: 'seconds' },
      { id: 'share', label: 'Share', kind: 'share' },
      { id: 'excess', label: 'More than typical items', kind: 'seconds' },
      { id: 'excessShare', label: 'Share of it', kind: 'share' },
    ],
    rows: kinds.map(({ kind, seconds, share, excess, excessShare }) => [
      KINDS[kind],
      seconds,
      share,
      excess,
      excessShare,
    ]),
  };
}

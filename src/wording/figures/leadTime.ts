import type { BarsChart, Figure, KeyFigure, Table, TableCell } from '../../model/flow/figure.ts';
import type { LeadTime, LeadTimeLine, LeadTimeSplit } from '../../model/flow/leadTime.ts';
import { durationLabel } from '../dates.ts';
import { createFigure, type FigureContext } from './figure.ts';
import { percentileClaim, percentileFigures } from './percentiles.ts';
import { countLabel } from './places.ts';
import { RELEASE_TAGS_PROXY } from './releaseTags.ts';
import { valueLabel } from './units.ts';
import { lackText, withheldText } from './withheld.ts';

const METHOD: readonly string[] = [
  'Lead time for changes (DORA) runs from the writing of a commit to the first deployment that holds it, for the commits that went live in the window, without those of bots. Percentiles are nearest-rank and need 19 changes and 3 deployments.',
  'What a deployment holds is told by ancestry, never by dates. The first known release is left out, as what it added cannot be told; so are commits that belong to no item on main.',
  'A squash merge is written as it lands, so its lead time is only the wait for the release. It is a line of its own and never mixed with the commits whose writing is known.',
  'Coding is the time from a branch’s first commit to its last, integration from there to the landing, release wait from the landing to the deployment. They are sums over all branches, so they add up; percentiles do not.',
  'Waiting is what landed, in the window or before it, since there are releases and is in none; data quality counts those of the window alone.',
  'It cannot tell how long a request waited before its first commit, nor what the change was worth.',
];

/** One line of the figure, in words. */
interface Line {
  readonly id: string;
  readonly label: string;
  readonly things: string;
  readonly line: LeadTimeLine;
}

/** From commit to production. */
export function leadTimeFigure(result: LeadTime, { window }: FigureContext): Figure {
  const { withheld, split, waiting } = result;
  const frame = {
    id: 'leadTime',
    group: 'speed' as const,
    title: 'Lead time for changes',
    proxy: RELEASE_TAGS_PROXY,
    method: [...METHOD],
  };
  if (withheld !== null) return createFigure({ ...frame, withheld: withheldText(withheld, window) });
  const lines = linesOf(result);
  const shown = lines.find(({ line }) => line.withheld === null);
  const waits = waitingFigures(waiting);
  if (shown === undefined && waits.length === 0 && split.withheld !== null)
    return createFigure({ ...frame, withheld: withheldText(lines[0]?.line.withheld ?? split.withheld, window) });
  return createFigure({
    ...frame,
    headline: shown === undefined ? lackingText(lines[0]?.line ?? split, waiting) : headlineOf(shown),
    values: [...lines.flatMap(valuesOf), ...shares(split), ...waits],
    chart: split.withheld === null ? splitChart(split) : null,
    table: tableOf(lines, split),
    notes: notesOf(result, shown !== undefined),
    prompt: 'Which of the three stretches would we rather have shorter, and what keeps it long?',
  });
}

/** Only those of which there is something. */
function linesOf({ fromCommit, fromLanding, releaseWait }: LeadTime): Line[] {
  const all: Line[] = [
    { id: 'commit', label: 'From the first commit', things: 'changes', line: fromCommit },
    { id: 'landing', label: 'From landing, as squash merges lose the rest', things: 'changes', line: fromLanding },
    { id: 'release', label: 'Release wait: from landing to deployment', things: 'landed items', line: releaseWait },
  ];
  return all.filter(({ line }) => line.withheld?.code !== 'nothing');
}

function headlineOf({ id, things, line }: Line): string {
  const from = id === 'commit' ? 'of being written' : 'of landing';
  const claim = percentileClaim(line.percentiles, 'were deployed') ?? '';
  return `Of ${line.n ?? 0} ${things} in ${countLabel(line.deployments ?? 0, 'deployment')}, ${claim} ${from}.`;
}

/** What there is in place of a percentile: why there is none, and what waits. */
function lackingText({ withheld }: Pick<LeadTimeLine, 'withheld'>, waiting: LeadTime['waiting']): string {
  const why = withheld?.code === 'tooFew' ? `A percentage ${lackText(withheld)}.` : withheldText(withheld);
  return [why, waitingText(waiting)].filter(text => text !== '').join(' ');
}

function valuesOf({ id, label, things, line }: Line): KeyFigure[] {
  const figures = percentileFigures(line.percentiles, { verb: 'deployed', things, n: line.n ?? 0, id });
  return figures.map(figure => ({
    ...figure,
    label: `${label}: ${figure.label}`,
    why: line.withheld === null ? figure.why : withheldText(line.withheld),
  }));
}

function partsOf(split: LeadTimeSplit) {
  const whole = split.coding + split.integration + split.release;
  return (
    [
      ['coding', 'Coding', split.coding],
      ['integration', 'Integration wait', split.integration],
      ['releaseShare', 'Release wait', split.release],
    ] as const
  ).map(([id, label, seconds]) => ({ id, label, seconds, share: whole === 0 ? null : seconds / whole }));
}

function shares(split: LeadTimeSplit): KeyFigure[] {
  if (split.withheld !== null) return [];
  return partsOf(split).map(({ id, label, share }) => ({
    id,
    label: `${label}, share of the time of merged branches`,
    value: share,
    unit: 'share',
    n: split.items ?? 0,
    why: null,
  }));
}

function splitChart(split: LeadTimeSplit): BarsChart {
  return {
    kind: 'bars',
    xLabel: 'Where the time of deployed branches went',
    yLabel: 'Share of the time',
    unit: 'share',
    bars: partsOf(split).map(({ label, seconds, share }) => ({
      label,
      value: share,
      lines: [`${label}: ${durationLabel(seconds)} in all`, ...(share === null ? [] : [valueLabel(share, 'share')])],
    })),
  };
}

function waitingFigures(waiting: LeadTime['waiting']): KeyFigure[] {
  if (waiting === null) return [];
  const { items, oldestSeconds, atEnd } = waiting;
  const count: KeyFigure = {
    id: 'waiting',
    label: atEnd ? 'Landed and in no deployment by the end' : 'Landed and in no deployment yet',
    value: items,
    unit: 'items',
    n: items,
    why: null,
  };
  const oldest: KeyFigure = {
    ...count,
    id: 'oldestWaiting',
    label: 'Longest of these waits',
    value: oldestSeconds,
    unit: 'seconds',
  };
  return oldestSeconds === null ? [count] : [count, oldest];
}

function waitingText(waiting: LeadTime['waiting']): string {
  if (waiting === null) return '';
  const oldest = waiting.oldestSeconds === null ? '' : `, the oldest for ${durationLabel(waiting.oldestSeconds)}`;
  const items = valueLabel(waiting.items, 'items');
  return waiting.atEnd
    ? `${items} landed and in no deployment by the end of these weeks${oldest}.`
    : `${items} landed and in no deployment yet${oldest}.`;
}

function notesOf(result: LeadTime, hasHeadline: boolean): string[] {
  const { fromCommit, fromLanding, waiting, clockSkew } = result;
  const notes: string[] = [];
  if (fromCommit.withheld?.code === 'nothing' && fromLanding.withheld?.code !== 'nothing')
    notes.push(
      'All changes were squashed as they landed: git no longer knows when they were written, so only their wait for the release is shown.',
    );
  if (hasHeadline && waiting !== null) notes.push(`Waiting: ${waitingText(waiting)}`);
  if (clockSkew > 0)
    notes.push(`${clockSkew} left out, as their times contradict each other by more than five minutes.`);
  return notes;
}

function tableOf(lines: readonly Line[], split: LeadTimeSplit): Table {
  const parts = split.withheld === null ? partsOf(split) : [];
  return {
    caption: 'Lead time for changes, and where the time of merged branches went',
    columns: [
      { id: 'what', label: 'What', kind: 'text' },
      { id: 'n', label: 'Sample', kind: 'plain' },
      { id: 'deployments', label: 'Deployments', kind: 'plain' },
      { id: 'p50', label: '50 % in at most', kind: 'seconds' },
      { id: 'p85', label: '85 % in at most', kind: 'seconds' },
      { id: 'share', label: 'Share of the time', kind: 'share' },
      { id: 'note', label: 'Note', kind: 'text' },
    ],
    rows: [
      ...lines.map(({ label, line }): TableCell[] => [
        label,
        line.n,
        line.deployments,
        ...([50, 85] as const).map(
          wanted => line.percentiles.find(({ percent }) => percent === wanted)?.seconds ?? null,
        ),
        null,
        line.withheld === null ? null : withheldText(line.withheld),
      ]),
      ...parts.map(({ label, share }): TableCell[] => [label, split.items, null, null, null, share, null]),
    ],
  };
}

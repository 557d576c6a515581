import type { Figure, RangesChart, Table, TableCell } from '../../model/flow/figure.ts';
import type { CannotTell, InterventionComparison, Interventions, Shift } from '../../model/flow/interventions.ts';
import { dayLabel } from '../dates.ts';
import { createFigure, type FigureContext } from './figure.ts';
import { interventionMixFigure } from './interventionMix.ts';
import { interventionNotes, intervalOf, samplesText } from './interventionNotes.ts';
import { interventionSeriesFigure } from './interventionSeries.ts';
import { valueLabel } from './units.ts';
import { withheldText } from './withheld.ts';

const FRAME: Pick<Figure, 'id' | 'group' | 'title' | 'method'> = {
  id: 'interventions',
  group: 'past',
  title: 'Before and after what the team changed',
  method: [
    'Cycle time of the items begun in the 26 weeks before a date against those begun since. Every item is watched equally long (as long as 95 % of the earlier ones took, 28 days at least), and one that takes longer counts as not finished; so the time right after the date, in which only quick items can be finished, gains nothing by it. Items begun before the date and watched across it are in neither group.',
    'The shift is the difference of the medians. Its 95 % interval is a bootstrap over 10,000 draws of whole weeks. Beside it stand the Hodges-Lehmann shift (median of all differences), A12 (the chance that an item after takes longer; 0.5 is none) and Mann-Whitney’s p. 15 items and six weeks are needed on both sides.',
    'Where the share of a work type moved by more than 15 points, the shift that is told is the stratified Hodges-Lehmann shift: the median of the differences between an item after and one before of the same type, weighted so that large types do not drown small ones (van Elteren 1960), with the same bootstrap. Types need five items on both sides that may be shown.',
    'Made-up dates: the same comparison around every date a week apart in the two years before, with nothing begun since the real one. How many show as large a shift tells how often one comes by itself.',
    'Cycle time is the measure that was chosen beforehand; throughput, batch size, revert rate and work in progress are also seen, with p-values adjusted for how many are looked at (Holm). Weeks that follow each other are alike, for work in progress most of all, so their p is a rough guide.',
    'Other things change at the same time. The comparison tells what was different after a date, and never what it came from.',
  ],
};

/** What is different since the dates that the team named; the newest as a series, and what kinds of work there were. */
export function interventionFigures(result: Interventions, context: FigureContext): Figure[] {
  const figures = [
    interventionsFigure(result),
    interventionSeriesFigure(result, context),
    interventionMixFigure(result),
  ];
  return figures.filter(figure => figure !== null);
}

function interventionsFigure({ withheld, comparisons, leftOut }: Interventions): Figure {
  if (withheld !== null) return createFigure({ ...FRAME, withheld: withheldText(withheld) });
  if (comparisons.length === 0)
    return createFigure({
      ...FRAME,
      withheld: 'The team has named no change yet. interventions and tries in team.yaml date what it changed or tries.',
    });
  const told = comparisons.filter(({ verdict }) => verdict !== null);
  const [newest] = told;
  return createFigure({
    ...FRAME,
    headline:
      newest === undefined
        ? `Of ${comparisons.length} dated ${comparisons.length === 1 ? 'change' : 'changes'}, none can be told yet.`
        : comparisonText(newest),
    values: told.map(({ label, on, shift, inside, after }) => ({
      id: `${on} ${label}`,
      label: `${label} (${dayLabel(on)}): ${inside === null ? 'shift of median cycle time' : 'shift between items of the same work type'}`,
      value: (inside ?? shift)?.difference ?? null,
      unit: 'seconds',
      n: inside?.n[1] ?? after?.items ?? 0,
      why: null,
    })),
    chart: told.length === 0 ? null : chartOf(told),
    table: tableOf(comparisons),
    notes: [
      ...told.slice(1).map(one => `${one.label}: ${comparisonText(one)}`),
      ...comparisons.flatMap(interventionNotes),
      ...comparisons.flatMap(({ label, cannotTell }) =>
        cannotTell === null ? [] : [`${label}: cannot tell. ${cannotTellText(cannotTell)}`],
      ),
      ...(leftOut > 0 ? [`${leftOut} older dates are not compared.`] : []),
    ],
    prompt: 'What else changed around that time, and what would we expect to see if it were this?',
  });
}

/** Claim, shift, interval and samples, worded by the interval. Where the mix of work types moved, like is told of like. */
function comparisonText(one: InterventionComparison): string {
  const { on, verdict, shift, inside } = one;
  const told = inside ?? shift;
  if (told === null) return '';
  const since = dayLabel(on);
  const like = inside === null ? '' : ' between items of the same work type';
  const [before, after] = inside?.n ?? [one.before?.items ?? 0, one.after?.items ?? 0];
  const sample = samplesText(before, after);
  const size = valueLabel(verdict === 'noChange' ? told.difference : Math.abs(told.difference), 'seconds');
  if (verdict === 'shorter' || verdict === 'longer')
    return `Cycle time since ${since} is ${verdict} by ${size}${like} (${intervalOf(told)}; ${sample}).${mixText(one)}`;
  return `No detectable change since ${since}${like}: shift ${size}, ${intervalOf(told)} (${sample}).${detectable(told)}${mixText(one)}`;
}

/** Why it is not the shift of all items that is told, or whether it should be. */
function mixText({ mixMoved, inside, shift }: InterventionComparison): string {
  if (mixMoved === null) return ' Whether the mix of work types moved is hidden to protect people.';
  if (inside === null || shift === null) return '';
  return ` The mix of work types moved by more than 15 points, so only like is compared with like; the medians of all items differ by ${valueLabel(shift.difference, 'seconds')}.`;
}

/** Half the width of the interval: what these data would have shown. */
function detectable({ low, high }: Pick<Shift, 'low' | 'high'>): string {
  if (low === null || high === null) return '';
  return ` These data would have shown a shift of ${valueLabel((high - low) / 2, 'seconds')} or more.`;
}

function cannotTellText(reason: CannotTell): string {
  switch (reason.code) {
    case 'future':
      return 'Its date has not come.';
    case 'historyTooShort':
      return 'Six weeks before it are needed in which each item can be watched to the end, and fewer are known.';
    case 'tooEarly':
      return reason.readyOn === null
        ? 'No item was begun since that could be watched to the end.'
        : `Not enough was begun since and watched to the end; it can be told from ${dayLabel(reason.readyOn)} on, at the present pace.`;
    case 'unfinished':
      return 'Half or more of the items of one side were not finished in the time they were watched.';
    case 'mixChanged':
      return 'The mix of work types moved by more than 15 points, and too few items are of types that both sides have.';
    case 'tooFew':
      return `Needs ${reason.needs} items begun in the half year before it and watched to the end, has ${reason.has}.`;
    default:
      return withheldText(reason);
  }
}

function chartOf(told: readonly InterventionComparison[]): RangesChart {
  return {
    kind: 'ranges',
    xLabel: 'Shift of cycle time',
    yLabel: '',
    unit: 'seconds',
    zero: true,
    rows: told.map(one => ({
      label: `${one.label} (${dayLabel(one.on)})`,
      value: (one.inside ?? one.shift)?.difference ?? null,
      low: (one.inside ?? one.shift)?.low ?? null,
      high: (one.inside ?? one.shift)?.high ?? null,
      lines: [comparisonText(one)],
    })),
  };
}

function tableOf(comparisons: readonly InterventionComparison[]): Table {
  return {
    caption: 'Cycle time before and after dated changes',
    columns: [
      { id: 'on', label: 'Date', kind: 'day' },
      { id: 'label', label: 'Change', kind: 'text' },
      { id: 'before', label: 'Items before', kind: 'items' },
      { id: 'after', label: 'Items after', kind: 'items' },
      { id: 'medianBefore', label: 'Median before', kind: 'seconds' },
      { id: 'medianAfter', label: 'Median after', kind: 'seconds' },
      { id: 'difference', label: 'Shift', kind: 'seconds' },
      { id: 'low', label: 'Low', kind: 'seconds' },
      { id: 'high', label: 'High', kind: 'seconds' },
      { id: 'hodgesLehmann', label: 'Hodges-Lehmann shift', kind: 'seconds' },
      { id: 'a12', label: 'A12', kind: 'ratio' },
      { id: 'p', label: 'p', kind: 'ratio' },
      { id: 'inside', label: 'Shift inside equal types', kind: 'seconds' },
      { id: 'insideLow', label: 'Its low', kind: 'seconds' },
      { id: 'insideHigh', label: 'Its high', kind: 'seconds' },
      { id: 'madeUp', label: 'Made-up dates', kind: 'plain' },
      { id: 'asLarge', label: 'Of them with as large a shift', kind: 'plain' },
      { id: 'note', label: 'Note', kind: 'text' },
    ],
    rows: comparisons.map(({ on, label, before, after, shift, inside, placebo, cannotTell }): TableCell[] => [
      on,
      label,
      before?.items ?? null,
      after?.items ?? null,
      before?.median ?? null,
      after?.median ?? null,
      ...(shift === null
        ? [null, null, null, null, null, null]
        : [shift.difference, shift.low, shift.high, shift.hodgesLehmann, shift.a12, shift.p]),
      ...(inside === null ? [null, null, null] : [inside.difference, inside.low, inside.high]),
      placebo?.dates ?? null,
      placebo?.asLarge ?? null,
      cannotTell === null ? '' : `cannot tell: ${cannotTellText(cannotTell)}`,
    ]),
  };
}

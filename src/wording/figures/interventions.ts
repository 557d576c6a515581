import type { Figure, RangesChart, Table, TableCell } from '../../model/flow/figure.ts';
import type { CannotTell, InterventionComparison, Interventions, Shift } from '../../model/flow/interventions.ts';
import { dayLabel } from '../dates.ts';
import { createFigure } from './figure.ts';
import { interventionNotes } from './interventionNotes.ts';
import { valueLabel } from './units.ts';
import { withheldText } from './withheld.ts';

const FRAME: Pick<Figure, 'id' | 'group' | 'title' | 'method'> = {
  id: 'interventions',
  group: 'past',
  title: 'Before and after what the team changed',
  method: [
    'Cycle time of the items begun in the 26 weeks before a date against those begun since. Every item is watched equally long (as long as 95 % of the earlier ones took, 28 days at least), and one that takes longer counts as not finished; so the time right after the date, in which only quick items can be finished, gains nothing by it. Items begun before the date and watched across it are in neither group.',
    'The shift is the difference of the medians. Its 95 % interval is a bootstrap over 10,000 draws of whole weeks. Beside it stand the Hodges-Lehmann shift (median of all differences), A12 (the chance that an item after takes longer; 0.5 is none) and Mann-Whitney’s p. 15 items and six weeks are needed on both sides.',
    'Cycle time is the measure that was chosen beforehand; throughput, batch size and revert rate are also seen, with p-values adjusted for how many are looked at (Holm).',
    'Other things change at the same time. The comparison tells what was different after a date, and never what it came from.',
  ],
};

/** What is different since the dates that the team named. */
export function interventionsFigure({ withheld, comparisons, leftOut }: Interventions): Figure {
  if (withheld !== null) return createFigure({ ...FRAME, withheld: withheldText(withheld) });
  if (comparisons.length === 0)
    return createFigure({
      ...FRAME,
      withheld: 'The team has named no change yet. interventions and tries in team.yaml date what it changed or tries.',
    });
  const told = comparisons.filter(({ shift, cannotTell }) => shift !== null && cannotTell === null);
  const [newest] = told;
  return createFigure({
    ...FRAME,
    headline:
      newest === undefined
        ? `Of ${comparisons.length} dated ${comparisons.length === 1 ? 'change' : 'changes'}, none can be told yet.`
        : comparisonText(newest),
    values: told.map(({ label, on, shift, after }) => ({
      id: `${on} ${label}`,
      label: `${label} (${dayLabel(on)}): shift of median cycle time`,
      value: shift?.difference ?? null,
      unit: 'seconds',
      n: after?.items ?? 0,
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

/** Claim, shift, interval and samples, worded by the interval. */
function comparisonText(one: InterventionComparison): string {
  const { on, verdict, shift, before, after } = one;
  if (shift === null) return '';
  const since = dayLabel(on);
  const { difference, low, high } = shift;
  const interval = `95 % CI ${endText(low)} to ${endText(high)}`;
  const sample = `n = ${before?.items ?? 0}/${after?.items ?? 0}`;
  if (verdict === 'shorter' || verdict === 'longer')
    return `Cycle time since ${since} is ${verdict} by ${valueLabel(Math.abs(difference), 'seconds')} (${interval}; ${sample}).${insideText(one)}`;
  return `No detectable change since ${since}: shift ${valueLabel(difference, 'seconds')}, ${interval} (${sample}).${detectable(shift)}${insideText(one)}`;
}

/** Where the mix of work types moved, the shift inside equal types tells more. */
function insideText({ mixChanged, insideTypes }: InterventionComparison): string {
  if (!mixChanged || insideTypes === null) return '';
  return ` The mix of work types moved by more than 15 points; inside equal types the shift is ${valueLabel(insideTypes, 'seconds')}.`;
}

function endText(seconds: number | null): string {
  return seconds === null ? 'open' : valueLabel(seconds, 'seconds');
}

/** Half the width of the interval: what these data would have shown. */
function detectable({ low, high }: Shift): string {
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
      return 'The mix of work types moved by more than 15 points, and inside equal types the shift does not point the same way.';
    case 'tooFew':
      return `Needs ${reason.needs} items begun in the half year before it and watched to the end, has ${reason.has}.`;
    default:
      return withheldText(reason);
  }
}

function chartOf(told: readonly InterventionComparison[]): RangesChart {
  return {
    kind: 'ranges',
    xLabel: 'Shift of median cycle time',
    yLabel: '',
    unit: 'seconds',
    zero: true,
    rows: told.map(one => ({
      label: `${one.label} (${dayLabel(one.on)})`,
      value: one.shift?.difference ?? null,
      low: one.shift?.low ?? null,
      high: one.shift?.high ?? null,
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
      { id: 'note', label: 'Note', kind: 'text' },
    ],
    rows: comparisons.map(({ on, label, before, after, shift, cannotTell }): TableCell[] => [
      on,
      label,
      before?.items ?? null,
      after?.items ?? null,
      before?.median ?? null,
      after?.median ?? null,
      ...(shift === null
        ? [null, null, null, null, null, null]
        : [shift.difference, shift.low, shift.high, shift.hodgesLehmann, shift.a12, shift.p]),
      cannotTell === null ? '' : `cannot tell: ${cannotTellText(cannotTell)}`,
    ]),
  };
}

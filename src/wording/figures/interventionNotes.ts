import type { Unit } from '../../model/flow/figure.ts';
import type { AlsoSeen, InterventionComparison, Shift, SizeMix } from '../../model/flow/interventions.ts';
import { countLabel } from './places.ts';
import { pText, roughLabel, valueLabel } from './units.ts';

const MEASURES: Readonly<Record<AlsoSeen['id'], string>> = {
  throughput: 'finished items',
  batchSize: 'batch size',
  reverts: 'taken back within 30 days',
  wip: 'work in progress on Mondays',
};

/** What a reader should know beside a comparison's shift. */
export function interventionNotes(one: InterventionComparison): string[] {
  const { label, shift, cannotTell, followUpDays, before, after } = one;
  if (shift === null || cannotTell !== null || before === null || after === null) return [];
  const notes = [
    `Each item was watched for ${followUpDays ?? 0} days; ${before.unfinished} of ${before.items} before and ${after.unfinished} of ${after.items} after were not finished by then.${droppedText(one)}`,
  ];
  if (one.placebo !== null) notes.push(placeboText(one.placebo));
  if (one.signalsSince !== null)
    notes.push(
      one.signalsSince === 0
        ? 'Weekly cycle time since stays within the limits of the weeks before.'
        : `Weekly cycle time since shows ${one.signalsSince} ${one.signalsSince === 1 ? 'signal' : 'signals'} against the limits of the weeks before.`,
    );
  if (!(one.inside ?? shift).byWeeks)
    notes.push(
      'Fewer than six weeks of a side have items, so single items were drawn: the interval is narrower than it should be.',
    );
  if (one.sizes?.moved === true) notes.push(sizesText(one.sizes));
  notes.push(...one.also.map(alsoText));
  return notes.map(note => `${label}: ${note}`);
}

/** The rank of the real shift among all: 1 is the largest. */
function placeboText({ dates, asLarge }: NonNullable<InterventionComparison['placebo']>): string {
  const show = asLarge === 1 ? '1 shows' : `${asLarge} show`;
  return `Of ${dates} made-up dates before it, ${show} a shift at least as large: by size, the real one is number ${asLarge + 1} of ${dates + 1}.`;
}

function sizesText({ inside }: SizeMix): string {
  const moved = 'The sizes of items moved by more than 15 points';
  if (inside === null) return `${moved}; too few of like size are on both sides to be compared.`;
  const { difference, n } = inside;
  return `${moved}, which may be part of what changed. Between items of like size that were finished while watched, the shift is ${valueLabel(difference, 'seconds')} (${samplesText(...n)}).`;
}

/** "40 items before, 31 after": the samples of both sides. */
export function samplesText(before: number, after: number, one: 'item' | 'week' = 'item'): string {
  return `${countLabel(before, one)} before, ${after} after`;
}

/** "95 % CI −3.1 days to 1.2 days". */
export function intervalOf({ low, high }: Pick<Shift, 'low' | 'high'>): string {
  return `95 % CI ${endText(low)} to ${endText(high)}`;
}

function endText(seconds: number | null): string {
  return seconds === null ? 'open' : valueLabel(seconds, 'seconds');
}

function droppedText({ straddling }: InterventionComparison): string {
  if (straddling === null) return ' Items begun before it and watched across it are in neither group.';
  return straddling === 0 ? '' : ` ${straddling} begun before it and watched across it are in neither group.`;
}

/** "also seen: batch size 120 lines before, 80 lines after (adjusted p = 0.03; 40 items before, 31 after)". */
function alsoText({ id, unit, before, after, n, p }: AlsoSeen): string {
  const isOfWeeks = id === 'throughput' || id === 'wip';
  return `also seen: ${MEASURES[id]} ${seenLabel(before, unit)} before, ${seenLabel(after, unit)} after (adjusted p ${pText(p)}; ${samplesText(...n, isOfWeeks ? 'week' : 'item')}).`;
}

/** Medians are sizes that items had; only counts a week are computed. */
function seenLabel(value: number, unit: Unit): string {
  return unit === 'perWeek' ? roughLabel(value, unit) : valueLabel(value, unit);
}

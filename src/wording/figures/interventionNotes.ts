import type { Unit } from '../../model/flow/figure.ts';
import type { AlsoSeen, InterventionComparison } from '../../model/flow/interventions.ts';
import { pText, roughLabel, valueLabel } from './units.ts';

const MEASURES: Readonly<Record<AlsoSeen['id'], string>> = {
  throughput: 'finished items',
  batchSize: 'batch size',
  reverts: 'taken back within 30 days',
};

/** What a reader should know beside a comparison's shift. */
export function interventionNotes(one: InterventionComparison): string[] {
  const { label, shift, cannotTell, followUpDays, before, after } = one;
  if (shift === null || cannotTell !== null || before === null || after === null) return [];
  const notes = [
    `Each item was watched for ${followUpDays ?? 0} days; ${before.unfinished} of ${before.items} before and ${after.unfinished} of ${after.items} after were not finished by then.${droppedText(one)}`,
  ];
  if (one.placebo !== null)
    notes.push(
      `Of ${one.placebo.dates} made-up dates before it, ${one.placebo.asLarge} show a shift at least as large.`,
    );
  if (one.signalsSince !== null)
    notes.push(
      one.signalsSince === 0
        ? 'Weekly cycle time since stays within the limits of the weeks before.'
        : `Weekly cycle time since shows ${one.signalsSince} ${one.signalsSince === 1 ? 'signal' : 'signals'} against the limits of the weeks before.`,
    );
  if (!shift.byWeeks)
    notes.push(
      'Fewer than six weeks of a side have items, so single items were drawn: the interval is narrower than it should be.',
    );
  notes.push(...one.also.map(alsoText));
  return notes.map(note => `${label}: ${note}`);
}

function droppedText({ straddling }: InterventionComparison): string {
  if (straddling === null) return ' Items begun before it and watched across it are in neither group.';
  return straddling === 0 ? '' : ` ${straddling} begun before it and watched across it are in neither group.`;
}

/** "also seen: batch size 120 lines before, 80 lines after (adjusted p = 0.03; n = 40/31)". */
function alsoText({ id, unit, before, after, n, p }: AlsoSeen): string {
  return `also seen: ${MEASURES[id]} ${seenLabel(before, unit)} before, ${seenLabel(after, unit)} after (adjusted p ${pText(p)}; n = ${n[0]}/${n[1]}).`;
}

/** Medians are sizes that items had; only counts a week are computed. */
function seenLabel(value: number, unit: Unit): string {
  return unit === 'perWeek' ? roughLabel(value, unit) : valueLabel(value, unit);
}

import type { QualityCount, QualityLineId, QualityReport } from '../../model/flow/quality.ts';
import { dayLabel } from '../dates.ts';
import { NO_EPICS, QUALITY_MEANINGS } from './qualityMeanings.ts';
import { valueLabel } from './units.ts';

/** One line of the data-quality block: what is counted, and what it means for the figures. */
export interface QualityLine {
  readonly id: QualityLineId;
  readonly label: string;
  readonly count: number;
  readonly of: number;
  readonly meaning: string;
  /** Ids of the items behind it; empty in exports and for what are no items. */
  readonly items: readonly string[];
}

const ORDER: readonly string[] = Object.keys(QUALITY_MEANINGS);

/** From this share on the team squashes, rather than some of its changes. */
const SQUASHING = 0.85;

/** The data-quality block, what matters most first: what the figures rest on, what was left out and why. */
export function qualityLines(report: QualityReport): QualityLine[] {
  return report.lines
    .filter(line => !isToldBefore(line, report))
    .sort((a, b) => ORDER.indexOf(a.id) - ORDER.indexOf(b.id))
    .map(({ id, count, of, items }) => {
      const [label, meaning] = id === 'withEpic' && !report.hasEpics ? NO_EPICS : QUALITY_MEANINGS[id];
      return { id, label, count, of, meaning, items };
    });
}

/** A part that is all of its whole says the same again; so does what has no epic file where none is there. */
function isToldBefore({ id, count }: QualityCount, { lines, hasEpics }: QualityReport): boolean {
  const countOf = (wanted: QualityLineId) => lines.find(line => line.id === wanted)?.count;
  if (id === 'branchStart' || id === 'singleStart') return count === countOf('knownStart');
  return id === 'ticketWithoutEpic' && (!hasEpics || count === countOf('withTicket'));
}

/** What a team that squashes should know about its figures, in one line; '' for others. */
export function squashNotice({ items, squashed }: QualityReport): string {
  if (items === 0 || squashed === null || squashed / items < SQUASHING) return '';
  return `This team squashes its changes (${squashed} of ${items} items, ${valueLabel(squashed / items, 'share')}), and git keeps no trace of when squashed work began: what landed, its size, what was taken back and the time from landing to release are true; cycle time and waits are not known, and a ticket or pull-request connection would add them.`;
}

/** What a shallow clone cannot know; '' for a whole history. */
export function shallowNotice({ shallowSince }: QualityReport): string {
  return shallowSince === null
    ? ''
    : `This is a shallow clone: nothing before ${dayLabel(shallowSince)} is known. Run git fetch --unshallow for the whole history.`;
}

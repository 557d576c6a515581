import {
  QUALITY_LINES,
  type QualityCount,
  type QualityLineId,
  type QualityReport,
} from '../../../model/flow/quality.ts';
import type { ItemFlag, WorkItem } from '../../../model/work.ts';
import type { WorkItems } from '../items/workItems.ts';
import type { FlowInput, Gate, Metric } from '../metric.ts';
import { dayText } from '../time/calendar.ts';

/** Which items a line counts; those that an item alone does not tell are counted apart. */
const LINES: Readonly<Record<ItemLine, (item: WorkItem) => boolean>> = {
  knownStart: ({ startQuality }) => startQuality === 'branch' || startQuality === 'single',
  withTicket: ({ ticket }) => ticket !== null,
  withEpic: ({ epic }) => epic !== null,
  branchStart: ({ startQuality }) => startQuality === 'branch',
  singleStart: ({ startQuality }) => startQuality === 'single',
  landingOnly: ({ startQuality }) => startQuality === 'landingOnly',
  noStart: ({ startQuality }) => startQuality === 'none',
  squash: ({ rule }) => rule === 'squash',
  ticketWithoutEpic: ({ ticket, epic }) => ticket !== null && epic === null,
  unknownType: ({ type }) => type === 'unknown',
  keywordType: ({ typeTier }) => typeTier === 'keyword',
  ungrouped: hasFlag('ungrouped'),
  clockSkew: hasFlag('clockSkew'),
  shallow: hasFlag('shallow'),
  rebased: hasFlag('rebased'),
  aged: hasFlag('aged'),
  unresolvedReverts: ({ flags, reverts }) => flags.includes('revert') && reverts === null,
};

const ALWAYS: readonly QualityLineId[] = ['knownStart', 'withTicket', 'withEpic'];

/** What the figures of the window rest on, from its items and from what was read around them. */
export function quality(work: Pick<WorkItems, 'forwardMerges' | 'syncMerges'>): Metric<QualityReport> {
  return input => gate => {
    const human = input.finished.filter(item => !gate.isAutomated(item));
    const idsOf = (items: readonly WorkItem[]): string[] => (input.use === 'view' ? items.map(({ id }) => id) : []);
    const counts = QUALITY_LINES.map((id): QualityCount => {
      if (id === 'forwardMerges' || id === 'syncMerges') {
        const count = work[id].filter(input.isInside).length;
        return { id, count, of: count + input.finished.length, items: [] };
      }
      const from = id === 'automated' ? input.finished : human;
      const counted = from.filter(testOf(id, input, gate));
      return { id, count: counted.length, of: from.length, items: idsOf(counted) };
    });
    const { knownSince, calendar } = input;
    return {
      lines: counts.filter(({ id, count }) => (count > 0 || ALWAYS.includes(id)) && !isToldElsewhere(id, input)),
      items: human.length,
      squashed: human.filter(item => LINES.squash(item) && LINES.noStart(item)).length,
      hasEpics: input.epics.length > 0,
      shallowSince: knownSince === null ? null : dayText(calendar.dayOf(knownSince)),
    };
  };
}

/**
 * In an export, what is a part of a division by work type, by outcome or by release stands in that figure alone: here it
 * would give away what is hidden there.
 */
function isToldElsewhere(id: QualityLineId, { use, epics }: FlowInput): boolean {
  if (use === 'view') return false;
  const isOfType = id === 'unknownType' || id === 'keywordType';
  return isOfType || id === 'undeployed' || (epics.length > 0 && (id === 'withEpic' || id === 'ticketWithoutEpic'));
}

type ItemLine = Exclude<QualityLineId, 'automated' | 'undeployed' | 'forwardMerges' | 'syncMerges'>;

function testOf(
  id: ItemLine | 'automated' | 'undeployed',
  { waiting }: FlowInput,
  gate: Gate,
): (item: WorkItem) => boolean {
  if (id === 'undeployed') return item => waiting.has(item.id);
  return id === 'automated' ? item => gate.isAutomated(item) : LINES[id];
}

function hasFlag(flag: ItemFlag): (item: WorkItem) => boolean {
  return ({ flags }) => flags.includes(flag);
}

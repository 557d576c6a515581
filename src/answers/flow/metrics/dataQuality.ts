import {
  QUALITY_LINES,
  type QualityCount,
  type QualityLineId,
  type QualityReport,
} from '../../../model/flow/quality.ts';
import type { ItemFlag, WorkItem } from '../../../model/work.ts';
import type { WorkItems } from '../items/workItems.ts';
import type { Ask, FlowInput, Gate, Metric } from '../metric.ts';
import { hiddenCells } from '../people/suppression.ts';
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

/** Every item has exactly one of these. */
const STARTS = ['branchStart', 'singleStart', 'landingOnly', 'noStart'] as const satisfies readonly ItemLine[];

/**
 * What the figures of the window rest on, from its items and from what was read around them. In an export a line stands
 * only where enough people are behind what it counts, and behind the rest.
 */
export function quality(work: Pick<WorkItems, 'forwardMerges' | 'syncMerges'>): Metric<QualityReport> {
  return (input, ask) => {
    const isHidden = hiddenLines(input, ask);
    const isSquashHidden = hiddenPart(isSquashed, input, ask);
    return gate => {
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
      const hidden = isHidden(gate);
      const isShown = ({ id, count }: QualityCount): boolean =>
        (count > 0 || ALWAYS.includes(id)) && !hidden.has(id) && !isToldElsewhere(id, input);
      const { knownSince, calendar } = input;
      return {
        lines: counts.filter(isShown),
        items: human.length,
        squashed: isSquashHidden(gate) ? null : human.filter(isSquashed).length,
        hasEpics: input.epics.length > 0,
        shallowSince: knownSince === null ? null : dayText(calendar.dayOf(knownSince)),
      };
    };
  };
}

function isSquashed(item: WorkItem): boolean {
  return LINES.squash(item) && LINES.noStart(item);
}

type HiddenLines = (gate: Gate) => ReadonlySet<QualityLineId>;

/** Which lines give away a part of few people, alone or subtracted from others. */
function hiddenLines(input: FlowInput, ask: Ask): HiddenLines {
  const starts = hiddenParts(
    STARTS.map(id => LINES[id]),
    input,
    ask,
  );
  const others = LINE_IDS.filter(id => !STARTS.some(start => start === id)).map(
    id => [id, hiddenPart(LINES[id], input, ask)] as const,
  );
  return gate => {
    const [branch, single, landing, none] = starts(gate);
    const hidden = new Set<QualityLineId>(STARTS.filter((_, at) => [branch, single, landing, none][at] === true));
    for (const [id, isHidden] of others) if (isHidden(gate)) hidden.add(id);
    // The sum of the first two: it divides what is hidden, unless that lies on one side of it.
    const isDivided = branch !== single || landing !== none || (branch === true && landing === true);
    if (isDivided) hidden.add('knownStart');
    return hidden;
  };
}

/** Whether a part is hidden of which the whole is told. */
function hiddenPart(test: (item: WorkItem) => boolean, input: FlowInput, ask: Ask): (gate: Gate) => boolean {
  const parts = hiddenParts([test, item => !test(item)], input, ask);
  return gate => parts(gate)[0] === true;
}

/** The same for parts that make a whole. On a person's own screen each line names its items anyway. */
function hiddenParts(
  tests: readonly ((item: WorkItem) => boolean)[],
  { use, finished }: FlowInput,
  ask: Ask,
): (gate: Gate) => readonly boolean[] {
  if (use === 'view') return () => tests.map(() => false);
  const parts = tests.map(test => finished.filter(test));
  const cells = parts.map(ask);
  return gate =>
    hiddenCells(
      parts.map((part, at) => ({
        count: part.filter(item => !gate.isAutomated(item)).length,
        passes: gate.passes(cells[at] ?? -1),
      })),
    );
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

const LINE_IDS = QUALITY_LINES.filter((id): id is ItemLine => id in LINES);

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

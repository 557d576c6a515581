import type { DataQuality } from '../../../model/flow/flow.ts';
import type { ItemFlag, ItemRule, StartQuality, WorkItem } from '../../../model/work.ts';

export interface QualityFacts {
  readonly forwardMerges: number;
  readonly syncMerges: number;
  readonly shallowSince: string | null;
  readonly commitsRead: number;
  /** Tickets that belong to an epic file. */
  readonly hasEpic: (ticket: string) => boolean;
}

/** How much the window's items can say. Counts but `items` and `automated` leave automated items out. */
export function dataQuality(items: readonly WorkItem[], facts: QualityFacts): DataQuality {
  const starts: Record<StartQuality, number> = { branch: 0, single: 0, landingOnly: 0, none: 0 };
  const rules: Record<ItemRule, number> = { merge: 0, squash: 0, landingBatch: 0, trunkByTicket: 0, trunkSingle: 0 };
  const human = items.filter(item => !item.automated);
  for (const { startQuality, rule } of human) {
    starts[startQuality]++;
    rules[rule]++;
  }
  const withFlag = (flag: ItemFlag): number => human.filter(({ flags }) => flags.includes(flag)).length;
  const { hasEpic, ...counts } = facts;
  return {
    items: items.length,
    automated: items.length - human.length,
    starts,
    rules,
    withTicket: human.filter(({ ticket }) => ticket !== null).length,
    withEpic: human.filter(({ ticket }) => ticket !== null && hasEpic(ticket)).length,
    clockSkew: withFlag('clockSkew'),
    ungrouped: withFlag('ungrouped'),
    rebased: withFlag('rebased'),
    ...counts,
  };
}

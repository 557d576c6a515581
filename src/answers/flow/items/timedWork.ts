import type { WorkItem } from '../../../model/work.ts';

/** An item whose start and finish are known. */
export interface TimedItem extends WorkItem {
  readonly start: number;
}

/** True for items that the cycle time is about: work of people that something holds together. */
export function isFinishedWork(item: WorkItem): boolean {
  return !item.automated && !item.flags.includes('ungrouped');
}

/** True when the item's own commits tell when work began; a landing only tells when it had ended. */
export function isTimed(item: WorkItem): item is TimedItem {
  return item.start !== null && (item.startQuality === 'branch' || item.startQuality === 'single');
}

/** Elapsed seconds from start to finish. */
export function secondsOf({ start, end }: TimedItem): number {
  return end - start;
}

import type { FlowItem } from '../../model/flow/flow.ts';
import type { FlowInput, Gate } from './metric.ts';
import { isTimed } from './items/timedWork.ts';
import { calendarDays, dayText } from './time/calendar.ts';

/** The window's items as rows, by the time they landed. For views only: rows are no group. */
export function flowItems({ finished, calendar }: FlowInput, gate: Gate): FlowItem[] {
  return finished.map(item => {
    const start = isTimed(item) ? item.start : null;
    return {
      id: item.id,
      label: gate.labelOf(item),
      type: item.type,
      started: start === null ? null : dayText(calendar.dayOf(start)),
      finished: dayText(calendar.dayOf(item.end)),
      seconds: start === null ? null : item.end - start,
      days: start === null ? null : calendarDays(calendar, start, item.end),
      commits: item.commits,
      rule: item.rule,
      startQuality: item.startQuality,
      flags: item.flags,
    };
  });
}

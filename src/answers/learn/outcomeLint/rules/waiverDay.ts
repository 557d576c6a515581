import type { ChecklistItem } from '../../../../model/checklist.ts';
import { isCalendarDay } from '../../../../model/calendarDay.ts';
import { foundInItems, type Rule } from '../rule.ts';

/** A waiver until a day that does not exist: its words stay in the item's text, and nothing is waived. */
export const waiverDay: Rule = {
  id: 'waiver/no-such-day',
  severity: 'warning',
  reads: 'gates',
  find: ({ epic }) => foundInItems(epic, impossibleDay),
};

function impossibleDay({ text }: ChecklistItem): { readonly day: string } | null {
  const day = /(?<![\p{L}\p{N}])waived\s+until\s+(\d{4}-\d{2}-\d{2})(?![\p{L}\p{N}])/iu.exec(text)?.[1];
  return day === undefined || isCalendarDay(day) ? null : { day };
}

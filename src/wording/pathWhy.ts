import { dayIn } from '../model/calendarDay.ts';
import type { Change } from '../model/changeWhy.ts';
import type { EpicFile } from '../model/epic.ts';
import { hasAnticipatedOutcome } from '../model/outcome.ts';
import type { PathMissing, PathWhy } from '../model/pathWhy.ts';
import { dayLabel } from './dates.ts';
import { oneLine } from './why.ts';

/** How many outcomes are known for a file, in one line; null when it has no change to tell of. */
export function shapedText({ changes, outcomes }: PathWhy): string | null {
  if (changes === 0) return null;
  const known = outcomes.filter(({ epic }) => hasAnticipatedOutcome(epic.epic?.outcome ?? null)).length;
  if (known === 0) return 'No outcome is known for this file';
  return known === 1 ? '1 outcome shaped this file' : `${known} outcomes shaped this file`;
}

/** What an epic is for: its outcome, else that there is none. */
export function epicOutcomeText({ epic, path }: EpicFile): string {
  if (epic === null) return `${path} could not be read`;
  return hasAnticipatedOutcome(epic.outcome) ? oneLine(epic.outcome.statement) : 'No anticipated outcome';
}

/** `12 of 40 changes (30 %), 1 Mar 2026 to 4 Dec 2026`. Days are those of the time zone. */
export function groupText(
  group: { readonly changes: number; readonly first: number | null; readonly last: number | null },
  all: number,
  timeZone: string,
): string {
  const share = all === 0 ? 0 : Math.round((100 * group.changes) / all);
  const counted = `${group.changes} of ${changesText(all)} (${share} %)`;
  if (group.first === null || group.last === null) return counted;
  const [first, last] = [dayText(group.first, timeZone), dayText(group.last, timeZone)];
  return `${counted}, ${first === last ? first : `${first} to ${last}`}`;
}

/** The day of a change. */
export function dayText(at: number, timeZone: string): string {
  return dayLabel(dayIn(timeZone, at));
}

export function changesText(count: number): string {
  return count === 1 ? '1 change' : `${count} changes`;
}

/** What a change is called. */
export function changeText({ title, hash }: Change): string {
  return title === '' ? `Commit ${hash.slice(0, 7)}` : title;
}

export function pathMissingText(code: PathMissing): string {
  switch (code) {
    case 'changes/cut':
      return 'Older changes are not counted: there are more than are read, or this is a shallow clone.';
    case 'epics/none':
      return 'There is no epic file yet. Write an anticipated outcome, and changes of its tickets lead to it.';
    case 'outcomes/none':
      return 'No change leads to an anticipated outcome. Add the tickets to the epics they serve.';
  }
}

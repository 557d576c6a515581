import type { EpicOfKey } from '../../answers/flow/items/workItem.ts';
import type { OutcomesFolder, TeamFile } from '../../model/epic.ts';
import { WORK_TYPES, type WorkType } from '../../model/work.ts';

/** Ticket or epic key to its epic, with the epic's work type; null where the epic names none. */
export function epicsByKey({ epics, team }: OutcomesFolder): ReadonlyMap<string, EpicOfKey> {
  const byKey = new Map<string, EpicOfKey>();
  for (const { epic } of epics) {
    if (epic === null) continue;
    const type = epic.type === null ? null : workTypeNamed(team.workTypes[epic.type] ?? epic.type);
    for (const key of [epic.key, ...epic.tickets]) byKey.set(key, { epic: epic.key, type });
  }
  return byKey;
}

/** The team's own words for kinds of work, lower case. */
export function conventionsOf({ workTypes }: TeamFile): Readonly<Record<string, WorkType>> {
  return Object.fromEntries(
    Object.entries(workTypes).flatMap(([word, named]) => {
      const type = workTypeNamed(named);
      return type === null ? [] : [[word.toLowerCase(), type]];
    }),
  );
}

function workTypeNamed(name: string): WorkType | null {
  return WORK_TYPES.find(type => type === name) ?? null;
}

import type { EpicOfKey } from '../../answers/flow/items/workItem.ts';
import { epicTypeOf, typeWords } from '../../answers/flow/items/workType.ts';
import type { OutcomesFolder, TeamFile } from '../../model/epic.ts';

/**
 * Ticket or epic key to its epic, with the epic's work type in the asked team's words; null where the epic names none.
 */
export function epicsByKey(
  { epics }: Pick<OutcomesFolder, 'epics'>,
  team: Pick<TeamFile, 'workTypes'>,
): ReadonlyMap<string, EpicOfKey> {
  const words = typeWords(team);
  const byKey = new Map<string, EpicOfKey>();
  for (const { epic } of epics) {
    if (epic === null) continue;
    const type = epicTypeOf(epic.type, words);
    for (const key of [epic.key, ...epic.tickets]) byKey.set(key, { epic: epic.key, type });
  }
  return byKey;
}

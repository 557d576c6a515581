import * as z from 'zod/mini';
import type { Memento } from 'vscode';
import { EPIC_TYPES } from '../../../model/epic.ts';
import { EPIC_ORDERS, NO_FILTER, type EpicsChoice } from '../../../model/learn/epicsChoice.ts';
import { EPIC_SIGNS } from '../../../model/learn/epicsOverview.ts';
import { STAGES } from '../../../model/stage.ts';

const KEY = 'outcomeLens.epics';

const choiceSchema = z.object({
  filter: z.object({
    signs: z.array(z.enum(EPIC_SIGNS)),
    stages: z.array(z.nullable(z.enum(STAGES))),
    types: z.array(z.nullable(z.enum(EPIC_TYPES))),
    text: z.string(),
  }),
  order: z.enum(EPIC_ORDERS),
});

const FIRST: EpicsChoice = { filter: NO_FILTER, order: 'key' };

/** What this workspace was left with; what cannot be read counts as nothing. */
export function readChoice(state: Memento): EpicsChoice {
  const read = z.safeParse(choiceSchema, state.get<unknown>(KEY), { jitless: true });
  return read.success ? read.data : FIRST;
}

export async function writeChoice(state: Memento, choice: EpicsChoice): Promise<void> {
  await state.update(KEY, choice);
}

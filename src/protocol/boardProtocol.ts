import * as z from 'zod/mini';
import { EPIC_TYPES } from '../model/epic.ts';
import { EPIC_SIGNS } from '../model/learn/epicsOverview.ts';
import { STAGES } from '../model/stage.ts';
import { actionSchema, messageStateSchema, runSchema } from './actions.ts';

/** The order of cards in a column. */
export { compareKeys } from '../model/text/compareKeys.ts';

const stage = z.enum(STAGES);
/** The type of work that an epic names. */
export const epicTypeSchema = z.enum(EPIC_TYPES);
const repositoryPath = z.string().check(z.minLength(1), z.maxLength(4096));

const signSchema = z.object({
  code: z.enum(EPIC_SIGNS),
  /** A few words, "Review due for 12 days". */
  label: z.string(),
  /** What it means, in a sentence or two. */
  text: z.string(),
});
export type SignView = z.infer<typeof signSchema>;

const gateSchema = z.object({
  /** Names of the gates that are waited for, "Definition of done". */
  name: z.string(),
  met: z.number(),
  total: z.number(),
  /** "7 of 10 met, 2 claimed without evidence". */
  summary: z.string(),
});
export type CardGate = z.infer<typeof gateSchema>;

const cardSchema = z.object({
  /** Path of the epic's file: what a card is known by. */
  path: repositoryPath,
  key: z.string(),
  title: z.string(),
  /** '' when there is no anticipated outcome. */
  outcome: z.string(),
  /** The way to write one; null where the file cannot be changed from here, or nobody needs one any more. */
  write: z.nullable(actionSchema),
  type: z.nullable(epicTypeSchema),
  typeLabel: z.string(),
  /** Id of the objective that the value tree leads to. */
  objective: z.nullable(z.string()),
  /** As the epic names it, known to the value tree or not. */
  keyResult: z.nullable(z.string()),
  /** "KR-2.1 Fewer abandoned carts", or ''. */
  keyResultLabel: z.string(),
  /** What became of the outcome, "Partly achieved"; '' while nobody wrote it down. */
  actual: z.string(),
  gate: z.nullable(gateSchema),
  /** "12 days in Build", "at least 12 days in Build"; '' while it is not read. */
  age: z.string(),
  /** What the age rests on, in a sentence; '' where there is none. */
  ageHow: z.string(),
  signs: z.array(signSchema),
  /** Why the epic cannot be moved from here; '' when it can. */
  fixed: z.string(),
  open: actionSchema,
});
/** An epic as the board shows it. */
export type Card = z.infer<typeof cardSchema>;

const columnSchema = z.object({
  /** null: epics without a stage, which nothing is moved to. */
  stage: z.nullable(stage),
  label: z.string(),
  /** The epics of this column are begun and not live yet. */
  inProgress: z.boolean(),
  cards: z.array(cardSchema),
});
export type Column = z.infer<typeof columnSchema>;

const boardStateSchema = z.object({
  kind: z.literal('board'),
  /** Folder name of the repository. */
  repository: z.string(),
  /** "7 epics in progress, from build to launch". */
  inProgress: z.string(),
  columns: z.array(columnSchema).check(z.maxLength(STAGES.length + 1)),
  /** What the value tree has, for the filter. */
  objectives: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      keyResults: z.array(z.object({ id: z.string(), label: z.string() })),
    }),
  ),
  types: z.array(z.object({ type: epicTypeSchema, label: z.string() })),
  /** Files that cannot be read, with a way to each. */
  notices: z.array(z.object({ text: z.string(), action: actionSchema })),
});
export type ShownBoard = z.infer<typeof boardStateSchema>;

const loadingStateSchema = z.object({ kind: z.literal('loading') });

export const boardStatesSchema = z.discriminatedUnion('kind', [
  boardStateSchema,
  messageStateSchema,
  loadingStateSchema,
]);
export type BoardState = z.infer<typeof boardStatesSchema>;

/** Host to board. */
export const toBoardSchema = z.discriminatedUnion('t', [
  /** The whole state, each time. */
  z.object({ t: z.literal('state'), state: boardStatesSchema }),
  /** Answers `move` and `undo`: what was done, to be said aloud, and the number by which it can be taken back. */
  z.object({ t: z.literal('moved'), epic: repositoryPath, sentence: z.string(), undo: z.nullable(z.number()) }),
  /** Answers them when nothing was done: why, and that the card is where it was. `undo` can be asked for again. */
  z.object({
    t: z.literal('stayed'),
    epic: z.nullable(repositoryPath),
    sentence: z.string(),
    undo: z.nullable(z.number()),
  }),
]);
export type ToBoard = z.infer<typeof toBoardSchema>;

/** Board to host. */
export const fromBoardSchema = z.discriminatedUnion('t', [
  z.object({ t: z.literal('ready') }),
  /** Moves an epic; `from` is the stage that the person saw it in. */
  z.object({ t: z.literal('move'), epic: repositoryPath, from: z.nullable(stage), to: stage }),
  /** Takes the move of that number back. */
  z.object({ t: z.literal('undo'), move: z.int().check(z.minimum(0)) }),
  runSchema,
]);
export type FromBoard = z.infer<typeof fromBoardSchema>;

import * as z from 'zod/mini';
import { epicTypeSchema } from '../../src/protocol/boardProtocol.ts';

const id = z.string().check(z.maxLength(1000));

export const boardFilterSchema = z.object({
  /** What the epics serve; null: anything. */
  serves: z.nullable(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.enum(['objective', 'keyResult']), id }),
      /** No key result at all. */
      z.object({ kind: z.literal('nothing') }),
    ]),
  ),
  type: z.nullable(epicTypeSchema),
  /** Words that a card must have, case ignored. */
  text: id,
});
export type BoardFilter = z.infer<typeof boardFilterSchema>;

export const boardViewSchema = z.object({
  version: z.literal(1),
  filter: boardFilterSchema,
  showStopped: z.boolean(),
  /** Of the board in a wide window, of the page in a narrow one. */
  scroll: z.object({ left: z.number(), top: z.number() }),
});
/** What the page keeps for itself: how the epics are looked at, never the epics. */
export type BoardView = z.infer<typeof boardViewSchema>;

export const EVERYTHING: BoardFilter = { serves: null, type: null, text: '' };

export const initialBoardView: BoardView = {
  version: 1,
  filter: EVERYTHING,
  showStopped: false,
  scroll: { left: 0, top: 0 },
};

import path from 'node:path';
import type { PreparedMove } from '../lens/epicMoves.ts';
import type { RepositoryLens } from '../lens/outcomeLens.ts';
import type { EpicFile } from '../model/epic.ts';
import type { Stage } from '../model/stage.ts';
import type { Session } from './session.ts';
import { writeThrough } from './writeThrough.ts';

/** Takes a move back, and may be tried again when it rejects. Rejects as `EpicMoves.takeBack` and `writeThrough`. */
export type TakeBack = () => Promise<void>;

/**
 * Makes a move in the epic's file, through its editor where one is open. Returns the way back; null when the epic was there
 * already. The answers are as old as before. Rejects as `writeThrough`.
 */
export async function makeMove(lens: RepositoryLens, move: PreparedMove): Promise<TakeBack | null> {
  if (move.edit === null) return null;
  await write(lens, move);
  return async () => write(lens, await lens.writer.takeBack(move));
}

/**
 * Moves an epic to a stage and shows the answers of then, also when it fails. `from` is the stage that the person saw it in.
 * Returns as `makeMove`; taking back shows the answers of then, too. Rejects as `EpicMoves.moveTo` and `writeThrough`.
 */
export async function moveEpic(
  session: Session,
  lens: RepositoryLens,
  file: Pick<EpicFile, 'path'>,
  { from, to }: { readonly from: Stage | null; readonly to: Stage },
): Promise<TakeBack | null> {
  const refreshed = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } finally {
      await session.refresh('files');
    }
  };
  const takeBack = await refreshed(async () => makeMove(lens, await lens.writer.moveTo(file.path, to, from)));
  return takeBack === null ? null : () => refreshed(takeBack);
}

async function write({ root }: RepositoryLens, { path: file, text, edit }: PreparedMove): Promise<void> {
  if (edit !== null) await writeThrough(path.join(root, file), file, text, edit);
}

import path from 'node:path';
import * as vscode from 'vscode';
import { isEditable } from '../model/epic.ts';
import { ProblemError } from '../model/problem.ts';
import type { Disposable } from './disposables.ts';
import { CONTEXT_KEYS } from './ids.ts';
import { isShown, itemAt, type ItemPlace } from './itemPlace.ts';
import type { Session } from './session.ts';
import { writeThrough } from './writeThrough.ts';

/** Ticks items in their files, and takes the last tick back. */
export interface Ticker extends Disposable {
  /** Rejects with `file/changed-underneath` rather than touch anything but that one box. */
  tick(place: ItemPlace, ticked: boolean): Promise<void>;
  /** Rejects, and keeps the tick to take back, when its epic is not the one that is shown. */
  undo(): Promise<void>;
}

export function createTicker(session: Session): Ticker {
  let last: { readonly place: ItemPlace; readonly ticked: boolean } | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  function remember(done: typeof last): void {
    last = done;
    void vscode.commands.executeCommand('setContext', CONTEXT_KEYS.canUndoTick, done !== null);
  }

  /** Two ticks at once would each refuse the other's text as changed. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  }

  async function flip(place: ItemPlace, ticked: boolean): Promise<void> {
    const { state } = session;
    const found = itemAt(state, place);
    if (state.kind !== 'answers' || found === null || !isEditable(found.file))
      throw new ProblemError({ code: 'file/changed-underneath', file: place.file });
    const { text, edit } = await state.lens.writer.tick(found.file, found.item.item, ticked);
    await writeThrough(path.join(place.root, place.file), place.file, text, edit);
    await session.refresh('files');
  }

  async function undo(): Promise<void> {
    if (last === null) {
      void vscode.window.showInformationMessage('There is no tick to take back.');
      return;
    }
    const { place, ticked } = last;
    // The answer may be older than what the person sees in the file.
    await session.refresh();
    if (!isShown(session.state, place))
      throw new ProblemError({
        code: 'file/changed-underneath',
        file: place.file,
        detail: `Check out the branch of ${place.epic} in ${path.basename(place.root)} again to undo the tick`,
      });
    if (itemAt(session.state, place)?.item.item.ticked !== ticked)
      throw new ProblemError({ code: 'file/changed-underneath', file: place.file });
    await flip(place, !ticked);
    remember(null);
  }

  return {
    tick: (place, ticked) =>
      inTurn(async () => {
        await flip(place, ticked);
        remember({ place, ticked });
      }),
    undo: () => inTurn(undo),
    dispose: () => remember(null),
  };
}

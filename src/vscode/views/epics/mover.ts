import * as vscode from 'vscode';
import type { RepositoryLens } from '../../../lens/outcomeLens.ts';
import { isEditable, type EpicFile } from '../../../model/epic.ts';
import { ProblemError } from '../../../model/problem.ts';
import type { Disposable } from '../../disposables.ts';
import { CONTEXT_KEYS } from '../../ids.ts';
import { makeMove, type TakeBack } from '../../moveEpic.ts';
import type { Session } from '../../session.ts';

/** Puts epics under another key result in their files, and takes the last such move back. */
export interface Mover extends Disposable {
  /**
   * `keyResult` null: under none. Writes nothing, and rejects with `epic/read-only`, when one of the epics is not on this
   * branch. Rejects as `EpicMoves.moveUnder` and `writeThrough`; what was moved by then can be taken back.
   */
  move(paths: readonly string[], keyResult: string | null): Promise<void>;
  /** Rejects with `file/changed-underneath`, and keeps the move to take back, when an epic was moved on meanwhile. */
  undo(): Promise<void>;
}

export function createMover(session: Session): Mover {
  let last: readonly TakeBack[] = [];
  let turn: Promise<unknown> = Promise.resolve();

  function remember(done: readonly TakeBack[]): void {
    last = done;
    void vscode.commands.executeCommand('setContext', CONTEXT_KEYS.canUndoMove, done.length > 0);
  }

  /** Two moves at once would each refuse the other's text as changed. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  }

  async function move(paths: readonly string[], keyResult: string | null): Promise<void> {
    const lens = await session.repository();
    const files = await editable(lens, paths);
    const done: TakeBack[] = [];
    try {
      for (const { path: file, epic } of files) {
        const takeBack = await makeMove(lens, await lens.writer.moveUnder(file, keyResult, epic?.keyResult));
        if (takeBack !== null) done.push(takeBack);
      }
    } finally {
      if (done.length > 0) remember(done);
      await session.refresh('files');
    }
  }

  async function undo(): Promise<void> {
    if (last.length === 0) {
      void vscode.window.showInformationMessage('There is no move to take back.');
      return;
    }
    let left = last;
    try {
      for (const takeBack of last.toReversed()) {
        await takeBack();
        left = left.filter(other => other !== takeBack);
      }
    } finally {
      remember(left);
      await session.refresh('files');
    }
  }

  return {
    move: (paths, keyResult) => inTurn(() => move(paths, keyResult)),
    undo: () => inTurn(undo),
    dispose: () => remember([]),
  };
}

/** The epics of these paths, if all of them may be changed. */
async function editable(lens: RepositoryLens, paths: readonly string[]): Promise<readonly EpicFile[]> {
  const { epics } = await lens.outcomes();
  return paths.map(wanted => {
    const file = epics.find(({ path: known }) => known === wanted);
    if (file === undefined) throw new ProblemError({ code: 'epic/not-found', detail: wanted });
    if (!isEditable(file))
      throw new ProblemError({ code: 'epic/read-only', file: wanted, detail: file.epic?.key ?? wanted });
    return file;
  });
}

import path from 'node:path';
import * as vscode from 'vscode';
import { ProblemError } from '../model/problem.ts';
import type { ItemReadiness } from '../model/ready.ts';
import { createDisposables, type Disposable } from './disposables.ts';
import { CONTEXT_KEYS } from './ids.ts';
import type { Session } from './session.ts';
import { writeThrough } from './writeThrough.ts';

/** Ticks items in their files, and takes the last tick back. */
export interface Ticker extends Disposable {
  /** Rejects with `file/changed-underneath` rather than touch anything but that one box. */
  tick(item: ItemReadiness, ticked: boolean): Promise<void>;
  undo(): Promise<void>;
}

interface Done {
  readonly path: string;
  readonly gate: string;
  readonly text: string;
  readonly ticked: boolean;
}

export function createTicker(session: Session): Ticker {
  const owned = createDisposables();
  let last: Done | null = null;

  function remember(done: Done | null): void {
    last = done;
    void vscode.commands.executeCommand('setContext', CONTEXT_KEYS.canUndoTick, done !== null);
  }

  async function flip(item: ItemReadiness, ticked: boolean): Promise<Done> {
    const { state } = session;
    const file = state.kind === 'answers' ? state.ready.value?.epic : undefined;
    const gate = file?.epic?.gates.find(candidate => candidate.items.includes(item.item));
    if (state.kind !== 'answers' || file === undefined || gate === undefined || file.origin === 'main')
      throw new ProblemError({ code: 'file/changed-underneath' });
    const { text, edit } = await state.lens.writer.tick(file, item.item, ticked);
    await writeThrough(path.join(state.lens.root, file.path), file.path, text, edit);
    await session.refresh();
    return { path: file.path, gate: gate.name, text: item.item.text, ticked };
  }

  return {
    async tick(item, ticked) {
      remember(await flip(item, ticked));
    },
    async undo() {
      if (last === null) return;
      const done = last;
      const ready = session.state.kind === 'answers' ? session.state.ready.value : null;
      const gates = ready?.epic.path === done.path ? ready.gates.filter(({ gate }) => gate.name === done.gate) : [];
      const same = gates.flatMap(({ items }) => items).filter(({ item }) => item.text === done.text);
      remember(null);
      const [item] = same;
      if (item === undefined || same.length > 1 || item.item.ticked !== done.ticked)
        throw new ProblemError({ code: 'file/changed-underneath', file: done.path });
      await flip(item, !done.ticked);
    },
    dispose: () => owned.dispose(),
  };
}

import * as vscode from 'vscode';
import { createDisposables, type Disposable } from '../../disposables.ts';
import type { ErrorBoundary } from '../../errors.ts';
import { VIEWS } from '../../ids.ts';
import type { Session } from '../../session.ts';
import { createDragAndDrop } from './dragAndDrop.ts';
import type { EpicsPart, EpicsPartOptions } from './epicsPart.ts';
import type { EpicsNode } from './nodes.ts';

/** The Epics view. What draws it is in a bundle of its own, loaded when the view shows or one of its commands runs. */
export interface EpicsTree extends Disposable {
  part(): Promise<EpicsPart>;
  /** The rows are drawn anew. */
  readonly onDidDraw: vscode.Event<undefined>;
}

export function createEpicsTree(session: Session, errors: ErrorBoundary, memory: vscode.Memento): EpicsTree {
  const owned = createDisposables();
  const changed = owned.register(new vscode.EventEmitter<undefined>());
  let loading: Promise<EpicsPart> | null = null;
  const part = () => (loading ??= load());

  const view = owned.register(
    vscode.window.createTreeView<EpicsNode>(VIEWS.epics, {
      canSelectMany: true,
      showCollapseAll: true,
      treeDataProvider: {
        onDidChangeTreeData: changed.event,
        getChildren: async node => [...(await (await part()).childrenOf(node ?? null))],
        getTreeItem: async node => (await part()).itemOf(node),
        getParent: async node => (await part()).parentOf(node),
      },
      dragAndDropController: createDragAndDrop(errors, async (paths, target) => (await part()).drop(paths, target)),
    }),
  );
  const options: Omit<EpicsPartOptions, 'view'> = { session, errors, memory, onChange: () => changed.fire(undefined) };

  async function load(): Promise<EpicsPart> {
    const { createEpicsPart } = await import('./epicsPart.ts');
    return owned.register(createEpicsPart({ ...options, view }));
  }

  return { part, onDidDraw: changed.event, dispose: () => owned.dispose() };
}

import * as vscode from 'vscode';
import type { ErrorBoundary } from '../../errors.ts';
import { VIEWS } from '../../ids.ts';
import type { EpicsNode } from './nodes.ts';

/** What VS Code calls rows that are dragged within this view. */
const ROWS = `application/vnd.code.tree.${VIEWS.epics.toLowerCase()}`;

/** Drags epics, one or several, onto other rows. `drop` gets their paths. */
export function createDragAndDrop(
  errors: ErrorBoundary,
  drop: (paths: readonly string[], target: EpicsNode | null) => Promise<void>,
): vscode.TreeDragAndDropController<EpicsNode> {
  return {
    dragMimeTypes: [ROWS],
    dropMimeTypes: [ROWS],
    handleDrag(nodes, data) {
      const paths = nodes.flatMap(node => (node.kind === 'epic' ? [node.path] : []));
      if (paths.length > 0) data.set(ROWS, new vscode.DataTransferItem(paths));
    },
    async handleDrop(target, data) {
      const dragged: unknown = data.get(ROWS)?.value;
      const paths = Array.isArray(dragged) ? dragged.filter(path => typeof path === 'string') : [];
      if (paths.length > 0) await errors.command('move the epic', () => drop(paths, target ?? null));
    },
  };
}

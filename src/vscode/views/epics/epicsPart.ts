import path from 'node:path';
import * as vscode from 'vscode';
import { chosenEpics, epicEntries, isFiltering } from '../../../answers/learn/chosenEpics.ts';
import type { EpicsChoice } from '../../../model/learn/epicsChoice.ts';
import type { EpicsOverview } from '../../../model/learn/epicsOverview.ts';
import { ratioText } from '../../../wording/epics.ts';
import { filterText } from '../../../wording/epicsChoice.ts';
import { createDisposables, type Disposable } from '../../disposables.ts';
import type { ErrorBoundary } from '../../errors.ts';
import { CONTEXT_KEYS } from '../../ids.ts';
import type { Session } from '../../session.ts';
import { settings } from '../../settings.ts';
import { askFilter, askOrder } from './askChoice.ts';
import { askEpics, askKeyResult, askOneOf } from './askTarget.ts';
import { readChoice, writeChoice } from './choice.ts';
import { createEpicDecorations } from './decorations.ts';
import { createEpicsReading } from './epicsReading.ts';
import { itemOf } from './items.ts';
import { createMover } from './mover.ts';
import { rowsIn } from './epicRows.ts';
import { nodeTree, targetOf, type EpicsNode, type NodeTree } from './nodes.ts';

export interface EpicsPartOptions {
  readonly session: Session;
  readonly errors: ErrorBoundary;
  /** Where the filter and the order are kept. */
  readonly memory: vscode.Memento;
  readonly view: vscode.TreeView<EpicsNode>;
  /** The rows are others now. */
  readonly onChange: () => void;
}

/** What the Epics view shows and does. Arguments of commands come as VS Code hands them over: a row, and all selected ones. */
export interface EpicsPart extends Disposable {
  /** Rows below a row, or (null) the first ones; resolves when they are read. */
  childrenOf(node: EpicsNode | null): Promise<readonly EpicsNode[]>;
  parentOf(node: EpicsNode): EpicsNode | null;
  itemOf(node: EpicsNode): vscode.TreeItem;
  /** Moves the epics of these paths to where a row stands. */
  drop(paths: readonly string[], target: EpicsNode | null): Promise<void>;
  moveUnder(row: unknown, selected: unknown): Promise<void>;
  undoMove(): Promise<void>;
  /** Shows other epics, or in another order, from now on. */
  choose(change: Partial<EpicsChoice>): Promise<void>;
  filter(): Promise<void>;
  sort(): Promise<void>;
}

const NOTHING: NodeTree = nodeTree(null, { filtered: false, hasTree: false });

export function createEpicsPart({ session, errors, memory, view, onChange }: EpicsPartOptions): EpicsPart {
  const owned = createDisposables();
  const decorations = owned.register(createEpicDecorations());
  const mover = owned.register(createMover(session));
  const reading = owned.register(createEpicsReading({ session, errors, isWanted: () => view.visible, onRead: draw }));
  let choice = readChoice(memory);
  let rows = NOTHING;
  /** What the rows say that VS Code has. */
  let drawn = '';

  async function draw(): Promise<void> {
    const { state } = reading;
    const overview = state.kind === 'overview' ? state.overview : null;
    const shown = overview === null ? null : chosenEpics(overview, choice);
    const filtered = isFiltering(choice.filter);
    rows = nodeTree(shown, { filtered, hasTree: (overview?.objectives.length ?? 0) > 0 });
    const entries = overview === null ? [] : epicEntries(overview);
    const isEmpty = rows.childrenOf(null).length === 0;
    const empty =
      state.kind !== 'overview'
        ? state.kind
        : !isEmpty
          ? ''
          : entries.length > 0
            ? 'filtered'
            : (await hasFolder(state.root))
              ? 'noEpics'
              : 'noFolder';
    void vscode.commands.executeCommand('setContext', CONTEXT_KEYS.epicsEmpty, empty);
    void vscode.commands.executeCommand('setContext', CONTEXT_KEYS.epicsFiltered, filtered);
    view.description = overview === null ? '' : ratioText(overview.ratio);
    view.message =
      filtered && shown !== null && empty === ''
        ? filterText(choice.filter, epicEntries(shown).length, entries.length)
        : '';
    decorations.show(entries);
    // Drawing rows anew takes the focus from where the person is by then: only for something new.
    const now = JSON.stringify(drawingOf(null));
    if (now !== drawn) onChange();
    drawn = now;
  }

  function drawingOf(parent: EpicsNode | null): readonly unknown[] {
    return rows.childrenOf(parent).map(node => {
      const { tooltip, ...shown } = item(node);
      return [shown, tooltip instanceof vscode.MarkdownString ? tooltip.value : tooltip, drawingOf(node)];
    });
  }

  function item(node: EpicsNode): vscode.TreeItem {
    const today = reading.state.kind === 'overview' ? reading.state.overview.today : '';
    return itemOf(node, { decorations, today, hasChildren: rows.childrenOf(node).length > 0 });
  }

  async function choose(change: Partial<EpicsChoice>): Promise<void> {
    choice = { ...choice, ...change };
    await writeChoice(memory, choice);
    await draw();
  }

  /** The overview of now, also when the view was never shown. */
  async function overviewNow(): Promise<EpicsOverview> {
    return (await session.repository()).overview();
  }

  return {
    async childrenOf(node) {
      await reading.upToDate();
      return rows.childrenOf(node);
    },
    parentOf: node => rows.parentOf(node),
    itemOf: item,
    async drop(paths, target) {
      const place = targetOf(target, rows);
      if (place === null) return;
      const keyResult = 'keyResult' in place ? place.keyResult : await askOneOf(place.oneOf, paths.length);
      if (keyResult !== undefined) await mover.move(paths, keyResult);
    },
    async moveUnder(row, selected) {
      const overview = await overviewNow();
      const branchEpic = (await (await session.repository()).why()).value?.epic?.path ?? null;
      const meant = rowsIn(row, selected) ?? (view.selection.length > 0 ? rowsIn(undefined, view.selection) : null);
      const paths = meant ?? (await askEpics(overview, branchEpic));
      if (paths === undefined) return;
      const keyResult = await askKeyResult(overview, paths.length);
      if (keyResult !== undefined) await mover.move(paths, keyResult);
    },
    undoMove: () => mover.undo(),
    choose,
    async filter() {
      const filter = await askFilter(choice.filter);
      if (filter !== undefined) await choose({ filter });
    },
    async sort() {
      const order = await askOrder(choice.order);
      if (order !== undefined) await choose({ order });
    },
    dispose: () => owned.dispose(),
  };
}

async function hasFolder(root: string): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(vscode.Uri.file(path.join(root, settings.outcomesFolder(root))));
    return true;
  } catch {
    return false;
  }
}

import * as vscode from 'vscode';
import type { ItemState } from '../../model/checklist.ts';
import type { GateReadiness, ItemReadiness } from '../../model/ready.ts';
import { gateSummary, readyMissingText, stateLabel, stateReason } from '../../wording/ready.ts';
import { createDisposables, type Disposable } from '../disposables.ts';
import type { ErrorBoundary } from '../errors.ts';
import { COMMANDS, CONTEXT_KEYS, VIEWS } from '../ids.ts';
import type { Session, SessionState } from '../session.ts';
import type { Ticker } from '../ticker.ts';

export type ReadinessNode =
  | { readonly kind: 'gate'; readonly gate: GateReadiness; readonly current: boolean }
  | { readonly kind: 'item'; readonly gate: GateReadiness; readonly item: ItemReadiness; readonly readOnly: boolean };

/** The Readiness view: gates with their progress, items with native checkboxes. */
export function registerReadinessTree(session: Session, ticker: Ticker, errors: ErrorBoundary): Disposable {
  const owned = createDisposables();
  const changed = owned.register(new vscode.EventEmitter<undefined>());
  const tree = owned.register(
    vscode.window.createTreeView<ReadinessNode>(VIEWS.readiness, {
      treeDataProvider: {
        onDidChangeTreeData: changed.event,
        getChildren: node => children(session.state, node),
        getTreeItem: node => (node.kind === 'gate' ? gateItem(node) : itemItem(node, session.state)),
      },
      manageCheckboxStateManually: true,
    }),
  );
  owned.register(
    tree.onDidChangeCheckboxState(({ items }) =>
      errors.command('tick the item', async () => {
        try {
          for (const [node, box] of items)
            if (node.kind === 'item') await ticker.tick(node.item, box === vscode.TreeItemCheckboxState.Checked);
        } finally {
          // The box shows what the file says, also after a refusal.
          changed.fire(undefined);
        }
      }),
    ),
  );
  const update = (state: SessionState) => {
    describe(tree, state);
    changed.fire(undefined);
  };
  owned.register(session.onDidChange(update));
  owned.register(tree.onDidChangeVisibility(({ visible }) => visible && session.start()));
  if (tree.visible) session.start();
  update(session.state);
  return owned;
}

function describe(tree: vscode.TreeView<ReadinessNode>, state: SessionState): void {
  const ready = state.kind === 'answers' ? state.ready : null;
  const empty =
    state.kind === 'loading'
      ? 'loading'
      : state.kind === 'problem'
        ? 'problem'
        : ready?.value == null
          ? 'noEpic'
          : ready.value.gates.length === 0
            ? 'noGates'
            : '';
  void vscode.commands.executeCommand('setContext', CONTEXT_KEYS.readinessEmpty, empty);
  const { epic } = ready?.value?.epic ?? { epic: null };
  tree.description = epic === null ? '' : epic.key;
  const notes = (ready?.missing ?? []).filter(code => code === 'stage/none' || code === 'stage/hasNoGate');
  tree.message = empty === '' && notes[0] !== undefined ? readyMissingText(notes[0]) : '';
}

function children(state: SessionState, node: ReadinessNode | undefined): ReadinessNode[] {
  const ready = state.kind === 'answers' ? state.ready.value : null;
  if (ready === null || node?.kind === 'item') return [];
  if (node === undefined) return ready.gates.map(gate => ({ kind: 'gate', gate, current: ready.asked.includes(gate) }));
  const readOnly = ready.epic.origin === 'main';
  return node.gate.items.map(item => ({ kind: 'item', gate: node.gate, item, readOnly }));
}

function gateItem({ gate, current }: ReadinessNode & { kind: 'gate' }): vscode.TreeItem {
  const done = gate.met === gate.items.length;
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(gate.gate.name, current ? Expanded : Collapsed);
  // Without `current` in the id, VS Code would keep yesterday's gate open when the stage moves on.
  item.id = `${gate.gate.name}:${String(current)}`;
  item.description = `${gate.met}/${gate.items.length}${current ? ' · this stage' : ''}`;
  item.iconPath = done
    ? new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'))
    : new vscode.ThemeIcon(current ? 'target' : 'checklist');
  item.tooltip = `${gate.gate.name}: ${gateSummary(gate)}`;
  item.accessibilityInformation = {
    label: `${gate.gate.name}, ${gateSummary(gate)}${current ? ', gate of the current stage' : ''}`,
  };
  item.contextValue = 'gate';
  return item;
}

const ICONS: Readonly<Partial<Record<ItemState, [icon: string, color?: string]>>> = {
  proved: ['verified', 'testing.iconPassed'],
  evidenced: ['link', 'testing.iconPassed'],
  stale: ['history', 'list.warningForeground'],
  waived: ['clock'],
  notApplicable: ['circle-slash'],
  broken: ['warning', 'list.warningForeground'],
  disproved: ['warning', 'list.warningForeground'],
  unknown: ['question'],
};

function itemItem(node: ReadinessNode & { kind: 'item' }, session: SessionState): vscode.TreeItem {
  const { item, gate, readOnly } = node;
  const unsaved = session.kind === 'answers' && session.ready.value?.epic.unsaved === true;
  const tree = new vscode.TreeItem(item.item.text);
  tree.id = `${gate.gate.name}:${gate.items.indexOf(item)}:${item.item.text}`;
  const notes = item.state === 'open' && item.item.notApplicable === null ? [] : [stateLabel(item.state)];
  if (item.state === 'claimed') notes.pop();
  if (unsaved) notes.push('unsaved');
  tree.description = notes.join(' · ');
  const icon = ICONS[item.state];
  if (icon !== undefined)
    tree.iconPath = new vscode.ThemeIcon(icon[0], icon[1] === undefined ? undefined : new vscode.ThemeColor(icon[1]));
  const reasons = item.reasons.map(reason => stateReason(reason, item)).join(' ');
  tree.tooltip = `${item.item.text}\n${reasons}${readOnly ? '\nRead from the main branch; it cannot be ticked here.' : ''}`;
  tree.accessibilityInformation = { label: `${item.item.text}, ${stateLabel(item.state)}. ${reasons}` };
  if (!readOnly)
    tree.checkboxState = {
      state: item.item.ticked ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked,
      tooltip: item.item.ticked ? 'Untick' : 'Tick',
    };
  tree.contextValue = item.item.evidence.length > 0 ? 'item.evidence' : 'item';
  tree.command = { command: COMMANDS.openItem, title: 'Open', arguments: [node] };
  return tree;
}

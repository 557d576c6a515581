import * as vscode from 'vscode';
import { plain } from '../../export/plain.ts';
import type { ItemState } from '../../model/checklist.ts';
import { isEditable } from '../../model/epic.ts';
import type { Finding } from '../../model/lint.ts';
import type { GateReadiness, ItemReadiness, ReadyAnswer, ReadyMissing } from '../../model/ready.ts';
import { capital } from '../../wording/firstLetter.ts';
import { gateSummary, readyMissingText, stageGateText, stateLabel, stateReason } from '../../wording/ready.ts';
import { createDisposables, type Disposable } from '../disposables.ts';
import type { ErrorBoundary } from '../errors.ts';
import type { Hints } from '../hints.ts';
import { COMMANDS, CONTEXT_KEYS, VIEWS } from '../ids.ts';
import { placeOf, type ItemPlace } from '../itemPlace.ts';
import type { Session, SessionState } from '../session.ts';
import type { Ticker } from '../ticker.ts';
import { gateHints } from './gateHints.ts';

export type ReadinessNode =
  | { readonly kind: 'gate'; readonly gate: GateReadiness; readonly index: number; readonly current: boolean }
  | { readonly kind: 'item'; readonly item: ItemReadiness; readonly place: ItemPlace; readonly readOnly: boolean };

interface ReadinessTreeParts {
  readonly session: Session;
  readonly hints: Hints;
  readonly ticker: Ticker;
  readonly errors: ErrorBoundary;
}

/** The Readiness view: gates with their progress, items with native checkboxes. */
export function registerReadinessTree({ session, hints, ticker, errors }: ReadinessTreeParts): Disposable {
  const owned = createDisposables();
  const changed = owned.register(new vscode.EventEmitter<undefined>());
  const tree = owned.register(
    vscode.window.createTreeView<ReadinessNode>(VIEWS.readiness, {
      treeDataProvider: {
        onDidChangeTreeData: changed.event,
        getChildren: node => children(session.state, node),
        getTreeItem: node =>
          node.kind === 'gate' ? gateItem(node, findingsOf(session.state, hints)) : itemItem(node, session.state),
      },
      manageCheckboxStateManually: true,
    }),
  );
  owned.register(
    tree.onDidChangeCheckboxState(({ items }) =>
      errors.command('tick the item', async () => {
        try {
          for (const [node, box] of items)
            if (node.kind === 'item') await ticker.tick(node.place, box === vscode.TreeItemCheckboxState.Checked);
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
  owned.register(hints.onDidChange(() => changed.fire(undefined)));
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
  const notes = (ready?.missing ?? []).filter(
    code => code === 'epic/conflict' || code === 'stage/none' || code === 'stage/hasNoGate',
  );
  tree.message = empty === '' && ready !== null && notes[0] !== undefined ? messageOf(notes[0], ready) : '';
}

/** Every gate of the file is in the view already, so there is no other one to ask. */
function messageOf(code: ReadyMissing, ready: ReadyAnswer): string {
  if (code !== 'stage/hasNoGate') return readyMissingText(code, ready);
  return `${capital(stageGateText(ready.value?.stage ?? null))} with a task list.`;
}

function findingsOf(state: SessionState, hints: Hints): readonly Finding[] {
  const file = state.kind === 'answers' ? state.ready.value?.epic : undefined;
  return file === undefined ? [] : hints.of(file.path);
}

function children(state: SessionState, node: ReadinessNode | undefined): ReadinessNode[] {
  const ready = state.kind === 'answers' ? state.ready.value : null;
  if (ready === null || node?.kind === 'item') return [];
  if (node === undefined)
    return ready.gates.map((gate, index) => ({
      kind: 'gate',
      gate,
      index,
      current: ready.stage !== null && ready.asked.includes(gate),
    }));
  const readOnly = !isEditable(ready.epic);
  return node.gate.items.flatMap(item => {
    const place = placeOf(state, node.gate, item);
    return place === null ? [] : [{ kind: 'item' as const, item, place, readOnly }];
  });
}

function gateItem(
  { gate, index, current }: ReadinessNode & { kind: 'gate' },
  findings: readonly Finding[],
): vscode.TreeItem {
  const done = gate.items.length > 0 && gate.met === gate.items.length;
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(plain(gate.gate.name), current ? Expanded : Collapsed);
  // Two gates may share a heading, and VS Code refuses two equal ids: hence the index. Without `current`, it would keep
  // yesterday's gate open when the stage moves on.
  item.id = `gate:${index}:${gate.gate.name}:${String(current)}`;
  const hints = gateHints(gate.gate, findings);
  const questions = hints.map(({ question }) => question);
  const notes = [...(current ? ['this stage'] : []), ...hints.map(({ note }) => note)];
  item.description = [`${gate.met}/${gate.items.length}`, ...notes].join(' · ');
  item.iconPath = done
    ? new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'))
    : new vscode.ThemeIcon(current ? 'target' : 'checklist');
  item.tooltip = plain([`${gate.gate.name}: ${gateSummary(gate)}`, ...questions].join('\n'));
  const spoken = `${gate.gate.name}, ${gateSummary(gate)}${current ? ', gate of the current stage' : ''}`;
  item.accessibilityInformation = { label: plain([spoken, ...questions].join('. ')) };
  item.contextValue = 'gate';
  return item;
}

/** Beside an item's words there is room for one or two of ours; the tooltip has the whole sentence. */
const NOTES: Readonly<Partial<Record<ItemState, string>>> = {
  proved: 'proved',
  evidenced: 'evidence',
  stale: 'stale',
  waived: 'waived',
  notApplicable: 'n/a',
  broken: 'no evidence',
  disproved: 'disproved',
  unknown: 'unchecked',
};

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
  const { item, place, readOnly } = node;
  const unsaved = session.kind === 'answers' && session.ready.value?.epic.unsaved === true;
  const tree = new vscode.TreeItem(plain(item.item.text));
  tree.id = `item:${place.gateIndex}:${place.gate}:${place.index}:${item.item.text}`;
  const note = item.state === 'open' && item.item.notApplicable !== null ? 'no reason' : NOTES[item.state];
  tree.description = [note, unsaved ? 'unsaved' : undefined].filter(word => word !== undefined).join(' · ');
  const icon = ICONS[item.state];
  if (icon !== undefined)
    tree.iconPath = new vscode.ThemeIcon(icon[0], icon[1] === undefined ? undefined : new vscode.ThemeColor(icon[1]));
  const reasons = item.reasons.map(reason => stateReason(reason, item)).join(' ');
  tree.tooltip = plain(
    `${item.item.text}\n${reasons}${readOnly ? '\nRead from the main branch; it cannot be ticked here.' : ''}`,
  );
  tree.accessibilityInformation = { label: plain(`${item.item.text}, ${stateLabel(item.state)}. ${reasons}`) };
  if (!readOnly)
    tree.checkboxState = {
      state: item.item.ticked ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked,
      tooltip: item.item.ticked ? 'Untick' : 'Tick',
      accessibilityInformation: { label: plain(item.item.text), role: 'checkbox' },
    };
  tree.contextValue = item.item.evidence.length > 0 ? 'item.evidence' : 'item';
  tree.command = { command: COMMANDS.openItem, title: 'Open', arguments: [node] };
  return tree;
}

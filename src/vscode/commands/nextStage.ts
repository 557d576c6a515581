import * as vscode from 'vscode';
import type { EpicFile } from '../../model/epic.ts';
import type { Readiness } from '../../model/ready.ts';
import { STAGES, stageAfter, type Stage } from '../../model/stage.ts';
import { stageLabel, stateLabel } from '../../wording/ready.ts';
import { moveEpic } from '../moveEpic.ts';
import type { Command } from './context.ts';
import { epicToEdit } from './epicToEdit.ts';
import { showFile } from './showFile.ts';

type Choice = vscode.QuickPickItem & {
  readonly stage?: Stage;
  /** Offsets of an open item, to look at it instead. */
  readonly range?: { readonly start: number; readonly end: number };
};

/**
 * Moves the branch's epic, or that of the given path, to its next stage or to another one. It says what is still open and
 * stands in nobody's way.
 */
export const nextStage: Command = async ({ session }, wanted) => {
  const lens = await session.repository();
  const file = await epicToEdit(lens, wanted);
  const ready = (await lens.ready({ epic: file.path, gate: null, strict: false })).value;
  const picked = await vscode.window.showQuickPick<Choice>(choicesOf(file, ready), {
    title: `${file.epic?.key ?? file.path}: ${stageNow(file)}`,
    placeHolder: 'Move to a stage, or pick an open item to look at it',
  });
  if (picked?.range !== undefined) await showFile(lens.root, file.path, picked.range);
  if (picked?.stage === undefined) return;
  await moveEpic(session, lens, file, { from: file.epic?.stage ?? null, to: picked.stage });
};

function stageNow({ epic }: EpicFile): string {
  return epic?.stage == null ? 'no stage yet' : `in ${stageLabel(epic.stage)}`;
}

function choicesOf({ epic }: EpicFile, ready: Readiness | null): Choice[] {
  const now = epic?.stage ?? null;
  const next = now === null ? 'discovery' : stageAfter(now);
  const open = [...(ready?.asked ?? []), ...(ready?.earlierOpen ?? [])].flatMap(({ gate, items }) =>
    items.filter(({ met }) => !met).map(({ item, state }) => ({ gate: gate.name, item, state })),
  );
  const others = STAGES.filter(stage => stage !== now && stage !== next);
  const separator = (label: string): Choice => ({ label, kind: vscode.QuickPickItemKind.Separator });
  return [
    ...(next === null
      ? []
      : [{ label: `$(arrow-right) ${stageLabel(next)}`, description: openText(open), stage: next }]),
    ...(open.length === 0 ? [] : [separator('Still open')]),
    ...open.map(({ gate, item, state }) => ({
      label: `$(circle-large-outline) ${item.text}`,
      description: `${gate}: ${stateLabel(state)}`,
      range: item.range,
    })),
    separator('Another stage'),
    ...others.map(stage => ({ label: stageLabel(stage), stage })),
  ];
}

function openText(open: readonly { readonly gate: string }[]): string {
  if (open.length === 0) return 'nothing is open';
  const gates = [...new Set(open.map(({ gate }) => gate))];
  return `${open.length} ${open.length === 1 ? 'item' : 'items'} open in ${gates.join(', ')}`;
}

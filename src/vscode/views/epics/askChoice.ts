import * as vscode from 'vscode';
import { EPIC_TYPES } from '../../../model/epic.ts';
import { EPIC_ORDERS, type EpicOrder, type EpicsFilter } from '../../../model/learn/epicsChoice.ts';
import { EPIC_SIGNS } from '../../../model/learn/epicsOverview.ts';
import { STAGES } from '../../../model/stage.ts';
import { EPIC_TYPE_NAMES, SIGN_NAMES } from '../../../wording/epics.ts';
import { NO_STAGE, NO_TYPE, ORDER_NAMES } from '../../../wording/epicsChoice.ts';
import { stageLabel } from '../../../wording/ready.ts';

/** One answer that can be ticked: how it is called, and the filter with it. */
interface Answer extends vscode.QuickPickItem {
  readonly add?: (filter: EpicsFilter) => EpicsFilter;
  readonly asksWords?: boolean;
}

/** Asks which epics are wanted. undefined when the person backs out. */
export async function askFilter(now: EpicsFilter): Promise<EpicsFilter | undefined> {
  const picked = await vscode.window.showQuickPick(answers(now), {
    title: 'Filter Epics',
    placeHolder: 'Tick what to show; nothing ticked shows all',
    canPickMany: true,
  });
  if (picked === undefined) return undefined;
  const none: EpicsFilter = { signs: [], stages: [], types: [], text: '' };
  const filter = picked.reduce((wanted, { add }) => add?.(wanted) ?? wanted, none);
  if (!picked.some(({ asksWords }) => asksWords === true)) return filter;
  const text = await vscode.window.showInputBox({
    title: 'Filter Epics',
    prompt: 'Words of the key, the title, the outcome or a ticket',
    value: now.text,
  });
  return text === undefined ? undefined : { ...filter, text: text.trim() };
}

function answers(now: EpicsFilter): Answer[] {
  const separator = (label: string): Answer => ({ label, kind: vscode.QuickPickItemKind.Separator });
  return [
    {
      label: 'Words…',
      description: now.text === '' ? '' : `now “${now.text}”`,
      picked: now.text !== '',
      asksWords: true,
    },
    separator('Signs'),
    ...EPIC_SIGNS.map((sign): Answer => ({
      label: SIGN_NAMES[sign],
      picked: now.signs.includes(sign),
      add: filter => ({ ...filter, signs: [...filter.signs, sign] }),
    })),
    separator('Stage'),
    ...[...STAGES, null].map((stage): Answer => ({
      label: stage === null ? NO_STAGE : stageLabel(stage),
      picked: now.stages.includes(stage),
      add: filter => ({ ...filter, stages: [...filter.stages, stage] }),
    })),
    separator('Work type'),
    ...[...EPIC_TYPES, null].map((type): Answer => ({
      label: type === null ? NO_TYPE : EPIC_TYPE_NAMES[type],
      picked: now.types.includes(type),
      add: filter => ({ ...filter, types: [...filter.types, type] }),
    })),
  ];
}

/** Asks for an order. undefined when the person backs out. */
export async function askOrder(now: EpicOrder): Promise<EpicOrder | undefined> {
  const picked = await vscode.window.showQuickPick(
    EPIC_ORDERS.map(order => {
      const { label, description } = ORDER_NAMES[order];
      return { label: order === now ? `$(check) ${label}` : label, description, order };
    }),
    { title: 'Sort Epics By', placeHolder: `Now by ${ORDER_NAMES[now].label.toLowerCase()}` },
  );
  return picked?.order;
}

import * as vscode from 'vscode';
import { isEditable } from '../../../model/epic.ts';
import type { Stage } from '../../../model/stage.ts';
import { epicDescription, epicSpoken, epicTip, epicTitle, epicsCount, keyResultWay } from '../../../wording/epics.ts';
import { problemText } from '../../../wording/problems.ts';
import { COMMANDS } from '../../ids.ts';
import { plainMarkdown } from '../../plainMarkdown.ts';
import type { EpicDecorations } from './decorations.ts';
import type { EpicNode, EpicsNode, GroupNode, KeyResultNode, NoteNode, ObjectiveNode } from './nodes.ts';

export interface ItemOptions {
  readonly decorations: EpicDecorations;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly hasChildren: boolean;
}

/** How a row looks, sounds and what it opens. */
export function itemOf(node: EpicsNode, options: ItemOptions): vscode.TreeItem {
  switch (node.kind) {
    case 'objective':
      return objectiveItem(node, options);
    case 'keyResult':
      return keyResultItem(node);
    case 'group':
      return groupItem(node, options);
    case 'epic':
      return epicItem(node, options);
    case 'note':
      return noteItem(node);
  }
}

function objectiveItem({ id, objective }: ObjectiveNode, { hasChildren }: ItemOptions): vscode.TreeItem {
  const item = parentRow(objective.title, id, 'milestone', hasChildren);
  item.contextValue = 'objective';
  item.description = objective.id === objective.title ? '' : objective.id;
  item.tooltip = tip(objective.title, [`Objective ${objective.id}`]);
  item.accessibilityInformation = { label: `Objective ${objective.title}` };
  return item;
}

function keyResultItem({ id, keyResult, objective, epics }: KeyResultNode): vscode.TreeItem {
  const item = parentRow(keyResult.title, id, 'target', epics > 0);
  const count = epics === 0 ? 'no epic' : epicsCount(epics);
  item.contextValue = 'keyResult';
  item.description = [keyResult.id === keyResult.title ? '' : keyResult.id, count]
    .filter(part => part !== '')
    .join(' · ');
  const way = keyResultWay(keyResult);
  const lines = [`Key result ${keyResult.id} of ${objective.title}`, way, count].filter(line => line !== '');
  item.tooltip = tip(keyResult.title, lines);
  item.accessibilityInformation = { label: `Key result ${keyResult.title}, ${count}` };
  return item;
}

const GROUPS = {
  none: { label: 'No key result', tip: 'These epics name no key result. That is fine; one is welcome where it helps.' },
  unknown: { label: 'Unknown key result', tip: 'These epics name a key result that value-tree.yaml does not have.' },
} as const;

function groupItem({ id, epics }: GroupNode, { hasChildren }: ItemOptions): vscode.TreeItem {
  const { label, tip: text } = GROUPS[id];
  const item = parentRow(label, `group:${id}`, id === 'none' ? 'circle-slash' : 'question', hasChildren);
  item.contextValue = `group.${id}`;
  item.description = epics === 0 ? 'no epic' : epicsCount(epics);
  item.tooltip = tip(label, [text]);
  item.accessibilityInformation = { label: `${label}, ${item.description}` };
  return item;
}

const STAGE_ICONS: Readonly<Record<Stage, string>> = {
  discovery: 'search',
  build: 'tools',
  qa: 'beaker',
  launch: 'rocket',
  review: 'eye',
  closed: 'pass',
  stopped: 'circle-slash',
};

function epicItem({ id, path, entry }: EpicNode, { decorations, today }: ItemOptions): vscode.TreeItem {
  const { epic } = entry.file;
  const icon = epic === null ? 'error' : epic.stage === null ? 'circle-large-outline' : STAGE_ICONS[epic.stage];
  const title = epicTitle(entry);
  const item = row(title, id, icon);
  item.resourceUri = decorations.uriOf(path);
  item.description = epicDescription(entry);
  item.tooltip = tip(title, epicTip(entry, today));
  item.accessibilityInformation = { label: epicSpoken(entry) };
  const marks = [
    epic === null ? 'unread' : isEditable(entry.file) ? 'editable' : 'readOnly',
    isEditable(entry.file) && entry.signs.some(({ code }) => code === 'noOutcome') ? 'noOutcome' : null,
  ];
  item.contextValue = ['epic', ...marks.filter(mark => mark !== null)].join('.');
  item.command = { command: COMMANDS.openEpic, title: 'Open', arguments: [path] };
  return item;
}

function noteItem({ id, problem }: NoteNode): vscode.TreeItem {
  const isBroken = id === 'brokenTree';
  const label = isBroken ? 'Mend value-tree.yaml' : 'Write a value tree';
  const item = row(label, `note:${id}`, isBroken ? 'warning' : 'lightbulb');
  const text =
    problem === null
      ? 'Objectives and key results that the epics serve, in value-tree.yaml. Welcome, never demanded.'
      : `${problemText(problem).title}. ${problemText(problem).text}`;
  item.description = isBroken ? 'a part of it cannot be read' : 'objectives and key results';
  item.tooltip = tip(label, [text]);
  item.accessibilityInformation = { label: `${label}. ${text}` };
  item.command = { command: COMMANDS.openValueTree, title: 'Open' };
  return item;
}

/** Under one id VS Code would keep a row folded that had nothing below it before. */
function parentRow(label: string, id: string, icon: string, hasChildren: boolean): vscode.TreeItem {
  const item = row(label, hasChildren ? id : `${id}:empty`, icon);
  item.collapsibleState = vscode.TreeItemCollapsibleState[hasChildren ? 'Expanded' : 'None'];
  return item;
}

function row(label: string, id: string, icon: string): vscode.TreeItem {
  const item = new vscode.TreeItem(label);
  item.id = id;
  item.iconPath = new vscode.ThemeIcon(icon);
  return item;
}

/** Words of a repository may look like Markdown: they are shown as they are written, and lead nowhere. */
function tip(title: string, paragraphs: readonly string[]): vscode.MarkdownString {
  return new vscode.MarkdownString(
    [`**${plainMarkdown(title.trim())}**`, ...paragraphs.map(plainMarkdown)].join('\n\n'),
  );
}

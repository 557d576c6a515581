import * as vscode from 'vscode';
import { plainLine } from '../../../export/plain.ts';
import type { Change } from '../../../model/changeWhy.ts';
import type { ChangeList } from '../../../model/pathWhy.ts';
import { changeText, dayText, pathMissingText } from '../../../wording/pathWhy.ts';
import type { CommitItem } from './items.ts';

const MAX_LABEL = 120;

/** A repository's words as a label, in which nothing becomes an icon. */
export function labelText(text: string): string {
  return plainLine(text, MAX_LABEL).replaceAll('$(', '\\$(');
}

/** Commits as items, newest first; a last one says where they end too early. */
export function commitItems({ changes, cut }: ChangeList, timeZone: string): readonly CommitItem[] {
  const items = changes.map((change): CommitItem => ({
    label: labelText(changeText(change)),
    description: dayText(change.landed, timeZone),
    change,
  }));
  const end = { label: pathMissingText('changes/cut'), kind: vscode.QuickPickItemKind.Separator };
  return cut ? [...items, end] : items;
}

/** What a change's editors are called. */
export function changeTitle(change: Change): string {
  return `${plainLine(changeText(change), MAX_LABEL)} (${change.hash.slice(0, 7)})`;
}

import path from 'node:path';
import * as vscode from 'vscode';
import { plainLine } from '../../../export/plain.ts';
import type { RepositoryLens } from '../../../lens/outcomeLens.ts';
import type { PathPart, PathWhyAnswer } from '../../../model/pathWhy.ts';
import { ProblemError } from '../../../model/problem.ts';
import { epicOutcomeText, groupText, pathMissingText } from '../../../wording/pathWhy.ts';
import { isBelow, samePath } from '../../fsPaths.ts';
import type { Command, CommandContext } from '../context.ts';
import { openEpic } from '../openEpic.ts';
import type { CommitItem, PartItem } from './items.ts';
import { commitItems, labelText } from './pickCommit.ts';
import { pickLoaded } from './pickLoaded.ts';
import { showChange } from './showChange.ts';

/**
 * Lists the outcomes that shaped a file or folder: the one of the menu, else the active editor's file. An outcome leads on to
 * its epic and to its changes there, and a change to VS Code's diff editor. Rejects with `file/none`, `file/elsewhere` or
 * `path/not-found`.
 */
export const whyPath: Command = async (context, wanted) => {
  const uri = wanted instanceof vscode.Uri ? wanted : vscode.window.activeTextEditor?.document.uri;
  if (uri?.scheme !== 'file') throw new ProblemError({ code: 'file/none' });
  const lens = await context.session.repository();
  const inside = pathIn(lens.root, uri.fsPath);
  if (inside === null) throw new ProblemError({ code: 'file/elsewhere', file: path.basename(uri.fsPath) });
  const { timeZone } = (await lens.outcomes()).team;
  const name = inside === '' ? path.basename(lens.root) : path.posix.basename(inside);
  const picked = await pickLoaded<PartItem>({
    title: `Why is ${plainLine(name, 60)} here?`,
    placeholder: 'Outcomes that shaped it; pick one to see its changes',
    load: async signal => partItems(await lens.whyOfPath(inside, signal), timeZone),
  });
  if (picked?.part !== undefined) await pickChange({ context, lens, inside, timeZone }, picked.part, picked.label);
};

interface Place {
  readonly context: CommandContext;
  readonly lens: RepositoryLens;
  /** Inside the repository; '' for its root. */
  readonly inside: string;
  readonly timeZone: string;
}

async function pickChange({ context, lens, inside, timeZone }: Place, part: PathPart, title: string): Promise<void> {
  const epic: CommitItem = { label: '$(go-to-file) Open Epic File' };
  const picked = await pickLoaded<CommitItem>({
    title,
    placeholder: 'Pick a change to see it',
    load: async signal => {
      const commits = commitItems(await lens.pathChanges(inside, part, signal), timeZone);
      return part.of === 'epic' ? [epic, ...commits] : commits;
    },
  });
  if (picked?.change !== undefined) await showChange(lens, picked.change, inside);
  else if (picked === epic && part.of === 'epic') await openEpic(context, part.file);
}

/** Everything that the answer says, an item or a line between them each. */
function partItems({ value, missing }: PathWhyAnswer, timeZone: string): readonly PartItem[] {
  if (value === null) return [];
  const line = (label: string): PartItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const items: PartItem[] = value.outcomes.map(shaped => ({
    label: labelText(epicOutcomeText(shaped.epic)),
    description: labelText(shaped.epic.epic?.key ?? ''),
    detail: groupText(shaped, value.changes, timeZone),
    part: { of: 'epic', file: shaped.epic.path },
  }));
  if (value.withoutEpic.length > 0) items.push(line('Without an epic'));
  for (const group of value.withoutEpic)
    items.push({
      label: group.ticket,
      detail: groupText(group, value.changes, timeZone),
      part: { of: 'ticket', ticket: group.ticket },
    });
  if (value.withoutTicket.changes > 0) {
    items.push(line('Without a ticket'));
    items.push({
      label: 'Changes that name no ticket',
      detail: groupText(value.withoutTicket, value.changes, timeZone),
      part: { of: 'nothing' },
    });
  }
  return [...items, ...missing.map(code => line(pathMissingText(code)))];
}

/** With `/`; null for what is elsewhere. */
function pathIn(root: string, fsPath: string): string | null {
  if (samePath(root, fsPath)) return '';
  return isBelow(root, fsPath) ? path.relative(root, fsPath).split(path.sep).join('/') : null;
}

import path from 'node:path';
import type { EpicFile } from '../../model/epic.ts';
import { ProblemError } from '../../model/problem.ts';
import type { TextRange } from '../../model/textRange.ts';
import { settings } from '../settings.ts';
import type { Command } from './context.ts';
import { openTeamFile } from './openTeamFile.ts';
import { showFile } from './showFile.ts';

/**
 * Opens an epic file (by its path in the repository), `value-tree.yaml` or `team.yaml`; without an argument the branch's
 * epic. A second argument names the value to select (`outcome.statement`), or a line (`L12`).
 */
export const openEpic: Command = async (context, wanted, place) => {
  const lens = await context.session.repository();
  const named = typeof wanted === 'string' && wanted !== '' ? wanted : null;
  const name = named === null ? '' : path.posix.basename(named);
  if (name === 'value-tree.yaml' || name === 'team.yaml')
    return openTeamFile(context, lens, `${settings.outcomesFolder(lens.root)}/${name}`);
  const file =
    named === null
      ? (await lens.why()).value?.epic
      : (await lens.outcomes()).epics.find(({ path: epicPath }) => epicPath === named);
  if (file == null) throw new ProblemError({ code: 'epic/not-found', detail: named ?? 'An epic for this branch' });
  const range = typeof place === 'string' ? placeIn(file, place) : null;
  if (file.origin === 'main') await context.readOnlyEpics.show(lens.root, file);
  else await showFile(lens.root, file.path, range);
};

function placeIn({ text, ranges }: EpicFile, place: string): TextRange | null {
  const line = /^L(\d{1,7})$/.exec(place)?.[1];
  if (line === undefined) return ranges.get(place) ?? ranges.get('outcome') ?? null;
  const start = [...text.matchAll(/^/gm)][Number(line) - 1]?.index;
  return start === undefined ? null : { start, end: start };
}

import path from 'node:path';
import { ProblemError } from '../../model/problem.ts';
import { settings } from '../settings.ts';
import type { Command } from './context.ts';
import { openTeamFile } from './openTeamFile.ts';
import { showFile } from './showFile.ts';

/**
 * Opens an epic file (by its path in the repository), `value-tree.yaml` or `team.yaml`; without an argument the branch's
 * epic. A second argument names the value to select (`outcome.statement`).
 */
export const openEpic: Command = async (context, wanted, valuePath) => {
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
  const range =
    typeof valuePath === 'string' ? (file.ranges.get(valuePath) ?? file.ranges.get('outcome') ?? null) : null;
  if (file.origin === 'main') await context.readOnlyEpics.show(lens.root, file);
  else await showFile(lens.root, file.path, range);
};

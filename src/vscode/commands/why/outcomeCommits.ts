import { ProblemError } from '../../../model/problem.ts';
import { epicOutcomeText } from '../../../wording/pathWhy.ts';
import type { Command } from '../context.ts';
import type { CommitItem } from './items.ts';
import { commitItems, labelText } from './pickCommit.ts';
import { pickLoaded } from './pickLoaded.ts';
import { showChange } from './showChange.ts';

/**
 * Lists the commits of an epic (by its path in the repository), else of the branch's epic; the one that is picked opens with
 * all that it changed. Rejects with `epic/not-found` or `commit/no-parent`.
 */
export const outcomeCommits: Command = async ({ session }, wanted) => {
  const lens = await session.repository();
  const { epics, team } = await lens.outcomes();
  const file = typeof wanted === 'string' ? epics.find(({ path }) => path === wanted) : (await lens.why()).value?.epic;
  const key = file?.epic?.key;
  if (file == null || key === undefined)
    throw new ProblemError({
      code: 'epic/not-found',
      detail: typeof wanted === 'string' ? wanted : 'An epic for this branch',
    });
  const picked = await pickLoaded<CommitItem>({
    title: labelText(`${key}: ${epicOutcomeText(file)}`),
    placeholder: 'Commits of this outcome; pick one to see what it changed',
    load: async signal => {
      const list = await lens.commitsOf(key, signal);
      return list.changes.length > 0
        ? commitItems(list, team.timeZone)
        : [{ label: 'No commit names this epic or its tickets yet' }];
    },
  });
  if (picked?.change !== undefined) await showChange(lens, picked.change, null);
};

import { openWork } from '../../answers/flow/items/openWork.ts';
import type { WorkItems } from '../../answers/flow/items/workItems.ts';
import type { OpenWork } from '../../answers/flow/flowSource.ts';
import type { OpenBranches, RepositoryPort } from '../../model/ports/gitPort.ts';
import { conventionsOf, epicsByKey } from './epicsByKey.ts';
import type { WorkRequest } from './workReading.ts';

/** Branches without a sign of life for longer are nobody's work any more (METRICS R18). */
const OLDEST_BRANCH_SECONDS = 90 * 86_400;

/** Work on branches. What git said of them is kept until a branch may have moved. */
export interface OpenReading {
  /** null where no branch beside main can be seen: work that has not landed is not known then, which is not none. */
  read(request: WorkRequest, work: WorkItems, signal?: AbortSignal): Promise<OpenWork | null>;
  forget(): void;
}

export function createOpenReading(repository: RepositoryPort): OpenReading {
  let held: { readonly key: string; readonly branches: OpenBranches } | null = null;
  return {
    async read({ main, rules, outcomes, team, now }, work, signal) {
      const key = JSON.stringify([main.hash, rules, Math.floor(now / 86_400)]);
      if (held?.key !== key)
        held = {
          key,
          branches: await repository.openBranches({ main, rules, since: now - OLDEST_BRANCH_SECONDS }, signal),
        };
      if (held.branches.branches.length === 0) return null;
      return openWork(held.branches.branches, {
        items: work.items,
        projects: work.projects,
        epics: epicsByKey(outcomes),
        tickets: new Map(),
        conventions: conventionsOf(team),
        now,
      });
    },
    forget() {
      held = null;
    },
  };
}

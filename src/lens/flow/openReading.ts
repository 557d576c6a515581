import { openWork } from '../../answers/flow/items/openWork.ts';
import type { WorkItems } from '../../answers/flow/items/workItems.ts';
import type { OpenWork } from '../../answers/flow/flowSource.ts';
import type { RepositoryPort } from '../../model/ports/gitPort.ts';
import { conventionsOf, epicsByKey } from './epicsByKey.ts';
import type { WorkRequest } from './workReading.ts';

const DAY = 86_400;
/** Branches without a sign of life for longer are nobody's work any more (METRICS R18). */
const OLDEST_BRANCH_SECONDS = 90 * DAY;

/** Work on branches; the same object as long as nothing that it is made of changed. */
export interface OpenReading {
  /** null where no branch beside main can be seen: work that has not landed is not known then, which is not none. */
  read(request: WorkRequest, work: WorkItems, signal?: AbortSignal): Promise<OpenWork | null>;
}

export function createOpenReading(repository: RepositoryPort): OpenReading {
  let made: { readonly of: readonly unknown[]; readonly open: OpenWork } | null = null;
  return {
    async read({ main, rules, outcomes, team, now }, work, signal) {
      // The same question all day long.
      const since = Math.floor(now / DAY) * DAY - OLDEST_BRANCH_SECONDS;
      const { branches } = await repository.openBranches({ main, rules, since }, signal);
      if (branches.length === 0) return null;
      const conventions = conventionsOf(team);
      const of = [branches, work, outcomes, JSON.stringify(conventions)];
      if (made?.of.every((part, at) => part === of[at]) === true) return made.open;
      const { items, projects } = work;
      const tickets = new Map<string, never>();
      const open = openWork(branches, { items, projects, epics: epicsByKey(outcomes), tickets, conventions, now });
      made = { of, open };
      return open;
    },
  };
}

import { openWork } from '../../answers/flow/items/openWork.ts';
import { typeWords } from '../../answers/flow/items/workType.ts';
import type { WorkItems } from '../../answers/flow/items/workItems.ts';
import type { FlowSource } from '../../answers/flow/flowSource.ts';
import type { RepositoryPort } from '../../model/ports/gitPort.ts';
import { epicsByKey } from './epicsByKey.ts';
import type { WorkRequest } from './workReading.ts';

const DAY = 86_400;
/** Branches without a sign of life for longer are nobody's work any more (METRICS R18). */
const OLDEST_BRANCH_SECONDS = 90 * DAY;

export type OpenRequest = Pick<WorkRequest, 'main' | 'rules' | 'outcomes' | 'team' | 'now'>;

/** Work on branches; the same object as long as nothing that it is made of changed. */
export interface OpenReading {
  /**
   * null where no branch beside main and lasting lines can be seen: work that has not landed is not known then, which is
   * not none.
   */
  read(
    request: OpenRequest,
    work: Pick<WorkItems, 'items' | 'projects'>,
    signal?: AbortSignal,
  ): Promise<FlowSource['open']>;
}

export function createOpenReading(repository: Pick<RepositoryPort, 'openBranches'>): OpenReading {
  let made: { readonly of: readonly unknown[]; readonly open: FlowSource['open'] } | null = null;
  return {
    async read({ main, rules, outcomes, team, now }, work, signal) {
      // The same question all day long.
      const since = Math.floor(now / DAY) * DAY - OLDEST_BRANCH_SECONDS;
      const read = await repository.openBranches({ main, rules, since }, signal);
      if (!read.seen) return null;
      const conventions = typeWords(team);
      const of = [read, work, outcomes, JSON.stringify(conventions)];
      if (made?.of.every((part, at) => part === of[at]) === true) return made.open;
      const { items, projects } = work;
      const tickets = new Map<string, never>();
      const { branches, truncated, fetchedAt } = read;
      const begun = openWork(branches, {
        items,
        projects,
        epics: epicsByKey(outcomes, team),
        tickets,
        conventions,
        now,
      });
      const open = { ...begun, truncated, fetchedAt };
      made = { of, open };
      return open;
    },
  };
}

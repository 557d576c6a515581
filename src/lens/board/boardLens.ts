import { boardOf } from '../../answers/learn/board.ts';
import type { RepositoryFacts } from '../../model/branch.ts';
import type { OutcomesFolder } from '../../model/epic.ts';
import type { Board } from '../../model/learn/board.ts';
import type { EpicsOverview } from '../../model/learn/epicsOverview.ts';
import type { EpicPasts } from '../epicPasts.ts';
import type { EpicVersions } from '../epicVersions.ts';
import { createStageTimes } from './stageSince.ts';

export interface BoardContext {
  readonly facts: RepositoryFacts;
  readonly outcomes: OutcomesFolder;
  readonly overview: EpicsOverview;
  /** `known`: with the ages that were read before; `read`: with all. */
  readonly ages: 'known' | 'read';
}

export type BoardLens = (context: BoardContext, signal?: AbortSignal) => Promise<Board>;

export function createBoardLens(versionsOf: EpicVersions, pasts: EpicPasts): BoardLens {
  const times = createStageTimes(versionsOf, pasts);
  return async ({ facts, outcomes, overview, ages }, signal) => {
    const { epics, team } = outcomes;
    const since = ages === 'known' ? times.known(epics) : await times.read(facts, epics, signal);
    return boardOf({ overview, since, timeZone: team.timeZone });
  };
}

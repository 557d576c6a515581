import { readReleaseTag } from '../../answers/flow/items/releaseTags.ts';
import { workItemsOf, type WorkItems } from '../../answers/flow/items/workItems.ts';
import { typeWords } from '../../answers/flow/items/workType.ts';
import type { MainBranch, RepositoryFacts } from '../../model/branch.ts';
import type { OutcomesFolder, TeamFile } from '../../model/epic.ts';
import type { RepositoryPort, TagFacts } from '../../model/ports/gitPort.ts';
import type { StorePort } from '../../model/ports/storePort.ts';
import type { KeyRules } from '../../model/text/ticketKeys.ts';
import { createHistoryIndex } from '../index/historyIndex.ts';
import { epicsByKey } from './epicsByKey.ts';

export interface WorkRequest {
  readonly main: MainBranch;
  readonly facts: RepositoryFacts;
  readonly rules: KeyRules;
  readonly outcomes: OutcomesFolder;
  readonly team: TeamFile;
  /** Epoch seconds: how far back commits are read. */
  readonly since: number;
  /** Epoch seconds. */
  readonly now: number;
}

/** Readings that are kept: of other windows, for who goes back and forth. */
const MOST_KEPT = 4;

/** The work items of a history. Those read last are kept until the history or what decides about items changes. */
export interface WorkReading {
  read(request: WorkRequest, onProgress: (commits: number) => void, signal?: AbortSignal): Promise<WorkItems>;
  /** Keeps what was read for the next window or call; after the answer was given. Never rejects. */
  save(): Promise<void>;
}

export function createWorkReading(
  repository: Pick<RepositoryPort, 'root' | 'history' | 'releaseTags'>,
  store: StorePort,
): WorkReading {
  const index = createHistoryIndex({ repository, store });
  let kept: readonly { readonly key: string; readonly work: WorkItems }[] = [];

  return {
    async read({ main, facts, rules, outcomes, team, since, now }, onProgress, signal) {
      const tags = releaseTags(await repository.releaseTags(signal), team, since);
      const epics = epicsByKey(outcomes, team);
      const conventions = typeWords(team);
      // Only the same reach gives the same figures, whatever was asked before.
      const key = JSON.stringify([
        ...[main.hash, main.name, facts.shallow, rules, [...epics], conventions, since],
        ...[team.releases, tags.map(({ name, commit, at }) => [name, commit, at])],
      ]);
      const held = kept.find(before => before.key === key);
      if (held !== undefined) return held.work;
      const graph = await index.read(
        {
          ...{ main, rules, since, shallow: facts.shallow },
          alsoFrom: [...new Set(tags.map(({ commit }) => commit))],
          conventions: Object.keys(conventions),
        },
        onProgress,
        signal,
      );
      const tickets = new Map<string, never>();
      const work = workItemsOf(graph, { rules, epics, tickets, conventions, tags, releases: team.releases, now });
      kept = [{ key, work }, ...kept].slice(0, MOST_KEPT);
      return work;
    },
    save: () => index.save(),
  };
}

/** Releases of the time that is looked at. */
function releaseTags(tags: readonly TagFacts[], { releases }: TeamFile, since: number): readonly TagFacts[] {
  return tags.filter(({ name, committed }) => committed >= since && readReleaseTag(name, releases) !== null);
}

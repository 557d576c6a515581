import { stageSince } from '../../answers/learn/board.ts';
import type { RepositoryFacts } from '../../model/branch.ts';
import type { EpicFile } from '../../model/epic.ts';
import type { StageSince } from '../../model/learn/board.ts';
import type { Stage } from '../../model/stage.ts';
import type { EpicPasts } from '../epicPasts.ts';
import type { EpicVersions } from '../epicVersions.ts';

/** Since when epics are in their stages, by their paths. */
export interface StageTimes {
  /** What was read before, of epics that are in the same stage still. Asks nothing. */
  known(epics: readonly EpicFile[]): ReadonlyMap<string, StageSince>;
  read(
    facts: RepositoryFacts,
    epics: readonly EpicFile[],
    signal?: AbortSignal,
  ): Promise<ReadonlyMap<string, StageSince>>;
}

export function createStageTimes(versionsOf: EpicVersions, pasts: EpicPasts): StageTimes {
  let last: ReadonlyMap<string, { readonly stage: string | null; readonly since: StageSince }> = new Map();

  return {
    known: epics =>
      new Map(
        epics.flatMap(({ path, epic }): [string, StageSince][] => {
          const before = last.get(path);
          return before === undefined || before.stage !== epic?.stage ? [] : [[path, before.since]];
        }),
      ),
    async read(facts, epics, signal) {
      const versions = await versionsOf({ facts, epics }, signal);
      const found: { readonly path: string; readonly stage: Stage | null; readonly since: StageSince }[] = [];
      for (const { path, epic } of epics) {
        if (epic === null) continue;
        const { stage } = epic;
        const ofFile = versions.get(path);
        // What came before the epic was in this stage tells nothing of it.
        const past = ofFile == null ? NONE : await pasts(ofFile, { until: version => version.stage !== stage, signal });
        found.push({ path, stage, since: ofFile === null ? UNKNOWN : stageSince(stage, past.versions, past.cut) });
      }
      last = new Map(found.map(({ path, stage, since }) => [path, { stage, since }]));
      return new Map(found.map(({ path, since }) => [path, since]));
    },
  };
}

const UNKNOWN: StageSince = { state: 'unknown' };
const NONE = { versions: [], cut: false };

import { knownKeyResults, type Objective, type OutcomesFolder } from '../../model/epic.ts';
import type { EpicEntry, EpicsOverview, ObjectiveEpics, RatioStanding } from '../../model/learn/epicsOverview.ts';
import type { Readiness } from '../../model/ready.ts';
import { epicSigns } from './epicSigns.ts';
import { featureFactoryRatio } from './featureFactoryRatio.ts';
import { reviewDays } from './reviewDays.ts';

export interface OverviewInputs {
  readonly outcomes: Pick<OutcomesFolder, 'epics' | 'valueTree'>;
  /** By the file's path; a file that is absent is asked for no gate. */
  readonly readiness: ReadonlyMap<string, Readiness>;
  /** `YYYY-MM-DD` in the team's time zone. */
  readonly today: string;
}

/**
 * All epics under the key results that they serve, each with its signs, and the Feature Factory Ratio with the reason of each.
 * A key result that the tree has twice holds its epics where it stands first.
 */
export function epicsOverview({ outcomes, readiness, today }: OverviewInputs): EpicsOverview {
  const { epics, valueTree } = outcomes;
  const ratio = featureFactoryRatio(epics);
  const rated = new Map(ratio.epics.map(({ path, reason }) => [path, reason]));
  const placeable = valueTree.objectives.flatMap(({ keyResults }) => keyResults.map(({ id }) => id));
  const entries = epics.map((file): EpicEntry => {
    const ready = readiness.get(file.path) ?? null;
    const standing: RatioStanding = rated.get(file.path) ?? (file.epic === null ? 'unread' : 'stopped');
    return {
      file,
      signs: epicSigns({ file, readiness: ready, standing, knownKeyResults: knownKeyResults(valueTree), today }),
      ratio: standing,
      review: file.epic === null ? { due: null, next: null } : reviewDays(file.epic, today),
      readiness: ready,
      progress: progressOf(ready),
    };
  });
  const named = (entry: EpicEntry): string | null => entry.file.epic?.keyResult ?? null;
  const isUnknown = (id: string | null): boolean => id !== null && !placeable.includes(id);
  return {
    today,
    objectives: placed(valueTree.objectives, entries),
    unknownKeyResult: entries.filter(entry => isUnknown(named(entry))),
    withoutKeyResult: entries.filter(entry => named(entry) === null),
    ratio,
    treeProblems: valueTree.problems,
  };
}

function placed(objectives: readonly Objective[], entries: readonly EpicEntry[]): readonly ObjectiveEpics[] {
  const taken = new Set<string>();
  return objectives.map(objective => ({
    objective,
    keyResults: objective.keyResults.map(keyResult => {
      const isTwin = taken.has(keyResult.id);
      taken.add(keyResult.id);
      return { keyResult, epics: isTwin ? [] : entries.filter(({ file }) => file.epic?.keyResult === keyResult.id) };
    }),
  }));
}

function progressOf(readiness: Readiness | null): EpicEntry['progress'] {
  const items = (readiness?.asked ?? []).flatMap(gate => gate.items);
  return items.length === 0 ? null : { met: items.filter(({ met }) => met).length, total: items.length };
}

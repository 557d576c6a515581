import type { Epic, EpicFile } from '../../model/epic.ts';
import type { Share } from '../../model/flow/share.ts';
import type { FeatureFactoryRatio, RatedEpic, RatioReason } from '../../model/learn/featureFactoryRatio.ts';
import { hasAnticipatedOutcome, isTestable, type Outcome } from '../../model/outcome.ts';
import type { Stage } from '../../model/stage.ts';
import { compareKeys } from '../../model/text/compareKeys.ts';
import { withoutPeople } from '../../model/text/withoutPeople.ts';
import { shareOf } from '../statistics/share.ts';

/** Of fewer epics only "3 of 4" is said: two epics judge nobody. */
const LEAST_EPICS = 5;

/** What the ratio asks of an epic. */
interface Counted {
  readonly stage: Stage | null;
  /** Somebody wrote an anticipated outcome. */
  readonly hasOutcome: boolean;
  /** A measure has baseline and target. */
  readonly testable: boolean;
}

/** The ratio of these files, with the reason why each epic counts or does not. */
export function featureFactoryRatio(files: readonly EpicFile[]): FeatureFactoryRatio {
  const readable = files.flatMap(({ path, epic }) => (epic === null ? [] : [{ path, epic }]));
  const counted = readable.map(({ epic: { stage, outcome } }): Counted => {
    return { stage, hasOutcome: hasAnticipatedOutcome(outcome), testable: isTestable(outcome) };
  });
  const rated = readable.filter(({ epic }) => isCounted(epic)).map(({ path, epic }) => rate(path, epic));
  return {
    ratio: ratioOf(counted),
    untestable: untestableOf(counted),
    epics: rated.toSorted((a, b) => Number(b.counts) - Number(a.counts) || compareKeys(a.key, b.key)),
    stopped: readable.length - rated.length,
    unread: files.filter(({ epic }) => epic === null).map(({ path }) => path),
  };
}

/** Epics without an anticipated outcome, of those that were not stopped. */
export function ratioOf(epics: readonly Counted[]): Share {
  return shareOfCounted(epics, ({ hasOutcome }) => !hasOutcome);
}

/** Epics with an outcome that no measure could test later, of those that were not stopped. */
export function untestableOf(epics: readonly Counted[]): Share {
  return shareOfCounted(epics, ({ hasOutcome, testable }) => hasOutcome && !testable);
}

function shareOfCounted(epics: readonly Counted[], fits: (epic: Counted) => boolean): Share {
  const counted = epics.filter(isCounted);
  return shareOf(counted.filter(fits).length, counted.length, LEAST_EPICS);
}

function isCounted({ stage }: Pick<Epic, 'stage'>): boolean {
  return stage !== 'stopped';
}

function rate(path: string, { key, title, stage, outcome }: Epic): RatedEpic {
  const counts = !hasAnticipatedOutcome(outcome);
  return { key, title: withoutPeople(title), path, stage, reason: reasonOf(outcome), counts };
}

function reasonOf(outcome: Outcome | null): RatioReason {
  if (outcome === null || outcome.statement.trim() === '') return 'noOutcome';
  if (!hasAnticipatedOutcome(outcome)) return 'templateLeft';
  return isTestable(outcome) ? 'testable' : 'untestable';
}

import { daysBetween, dayIn } from '../../model/calendarDay.ts';
import type { Board, BoardCard, BoardColumn, StageAge, StageSince } from '../../model/learn/board.ts';
import type { EpicEntry, EpicsOverview } from '../../model/learn/epicsOverview.ts';
import { STAGES, type Stage } from '../../model/stage.ts';
import { compareKeys } from '../../model/text/compareKeys.ts';

/** Begun, and not live yet. */
const IN_PROGRESS: readonly (Stage | null)[] = ['build', 'qa', 'launch'];

export interface BoardInputs {
  readonly overview: EpicsOverview;
  /** By the file's path; what is absent is not read yet. */
  readonly since: ReadonlyMap<string, StageSince>;
  readonly timeZone: string;
}

/** Every epic of the overview in the column of its stage. */
export function boardOf({ overview, since, timeZone }: BoardInputs): Board {
  const { objectives, unknownKeyResult, withoutKeyResult, today } = overview;
  const ageOf = ({ file }: EpicEntry): StageAge | null => {
    const known = since.get(file.path);
    return known === undefined ? null : stageAge(known, timeZone, today);
  };
  const placed = objectives.flatMap(({ objective, keyResults }) =>
    keyResults.flatMap(({ keyResult, epics }) =>
      epics.map((entry): BoardCard => ({ entry, objective, keyResult, age: ageOf(entry) })),
    ),
  );
  const others = [...unknownKeyResult, ...withoutKeyResult].map((entry): BoardCard => ({
    entry,
    objective: null,
    keyResult: null,
    age: ageOf(entry),
  }));
  const cards = [...placed, ...others].toSorted((a, b) => compareKeys(keyOf(a), keyOf(b)));
  const readable = cards.filter(({ entry }) => entry.file.epic !== null);
  const columnOf = (stage: Stage | null): BoardColumn => ({
    stage,
    inProgress: IN_PROGRESS.includes(stage),
    cards: readable.filter(({ entry }) => entry.file.epic?.stage === stage),
  });
  const nowhere = columnOf(null);
  const columns = [...(nowhere.cards.length === 0 ? [] : [nowhere]), ...STAGES.map(columnOf)];
  return {
    columns,
    inProgress: columns.filter(({ inProgress }) => inProgress).reduce((sum, { cards }) => sum + cards.length, 0),
    unread: others.flatMap(({ entry }) => (entry.file.epic === null ? [entry] : [])),
  };
}

function keyOf({ entry: { file } }: BoardCard): string {
  return file.epic?.key ?? file.path;
}

/** A clock that ran ahead makes no negative age. */
function stageAge(since: StageSince, timeZone: string, today: string): StageAge {
  if (since.state !== 'since') return since;
  const day = dayIn(timeZone, since.at);
  return { state: 'since', day, days: Math.max(0, daysBetween(day, today)), atLeast: since.atLeast };
}

/** A committed version of an epic file. */
export interface StageVersion {
  /** Epoch seconds. */
  readonly written: number;
  readonly stage: Stage | null;
}

/**
 * When the epic came into `stage`: the oldest version of those that have it without a break up to now. `versions` are newest
 * first, and no more of them are asked for than needed; `cut` says that there may be older ones.
 */
export function stageSince(stage: Stage | null, versions: Iterable<StageVersion>, cut: boolean): StageSince {
  let entered: number | null = null;
  for (const version of versions) {
    if (version.stage !== stage)
      return entered === null ? { state: 'uncommitted' } : { state: 'since', at: entered, atLeast: false };
    entered = version.written;
  }
  if (entered !== null) return { state: 'since', at: entered, atLeast: cut };
  return { state: cut ? 'unknown' : 'uncommitted' };
}

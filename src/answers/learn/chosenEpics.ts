import { compareDays } from '../../model/calendarDay.ts';
import { compareKeys } from '../../model/text/compareKeys.ts';
import type { EpicOrder, EpicsChoice, EpicsFilter } from '../../model/learn/epicsChoice.ts';
import type { EpicEntry, EpicsOverview } from '../../model/learn/epicsOverview.ts';
import { STAGES } from '../../model/stage.ts';

/** The same overview with the wanted epics only, in the wanted order; with a filter, without what holds none of them. */
export function chosenEpics(overview: EpicsOverview, { filter, order }: EpicsChoice): EpicsOverview {
  const choose = (entries: readonly EpicEntry[]) => entries.filter(entry => fits(entry, filter)).toSorted(by(order));
  const filtered = isFiltering(filter);
  const objectives = overview.objectives.map(({ objective, keyResults }) => ({
    objective,
    keyResults: keyResults
      .map(({ keyResult, epics }) => ({ keyResult, epics: choose(epics) }))
      .filter(({ epics }) => !filtered || epics.length > 0),
  }));
  return {
    ...overview,
    objectives: objectives.filter(({ keyResults }) => !filtered || keyResults.length > 0),
    unknownKeyResult: choose(overview.unknownKeyResult),
    withoutKeyResult: choose(overview.withoutKeyResult),
  };
}

/** All epics of an overview, each once. */
export function epicEntries({ objectives, unknownKeyResult, withoutKeyResult }: EpicsOverview): readonly EpicEntry[] {
  const placed = objectives.flatMap(({ keyResults }) => keyResults.flatMap(({ epics }) => epics));
  return [...placed, ...unknownKeyResult, ...withoutKeyResult];
}

/** False when every epic fits. */
export function isFiltering({ signs, stages, types, text }: EpicsFilter): boolean {
  return signs.length + stages.length + types.length > 0 || text.trim() !== '';
}

function fits({ file, signs }: EpicEntry, filter: EpicsFilter): boolean {
  const { epic } = file;
  const isOneOf = <T>(wanted: readonly T[], value: T) => wanted.length === 0 || wanted.includes(value);
  const words = filter.text
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '');
  const told = [epic?.key, epic?.title, epic?.outcome?.statement, ...(epic?.tickets ?? []), file.path];
  const text = told.join('\n').toLowerCase();
  return (
    (filter.signs.length === 0 || signs.some(({ code }) => filter.signs.includes(code))) &&
    isOneOf(filter.stages, epic?.stage ?? null) &&
    isOneOf(filter.types, epic?.type ?? null) &&
    words.every(word => text.includes(word))
  );
}

type Compare = (a: EpicEntry, b: EpicEntry) => number;

const byKey: Compare = (a, b) => compareKeys(keyOf(a), keyOf(b)) || (a.file.path < b.file.path ? -1 : 1);

const ORDERS: Readonly<Record<EpicOrder, Compare>> = {
  key: byKey,
  title: (a, b) => compareKeys(a.file.epic?.title ?? a.file.path, b.file.epic?.title ?? b.file.path),
  stage: (a, b) => stageAt(a) - stageAt(b),
  reviewDay: (a, b) => compareDays(a.review.due, b.review.due) || compareDays(a.review.next, b.review.next),
};

/** Epics that an order does not tell apart follow their keys. */
function by(order: EpicOrder): Compare {
  return (a, b) => ORDERS[order](a, b) || byKey(a, b);
}

/** What stops or has no stage comes last. */
function stageAt({ file }: EpicEntry): number {
  const { stage } = file.epic ?? { stage: null };
  return stage === null ? STAGES.length : STAGES.indexOf(stage);
}

function keyOf({ file }: EpicEntry): string {
  return file.epic?.key ?? file.path;
}

import type { Epic, EpicFile } from '../../model/epic.ts';
import type { DroppedMeasure, DueMeasure } from '../../model/learn/calibration.ts';
import { isTemplateLeft } from '../../model/outcome.ts';
import { withoutPeople } from '../../model/text/withoutPeople.ts';
import type { WorkType } from '../../model/work.ts';
import { weekOf } from './changeWeek.ts';
import { foreseenPast } from './foreseen.ts';
import { heldAgainst } from './heldAgainst.ts';
import { measureChains, type MeasureChain } from './measureChains.ts';
import type { OutcomePast } from './outcomeVersions.ts';
import { plannedDays } from './plannedDays.ts';
import { rewrittenValues } from './rewrittenValues.ts';

/** An epic file and what git tells of its past. */
export interface PastEpic {
  readonly file: EpicFile;
  readonly type: WorkType;
  readonly past: OutcomePast;
}

/** The measures of an epic by what time tells of them. */
export interface EpicMeasures {
  readonly due: readonly DueMeasure[];
  /** Days of those whose day is to come. */
  readonly dated: readonly string[];
  /** How many have no day at all. */
  readonly undated: number;
  readonly dropped: readonly DroppedMeasure[];
}

const NONE: EpicMeasures = { due: [], dated: [], undated: 0, dropped: [] };

/**
 * A measure is due on the day that was first written as its `by`, else on the last review as it was first planned. One that has neither is
 * due when its epic is closed: nobody will look at it later. One that was taken out on its day or later stays due, so that
 * nothing is gained by taking it out.
 */
export function epicMeasures({ file, type, past }: PastEpic, today: string): EpicMeasures {
  const { epic, path } = file;
  if (epic === null) return NONE;
  const due: DueMeasure[] = [];
  const dated: string[] = [];
  const dropped: DroppedMeasure[] = [];
  let undated = 0;
  for (const chain of measureChains(past.versions)) {
    if (isTemplateLeft(chain.seen.at(-1)?.measure.name ?? '')) continue;
    const measure = dueMeasure(chain, { epic, path, type, past, today });
    if (!chain.isPresent) {
      if (chain.seen.every(({ measure: { target } }) => target === null)) continue;
      if (measure.due !== null && measure.due <= (chain.goneOn ?? today)) due.push(measure);
      else dropped.push({ key: epic.key, path, measure: measure.measure, week: weekOf(chain.goneOn) });
    } else if (measure.due === null ? epic.stage === 'closed' : measure.due <= today) due.push(measure);
    else if (measure.due === null) undated++;
    else dated.push(measure.due);
  }
  return { due, dated, undated, dropped };
}

interface Asked {
  readonly epic: Epic;
  readonly path: string;
  readonly type: WorkType;
  readonly past: OutcomePast;
  readonly today: string;
}

function dueMeasure({ seen, isPresent, goneOn }: MeasureChain, { epic, path, type, past, today }: Asked): DueMeasure {
  const { key, title } = epic;
  const measure = seen.at(-1)?.measure;
  const foresaw = foreseenPast(seen);
  return {
    ...{ key, title: withoutPeople(title), path, type },
    measure: withoutPeople(measure?.name ?? ''),
    unit: measure?.unit ?? null,
    foreseenWeek: weekOf(foresaw.firstOn.target),
    past: past.reach,
    rewritten: rewrittenValues(seen),
    ...heldAgainst(foresaw, measure?.measured ?? [], {
      planned: plannedDays(seen),
      isPastKnown: past.reach === 'whole',
      today,
    }),
    takenOut: isPresent ? null : { week: weekOf(goneOn) },
  };
}

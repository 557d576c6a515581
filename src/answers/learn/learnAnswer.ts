import type { OutcomesFolder } from '../../model/epic.ts';
import type { LearnAnswer } from '../../model/learn/learn.ts';
import type { WorkType } from '../../model/work.ts';
import { compareKeys } from '../../model/text/compareKeys.ts';
import { calibration } from './calibration.ts';
import type { PastEpic } from './dueMeasures.ts';
import { featureFactoryRatio } from './featureFactoryRatio.ts';
import { leaderFacts } from './leaderFacts.ts';

export interface LearnInputs {
  readonly outcomes: OutcomesFolder;
  /** One for each epic file of `outcomes`, or for those of `type`. */
  readonly epics: readonly PastEpic[];
  readonly type: WorkType | null;
  /** `YYYY-MM-DD` in the team's time zone. */
  readonly today: string;
  /** Epoch seconds. */
  readonly now: number;
}

/** All that the epic files and their past tell about outcomes. */
export function learnAnswer({ outcomes, epics, type, today, now }: LearnInputs): LearnAnswer {
  const inOrder = epics.toSorted((a, b) => compareKeys(a.file.epic?.key ?? '', b.file.epic?.key ?? ''));
  const calibrated = calibration(inOrder, today);
  return {
    asOf: now,
    today,
    files: outcomes.epics.length,
    type,
    calibration: calibrated,
    ratio: featureFactoryRatio(epics.map(({ file }) => file)),
    questions: leaderFacts({ epics: inOrder, due: calibrated.due, outcomes, today }),
  };
}

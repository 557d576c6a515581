import type { PastEpic } from '../../../../src/answers/learn/dueMeasures.ts';
import { learnAnswer } from '../../../../src/answers/learn/learnAnswer.ts';
import type { OutcomeVersion } from '../../../../src/answers/learn/outcomeVersions.ts';
import type { Epic } from '../../../../src/model/epic.ts';
import type { PastReach } from '../../../../src/model/learn/calibration.ts';
import type { LearnAnswer } from '../../../../src/model/learn/learn.ts';
import type { Measure, Measurement } from '../../../../src/model/outcome.ts';
import type { WorkType } from '../../../../src/model/work.ts';
import { createEpicFile, createFolder, createOutcome } from '../../../support/factories.ts';

export const TODAY = '2026-11-20';

/** Down from 31 to 26 by the first of October. */
export function createMeasure(changes: Partial<Measure> = {}): Measure {
  return {
    ...{ name: 'cart abandonment', unit: '%', baseline: 31, target: 26 },
    ...{ by: '2026-10-01', confidence: null, tolerance: null, measured: [] },
    ...changes,
  };
}

export const value = (on: string, measured: number): Measurement => ({ on, value: measured });

/** A version of an outcome with these measures. */
export function createVersion(on: string | null, measures: readonly Measure[], statement?: string): OutcomeVersion {
  return {
    on,
    outcome: createOutcome({ measures, ...(statement === undefined ? {} : { statement }) }),
    launched: null,
  };
}

interface PastOptions {
  readonly type?: WorkType;
  readonly reach?: PastReach;
  /** Older versions, oldest first; what the epic says now is committed on 1 March where there are none. */
  readonly older?: readonly OutcomeVersion[];
}

/** An epic with its past; `epic` is what its file says now. */
export function createPast(
  epic: Partial<Epic>,
  { type = 'feature', reach = 'whole', older }: PastOptions = {},
): PastEpic {
  const key = epic.key ?? 'PAY-100';
  const file = createEpicFile({ stage: 'review', ...epic }, { path: `outcomes/${key}.md` });
  const { outcome = null, launched = null } = file.epic ?? {};
  const now: OutcomeVersion = { on: older === undefined ? '2026-03-01' : null, outcome, launched };
  return { file, type, past: { reach, versions: [...(older ?? []), now] } };
}

/** An epic whose outcome has these measures. */
export function measuredEpic(
  measures: readonly Measure[],
  epic: Partial<Epic> = {},
  options: PastOptions = {},
): PastEpic {
  return createPast({ outcome: createOutcome({ measures }), ...epic }, options);
}

/** What is learnt from these epics. */
export function createLearn(epics: readonly PastEpic[]): LearnAnswer {
  const outcomes = createFolder(epics.map(({ file }) => file));
  return learnAnswer({ outcomes, epics, type: null, today: TODAY, now: Date.parse(`${TODAY}T12:00:00Z`) / 1000 });
}

interface MadeMeasures {
  readonly hits?: number;
  readonly misses?: number;
  readonly unmeasured?: number;
  readonly confidence?: number | null;
}

/** An epic whose measures became that, in this order. */
export function epicWith(
  key: string,
  { hits = 0, misses = 0, unmeasured = 0, confidence = null }: MadeMeasures,
  type: WorkType = 'feature',
): PastEpic {
  const became = [
    ...Array.from({ length: hits }, () => [value('2026-10-02', 25)]),
    ...Array.from({ length: misses }, () => [value('2026-10-02', 29)]),
    ...Array.from({ length: unmeasured }, () => []),
  ];
  const measures = became.map((measured, at) => createMeasure({ name: `measure ${at + 1}`, confidence, measured }));
  return measuredEpic(measures, { key, title: `Epic ${key}` }, { type });
}

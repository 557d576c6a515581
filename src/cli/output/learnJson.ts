import * as z from 'zod/mini';
import type { DueMeasure, HitRate, StatedConfidence } from '../../model/learn/calibration.ts';
import type { FeatureFactoryRatio } from '../../model/learn/featureFactoryRatio.ts';
import type { LearnAnswer } from '../../model/learn/learn.ts';
import { STAGES } from '../../model/stage.ts';
import { WORK_TYPES } from '../../model/work.ts';

const day = z.nullable(z.string());
const number = z.nullable(z.number());
const keys = z.array(z.string());

/** `share` is 0 to 1; null where there are too few, or where it may not be told. */
const shareSchema = z.object({ count: z.number(), of: z.number(), share: number });
const intervalSchema = z.nullable(z.object({ low: z.number(), high: z.number() }));

const rateSchema = z.object({
  /** Of the due measures that can be judged, hindsight left out; unmeasured is no miss. */
  measured: shareSchema,
  /** Half or more are not measured, so no rate is told. */
  blocked: z.boolean(),
  hits: shareSchema,
  /** 95 %, Wilson. */
  interval: intervalSchema,
});

const measureSchema = z.object({
  epic: z.string(),
  title: z.string(),
  file: z.string(),
  type: z.enum(WORK_TYPES),
  measure: z.string(),
  unit: z.nullable(z.string()),
  /** As it was first written. */
  foreseen: z.object({ baseline: number, target: number, by: day, confidence: number, tolerance: number }),
  /** The Monday of the week of the commit with the first target; null where it is not committed. */
  foreseenWeek: day,
  /** How much of the file's past git tells here. */
  past: z.enum(['whole', 'cut', 'none']),
  changes: z.array(
    z.object({
      field: z.enum(['baseline', 'target', 'by', 'confidence', 'tolerance', 'unit', 'launched', 'review']),
      from: z.nullable(z.union([z.number(), z.string()])),
      to: z.nullable(z.union([z.number(), z.string()])),
      /** The Monday of the week of the commit; null: not committed. */
      week: day,
    }),
  ),
  /** Recorded values that were changed later, or (`to` null) taken out. */
  rewritten: z.array(z.object({ on: z.string(), from: z.number(), to: number, week: day })),
  due: day,
  actual: z.nullable(z.object({ on: z.string(), value: z.number() })),
  result: z.enum(['hit', 'missed', 'notMeasured', 'cannotTell']),
  direction: z.nullable(z.enum(['right', 'noChange', 'wrong'])),
  /** (actual - baseline) / (target - baseline). */
  attainment: number,
  /** First committed after the value was measured, the confidence on that day or later: none of it counts. */
  late: z.array(z.enum(['baseline', 'target', 'by', 'confidence', 'tolerance'])),
  /** Target or baseline were first committed after the value was measured: in no rate. */
  hindsight: z.boolean(),
  /** Taken out of its epic on its day or later; null where it is there. */
  takenOut: z.nullable(z.object({ week: day })),
});

/** What `outcome-lens learn --json` prints. It is about epics and their measures, and names nobody. */
export const learnJsonSchema = z.object({
  document: z.literal('outcome-lens/learn'),
  version: z.literal(1),
  /** Epoch seconds at which the files were read. */
  asOf: z.number(),
  /** In the team's time zone. */
  today: z.string(),
  calibration: z.object({
    ...rateSchema.shape,
    types: z.array(z.object({ types: z.array(z.enum(WORK_TYPES)), ...rateSchema.shape })),
    confidence: z.object({
      measured: shareSchema,
      blocked: z.boolean(),
      n: z.number(),
      needs: z.number(),
      score: z.nullable(
        z.object({ brier: z.number(), skill: number, bias: z.number(), stated: z.number(), happened: z.number() }),
      ),
      bins: z.array(
        z.object({
          fromPercent: z.number(),
          toPercent: z.number(),
          n: z.number(),
          stated: z.number(),
          hits: shareSchema,
          interval: intervalSchema,
        }),
      ),
      inSmallBins: z.number(),
      /** Left out: the confidence was not committed before the day of the value. */
      late: z.number(),
    }),
    due: z.array(measureSchema),
    /** Measures with a target that were taken out of their epics before they were due. */
    dropped: z.array(z.object({ epic: z.string(), file: z.string(), measure: z.string(), week: day })),
    later: z.object({ dated: z.number(), next: day, undated: z.number() }),
    /** Measures of stopped epics are in no rate; `due`: those whose day has come. */
    ofStopped: z.object({ measures: z.number(), due: z.number() }),
  }),
  featureFactoryRatio: z.object({
    ratio: shareSchema,
    untestable: shareSchema,
    epics: z.array(
      z.object({
        epic: z.string(),
        title: z.string(),
        file: z.string(),
        stage: z.nullable(z.enum(STAGES)),
        reason: z.enum(['noOutcome', 'templateLeft', 'untestable', 'testable']),
        counts: z.boolean(),
      }),
    ),
    stopped: z.number(),
    unread: z.array(z.string()),
  }),
  questions: z.object({
    inFlight: keys,
    withoutOutcome: keys,
    onlyFeature: keys,
    withoutBenefit: keys,
    ties: z.object({ keyResult: keys, measure: keys, nothing: keys }),
    changes: z.array(
      z.object({
        epic: z.string(),
        /** Mondays of weeks, as all that tells when a file was changed. */
        writtenWeek: day,
        past: z.enum(['whole', 'cut', 'none']),
        changedWeeks: z.array(z.string()),
      }),
    ),
    debt: z.object({ epics: keys, named: keys, effects: keys, withoutReason: keys }),
    finished: z.object({ epics: keys, compared: keys }),
  }),
});
export type LearnJson = z.infer<typeof learnJsonSchema>;

export function learnJson({ asOf, today, calibration, ratio, questions }: LearnAnswer): LearnJson {
  const { all, types, confidence, due, dropped, later, ofStopped } = calibration;
  return {
    document: 'outcome-lens/learn',
    version: 1,
    asOf,
    today,
    calibration: {
      ...rateOf(all),
      types: types.map(rate => ({ types: [...rate.types], ...rateOf(rate) })),
      confidence: confidenceOf(confidence),
      due: due.map(measureOf),
      dropped: dropped.map(({ key, path, measure, week }) => ({ epic: key, file: path, measure, week })),
      later,
      ofStopped,
    },
    featureFactoryRatio: ratioOf(ratio),
    questions: {
      inFlight: [...questions.inFlight],
      withoutOutcome: [...questions.withoutOutcome],
      onlyFeature: [...questions.onlyFeature],
      withoutBenefit: [...questions.withoutBenefit],
      ties: lists(questions.ties),
      changes: questions.changes.map(({ key, changedWeeks, ...change }) => ({
        epic: key,
        ...change,
        changedWeeks: [...changedWeeks],
      })),
      debt: lists(questions.debt),
      finished: lists(questions.finished),
    },
  };
}

function rateOf({ measured, blocked, hits, interval }: HitRate) {
  return { measured, blocked, hits, interval };
}

function confidenceOf({ bins, ...confidence }: StatedConfidence) {
  return { ...confidence, bins: [...bins] };
}

function measureOf({ key, path, changes, rewritten, late, tooEarly: _older, ...measure }: DueMeasure) {
  return { epic: key, file: path, ...measure, changes: [...changes], rewritten: [...rewritten], late: [...late] };
}

function ratioOf({ epics, unread, ...ratio }: FeatureFactoryRatio) {
  const rated = epics.map(({ key, path, ...epic }) => ({ epic: key, file: path, ...epic }));
  return { ...ratio, epics: rated, unread: [...unread] };
}

/** The same lists as the schema's own. */
function lists<Name extends string>(facts: Readonly<Record<Name, readonly string[]>>): Record<Name, string[]> {
  const entries = Object.entries<readonly string[]>(facts).map(([name, list]) => [name, [...list]] as const);
  return Object.fromEntries(entries) as Record<Name, string[]>;
}

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { calibration } from '../../../../src/answers/learn/calibration.ts';
import type { PastEpic } from '../../../../src/answers/learn/dueMeasures.ts';
import type { OutcomeVersion } from '../../../../src/answers/learn/outcomeVersions.ts';
import type { Epic } from '../../../../src/model/epic.ts';
import type { Measure } from '../../../../src/model/outcome.ts';
import { STAGES } from '../../../../src/model/stage.ts';
import type { WorkType } from '../../../../src/model/work.ts';
import { createOutcome } from '../../../support/factories.ts';
import { createMeasure, createPast, createVersion, measuredEpic, TODAY, value } from './madeOutcomes.ts';

const HIT = { measured: [value('2026-10-02', 25)] };
const MISS = { measured: [value('2026-10-02', 29)] };
const of = (...measures: readonly Partial<Measure>[]): PastEpic =>
  measuredEpic(measures.map((changes, at) => createMeasure({ name: `measure ${at}`, ...changes })));
const times = <Value>(count: number, made: Value): Value[] => Array.from({ length: count }, () => made);
const told = (...epics: readonly PastEpic[]) => calibration(epics, TODAY);
const near = (actual: number | null | undefined, expected: number): void => {
  assert.ok(Math.abs((actual ?? NaN) - expected) < 5e-5, `${actual} is not ${expected}`);
};

describe('calibration', () => {
  it('shows first how many of the due measures were measured', () => {
    const { all } = told(of(HIT, MISS, {}, { baseline: null, ...HIT }));
    assert.deepEqual(all.measured, { count: 2, of: 3, share: 2 / 3 });
  });

  it('gives the hit rate with its interval from five measured on', () => {
    // Newcombe 1998, table I, method 3: 0 of 20 is 0 to 0.1611.
    const { hits, interval } = told(of(...times(20, MISS))).all;
    assert.deepEqual(hits, { count: 0, of: 20, share: 0 });
    near(interval?.low, 0);
    near(interval?.high, 0.1611);
    assert.deepEqual(told(of(...times(4, HIT))).all.hits, { count: 4, of: 4, share: null });
    assert.equal(told(of(...times(4, HIT))).all.interval, null);
  });

  it('tells no rate where half or more were not measured, however good the measured ones are', () => {
    const half = told(of(...times(6, HIT), ...times(6, {}))).all;
    assert.deepEqual([half.blocked, half.hits.share, half.interval], [true, null, null]);
    const most = told(of(...times(6, HIT), ...times(5, {}))).all;
    assert.deepEqual([most.blocked, most.hits.share], [false, 1]);
  });

  it('asks only for what is due: by the first day that was named, else the last review', () => {
    const { due, later } = told(
      of({ by: TODAY }, { by: '2026-11-21' }, { by: '2027-03-01' }),
      measuredEpic([createMeasure({ by: null })], { launched: '2026-08-01' }),
      measuredEpic([createMeasure({ by: null })], { launched: '2026-09-01' }),
      measuredEpic([createMeasure({ by: null })], { stage: 'build' }),
      measuredEpic([createMeasure({ by: null })], { stage: 'closed' }),
    );
    assert.deepEqual(
      due.map(measure => measure.due),
      [TODAY, '2026-10-30', null],
    );
    assert.deepEqual(later, { dated: 3, next: '2026-11-21', undated: 1 });
  });

  it('judges by the first target, and tells when it was moved', () => {
    const older = [createVersion('2026-03-01', [createMeasure({ target: 20 })])];
    const moved = measuredEpic([createMeasure({ target: 26, ...HIT })], {}, { older });
    const [measure] = told(moved).due;
    assert.deepEqual([measure?.foreseen.target, measure?.result], [20, 'missed']);
    assert.deepEqual(measure?.changes, [{ field: 'target', from: 20, to: 26, week: null }]);
  });

  it('is due on the first day that was named, also when the day was put off', () => {
    const older = [createVersion('2026-03-01', [createMeasure({ by: '2026-06-01' })])];
    const [measure] = told(measuredEpic([createMeasure({ by: '2027-06-01' })], {}, { older })).due;
    assert.deepEqual([measure?.due, measure?.result], ['2026-06-01', 'notMeasured']);
  });

  it('is due on the last review as it was first planned, also when reviews or launch were put off', () => {
    const measures = [createMeasure({ by: null })];
    const was = (epic: Partial<Epic>): OutcomeVersion => ({
      on: '2026-03-01',
      outcome: createOutcome({ measures, reviews: epic.outcome?.reviews ?? [] }),
      launched: epic.launched ?? null,
    });
    const outcome = createOutcome({ measures, reviews: ['2027-09-01'] });
    const review = told(
      createPast({ outcome }, { older: [was({ outcome: createOutcome({ reviews: ['2026-07-01', '2026-10-01'] }) })] }),
    ).due[0];
    assert.deepEqual([review?.due, review?.result], ['2026-10-01', 'notMeasured']);
    assert.deepEqual(review?.changes, [{ field: 'review', from: '2026-10-01', to: '2027-09-01', week: null }]);
    const launch = told(
      measuredEpic(measures, { launched: '2026-11-01' }, { older: [was({ launched: '2026-05-01' })] }),
    );
    assert.deepEqual([launch.due[0]?.due, launch.later.dated], ['2026-07-30', 0]);
    assert.deepEqual(launch.due[0]?.changes, [{ field: 'launched', from: '2026-05-01', to: '2026-11-01', week: null }]);
    const gone = told(measuredEpic(measures, { launched: null }, { older: [was({ launched: '2026-05-01' })] }));
    assert.deepEqual([gone.due[0]?.due, gone.later.undated], ['2026-07-30', 0]);
    // Nothing was moved: the launch is only noted.
    const noted = told(measuredEpic(measures, { launched: '2026-05-01' }, { older: [was({})] }));
    assert.deepEqual([noted.due[0]?.due, noted.due[0]?.changes], ['2026-07-30', []]);
  });

  it('leaves no value out because the launch was moved behind it', () => {
    const measures = [createMeasure(MISS)];
    const before: OutcomeVersion = { on: '2026-03-01', outcome: createOutcome({ measures }), launched: '2026-09-01' };
    const [measure] = told(measuredEpic(measures, { launched: '2026-11-01' }, { older: [before] })).due;
    assert.deepEqual([measure?.result, measure?.changes.map(({ field }) => field)], ['missed', ['launched']]);
  });

  it('is not put off by a day of its own that was written when its review had passed', () => {
    const said = (on: string | null, by: string | null): OutcomeVersion => ({
      on,
      outcome: createOutcome({ measures: [createMeasure({ by })], reviews: ['2026-06-01'] }),
      launched: null,
    });
    const at = (day: string) => {
      const { due, later } = told(
        createPast(
          { outcome: createOutcome({ measures: [createMeasure({ by: '2027-06-01' })], reviews: ['2026-06-01'] }) },
          { older: [said('2026-03-01', null), said(day, '2027-06-01')] },
        ),
      );
      return [due.map(measure => [measure.due, measure.changes]), later.dated];
    };
    const late = [{ field: 'by', from: null, to: '2027-06-01', week: '2026-06-29' }];
    assert.deepEqual(at('2026-07-01'), [[['2026-06-01', late]], 0]);
    assert.deepEqual(at('2026-05-01'), [[], 1]);
  });

  it('tells a recorded value that was changed or taken out, and not one that was added', () => {
    const older = [
      createVersion('2026-10-05', [createMeasure({ measured: [value('2026-09-01', 30), value('2026-10-02', 29)] })]),
      createVersion('2026-10-12', [createMeasure({ measured: [value('2026-09-01', 30), value('2026-10-02', 25)] })]),
    ];
    const now = createMeasure({ measured: [value('2026-10-02', 25), value('2026-11-01', 24)] });
    const [measure] = told(measuredEpic([now], {}, { older })).due;
    assert.deepEqual(measure?.rewritten, [
      { on: '2026-10-02', from: 29, to: 25, week: '2026-10-12' },
      { on: '2026-09-01', from: 30, to: null, week: null },
    ]);
    assert.deepEqual([measure.actual?.value, told(of(HIT)).due[0]?.rewritten], [25, []]);
  });

  it('counts the measures of stopped epics, and those of them that were due, in no rate', () => {
    const stopped = measuredEpic([createMeasure(MISS), createMeasure({ name: 'later', by: '2027-01-01' })], {
      stage: 'stopped',
    });
    const { ofStopped, all } = told(of(HIT), stopped);
    assert.deepEqual([ofStopped, all.measured.of], [{ measures: 2, due: 1 }, 1]);
  });

  it('says where a target was first committed after its value was measured, if the past is known', () => {
    const late = (reach: 'whole' | 'cut') => {
      const epic = createPast(
        { outcome: createOutcome({ measures: [createMeasure(HIT)] }) },
        { reach, older: [createVersion('2026-10-09', [createMeasure(HIT)])] },
      );
      return told(epic).due[0]?.hindsight;
    };
    assert.deepEqual([late('whole'), late('cut'), told(of(HIT)).due[0]?.hindsight], [true, false, false]);
  });

  it('keeps a measure due that was taken out on its day or later, by what was last measured', () => {
    const gone = (on: string, changes: Partial<Measure>) => {
      const older = [createVersion('2026-03-01', [createMeasure(changes)]), createVersion(on, [])];
      const { due, all, dropped } = told(measuredEpic([], {}, { older }));
      return [due.map(({ result, takenOut }) => [result, takenOut?.week]), all.measured, dropped.length];
    };
    // Neither a miss nor what nobody measured leaves the rate.
    assert.deepEqual(gone('2026-10-05', MISS), [[['missed', '2026-10-05']], { count: 1, of: 1, share: 1 }, 0]);
    assert.deepEqual(gone('2026-10-01', {}), [[['notMeasured', '2026-09-28']], { count: 0, of: 1, share: 0 }, 0]);
    assert.deepEqual(gone('2026-09-30', {}), [[], { count: 0, of: 0, share: null }, 1]);
  });

  it('keeps one due, too, that is taken out and not committed yet', () => {
    const older = [createVersion('2026-03-01', [createMeasure(MISS)])];
    const { due, dropped } = told(measuredEpic([], {}, { older }));
    assert.deepEqual([due.map(({ takenOut }) => takenOut), dropped], [[{ week: null }], []]);
    const early = [createVersion('2026-03-01', [createMeasure({ by: '2026-12-01' })])];
    assert.equal(told(measuredEpic([], {}, { older: early })).dropped.length, 1);
  });

  it('leaves a target or a baseline out of the rate that was committed after the value was measured', () => {
    const late = (first: Partial<Measure>) => {
      const older = [
        createVersion('2026-03-01', [createMeasure(first)]),
        createVersion('2026-10-09', [createMeasure(HIT)]),
      ];
      const { due, all } = told(measuredEpic([createMeasure(HIT)], {}, { older }));
      return [due[0]?.hindsight, due[0]?.late, all.measured.of, all.hits.count];
    };
    assert.deepEqual(late({ target: null, measured: [] }), [true, ['target'], 0, 0]);
    assert.deepEqual(late({ baseline: null, measured: [] }), [true, ['baseline'], 0, 0]);
    assert.deepEqual(late({ measured: [] }), [false, [], 1, 1]);
  });

  it('counts neither a day nor a tolerance that was committed after the value was measured', () => {
    const hold = createMeasure({ target: 31, measured: [value('2026-10-02', 33)] });
    const older = [createVersion('2026-03-01', [hold]), createVersion('2026-10-09', [{ ...hold, tolerance: 5 }])];
    const [held] = told(measuredEpic([{ ...hold, tolerance: 5 }], {}, { older })).due;
    assert.deepEqual([held?.result, held?.late, held?.foreseen.tolerance], ['missed', ['tolerance'], null]);

    // Its review is on 30 October, after two values; the day that was written later would choose the first one.
    const both = createMeasure({ by: null, measured: [value('2026-10-02', 25), value('2026-10-31', 29)] });
    const dated = { ...both, by: '2026-10-01' };
    const story = [createVersion('2026-03-01', [both]), createVersion('2026-11-09', [dated])];
    const [judged] = told(measuredEpic([dated], { launched: '2026-08-01' }, { older: story })).due;
    assert.deepEqual([judged?.due, judged?.result, judged?.late], ['2026-10-30', 'missed', ['by']]);
  });

  it('cannot tell where the unit was changed, and says so', () => {
    const older = [createVersion('2026-03-01', [createMeasure({ unit: 'share', baseline: 0.31, target: 0.26 })])];
    const { due, all } = told(measuredEpic([createMeasure(HIT)], {}, { older }));
    assert.deepEqual([due[0]?.result, due[0]?.attainment, all.measured.of], ['cannotTell', null, 0]);
    assert.ok(due[0]?.changes.some(({ field, from, to }) => field === 'unit' && from === 'share' && to === '%'));
  });

  it('judges by the first target where only the unit was added', () => {
    const older = [createVersion('2026-03-01', [createMeasure({ unit: null, target: 20 })])];
    assert.equal(told(measuredEpic([createMeasure({ target: 26, ...HIT })], {}, { older })).due[0]?.result, 'missed');
  });

  it('names measures with a target that were taken out of their epics before they were due', () => {
    const older = [
      createVersion('2026-03-01', [createMeasure(), createMeasure({ name: 'never aimed at', target: null })]),
      createVersion('2026-05-03', []),
    ];
    assert.deepEqual(told(measuredEpic([], {}, { older })).dropped, [
      { key: 'PAY-100', path: 'outcomes/PAY-100.md', measure: 'cart abandonment', week: '2026-04-27' },
    ]);
  });

  it('leaves out stopped epics and template text, and says how many measures were stopped', () => {
    const stopped = measuredEpic([createMeasure(MISS)], { stage: 'stopped' });
    const { due, ofStopped } = told(stopped, of({ name: '{{measure}}', ...HIT }));
    assert.deepEqual([due.length, ofStopped.measures], [0, 1]);
  });

  it('has every measure of an epic that was not stopped once', () => {
    const by = fc.constantFrom(null, '2026-01-01', TODAY, '2027-01-01');
    const epic = fc.record({ stage: fc.constantFrom(...STAGES, null), days: fc.array(by, { maxLength: 4 }) });
    fc.assert(
      fc.property(fc.array(epic, { maxLength: 8 }), epics => {
        const made = epics.map(({ stage, days }) =>
          measuredEpic(
            days.map((day, at) => createMeasure({ by: day, name: `measure ${at}` })),
            { stage },
          ),
        );
        const { due, later, ofStopped } = told(...made);
        const all = epics.reduce((sum, { days }) => sum + days.length, 0);
        assert.equal(due.length + later.dated + later.undated + ofStopped.measures, all);
      }),
    );
  });
});

describe('hit rates of work types', () => {
  const typed = (type: WorkType, count: number, changes: Partial<Measure>): PastEpic =>
    measuredEpic(
      times(count, changes).map((one, at) => createMeasure({ name: `measure ${at}`, ...one })),
      { key: type },
      { type },
    );

  it('stand alone from five measured on, and the others are told together', () => {
    const { types } = told(typed('feature', 6, HIT), typed('debt', 3, HIT), typed('risk', 2, MISS));
    assert.deepEqual(
      types.map(({ types: together, hits }) => [together, hits]),
      [
        [['feature'], { count: 6, of: 6, share: 1 }],
        [['risk', 'debt'], { count: 3, of: 5, share: 0.6 }],
      ],
    );
  });

  it('are blocked one by one', () => {
    const { types, all } = told(typed('feature', 5, HIT), typed('feature', 5, {}), typed('debt', 6, HIT));
    assert.deepEqual(
      types.map(({ blocked }) => blocked),
      [true, false],
    );
    assert.equal(all.blocked, false);
  });
});

describe('stated confidence', () => {
  const sure = (confidence: number, hits: number, misses: number): PastEpic =>
    of(...times(hits, { confidence, ...HIT }), ...times(misses, { confidence, ...MISS }));

  it('is scored from ten measured forecasts on', () => {
    // 8 of 10 at 70 %: Brier (8 x 0.3^2 + 2 x 0.7^2) / 10 = 0.17; skill 1 - 0.17 / 0.16; bias 0.7 - 0.8.
    const { n, score } = told(sure(70, 8, 2)).confidence;
    assert.equal(n, 10);
    near(score?.brier, 0.17);
    near(score?.skill, -0.0625);
    near(score?.bias, -0.1);
    assert.equal(told(sure(70, 7, 2)).confidence.score, null);
  });

  it('is not scored unless it was committed before the day of the value', () => {
    const stating = (on: string) =>
      Array.from({ length: 10 }, (_, at) => {
        const measure = createMeasure({ name: `measure ${at}`, ...HIT });
        const older = [createVersion('2026-03-01', [measure]), createVersion(on, [{ ...measure, confidence: 95 }])];
        return measuredEpic([{ ...measure, confidence: 95 }], { key: `PAY-${at}` }, { older });
      });
    const scored = (on: string) => {
      const { n, late, score } = told(...stating(on)).confidence;
      return [n, late, score !== null];
    };
    assert.deepEqual(scored('2026-10-01'), [10, 0, true]);
    assert.deepEqual(scored('2026-10-02'), [0, 10, false]);
  });

  it('is never filled in: measures without one are in no score', () => {
    const { n, score, measured } = told(sure(70, 8, 1), of(...times(30, HIT))).confidence;
    assert.deepEqual([n, score, measured.of], [9, null, 9]);
  });

  it('is not scored where half or more of them were not measured', () => {
    const { blocked, score, bins } = told(sure(70, 8, 2), of(...times(10, { confidence: 70 }))).confidence;
    assert.deepEqual([blocked, score, bins], [true, null, []]);
  });

  it('has a bin only with ten in it, and says how many are in none', () => {
    const { bins, inSmallBins } = told(sure(80, 6, 6), sure(100, 1, 0), sure(60, 9, 0)).confidence;
    assert.deepEqual(
      bins.map(({ fromPercent, toPercent, n, hits }) => [fromPercent, toPercent, n, hits.count]),
      [[80, 100, 13, 7]],
    );
    near(bins[0]?.stated, (12 * 0.8 + 1) / 13);
    assert.equal(inSmallBins, 9);
  });
});

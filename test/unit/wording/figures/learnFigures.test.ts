import assert from 'node:assert/strict';
import type { PastEpic } from '../../../../src/answers/learn/dueMeasures.ts';
import type { Figure } from '../../../../src/model/flow/figure.ts';
import type { WorkType } from '../../../../src/model/work.ts';
import type { PastReach } from '../../../../src/model/learn/calibration.ts';
import { createFigure } from '../../../../src/wording/figures/figure.ts';
import { learnFigures, withLearnFigures } from '../../../../src/wording/figures/learnFigures.ts';
import { createOutcome } from '../../../support/factories.ts';
import {
  createLearn,
  createMeasure,
  createPast,
  createVersion,
  epicWith,
  measuredEpic,
  value,
} from '../../answers/learn/madeOutcomes.ts';
import { checked } from './checkFigure.ts';

const figure = (id: string, epics: readonly PastEpic[]): Figure => {
  const found = learnFigures(createLearn(epics)).find(one => one.id === id);
  assert.ok(found !== undefined, id);
  return checked(found);
};
const calibration = (...epics: readonly PastEpic[]) => figure('calibration', epics);
const barsOf = ({ chart }: Figure) =>
  chart?.kind === 'bars' ? chart.bars.map(({ label, value: count }) => `${label}: ${count}`) : [];
const cellsOf = ({ table }: Figure, ...ids: readonly string[]) =>
  table?.rows.map(row => ids.map(id => row[table.columns.findIndex(column => column.id === id)])) ?? [];

describe('the figure of what became of outcomes', () => {
  it('says first what was not measured, then the hit rate with its interval', () => {
    // The roots of (p - 6/9)^2 = 1.959964^2 p (1 - p) / 9 are 0.3542 and 0.8794.
    const { headline, values } = calibration(epicWith('PAY-1', { hits: 6, misses: 3, unmeasured: 5 }));
    assert.equal(
      headline,
      '5 of 14 due measures were not measured (35.7 %). 6 of the 9 measured hit the target that was written first: 66.7 % (95 % interval 35.4 % to 87.9 %).',
    );
    assert.deepEqual(
      values.map(({ id, n }) => [id, n]),
      [
        ['measured', 14],
        ['hits', 9],
        ['right', 9],
      ],
    );
  });

  it('tells no rate where half or more were not measured', () => {
    const { headline, values } = calibration(epicWith('PAY-1', { hits: 6, unmeasured: 6 }));
    assert.match(headline, /^6 of 12 due measures were not measured \(50 %\)\. That is half or more, so no hit rate/);
    assert.doesNotMatch(headline, /100 %/);
    assert.deepEqual(
      values.map(({ value: told }) => told),
      [0.5, null, null],
    );
  });

  it('counts without a rate below five, and says so of one or of none', () => {
    assert.equal(
      calibration(epicWith('PAY-1', { hits: 1, misses: 1 })).headline,
      'Both due measures were measured. 1 of the 2 measured hit the target that was written first.',
    );
    assert.match(calibration(epicWith('PAY-1', { hits: 1 })).headline, /^The only due measure was measured\./);
    const bare = measuredEpic([createMeasure({ target: null })]);
    assert.match(calibration(bare).headline, /^The only due measure has no baseline and target/);
  });

  it('draws the unmeasured ones first, and those that cannot be judged only where there are any', () => {
    const still = measuredEpic([createMeasure({ measured: [value('2026-10-02', 31)] })]);
    const back = measuredEpic([createMeasure({ measured: [value('2026-10-02', 35)] })]);
    assert.deepEqual(barsOf(calibration(epicWith('PAY-1', { hits: 2, misses: 1, unmeasured: 1 }), still, back)), [
      'Not measured: 1',
      'Hit: 2',
      'Missed, right direction: 1',
      'Missed, no change: 1',
      'Missed, other direction: 1',
    ]);
    assert.equal(barsOf(calibration(measuredEpic([createMeasure({ baseline: null })]))).at(-1), 'Cannot be judged: 1');
    const { chart } = calibration(epicWith('PAY-1', { hits: 1, unmeasured: 1 }));
    assert.deepEqual(
      chart?.kind === 'bars' ? chart.bars.filter(({ open }) => open === true).map(({ label }) => label) : [],
      ['Not measured'],
      'what is not there looks like it',
    );
  });

  it('has a row for each due measure: from baseline to first target to what it became', () => {
    const older = [createVersion('2026-03-01', [createMeasure({ target: 20 })])];
    const moved = measuredEpic([createMeasure({ measured: [value('2026-11-19', 25.5)] })], { key: 'PAY-7' }, { older });
    const told = calibration(moved);
    assert.deepEqual(cellsOf(told, 'epic', 'measure', 'baseline', 'target', 'actual', 'on', 'due', 'result'), [
      ['PAY-7', 'cart abandonment (%)', 31, 20, 25.5, '2026-11-19', '2026-10-01', 'Missed, right direction'],
    ]);
    assert.deepEqual(cellsOf(told, 'way', 'note'), [
      [0.5, 'target changed from 20 to 26 (not committed yet); measured 49 days after its day'],
    ]);
  });

  it('tells moved targets with their week, and never by whom', () => {
    const older = [
      createVersion('2026-03-01', [createMeasure({ target: 40, confidence: 50 })]),
      createVersion('2026-05-03', [createMeasure({ target: 30, confidence: 90 })]),
    ];
    const { notes } = calibration(measuredEpic([createMeasure({ target: 30, confidence: 90 })], {}, { older }));
    assert.ok(
      notes.includes(
        'PAY-100: cart abandonment is judged by what was written first; target changed from 40 to 30 in the week of 27 Apr 2026.',
      ),
      notes.join('\n'),
    );
  });

  it('tells measures that were taken out, targets that came after the value, and values that are too old', () => {
    const without = (by: string) =>
      measuredEpic([], {}, { older: [createVersion('2026-03-01', [createMeasure({ by })])] });
    const late = [createVersion('2026-10-09', [createMeasure({ measured: [value('2026-10-02', 25)] })])];
    const hindsight = createPast(
      { outcome: createOutcome({ measures: [createMeasure({ measured: [value('2026-10-02', 25)] })] }) },
      { older: late },
    );
    const old = measuredEpic([createMeasure({ measured: [value('2026-06-01', 28)] })]);
    const told = calibration(without('2026-12-01'), without('2026-10-01'), hindsight, old);
    assert.match(
      told.notes.join(' '),
      /PAY-100: cart abandonment had a target and was taken out before its day \(not committed yet\)\./,
    );
    assert.match(
      told.notes.join(' '),
      /PAY-100: cart abandonment was taken out after its day \(not committed yet\)\. It still counts\./,
    );
    assert.match(told.notes.join(' '), /1 due measure has a target or a baseline that was first committed after/);
    assert.ok(barsOf(told).includes('Target written afterwards: 1') && barsOf(told).includes('Hit: 0'));
    assert.match(String(cellsOf(told, 'note')), /target and baseline first committed after this was measured/);
    assert.match(String(cellsOf(told, 'note')), /the last value, 28, is of 1 Jun 2026/);
  });

  it('says when the first version may not be the first', () => {
    const of = (reach: PastReach) => measuredEpic([createMeasure()], {}, { reach });
    assert.equal(calibration(of('whole')).proxy, '');
    assert.match(
      calibration(of('cut')).proxy,
      /only the newer part .* so what stands in the oldest version that is here/,
    );
    assert.match(calibration(of('none'), of('whole')).proxy, /cannot tell the past .* for 1 of 2 due measures/);
  });

  it('calls no target the first where the past of a file is not all here', () => {
    const hit = createMeasure({ target: 26, measured: [value('2026-10-02', 25)] });
    const of = (reach: PastReach) => {
      const older = [createVersion('2026-03-01', [createMeasure({ target: 28 })])];
      return calibration(measuredEpic([hit], {}, { reach, older }));
    };
    const words = (reach: PastReach) =>
      JSON.stringify([of(reach).headline, of(reach).values, of(reach).table, of(reach).notes]);
    assert.match(of('whole').headline, /hit the target that was written first\.$/);
    assert.match(of('cut').headline, /hit the oldest target that is here\.$/);
    assert.match(String(of('cut').notes), /is judged by the oldest version that is here; target changed from 28 to 26/);
    assert.doesNotMatch(words('cut') + words('none'), /first/i);
  });

  it('tells days that were moved and values that were rewritten, with what they were before', () => {
    const older = [
      {
        on: '2026-03-01',
        outcome: createOutcome({
          measures: [createMeasure({ by: null, measured: [value('2026-10-02', 29)] })],
          reviews: ['2026-10-01'],
        }),
        launched: null,
      },
    ];
    const measures = [createMeasure({ by: null, measured: [value('2026-10-02', 25)] })];
    const told = calibration(createPast({ outcome: createOutcome({ measures, reviews: ['2027-10-01'] }) }, { older }));
    const moved = /last review changed from 1 Oct 2026 to 1 Oct 2027 \(not committed yet\)/;
    const rewritten = /value of 2 Oct 2026 changed from 29 to 25 \(not committed yet\)/;
    for (const words of [told.notes.join(' '), String(cellsOf(told, 'note'))]) {
      assert.match(words, moved);
      assert.match(words, rewritten);
    }
  });

  it('says of a measure without a day that its last value judges it', () => {
    const closed = (by: string | null) =>
      measuredEpic([createMeasure({ by, measured: [value('2026-10-02', 25)] })], { stage: 'closed' });
    assert.match(String(cellsOf(calibration(closed(null)), 'note')), /without a day, so judged by its last value/);
    assert.doesNotMatch(String(cellsOf(calibration(closed('2026-10-01')), 'note')), /last value/);
  });

  it('says how many measures stopped epics had, also where nothing else is due', () => {
    const stopped = measuredEpic([createMeasure(), createMeasure({ name: 'later', by: '2027-01-01' })], {
      stage: 'stopped',
    });
    const words = 'Left out: 2 measures of stopped epics, 1 of them due. Hit or missed, they are in no rate.';
    assert.equal(calibration(stopped, epicWith('PAY-1', { hits: 1 })).notes.at(-1), words);
    assert.match(calibration(stopped).withheld, /^No epic that was not stopped has a measure/);
    assert.ok(calibration(stopped).withheld.endsWith(words));
  });

  it('says what would make a measure due, where none is', () => {
    const withheld = (...epics: readonly PastEpic[]) => calibration(...epics).withheld;
    assert.match(withheld(), /^There is no epic file/);
    assert.match(withheld(createPast({})), /^No epic has a measure/);
    assert.equal(
      withheld(measuredEpic([createMeasure({ by: '2027-01-01' })])),
      'No measure is due yet. The next day is 1 Jan 2027.',
    );
    assert.match(
      withheld(measuredEpic([createMeasure({ by: null })], { stage: 'build' })),
      /the only one has neither a day/,
    );
  });
});

describe('the figure of hit rates by work type', () => {
  it('has an interval for each, and says why one has no rate', () => {
    const told = figure('hitRate', [
      epicWith('PAY-1', { hits: 6, misses: 3 }),
      epicWith('PAY-2', { hits: 1, misses: 1 }, 'debt'),
      epicWith('PAY-3', { hits: 1 }, 'risk'),
    ]);
    assert.equal(told.headline, 'Targets hit: Feature 66.7 % (6 of 9) (n = 12 measured).');
    const rows = told.chart?.kind === 'ranges' ? told.chart.rows : [];
    assert.deepEqual(
      rows.map(({ label, value: rate, lines }) => [label, rate === null ? null : Math.round(rate * 100), lines[0]]),
      [
        ['All', 67, '8 of 12 measured ones hit (66.7 %)'],
        ['Feature', 67, '6 of 9 measured ones hit (66.7 %)'],
        ['Risk and Debt', null, 'no rate, as it needs 5 measured ones and has 3'],
      ],
    );
    assert.match(told.notes[0] ?? '', /^Risk and Debt are told together/);
  });

  it('has nothing to tell apart in one type, or where no rate is told', () => {
    assert.match(
      figure('hitRate', [epicWith('PAY-1', { hits: 9 })]).withheld,
      /needs 5 measured measures of one work type/,
    );
    const blocked = figure('hitRate', [
      epicWith('PAY-1', { hits: 5, unmeasured: 5 }),
      epicWith('PAY-2', { hits: 5, unmeasured: 5 }, 'debt'),
    ]);
    assert.match(blocked.withheld, /^Not told: of every work type/);
    assert.equal(figure('hitRate', [createPast({})]).withheld, 'No due measure can be judged.');
  });
});

describe('the figure of stated confidence', () => {
  it('says how often it happened beside what was stated, with the scores', () => {
    const told = figure('statedConfidence', [epicWith('PAY-1', { hits: 8, misses: 2, confidence: 70 })]);
    assert.equal(
      told.headline,
      'Of 10 measured measures with a stated confidence, 80 % hit their target; 70 % was stated on average.',
    );
    assert.deepEqual(
      told.values.map(({ id, value: number }) => `${id} ${number?.toFixed(4) ?? 'none'}`),
      ['bias -0.1000', 'brier 0.1700', 'skill -0.0625'],
    );
    const rows = told.chart?.kind === 'ranges' ? told.chart.rows : [];
    assert.deepEqual(
      rows.map(({ label, expected }) => [label, expected?.toFixed(2)]),
      [['60 to below 80 %', '0.70']],
    );
  });

  it('draws only what has ten measures, and says how many have not', () => {
    const told = figure('statedConfidence', [
      epicWith('PAY-1', { hits: 6, confidence: 70 }),
      epicWith('PAY-2', { hits: 3, misses: 1, confidence: 90 }),
    ]);
    assert.equal(told.chart, null);
    assert.match(told.notes[0] ?? '', /^10 of the 10 are in no row/);
  });

  it('needs ten that were measured, half of what is due at least', () => {
    const withheld = (...epics: readonly PastEpic[]) => figure('statedConfidence', epics).withheld;
    assert.equal(
      withheld(epicWith('PAY-1', { hits: 9, confidence: 70 }), epicWith('PAY-2', { hits: 9 })),
      'Not shown: needs 10 measured measures with a stated confidence, has 9.',
    );
    assert.match(withheld(epicWith('PAY-1', { hits: 10, unmeasured: 10, confidence: 70 })), /^Not told: 10 of 20/);
  });
});

describe('the figure of why each epic counts', () => {
  const epics = [
    createPast({ key: 'PAY-1', outcome: null }),
    createPast({ key: 'PAY-2', outcome: createOutcome({ statement: 'TBD' }) }),
    createPast({ key: 'PAY-3' }),
    measuredEpic([createMeasure()], { key: 'PAY-4', stage: 'build' }),
    createPast({ key: 'PAY-5', stage: 'stopped', outcome: null }),
  ];

  it('has the reason of every epic that was not stopped', () => {
    const told = figure('featureFactoryReasons', epics);
    assert.deepEqual(cellsOf(told, 'epic', 'stage', 'counts', 'reason'), [
      ['PAY-1', 'Review', 'Yes', 'It has no anticipated outcome.'],
      ['PAY-2', 'Review', 'Yes', 'Its outcome is still the template’s text.'],
      ['PAY-3', 'Review', 'No', 'It has an outcome, but no measure with a baseline and a target.'],
      ['PAY-4', 'Build', 'No', 'It has an outcome and a measure that can show it.'],
    ]);
    assert.equal(
      told.headline,
      '2 of 4 epics have no anticipated outcome: 1 without a statement, 1 with the template’s text. 1 more has one that could not be tested later.',
    );
    assert.deepEqual(told.notes, ['Left out: 1 stopped epic.']);
    assert.deepEqual(barsOf(told), [
      'No outcome: 1',
      'Template’s text left: 1',
      'Outcome, not testable: 1',
      'Outcome, testable: 1',
    ]);

    const of = (...epics: readonly PastEpic[]) => figure('featureFactoryReasons', epics).headline;
    const [without, stating] = [createPast({ key: 'PAY-1', outcome: null }), createPast({ key: 'PAY-2' })];
    assert.match(of(without), /^1 of 1 epic has no anticipated outcome/);
    assert.match(of(without, stating), /^1 of 2 epics has no anticipated outcome/);
  });

  it('has nothing to tell where every epic was stopped', () => {
    assert.equal(figure('featureFactoryReasons', epics.slice(4)).withheld, 'Every epic that can be read was stopped.');
  });
});

describe('figures of outcomes beside a chosen type or team', () => {
  const answer = createLearn([epicWith('PAY-1', { hits: 1 })]);
  const notes = (type: WorkType | null, team: string | null) =>
    learnFigures({ ...answer, type }, { team }).flatMap(({ notes: told, withheld }) =>
      withheld === '' ? [told[0]] : [],
    );

  it('say what they are about', () => {
    assert.deepEqual(notes('debt', null), ['Only epics of the type Debt.', 'Only epics of the type Debt.']);
    const all = 'Of all epics of the repository: no epic file says whose it is.';
    assert.deepEqual(notes(null, 'checkout'), [all, all]);
    assert.match(notes('debt', 'checkout')[0] ?? '', /^Of all epics of the type Debt of the repository/);
    assert.doesNotMatch(String(notes(null, null)), /Of all epics|Only epics/);
  });

  it('do not say that there is none at all where there is none of a type', () => {
    const none = { ...createLearn([]), files: 3, type: 'risk' as const };
    const withheld = learnFigures(none).map(figure => figure.withheld);
    assert.match(withheld[0] ?? '', /^No epic of the type Risk has a measure/);
    assert.match(withheld[3] ?? '', /^There is no epic of the type Risk/);
  });

  it('show nobody whom a title or a measure names', () => {
    const named = measuredEpic([createMeasure({ name: 'errors @ana-quill sees (ana@example.com)' })], {
      title: 'Guest checkout by ana@example.com, @ana-quill',
    });
    const told = createLearn([named]);
    assert.doesNotMatch(JSON.stringify([told, learnFigures(told)]), /ana@|@ana/);
    assert.equal(told.calibration.due[0]?.measure, 'errors sees');
  });
});

describe('figures of outcomes among those of flow', () => {
  const flow = [
    createFigure({ id: 'speed', group: 'speed', title: 'a' }),
    createFigure({ id: 'distribution', group: 'impact', title: 'b' }),
    createFigure({ id: 'featureFactory', group: 'impact', title: 'c' }),
    createFigure({ id: 'readyToBuild', group: 'impact', title: 'd' }),
    createFigure({ id: 'improving', group: 'past', title: 'e' }),
  ];
  const ids = (figures: readonly Figure[], epics = [createPast({})]) =>
    withLearnFigures(figures, learnFigures(createLearn(epics))).map(({ id }) => id);

  it('open their group, and the reasons follow the ratio', () => {
    assert.deepEqual(ids(flow), [
      'speed',
      'calibration',
      'hitRate',
      'statedConfidence',
      'distribution',
      'featureFactory',
      'featureFactoryReasons',
      'readyToBuild',
      'improving',
    ]);
    assert.deepEqual(ids(flow.slice(0, 1)).slice(1, 3), ['calibration', 'hitRate']);
  });

  it('are one that says why, where there is no epic file', () => {
    assert.deepEqual(ids(flow.slice(0, 1), []), ['speed', 'calibration']);
  });
});

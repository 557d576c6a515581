import assert from 'node:assert/strict';
import type { Distribution } from '../../../../src/model/flow/distribution.ts';
import type { FeatureFactory } from '../../../../src/model/flow/featureFactory.ts';
import type { LinkedWork } from '../../../../src/model/flow/linkedWork.ts';
import type { ReadyToBuild } from '../../../../src/model/flow/readyToBuild.ts';
import { distributionFigure } from '../../../../src/wording/figures/distribution.ts';
import { featureFactoryFigure } from '../../../../src/wording/figures/featureFactory.ts';
import { linkedWorkFigure } from '../../../../src/wording/figures/linkedWork.ts';
import { readyToBuildFigure } from '../../../../src/wording/figures/readyToBuild.ts';
import { checked, CONTEXT } from './checkFigure.ts';

describe('distributionFigure', () => {
  const result: Distribution = {
    withheld: null,
    finished: 40,
    classified: 36,
    sharesWithheld: null,
    parts: [
      { type: 'feature', items: 22, share: 0.55 },
      { type: 'other', items: 14, share: 0.35 },
      { type: 'unknown', items: 4, share: 0.1 },
    ],
    folded: ['risk', 'debt'],
    byKeyword: 3,
    periods: [{ from: '2026-01-19', to: '2026-02-16', items: [9, null, 2] }],
  };
  const figure = (changes: Partial<Distribution> = {}) =>
    checked(distributionFigure({ ...result, ...changes }, CONTEXT));

  it('says every share with the sample and the window', () => {
    assert.equal(
      figure().headline,
      'Feature 55 %, Other 35 % and Type unknown 10 % of 40 finished items in these 26 weeks.',
    );
  });

  it('stacks the parts of every four weeks, with the interventions', () => {
    const { chart } = figure();
    assert.ok(chart?.kind === 'stack');
    assert.deepEqual(
      chart.parts.map(({ label }) => label),
      ['Feature', 'Other', 'Type unknown'],
    );
    assert.deepEqual(chart.columns, [{ from: '2026-01-19', to: '2026-02-16', values: [9, null, 2], total: null }]);
    assert.deepEqual(chart.markers, CONTEXT.markers);
  });

  it('says what is counted as other, what rests on a word and what is hidden', () => {
    assert.deepEqual(figure().notes, [
      'Risk and Debt are counted as Other: too few people are behind each.',
      'Of 3 of the 40 items only a word in a title tells that they mend something.',
      // 26 weeks are six times four and two.
      'The first 2 weeks are not in the picture: it goes by 4 weeks at a time.',
    ]);
    const hidden = figure({
      parts: [
        { type: 'feature', items: 22, share: 0.55 },
        { type: 'debt', items: null, share: null },
      ],
    });
    assert.equal(hidden.headline, 'Feature 55 % of 40 finished items in these 26 weeks.');
    assert.ok(hidden.notes.some(note => note.startsWith('Some kinds are hidden')));
    assert.equal(hidden.table?.rows[1]?.at(-1), 'hidden to protect people');
  });

  it('says counts where there are too few for shares', () => {
    const few = figure({
      parts: [{ type: 'feature', items: 12, share: null }],
      finished: 12,
      sharesWithheld: { code: 'tooFew', what: 'classifiedItems', has: 12, needs: 20 },
    });
    assert.equal(few.headline, 'Feature 12 of 12 finished items in these 26 weeks.');
    assert.match(few.notes[0] ?? '', /^Counts and no shares\. Not shown: needs 20/);
    const vague = figure({ sharesWithheld: { code: 'tooFew', what: 'classifiedItems', has: 43, needs: 212 } });
    assert.match(vague.notes[0] ?? '', /only 43 items is known, and shares need 212/);
  });
});

describe('linkedWorkFigure', () => {
  const result: LinkedWork = {
    withheld: null,
    finished: 40,
    linked: { count: 24, of: 40, share: 0.6 },
    orphans: { count: 8, of: 40, share: 0.2 },
    counts: { outcome: 24, noOutcome: 7, stopped: 1, noEpic: 8 },
    overTime: {
      weeksPerBin: 1,
      points: [
        { from: '2026-01-05', to: '2026-01-12', value: 0.5, hidden: false, n: 4, labels: [] },
        { from: '2026-01-12', to: '2026-01-19', value: null, hidden: true, n: null, labels: [] },
      ],
      behaviour: { state: 'none', n: 1, segments: [], signals: [], chunky: false },
      biased: false,
    },
  };

  it('says what is linked with the orphan work beside it, and can be pinned', () => {
    const figure = checked(linkedWorkFigure(result, CONTEXT));
    assert.equal(
      figure.headline,
      '60 % of 40 finished items in these 26 weeks belong to an epic with an anticipated outcome; 20 % of 40 belong to no epic.',
    );
    assert.equal(figure.focus, 'linkedToOutcome');
    assert.equal(figure.chart?.kind === 'series' ? figure.chart.points.length : 0, 2);
    assert.deepEqual(figure.notes.slice(0, 2), ['An epic without one: 7 items.', 'An epic that was stopped: 1 item.']);
  });

  it('shows what is not hidden, and no picture that would give it away', () => {
    const hidden = checked(
      linkedWorkFigure(
        {
          ...result,
          linked: null,
          orphans: null,
          overTime: null,
          counts: { outcome: null, noOutcome: 12, stopped: 0, noEpic: null },
        },
        CONTEXT,
      ),
    );
    assert.match(hidden.headline, /hidden to protect people/);
    assert.equal(hidden.chart, null);
    assert.deepEqual(hidden.table?.rows, [
      ['An epic with an anticipated outcome', null, 'hidden to protect people'],
      ['An epic without one', 12, ''],
      ['An epic that was stopped', 0, ''],
      ['No epic', null, 'hidden to protect people'],
    ]);
  });
});

describe('featureFactoryFigure', () => {
  const result: FeatureFactory = {
    withheld: null,
    epics: { count: 4, of: 10, share: 0.4 },
    untestable: { count: 2, of: 10, share: 0.2 },
    worked: { count: 3, of: 4, share: null },
    weighted: { count: 6, of: 10, share: 0.6 },
    orphans: { count: 5, of: 15, share: 1 / 3 },
    periods: [
      { from: '2026-01-19', to: '2026-02-16', epics: { count: 1, of: 3, share: null } },
      { from: '2026-02-16', to: '2026-03-16', epics: null },
    ],
  };
  const figure = (changes: Partial<FeatureFactory> = {}) =>
    checked(featureFactoryFigure({ ...result, ...changes }, CONTEXT));

  it('says the ratio of all epics, and the others beside it', () => {
    assert.equal(figure().headline, '40 % of 10 epics have no anticipated outcome.');
    assert.deepEqual(
      figure().values.map(({ id, value }) => [id, value]),
      [
        ['epics', 0.4],
        ['worked', null],
        ['weighted', 0.6],
        ['untestable', 0.2],
        ['orphans', 1 / 3],
      ],
    );
  });

  it('says "3 of 4" for few epics', () => {
    assert.equal(
      figure({ epics: { count: 3, of: 4, share: null } }).headline,
      '3 of 4 epics have no anticipated outcome.',
    );
  });

  it('draws no point for four weeks with few epics, but says how many', () => {
    const { chart } = figure();
    assert.ok(chart?.kind === 'series');
    assert.deepEqual(chart.points[0]?.lines.at(-1), 'Without an outcome: 1 of 3 epics worked on');
    assert.deepEqual(
      chart.points.map(({ value }) => value),
      [null, null],
    );
  });

  it('is not measurable without epics, and says that the history of epic files is not read', () => {
    assert.match(figure({ withheld: { code: 'noEpics' } }).withheld, /^Not measurable\./);
    assert.ok(figure().method.some(line => line.includes('history of the epic’s file')));
  });
});

describe('readyToBuildFigure', () => {
  const result: ReadyToBuild = {
    withheld: null,
    building: 5,
    unready: 2,
    open: 7,
    epics: [
      { label: 'PAY-2', open: 5 },
      { label: null, open: 2 },
    ],
  };

  it('says how many epics are built with open items, hints at churn and can be pinned', () => {
    const figure = checked(readyToBuildFigure(result));
    assert.equal(
      figure.headline,
      '2 of the 5 epics in the build stage have open items of "Ready to build", 7 together.',
    );
    assert.match(figure.notes[0] ?? '', /^Expect churn/);
    assert.equal(figure.focus, 'readyToBuildOpen');
    assert.deepEqual(figure.table?.rows, [
      ['PAY-2', 5],
      ['An epic', 2],
    ]);
  });

  it('is content where nothing is open', () => {
    const figure = checked(readyToBuildFigure({ ...result, building: 1, unready: 0, open: 0, epics: [] }));
    assert.equal(figure.headline, 'The one epic in the build stage has no open item of "Ready to build".');
    assert.deepEqual([figure.notes, figure.prompt], [[], '']);
  });

  it('says so where nothing is built', () => {
    const none: ReadyToBuild = {
      withheld: { code: 'nothing', what: 'epics' },
      building: 0,
      unready: 0,
      open: 0,
      epics: [],
    };
    assert.match(checked(readyToBuildFigure(none)).withheld, /in the build stage/);
  });
});

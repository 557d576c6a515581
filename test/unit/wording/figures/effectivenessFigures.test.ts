import assert from 'node:assert/strict';
import { ageMetric } from '../../../../src/answers/flow/metrics/age.ts';
import { approvalMetric } from '../../../../src/answers/flow/metrics/approval.ts';
import { batchSizeMetric } from '../../../../src/answers/flow/metrics/batchSize.ts';
import { flowEfficiencyMetric } from '../../../../src/answers/flow/metrics/flowEfficiency.ts';
import { integrationWaitMetric } from '../../../../src/answers/flow/metrics/integrationWait.ts';
import { longestWaitMetric } from '../../../../src/answers/flow/metrics/longestWait.ts';
import { stagesMetric } from '../../../../src/answers/flow/metrics/stages.ts';
import { valueStreamMetric } from '../../../../src/answers/flow/metrics/valueStream.ts';
import { wipMetric } from '../../../../src/answers/flow/metrics/wip.ts';
import type { FlowInput, Metric } from '../../../../src/answers/flow/metric.ts';
import type { Figure } from '../../../../src/model/flow/figure.ts';
import type { WorkItem } from '../../../../src/model/work.ts';
import { ageFigure } from '../../../../src/wording/figures/age.ts';
import { approvalFigure } from '../../../../src/wording/figures/approval.ts';
import { batchSizeFigure } from '../../../../src/wording/figures/batchSize.ts';
import type { FigureContext } from '../../../../src/wording/figures/figure.ts';
import { flowEfficiencyFigure } from '../../../../src/wording/figures/flowEfficiency.ts';
import { integrationWaitFigure } from '../../../../src/wording/figures/integrationWait.ts';
import { longestWaitFigure } from '../../../../src/wording/figures/longestWait.ts';
import { sizeAgainstTimeFigure } from '../../../../src/wording/figures/sizeAgainstTime.ts';
import { stagesFigure } from '../../../../src/wording/figures/stages.ts';
import { valueStreamFigure } from '../../../../src/wording/figures/valueStream.ts';
import { wipFigure } from '../../../../src/wording/figures/wip.ts';
import { createFolder } from '../../../support/factories.ts';
import {
  at,
  createDeployment,
  createInput,
  createOpen,
  createWork,
  measure,
  type MadeGate,
} from '../../answers/flow/madeInput.ts';
import { createTicket, ticketMap, type MadeChange } from '../../answers/flow/madeTicket.ts';
import { checked, CONTEXT } from './checkFigure.ts';

const presented =
  <Result>(metric: Metric<Result>, present: (result: Result, context: FigureContext) => Figure) =>
  (changes: Partial<FlowInput>, gate: MadeGate = {}): Figure => {
    const input = createInput(changes);
    return checked(present(measure(metric, input, gate), { ...CONTEXT, use: input.use }));
  };
const age = presented(ageMetric, ageFigure);
const approval = presented(approvalMetric, approvalFigure);
const batchSize = presented(batchSizeMetric, batchSizeFigure);
const sizeAgainstTime = presented(batchSizeMetric, sizeAgainstTimeFigure);
const flowEfficiency = presented(flowEfficiencyMetric, flowEfficiencyFigure);
const integrationWait = presented(integrationWaitMetric, integrationWaitFigure);
const longestWait = presented(longestWaitMetric, longestWaitFigure);
const stages = presented(stagesMetric, stagesFigure);
const valueStream = presented(valueStreamMetric, valueStreamFigure);
const wip = presented(wipMetric, wipFigure);

/** Branches of 10 days that waited 4 days after their last commit. */
const branches: readonly WorkItem[] = Array.from({ length: 20 }, (_, n) =>
  createWork(30 + n, 10, { ticket: `PAY-${n}`, written: [at(20 + n), at(23 + n), at(26 + n)], deployment: 'd' }),
);
const sizes = new Map(branches.map(({ id }, n) => [id, { files: n + 1, lines: 10 * (n + 1) }]));
const way: readonly MadeChange[] = [
  [30, 'In Progress', 'active'],
  [32, 'Desk', 'active'],
  [38, 'In Review', 'active'],
  [40, 'Done', 'done'],
];
const tickets = ticketMap(branches.map((_, n) => createTicket(`PAY-${n}`, way)));
const open = [createOpen(11, { ticket: 'PAY-90' }), createOpen(3), createOpen(50, { stale: true })];
const everything: Partial<FlowInput> = {
  items: branches,
  sizes,
  open,
  deployments: [createDeployment(52, { id: 'd' })],
};

describe('figures of effectiveness', () => {
  const all = {
    age,
    wip,
    flowEfficiency,
    stages,
    integrationWait,
    batchSize,
    sizeAgainstTime,
    valueStream,
    longestWait,
    approval,
  };
  const labels = ['PAY-1', 'PAY-90', '#'];

  for (const [name, figure] of Object.entries(all)) {
    it(`fit the schema and judge nobody: ${name}`, () => {
      for (const input of [everything, { ...everything, tickets }, { ...everything, use: 'export' as const }, {}])
        assert.equal(figure(input).group, 'effectiveness');
      assert.notEqual(figure(everything).headline, '');
    });

    it(`name no item in an export: ${name}`, () => {
      const text = JSON.stringify(figure({ ...everything, use: 'export' }));
      for (const label of labels) assert.ok(!text.includes(label), label);
    });

    it(`show no number when too few people are behind them: ${name}`, () => {
      const { withheld } = figure(everything, { hides: ids => ids.length > 0 });
      assert.match(withheld, /protect people/);
    });
  }
});

describe('ageFigure', () => {
  it('says how many open items are older than 85 % of the finished ones', () => {
    const figure = age(everything);
    assert.equal(
      figure.headline,
      '1 of 2 open items is older than 85 % of the finished items were when they were done (n = 20 finished items).',
    );
    assert.ok(figure.notes.some(note => note.startsWith('1 open item without a sign of life')));
    assert.equal(figure.chart?.kind === 'dots' && figure.chart.levels[0]?.label, '50 %: 10 days');
    assert.equal(figure.focus, 'age');
  });

  it('shows ages without a comparison when too little is finished', () => {
    const figure = age({ ...everything, items: branches.slice(0, 18) });
    assert.equal(figure.headline, '2 open items with a known start.');
    assert.match(figure.notes[0] ?? '', /^No comparison with finished items. Not shown: needs 19 .* has 18/);
  });

  it('is exported as counts by level', () => {
    assert.deepEqual(
      age({ ...everything, use: 'export' }).table?.rows.map(row => row.slice(0, 2)),
      [
        ['Up to the 50 % level', 1],
        ['50 % to 85 % level', 0],
        ['Older than the 85 % level', 1],
      ],
    );
  });
});

describe('wipFigure', () => {
  it('says how much is in progress now and on average, and what Little’s law says', () => {
    // What landed before the window tells that its first weeks are known.
    const figure = wip({ ...everything, items: [createWork(-20, 1), ...branches] });
    assert.equal(figure.headline, '2 items in progress now; 1.2 on average over the window.');
    assert.ok(figure.notes.some(note => note.startsWith('Little’s law fits: 1.2 items in progress on average')));
    assert.deepEqual(
      figure.table?.columns.map(({ id }) => id),
      ['from', 'value', 'average', 'n', 'note'],
    );
  });

  it('says that the present is hidden where the past alone may be told', () => {
    const items = [createWork(-20, 1), ...branches];
    const figure = wip({ ...everything, items }, { hides: ids => ids.every(id => open.some(item => item.id === id)) });
    assert.equal(figure.headline, 'How much is in progress now is hidden to protect people.');
    const known = measure(wipMetric, createInput({ ...everything, items }));
    assert.equal(
      wipFigure({ ...known, now: null }, CONTEXT).headline,
      'How much is in progress now is hidden to protect people; 1.2 on average over the window.',
    );
    assert.equal(figure.values[0]?.why, 'How much is in progress now is hidden to protect people.');
  });

  it('has no history in a repository that squashes, and says why', () => {
    const figure = wip({ open, items: Array.from({ length: 20 }, (_, n) => createWork(n, null)) });
    assert.equal(figure.headline, '2 items in progress now.');
    assert.match(figure.notes[0] ?? '', /^No history. Git shows the way from first commit to landing for none of 20/);
    assert.equal(figure.chart, null);
  });
});

describe('flowEfficiencyFigure', () => {
  it('is not called flow efficiency without tickets', () => {
    const figure = flowEfficiency(everything);
    assert.equal(figure.title, 'Days with commits');
    assert.equal(
      figure.headline,
      'Branches had commits on 27.3 % of their days (n = 20 branches of three days or more in 26 weeks).',
    );
    assert.match(figure.proxy, /Days with commits are not effort/);
  });

  it('is the active part of the time with tickets', () => {
    const figure = flowEfficiency({ ...everything, tickets });
    assert.deepEqual([figure.title, figure.proxy], ['Flow efficiency', '']);
    assert.match(figure.headline, /of the time of finished items was active work \(n = 20 done tickets in 26 weeks\)/);
  });
});

describe('stagesFigure', () => {
  it('names the stage that holds most of the time, and never calls git’s wait a review', () => {
    const figure = stages(everything);
    assert.match(
      figure.headline,
      /^The largest part of the time, .* %, was spent in “Waiting for the release” \(n = 20 merged branches/,
    );
    assert.doesNotMatch(JSON.stringify([figure.title, figure.headline, figure.values, figure.chart]), /review/i);
    assert.equal(figure.focus, 'stageWait');
  });

  it('calls no stage the largest where a larger one may be hidden', () => {
    const whole = measure(stagesMetric, createInput(everything));
    const largest = Math.max(...whole.stages.map(({ share }) => share ?? 0));
    const hidden = whole.stages.map(stage => (stage.share === largest ? { ...stage, share: null } : stage));
    const { headline } = stagesFigure({ ...whole, stages: hidden }, CONTEXT);
    assert.match(headline, /^\d.* % of the time was spent in “.*”; most of the rest cannot be shown/);
  });

  it('uses the team’s words for statuses', () => {
    const { team } = createFolder([]);
    const statuses = { ...team.statuses, queue: ['Desk'] };
    const figure = stages({ items: branches, tickets, team: { ...team, statuses } });
    assert.deepEqual(
      figure.values.map(({ label }) => label),
      ['Coding', 'Active', 'Desk', 'Approval'],
    );
    assert.match(figure.notes[0] ?? '', /20 tickets had a status that is understood by its name only/);
  });
});

describe('integrationWaitFigure', () => {
  it('says which part of the time lay after the last commit, as an upper bound', () => {
    const figure = integrationWait(everything);
    assert.equal(figure.title, 'Wait after the last commit');
    assert.equal(
      figure.headline,
      'Items landed in the last 26 weeks waited 40 % of their time after the last commit (n = 20 merged branches; 100 % of the finished items are such).',
    );
    assert.match(figure.proxy, /^An upper bound/);
    assert.equal(figure.focus, 'reviewWait');
  });
});

describe('batchSizeFigure', () => {
  it('says the sizes and shows their middle over time', () => {
    const figure = batchSize(everything);
    assert.equal(
      figure.headline,
      'Half of the items changed at most 100 lines, 85 % at most 170 lines (n = 20 in 26 weeks).',
    );
    assert.equal(figure.chart?.kind, 'series');
    assert.equal(figure.focus, 'batchSize');
  });

  it('says why a partial clone has no lines', () => {
    const files = new Map([...sizes].map(([id, { files: count }]) => [id, { files: count, lines: null }]));
    const figure = batchSize({ ...everything, sizes: files });
    assert.match(figure.headline, /at most 10 files, 85 % at most 17 files/);
    assert.match(figure.notes[0] ?? '', /partial clone/);
    assert.match(figure.values.find(({ id }) => id === 'lines-p50')?.why ?? '', /partial clone/);
  });
});

describe('sizeAgainstTimeFigure', () => {
  it('speaks of an association only where it can be told from chance', () => {
    const growing = branches.map((item, n) => ({ ...item, start: item.end - (n + 1) * 86_400 }));
    assert.match(
      sizeAgainstTime({ items: growing, sizes }).headline,
      /^Larger items tend to take longer: rank correlation 1, p < 0.001/,
    );
    const mixed = branches.map((item, n) => ({ ...item, start: item.end - (((n * 7) % 20) + 1) * 86_400 }));
    assert.match(sizeAgainstTime({ items: mixed, sizes }).headline, /^No association .* can be told from chance/);
    assert.match(sizeAgainstTime({ items: mixed, sizes }).notes[0] ?? '', /does not say why/);
  });
});

describe('valueStreamFigure', () => {
  it('draws boxes and arrows, and names the clear constraint', () => {
    const figure = valueStream(everything);
    const map = figure.chart?.kind === 'map' ? figure.chart : null;
    assert.deepEqual(
      map?.boxes.map(({ label }) => label),
      ['Coding', 'On main', 'In production'],
    );
    assert.deepEqual(
      map.arrows.map(({ label, constraint }) => [label, constraint]),
      [
        ['After the last commit', false],
        ['Waiting for the release', true],
      ],
    );
    assert.match(figure.headline, /^Most of the waiting is in “Waiting for the release”/);
    assert.deepEqual(
      figure.table?.rows.map(row => [row[0], row[2]]),
      [
        ['All', 'Coding'],
        ['All', 'After the last commit'],
        ['All', 'Waiting for the release'],
        ['Feature', 'Coding'],
        ['Feature', 'After the last commit'],
        ['Feature', 'Waiting for the release'],
      ],
    );
  });

  it('tells where work waits on other teams, even when nothing else can be shown', () => {
    const epic = {
      ...{ key: 'PAY-100', tickets: [], type: null, stage: 'build' as const },
      ...{ hasOutcome: true, testable: true, readyToBuildOpen: null },
      dependsOn: [{ team: 'Ledger', what: 'a booking API', since: '2026-03-01', until: null }],
    };
    const note = 'Work waits on Ledger since 1 Mar 2026: a booking API.';
    assert.equal(valueStream({ epics: [epic] }).notes[0], note);
    const figure = valueStream({ ...everything, epics: [epic] });
    assert.equal(figure.notes[0], note);
    assert.equal(figure.chart?.kind === 'map' && figure.chart.outside[0]?.team, 'Ledger');
  });
});

describe('longestWaitFigure', () => {
  it('names the place, and lists each item’s longest wait', () => {
    const figure = longestWait(everything);
    assert.match(figure.headline, /^Most of the waiting was in “Waiting for the release”: .* % of the items’ time/);
    assert.deepEqual(figure.table?.rows[0]?.slice(0, 4), ['PAY-0', 'Feature', '2026-02-04', 'Waiting for the release']);
  });

  it('says when no single place holds most', () => {
    const items = Array.from({ length: 20 }, (_, n) => {
      const paused = n % 2 === 0 ? 6 : 2;
      return createWork(30 + n, 10, { written: [at(20 + n), at(20 + n + paused), at(22 + n + paused)] });
    });
    assert.match(longestWait({ items }).headline, /^No single place holds most of the waiting/);
  });
});

describe('approvalFigure', () => {
  it('says that git cannot tell, with an upper bound', () => {
    const figure = approval(everything);
    assert.match(
      figure.headline,
      /^Git cannot tell approval from idle time; the wait after the last commit is .* % of the elapsed time, an upper bound \(n = 20 merged branches in 26 weeks\)/,
    );
    assert.equal(figure.chart, null);
  });

  it('says what held the excess of the slow tickets', () => {
    const slow: readonly MadeChange[] = [
      [20, 'In Progress', 'active'],
      [22, 'In Review', 'active'],
      [40, 'Done', 'done'],
    ];
    const quick: readonly MadeChange[] = [
      [36, 'In Progress', 'active'],
      [39, 'In Review', 'active'],
      [40, 'Done', 'done'],
    ];
    const items = Array.from({ length: 20 }, (_, n) => createWork(40, null, { ticket: `PAY-${n}` }));
    const ways = ticketMap(items.map((_, n) => createTicket(`PAY-${n}`, n < 5 ? slow : quick)));
    const figure = approval({ items, tickets: ways });
    assert.equal(
      figure.headline,
      'Approval holds 100 % of what slow items took more than typical ones (n = 5 slow of 20 done tickets in 26 weeks; slow is more than 4 days).',
    );
    assert.equal(
      figure.notes[0],
      'With the typical approval wait of 1 day, 5 of 5 slow items would have taken no longer than the others.',
    );
  });
});

describe('a part of which too few people are behind', () => {
  const hidesPart: MadeGate = { hides: ids => ids.length === 19 };
  const whyOf = (figure: Figure, id: string): string | null | undefined =>
    figure.values.find(value => value.id === id)?.why;

  it('is hidden among the sizes, which stay', () => {
    const items = branches.map((item, n): WorkItem => (n === 0 ? { ...item, rule: 'squash' } : item));
    const figure = batchSize({ ...everything, items }, hidesPart);
    assert.match(whyOf(figure, 'commits') ?? '', /protect people/);
    assert.match(figure.headline, /^Half of the items changed at most 100 lines/);
    const unlined = new Map(
      [...sizes].map(([id, size], n) => [id, n === 0 ? { ...size, lines: null } : size] as const),
    );
    const inFiles = batchSize({ ...everything, sizes: unlined }, hidesPart);
    assert.match(whyOf(inFiles, 'lines') ?? '', /protect people/);
    assert.match(inFiles.headline, /^Half of the items changed at most 10 files/);
  });

  it('is hidden among the waits, which stay', () => {
    const items = branches.map((item, n): WorkItem => (n === 0 ? { ...item, written: [at(26)] } : item));
    const figure = integrationWait({ ...everything, items }, hidesPart);
    assert.match(whyOf(figure, 'pause') ?? '', /protect people/);
    assert.notEqual(figure.headline, '');
  });
});

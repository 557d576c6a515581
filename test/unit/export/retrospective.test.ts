import assert from 'node:assert/strict';
import { changesOf } from '../../../src/export/changes.ts';
import { retrospectiveMarkdown, type Retrospective } from '../../../src/export/retrospective.ts';
import { FOCUS_METRICS } from '../../../src/model/flow/focus.ts';
import type { Figure, SeriesChart } from '../../../src/model/flow/figure.ts';
import { createFigure } from '../../../src/wording/figures/figure.ts';

const series = (signals: Readonly<Record<number, readonly string[]>>): SeriesChart => ({
  kind: 'series',
  xLabel: 'Week',
  yLabel: 'Finished items',
  unit: 'items',
  points: Array.from({ length: 6 }, (_, index) => ({
    from: `2026-0${index + 1}-05`,
    to: `2026-0${index + 1}-12`,
    value: 10 + index,
    hidden: false,
    signals: [...(signals[index] ?? [])],
    lines: [`Week of 5 in month ${index + 1}`],
  })),
  limits: [],
  markers: [],
});

const batchSize = createFigure({
  id: 'batchSize',
  group: 'effectiveness',
  title: 'Batch size',
  headline: '85 % of items changed at most 12 files.',
  values: [
    { id: 'p85', label: '85 %', value: 12, unit: 'files', n: 40, why: null },
    { id: 'p95', label: '95 %', value: null, unit: 'files', n: 40, why: 'Hidden to protect people.' },
  ],
  table: { caption: '', columns: [{ id: 'week', label: 'Week', kind: 'day' }], rows: [['2026-01-05']] },
  notes: ['First note.', 'Second [note](command:x).'],
  prompt: 'What could land in two steps?',
  focus: 'batchSize',
});
const throughput = createFigure({
  id: 'throughput',
  group: 'speed',
  title: 'Throughput',
  headline: 'In the median week, 12 items land.',
  proxy: 'Landing stands in for finished.',
  chart: series({ 1: ['outside the limits'] }),
  prompt: 'What was different in the weeks that stand out?',
});
const leadTime = createFigure({ id: 'leadTime', group: 'speed', title: 'Lead time', withheld: 'No release tag.' });

const about: Retrospective = {
  month: '2026-11',
  team: 'Payments',
  windowLabel: '18 May to 15 Nov 2026, 26 weeks',
  scope: '',
  notices: [],
  quality: [{ label: 'With a ticket', count: 3, of: 4 }],
  figures: [batchSize, throughput, leadTime],
  focus: ['batchSize'],
  tries: [{ on: '2026-10-01', text: 'Smaller pull requests', outcome: null }],
  untoldOutcomes: null,
  leader: [
    {
      about: 'Intent before execution',
      known: ['5 of 7 epics_in flight.', 'Without one: PAY-3.'],
      asked: ['For whom?'],
    },
    { about: 'Culture', known: [], asked: ['To focus?', 'Were we curious?'] },
    { about: 'Debt with purpose', known: ['No epic is of the type debt.'], asked: [] },
  ],
  pictures: new Map([
    ['batchSize', '2026-11/batchSize.svg'],
    ['throughput', '2026-11/throughput.svg'],
  ]),
};
const text = retrospectiveMarkdown(about);
const part = (document: string, head: string) => document.split(/^## /m).find(one => one.startsWith(head)) ?? '';

describe('a retrospective', () => {
  it('opens with what a team talks about, and keeps the other figures for the end', () => {
    const heads = [...text.matchAll(/^## (.+)$/gm)].map(([, head]) => head);
    assert.deepEqual(heads, [
      'Focus',
      'What changed',
      'Questions for the team',
      'The leader’s questions',
      'What we tried, what we try next',
      'How to read this',
      'All figures',
    ]);
    assert.match(text, /^# Retrospective 2026-11: Payments\n\n18 May to 15 Nov 2026, 26 weeks\n/);
  });

  it('draws what is pinned once, with its question and room for an answer', () => {
    const focus = part(text, 'Focus');
    assert.match(focus, /### Batch size\n\n85 % of items.*\n\n85 %: 12 files \(n = 40\)\n\n!\[Batch size\]/);
    assert.match(focus, /\*\*To reflect on:\*\* .+\n\nWhat we see: /);
    assert.match(focus, /^First note\. Second \\\[note\\\]\(command:x\)\.$/m);
    assert.equal(text.match(/# Batch size/g)?.length, 1);
  });

  it('says how to pin where nothing is pinned', () => {
    const focus = part(retrospectiveMarkdown({ ...about, focus: [] }), 'Focus');
    assert.match(focus, /Nothing is pinned yet\..*Pin to Focus.*team\.yaml/);
  });

  it('tells what departs from its past, or that nothing does', () => {
    assert.match(
      part(text, 'What changed'),
      /^- \*\*Throughput\.\*\* Finished items\. Outside the limits: Week of 5 in month 2 \(11 items\)\.$/m,
    );
    const calm = retrospectiveMarkdown({ ...about, figures: [batchSize] });
    assert.match(part(calm, 'What changed'), /Nothing stands out/);
  });

  it('asks what leaders ask, with what is known of each below it, as text', () => {
    assert.equal(
      part(text, 'The leader’s questions'),
      [
        'The leader’s questions\n',
        '- **Intent before execution.** For whom?',
        '  - 5 of 7 epics\\_in flight.',
        '  - Without one: PAY-3.',
        '- **Culture.** To focus? Were we curious?',
        '- **Debt with purpose.**',
        '  - No epic is of the type debt.\n\n',
      ].join('\n'),
    );
  });

  it('says so where no figure asks anything', () => {
    const silent = retrospectiveMarkdown({ ...about, figures: [leadTime] });
    assert.match(part(silent, 'Questions for the team'), /^No figure has a question this time\.$/m);
  });

  it('asks what figures ask, each question once', () => {
    const questions = part(text, 'Questions for the team');
    assert.match(questions, /\*\*Throughput\.\*\* What was different/);
    // A pinned figure has its own question, a withheld one none.
    assert.doesNotMatch(questions, /two steps|Lead time/);
    const many = Array.from({ length: 12 }, (_, index) =>
      createFigure({ ...throughput, id: `f${index}`, title: `F${index}`, prompt: `Why ${Math.floor(index / 2)}?` }),
    );
    const asked = part(retrospectiveMarkdown({ ...about, figures: many }), 'Questions for the team');
    assert.deepEqual(asked.match(/Why \d/g), ['Why 0', 'Why 1', 'Why 2', 'Why 3', 'Why 4', 'Why 5']);
    const more = many.map((figure, index) => ({ ...figure, prompt: `Why ${index}?` }));
    const most = part(retrospectiveMarkdown({ ...about, figures: more }), 'Questions for the team');
    assert.equal(most.match(/Why \d+\?/g)?.length, 7);
  });

  it('lists all others in brief at the end, with what stands in for what and what cannot be told', () => {
    const all = part(text, 'All figures');
    assert.match(all, /- With a ticket: 3 of 4/);
    assert.match(all, /- Landing stands in for finished\./);
    assert.match(all, /#### Throughput\n\nIn the median week, 12 items land\.\n\n!\[Throughput\]/);
    assert.match(all, /- Lead time: No release tag\./);
  });

  it('has room for what was tried and says that numbers may differ from the screen’s', () => {
    assert.match(text, /1 Oct 2026: Smaller pull requests — what became of it\?/);
    assert.match(part(text, 'How to read this'), /five people behind every figure and the screen three/);
  });

  it('carries tables where it has no pictures, and only then', () => {
    assert.doesNotMatch(text, /\| Week/);
    assert.match(retrospectiveMarkdown({ ...about, pictures: new Map() }), /\| Week \|\n\| --- \|\n\| 2026-01-05 \|/);
  });

  it('lets every group ask, before one asks again', () => {
    const ask = (id: string, group: Figure['group']) =>
      createFigure({ ...batchSize, id, group, focus: null, title: id, prompt: `${id}?` });
    const figures = [
      ...[1, 2, 3, 4, 5, 6, 7].map(at => ask(`s${at}`, 'speed')),
      ask('q1', 'quality'),
      ask('q2', 'quality'),
    ];
    const questions = part(retrospectiveMarkdown({ ...about, figures }), 'Questions for the team');
    assert.deepEqual(questions.match(/[sq]\d\?/g), ['s1?', 'q1?', 's2?', 'q2?', 's3?', 's4?', 's5?']);
  });

  it('shows no value that is hidden', () => {
    assert.doesNotMatch(text, /95 %/);
  });

  it('names what a filter leaves out, and lets a team’s name be text', () => {
    const filtered = retrospectiveMarkdown({ ...about, scope: 'Only work that [x](y) owns.' });
    assert.match(filtered, /26 weeks\. Only work that \\\[x\\\]\(y\) owns\./);
  });

  it('has a first part that an hour is enough for, however much is pinned and stands out', () => {
    const figures = Array.from({ length: 40 }, (_, index): Figure => {
      const [focus = null] = FOCUS_METRICS.slice(index, index + 1);
      return { ...throughput, id: `f${index}`, title: `F${index}`, prompt: `Why ${index}?`, focus };
    });
    const pictures = new Map(figures.map(({ id }) => [id, `2026-11/${id}.svg`]));
    const long = retrospectiveMarkdown({ ...about, figures, pictures, focus: FOCUS_METRICS.slice(0, 5) });
    const lines = long.slice(0, long.indexOf('## All figures')).split('\n');
    assert.ok(lines.length < 120, String(lines.length));
  });
});

describe('what changed', () => {
  it('tells a series that several figures draw once, and the first three of many stretches', () => {
    const rule = ['long run on one side of the centre'];
    const run = createFigure({
      ...throughput,
      chart: series({ 0: rule, 1: rule, 2: rule, 3: rule, 4: [...rule, 'outside the limits'] }),
    });
    const changes = changesOf([run, { ...run, id: 'improving', title: 'Improving' }]);
    assert.deepEqual(changes, [
      {
        title: 'Throughput',
        text: 'Finished items. Long run on one side of the centre: Week of 5 in month 1 (10 items), Week of 5 in month 2 (11 items), Week of 5 in month 3 (12 items) and 2 more. Outside the limits: Week of 5 in month 5 (14 items).',
      },
    ]);
  });

  it('tells what is different since a date, where that can be told', () => {
    const since = createFigure({
      id: 'interventions',
      group: 'past',
      title: 'Before and after',
      headline: 'No change.',
    });
    assert.deepEqual(changesOf([since]), [{ title: 'Before and after', text: 'No change.' }]);
    assert.deepEqual(changesOf([{ ...since, headline: '', withheld: 'None.' }]), []);
  });

  it('writes the rest where outcomes could not be read, and says what is left out and why', () => {
    const problem = { code: 'git/failed', detail: 'bad object' } as const;
    const text = retrospectiveMarkdown({ ...about, leader: [], untoldOutcomes: problem });
    assert.match(text, /## The leader’s questions\n\nLeft out: what became of outcomes.* Git says: bad object\./);
    assert.match(text, /## Focus\n[\s\S]*Batch size/);
    assert.doesNotMatch(retrospectiveMarkdown(about), /Left out/);
  });
});

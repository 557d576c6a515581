import assert from 'node:assert/strict';
import fc from 'fast-check';
import { epicsOverview } from '../../../../src/answers/learn/epicsOverview.ts';
import type { Epic, EpicFile, Objective, ValueTree } from '../../../../src/model/epic.ts';
import { EPIC_SIGNS, type EpicEntry, type EpicsOverview } from '../../../../src/model/learn/epicsOverview.ts';
import { OUTCOME_PLACEHOLDER } from '../../../../src/model/outcome.ts';
import { STAGES } from '../../../../src/model/stage.ts';
import { createEpicFile, createFolder, createGate, createItem, createOutcome } from '../../../support/factories.ts';
import { readinessIn } from './madeReadiness.ts';

const TODAY = '2026-11-20';

const objective = (id: string, ...keyResults: readonly string[]): Objective => ({
  ...{ id, title: id },
  keyResults: keyResults.map(name => ({ id: name, title: name, unit: null, baseline: null, target: null, by: null })),
});
const tree = (...objectives: readonly Objective[]): ValueTree => ({ objectives, problems: [] });
const file = (key: string, epic: Partial<Epic> = {}, more: Partial<EpicFile> = {}): EpicFile =>
  createEpicFile({ key, stage: 'build', ...epic }, { path: `outcomes/${key}.md`, ...more });

function overview(epics: readonly EpicFile[], valueTree: ValueTree = tree()): EpicsOverview {
  const ready = epics.flatMap(one => {
    const readiness = readinessIn(one, TODAY);
    return readiness === null ? [] : [[one.path, readiness] as const];
  });
  return epicsOverview({ outcomes: createFolder(epics, { valueTree }), readiness: new Map(ready), today: TODAY });
}

const placesOf = ({ objectives, unknownKeyResult, withoutKeyResult }: EpicsOverview): readonly EpicEntry[] => [
  ...objectives.flatMap(({ keyResults }) => keyResults.flatMap(({ epics }) => epics)),
  ...unknownKeyResult,
  ...withoutKeyResult,
];

function entryOf(epic: Partial<Epic>, more: Partial<EpicFile> = {}, valueTree?: ValueTree): EpicEntry {
  const [entry] = placesOf(overview([file('PAY-1', epic, more)], valueTree));
  return entry ?? assert.fail('the epic stands nowhere');
}

const signsOf = (epic: Partial<Epic>, more: Partial<EpicFile> = {}, valueTree?: ValueTree) =>
  entryOf(epic, more, valueTree).signs.map(({ code }) => code);
const signOf = (epic: Partial<Epic>, more: Partial<EpicFile> = {}) => entryOf(epic, more).signs[0];

const goLive = (...ticks: readonly boolean[]) => [createGate(ticks.map(ticked => createItem({ ticked })))];

describe('epicsOverview', () => {
  it('puts epics under the key results that they serve, and says which are served by none or by an unknown one', () => {
    const epics = [
      file('PAY-1', { keyResult: 'KR-1.2' }),
      file('PAY-2', { keyResult: null }),
      file('PAY-3', { keyResult: 'KR-9' }),
      file('PAY-4', { keyResult: 'KR-1.2' }),
      createEpicFile(null, { path: 'outcomes/broken.md' }),
    ];
    const answer = overview(epics, tree(objective('O-1', 'KR-1.1', 'KR-1.2'), objective('O-2')));
    const paths = (entries: readonly EpicEntry[]) => entries.map(entry => entry.file.path.slice('outcomes/'.length));
    assert.deepEqual(
      answer.objectives.map(({ objective: { id }, keyResults }) => [
        id,
        keyResults.map(({ epics: held }) => paths(held)),
      ]),
      [
        ['O-1', [[], ['PAY-1.md', 'PAY-4.md']]],
        ['O-2', []],
      ],
    );
    assert.deepEqual(paths(answer.unknownKeyResult), ['PAY-3.md']);
    assert.deepEqual(paths(answer.withoutKeyResult), ['PAY-2.md', 'broken.md']);
  });

  it('has each epic exactly once, whatever the tree and the epics say, and no sign twice', () => {
    const id = fc.constantFrom('KR-1', 'KR-2', 'KR-3');
    const epic = fc.record({
      keyResult: fc.option(id),
      stage: fc.constantFrom(...STAGES, null),
      outcome: fc.constantFrom(null, createOutcome(), createOutcome({ statement: OUTCOME_PLACEHOLDER })),
      launched: fc.constantFrom(null, '2026-01-01', '2027-01-01'),
      unread: fc.boolean(),
    });
    const trees = fc.array(fc.array(id, { maxLength: 3 }), { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(epic, { maxLength: 12 }), trees, (epics, ids) => {
        const files = epics.map(({ unread, ...fields }, at) =>
          unread ? createEpicFile(null, { path: `outcomes/${at}.md` }) : file(`PAY-${at}`, fields),
        );
        const answer = overview(files, tree(...ids.map((keyResults, at) => objective(`O-${at}`, ...keyResults))));
        const placed = placesOf(answer);
        assert.deepEqual(placed.map(entry => entry.file.path).sort(), files.map(({ path }) => path).sort());
        for (const { signs } of placed) {
          const codes = signs.map(({ code }) => EPIC_SIGNS.indexOf(code));
          assert.deepEqual(
            codes,
            [...new Set(codes)].sort((a, b) => a - b),
          );
        }
        const without = placed.filter(({ signs }) => signs.some(({ code }) => code === 'noOutcome'));
        assert.equal(without.length, answer.ratio.ratio.count);
      }),
    );
  });

  it('says of each epic how it stands in the Feature Factory Ratio', () => {
    // By hand: PAY-1 to PAY-3 have no outcome, PAY-4 and PAY-5 have one, PAY-6 was stopped, one file cannot be read: 3 of 5.
    const measures = [
      { name: 'a', unit: null, baseline: 1, target: 2, by: null, confidence: null, tolerance: null, measured: [] },
    ];
    const answer = overview([
      file('PAY-1', { outcome: null }),
      file('PAY-2', { outcome: createOutcome({ statement: ' ' }) }),
      file('PAY-3', { outcome: createOutcome({ statement: OUTCOME_PLACEHOLDER }) }),
      file('PAY-4', { outcome: createOutcome() }),
      file('PAY-5', { outcome: createOutcome({ measures }), stage: 'closed' }),
      file('PAY-6', { outcome: null, stage: 'stopped' }),
      createEpicFile(null, { path: 'outcomes/broken.md' }),
    ]);
    assert.deepEqual(answer.ratio.ratio, { count: 3, of: 5, share: 0.6 });
    assert.deepEqual(
      placesOf(answer).map(({ ratio }) => ratio),
      ['noOutcome', 'noOutcome', 'templateLeft', 'untestable', 'testable', 'stopped', 'unread'],
    );
  });

  it('counts the items of the stage’s gates', () => {
    const gates = [...goLive(true, false, true), createGate([createItem()], { name: 'Ready to test', stage: 'build' })];
    assert.deepEqual(entryOf({ stage: 'launch', gates }).progress, { met: 2, total: 3 });
    assert.deepEqual(entryOf({ stage: 'build', gates }).progress, { met: 0, total: 1 });
    assert.equal(entryOf({ stage: 'closed', gates }).progress, null);
    assert.equal(entryOf({ stage: 'build', gates: [] }).progress, null);
  });
});

describe('the signs of an epic', () => {
  it('tell a missing outcome and a template’s, but of a stopped epic nothing', () => {
    assert.deepEqual(signOf({ outcome: null }), { code: 'noOutcome', reason: 'noOutcome' });
    const left = createOutcome({ statement: OUTCOME_PLACEHOLDER });
    assert.deepEqual(signOf({ outcome: left }), { code: 'noOutcome', reason: 'templateLeft' });
    assert.deepEqual(signsOf({ outcome: createOutcome() }), []);
    assert.deepEqual(signsOf({ outcome: null, stage: 'closed' }), ['noOutcome']);
    assert.deepEqual(signsOf({ outcome: null, stage: 'stopped' }), []);
  });

  it('tell a launch whose gate is not met, and how many items are open', () => {
    const gates = goLive(true, false, false);
    const unmet = { name: 'Go-live readiness', open: 2, unknown: 0, total: 3 };
    assert.deepEqual(signOf({ stage: 'launch', gates }), { code: 'unreadyLaunch', live: false, gates: [unmet] });
    assert.deepEqual(signsOf({ stage: 'launch', gates: goLive(true, true) }), []);
    assert.deepEqual(signsOf({ stage: 'qa', gates }), [], 'before the launch nobody waits for that gate');
    assert.deepEqual(signsOf({ stage: 'launch', gates: [] }), [], 'a team without gates has none to meet');
  });

  it('tell it too of what went live all the same, until it is over', () => {
    const gates = goLive(false);
    const live = {
      code: 'unreadyLaunch',
      live: true,
      gates: [{ name: 'Go-live readiness', open: 1, unknown: 0, total: 1 }],
    };
    assert.deepEqual(signOf({ stage: 'review', gates }), live);
    assert.deepEqual(signOf({ stage: 'launch', gates, launched: TODAY }), live);
    const planned = signOf({ stage: 'launch', gates, launched: '2026-11-21' });
    assert.deepEqual(planned, { ...live, live: false });
    assert.deepEqual(signsOf({ stage: 'build', gates, launched: TODAY }), [], 'it went back');
    assert.deepEqual(signsOf({ stage: 'closed', gates, launched: TODAY }), []);
  });

  it('tell items that cannot be checked here, and a gate without items, apart from open ones', () => {
    const ticket = createItem({ proof: { kind: 'ticket', key: 'PAY-7', status: 'done' } });
    const sign = signOf({
      stage: 'launch',
      gates: [createGate([ticket, createItem()]), createGate([], { name: 'Other' })],
    });
    assert.deepEqual(sign?.code === 'unreadyLaunch' && sign.gates, [
      { name: 'Go-live readiness', open: 1, unknown: 1, total: 2 },
      { name: 'Other', open: 0, unknown: 0, total: 0 },
    ]);
  });

  it('say nothing of gates in a file with both sides of a merge', () => {
    const problems = [{ code: 'file/conflict' as const, file: 'outcomes/PAY-1.md' }];
    assert.deepEqual(signsOf({ stage: 'launch', gates: goLive(false) }, { problems }), ['fileProblem']);
  });

  it('tell a review from its day on, and by how many days it is late', () => {
    const reviews = (day: string) => ({ stage: 'review' as const, outcome: createOutcome({ reviews: [day] }) });
    assert.deepEqual(signOf(reviews('2026-11-13')), { code: 'reviewDue', day: '2026-11-13', daysLate: 7 });
    assert.deepEqual(signOf(reviews(TODAY)), { code: 'reviewDue', day: TODAY, daysLate: 0 });
    assert.deepEqual(signsOf(reviews('2026-11-21')), []);
    assert.deepEqual(signsOf({ ...reviews('2026-11-13'), stage: 'build' }), [], 'it did not go live yet');
    assert.deepEqual(entryOf(reviews('2026-11-21')).review, { due: null, next: '2026-11-21' });
  });

  it('tell beliefs to look at again, the longest due first', () => {
    const belief = (name: string, review: string | null) => ({
      ...{ belief: name, review },
      ...{ confidence: null, wouldChangeOurMind: null, disagreement: null },
    });
    const beliefs = [
      belief('a', '2026-11-20'),
      belief('b', '2026-11-10'),
      belief('c', '2026-11-21'),
      belief('d', null),
    ];
    assert.deepEqual(signOf({ beliefs }), {
      code: 'beliefDue',
      beliefs: [
        { belief: 'b', day: '2026-11-10', daysLate: 10 },
        { belief: 'a', day: TODAY, daysLate: 0 },
      ],
    });
    assert.deepEqual(signsOf({ beliefs: beliefs.slice(2) }), []);
    assert.deepEqual(signsOf({ beliefs, stage: 'closed' }), []);
  });

  it('tell a key result that the value tree lacks, unless the tree tells nothing', () => {
    const known = tree(objective('O-1', 'KR-1'));
    assert.deepEqual(entryOf({ keyResult: 'KR-2' }, {}, known).signs, [
      { code: 'unknownKeyResult', keyResult: 'KR-2' },
    ]);
    assert.deepEqual(signsOf({ keyResult: 'KR-1' }, {}, known), []);
    assert.deepEqual(signsOf({ keyResult: 'KR-2' }, {}, tree()), []);
    const broken = { ...known, problems: [{ code: 'yaml/invalid' as const, file: 'outcomes/value-tree.yaml' }] };
    assert.deepEqual(signsOf({ keyResult: 'KR-2' }, {}, broken), []);
  });

  it('tell a file that cannot be read, or not all of it', () => {
    const problems = [
      { code: 'yaml/invalid' as const, file: 'outcomes/PAY-1.md' },
      { code: 'schema/invalid' as const, file: 'outcomes/PAY-1.md' },
    ];
    const [entry] = placesOf(overview([createEpicFile(null, { problems })]));
    assert.deepEqual(entry?.signs, [{ code: 'fileProblem', problem: problems[0], count: 2 }]);
    assert.deepEqual(signsOf({ stage: 'stopped', outcome: null }, { problems }), ['fileProblem']);
  });
});

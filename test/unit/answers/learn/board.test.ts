import assert from 'node:assert/strict';
import fc from 'fast-check';
import { boardOf, stageSince, type StageVersion } from '../../../../src/answers/learn/board.ts';
import { epicsOverview } from '../../../../src/answers/learn/epicsOverview.ts';
import type { Epic, EpicFile, ValueTree } from '../../../../src/model/epic.ts';
import type { Board, StageSince } from '../../../../src/model/learn/board.ts';
import { STAGES, type Stage } from '../../../../src/model/stage.ts';
import { createEpicFile, createFolder } from '../../../support/factories.ts';

const TODAY = '2026-11-20';
const DAY = 86_400;
const at = (day: string) => Date.parse(`${day}T12:00:00Z`) / 1000;

const tree: ValueTree = {
  objectives: [
    {
      ...{ id: 'O-1', title: 'Pay with ease' },
      keyResults: [{ id: 'KR-1.1', title: 'Fewer carts are left', unit: null, baseline: null, target: null, by: null }],
    },
  ],
  problems: [],
};
const file = (key: string, epic: Partial<Epic> | null = {}): EpicFile =>
  createEpicFile(epic === null ? null : { key, ...epic }, { path: `outcomes/${key}.md` });

function board(
  epics: readonly EpicFile[],
  since: ReadonlyMap<string, StageSince> = new Map(),
  timeZone = 'UTC',
): Board {
  const outcomes = createFolder(epics, { valueTree: tree });
  const overview = epicsOverview({ outcomes, readiness: new Map(), today: TODAY });
  return boardOf({ overview, since, timeZone });
}

const keysIn = ({ columns }: Board, stage: Stage | null): readonly string[] | undefined =>
  columns.find(column => column.stage === stage)?.cards.map(({ entry }) => entry.file.epic?.key ?? '');

function ageOf(since: StageSince, timeZone = 'UTC') {
  const [card] = board(
    [file('PAY-1', { stage: 'build' })],
    new Map([['outcomes/PAY-1.md', since]]),
    timeZone,
  ).columns.flatMap(({ cards }) => cards);
  return card?.age;
}

describe('the board', () => {
  it('has a column for each stage, in their order, and puts each epic in that of its own', () => {
    const answer = board([
      file('PAY-10', { stage: 'build', keyResult: 'KR-1.1' }),
      file('PAY-1', { stage: 'build' }),
      file('PAY-9', { stage: 'build' }),
      file('PAY-3', { stage: 'stopped' }),
    ]);
    assert.deepEqual(
      answer.columns.map(({ stage }) => stage),
      STAGES,
    );
    assert.deepEqual(keysIn(answer, 'build'), ['PAY-1', 'PAY-9', 'PAY-10']);
    assert.deepEqual(keysIn(answer, 'stopped'), ['PAY-3']);
    assert.deepEqual(keysIn(answer, 'qa'), []);
  });

  it('has a column before the others for epics without a stage, when there are any', () => {
    const answer = board([file('PAY-1', { stage: null })]);
    assert.deepEqual(
      answer.columns.map(({ stage }) => stage),
      [null, ...STAGES],
    );
    assert.deepEqual(keysIn(answer, null), ['PAY-1']);
  });

  it('tells what each epic serves, as far as the value tree knows it', () => {
    const answer = board([file('PAY-1', { keyResult: 'KR-1.1' }), file('PAY-2', { keyResult: 'KR-9' }), file('PAY-3')]);
    const serves = answer.columns
      .flatMap(({ cards }) => cards)
      .map(({ objective, keyResult }) => [objective?.id, keyResult?.id]);
    assert.deepEqual(serves, [
      ['O-1', 'KR-1.1'],
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  it('counts as in progress what is begun and not live', () => {
    assert.equal(board(STAGES.map((stage, index) => file(`PAY-${index + 1}`, { stage }))).inProgress, 3);
    assert.equal(board([file('PAY-1', { stage: null }), file('PAY-2', { stage: 'discovery' })]).inProgress, 0);
  });

  it('names files of which no epic could be read, and shows no card for them', () => {
    const answer = board([file('PAY-1', null)]);
    assert.deepEqual(
      answer.unread.map(({ file: { path } }) => path),
      ['outcomes/PAY-1.md'],
    );
    assert.ok(answer.columns.every(({ cards }) => cards.length === 0));
  });

  it('holds every readable epic once, whatever stages and key results they name', () => {
    const epics = fc.array(
      fc.record({ stage: fc.constantFrom(null, ...STAGES), keyResult: fc.constantFrom(null, 'KR-1.1', 'KR-9') }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(epics, made => {
        const files = made.map((epic, index) => file(`PAY-${index + 1}`, epic));
        const shown = board(files).columns.flatMap(({ cards }) => cards.map(({ entry }) => entry.file.path));
        assert.deepEqual(shown.toSorted(), files.map(({ path }) => path).toSorted());
      }),
    );
  });

  it('tells the age in days of the team’s calendar, never less than none', () => {
    const since = { state: 'since', at: at('2026-11-08'), atLeast: false } as const;
    assert.deepEqual(ageOf(since), { state: 'since', day: '2026-11-08', days: 12, atLeast: false });
    assert.deepEqual(ageOf({ ...since, at: at('2026-11-08') + DAY / 2 - 1 }, 'Asia/Tokyo'), {
      ...{ state: 'since', day: '2026-11-09', days: 11, atLeast: false },
    });
    assert.deepEqual(ageOf({ ...since, at: at('2026-11-25') }), {
      state: 'since',
      day: '2026-11-25',
      days: 0,
      atLeast: false,
    });
    assert.deepEqual(ageOf({ state: 'uncommitted' }), { state: 'uncommitted' });
  });

  it('tells no age before it is read', () => {
    assert.equal(board([file('PAY-1')]).columns.flatMap(({ cards }) => cards)[0]?.age, null);
  });
});

describe('since when an epic is in its stage', () => {
  const versions = (...stages: readonly (Stage | null)[]): StageVersion[] =>
    stages.map((stage, index) => ({ stage, written: 100 - index }));

  it('is the oldest version of those that have the stage up to now', () => {
    const since = stageSince('build', versions('build', 'build', 'discovery', 'build'), false);
    assert.deepEqual(since, { state: 'since', at: 99, atLeast: false });
  });

  it('is the first version when the epic was never in another stage', () => {
    assert.deepEqual(stageSince(null, versions(null, null), false), { state: 'since', at: 99, atLeast: false });
  });

  it('may be longer where older versions are not here', () => {
    assert.deepEqual(stageSince('build', versions('build'), true), { state: 'since', at: 100, atLeast: true });
    assert.deepEqual(stageSince('build', versions('build', 'qa'), true), { state: 'since', at: 100, atLeast: false });
  });

  it('is not told by a commit yet when the newest version has another stage, or there is none', () => {
    assert.deepEqual(stageSince('qa', versions('build', 'qa'), false), { state: 'uncommitted' });
    assert.deepEqual(stageSince('qa', [], false), { state: 'uncommitted' });
  });

  it('is unknown when what is committed is not here', () => {
    assert.deepEqual(stageSince('qa', [], true), { state: 'unknown' });
  });

  it('asks for no version that it does not need', () => {
    function* asked(): Iterable<StageVersion> {
      yield* versions('qa', 'build');
      assert.fail('one version too many');
    }
    assert.deepEqual(stageSince('qa', asked(), false), { state: 'since', at: 100, atLeast: false });
  });
});

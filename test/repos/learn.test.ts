import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DueMeasure } from '../../src/model/learn/calibration.ts';
import type { WorkType } from '../../src/model/work.ts';
import { CancelledError } from '../../src/model/problem.ts';
import { editors, gitDuring, open, write } from '../support/lensShop.ts';
import { BEN, cleanup, makeRepo, repoAt, runGit, temporaryFolder, type TestRepo } from '../support/repo.ts';
import { partialCloneOf } from '../support/repoClones.ts';

const FILE = 'outcomes/PAY-7.md';
const at = (day: string): number => Date.parse(`${day}T12:00:00Z`) / 1000;

const epic = (target: number, more = '', statement = 'Guests pay without an account.') => `---
key: PAY-7
title: Guest checkout
type: feature
stage: review
outcome:
  statement: ${statement}
  measures:
    - name: cart abandonment
      unit: "%"
      baseline: 50
      target: ${target}
      by: 2026-10-01
${more}---
# Guest checkout

Guests come back because it was easy, and they tell others that it was.
`;
const MEASURED = '      measured: [{ on: 2026-10-02, value: 35 }]\n';

/** 40 was foreseen on the first of March; on the third of May somebody made it 30. */
function moved(): TestRepo {
  const repo = makeRepo();
  repo.commit('Foresee', { at: at('2026-03-01'), files: { [FILE]: epic(40) } });
  repo.commit('Move', { at: at('2026-05-03'), author: BEN, files: { [FILE]: epic(30) } });
  repo.commit('Measure', { at: at('2026-10-03'), files: { [FILE]: epic(30, MEASURED) } });
  return repo;
}

async function dueIn(repo: Pick<TestRepo, 'dir'>): Promise<DueMeasure> {
  const { calibration } = await (await open(repo as TestRepo)).learn();
  const [measure] = calibration.due;
  assert.ok(measure !== undefined, 'nothing is due');
  return measure;
}

describe('what is learnt from the history of epic files', () => {
  afterEach(() => {
    editors.clear();
    cleanup();
  });

  it('judges by the target that was committed first, and tells the week in which it was changed', async () => {
    const measure = await dueIn(moved());
    assert.deepEqual(
      [measure.foreseen.target, measure.foreseenWeek, measure.actual?.value, measure.result, measure.past],
      [40, '2026-02-23', 35, 'hit', 'whole'],
    );
    assert.deepEqual(measure.changes, [{ field: 'target', from: 40, to: 30, week: '2026-04-27' }]);
  });

  it('judges on the last review as it was first committed, and tells the old and the new day', async () => {
    const repo = makeRepo();
    const text = (launched: string, measured: string) =>
      epic(40, measured)
        .replace('      by: 2026-10-01\n', '')
        .replace('stage: review', `stage: review\nlaunched: ${launched}`);
    repo.commit('Foresee', { at: at('2026-07-01'), files: { [FILE]: text('2026-07-01', '') } });
    repo.commit('Measure', {
      at: at('2026-10-03'),
      files: { [FILE]: text('2026-07-01', MEASURED.replace('35', '45')) },
    });
    repo.commit('Put off', { at: at('2026-10-04'), files: { [FILE]: text('2026-11-01', MEASURED) } });
    const measure = await dueIn(repo);
    assert.deepEqual([measure.due, measure.actual?.value, measure.result], ['2026-09-29', 35, 'hit']);
    assert.deepEqual(measure.changes, [
      { field: 'launched', from: '2026-07-01', to: '2026-11-01', week: '2026-09-28' },
    ]);
    assert.deepEqual(measure.rewritten, [{ on: '2026-10-02', from: 45, to: 35, week: '2026-09-28' }]);
  });

  it('follows a file that was renamed', async () => {
    const repo = moved();
    repo.git('mv', FILE, 'outcomes/PAY-7-guest-checkout.md');
    repo.commit('Rename', { at: at('2026-10-04') });
    const measure = await dueIn(repo);
    assert.deepEqual([measure.foreseen.target, measure.path], [40, 'outcomes/PAY-7-guest-checkout.md']);
  });

  it('follows the folder of the epics when it was renamed', async () => {
    const repo = makeRepo();
    repo.commit('Begin', { at: at('2026-02-01'), files: { 'README.md': 'x' } });
    repo.commit('Foresee', { at: at('2026-03-01'), files: { 'docs/PAY-7.md': epic(40) } });
    repo.commit('Move', { at: at('2026-05-03'), files: { 'docs/PAY-7.md': epic(30) } });
    repo.git('mv', 'docs', 'outcomes');
    repo.commit('Rename', { at: at('2026-06-01') });
    const measure = await dueIn(repo);
    assert.deepEqual([measure.foreseen.target, measure.foreseenWeek, measure.past], [40, '2026-02-23', 'whole']);
  });

  it('gives an epic nothing of another one that was deleted when it began', async () => {
    const repo = makeRepo();
    const other = epic(60).replaceAll('PAY-7', 'PAY-3');
    repo.commit('Foresee', { at: at('2026-01-01'), files: { 'outcomes/PAY-3.md': other } });
    repo.git('rm', '--quiet', 'outcomes/PAY-3.md');
    repo.commit('Replace', { at: at('2026-03-01'), files: { [FILE]: epic(40) } });
    assert.equal(repo.git('log', '-1', '-M', '--format=', '--name-status').split('\t')[0]?.[0], 'R', 'git pairs them');
    const measure = await dueIn(repo);
    assert.deepEqual([measure.foreseen.target, measure.foreseenWeek, measure.changes], [40, '2026-02-23', []]);
    const board = await (await open(repo)).board('read');
    const card = board.columns.flatMap(({ cards }) => cards)[0];
    assert.deepEqual(card?.age?.state === 'since' ? card.age.day : card?.age, '2026-03-01');
  });

  it('counts what is not committed as the newest version, typed text too', async () => {
    const repo = moved();
    write(repo, FILE, epic(20, MEASURED));
    const last = (measure: DueMeasure) => measure.changes.at(-1);
    assert.deepEqual(last(await dueIn(repo)), { field: 'target', from: 30, to: 20, week: null });
    editors.set(FILE, epic(10, MEASURED));
    assert.deepEqual(last(await dueIn(repo))?.to, 10);
  });

  it('knows days in the team’s time zone', async () => {
    const repo = makeRepo();
    const late = Date.parse('2026-05-03T23:30:00Z') / 1000;
    repo.commit('Zone', { at: at('2026-03-01'), files: { 'outcomes/team.yaml': 'timeZone: Europe/Oslo\n' } });
    repo.commit('Foresee', { at: late, files: { [FILE]: epic(40) } });
    assert.equal((await dueIn(repo)).foreseenWeek, '2026-05-04');
  });

  it('reads epics that only main has with main’s history', async () => {
    const repo = makeRepo();
    repo.commit('Begin');
    repo.git('branch', 'feature/PAY-7-form');
    repo.commit('Foresee', { at: at('2026-03-01'), files: { [FILE]: epic(40) } });
    repo.commit('Move', { at: at('2026-05-03'), files: { [FILE]: epic(30) } });
    repo.switchTo('feature/PAY-7-form');
    assert.equal((await dueIn(repo)).foreseen.target, 40);
  });

  it('says that older versions may be missing in a shallow clone', async () => {
    const url = pathToFileURL(moved().dir).href;
    const folder = temporaryFolder();
    runGit(folder, ['clone', '--quiet', '--depth', '1', url, 'shallow']);
    const measure = await dueIn(repoAt(path.join(folder, 'shallow')));
    assert.deepEqual([measure.past, measure.foreseen.target, measure.changes], ['cut', 30, []]);
  });

  it('takes what stands there in a partial clone, and fetches nothing', async () => {
    const { repo, missing } = partialCloneOf(moved());
    repo.git('checkout', '--quiet', 'main');
    const before = missing();
    const measure = await dueIn(repo);
    assert.deepEqual([measure.past, measure.foreseen.target, measure.changes], ['none', 30, []]);
    assert.deepEqual(missing(), before);
  });

  it('tells when the outcome was changed, and which versions could not be read', async () => {
    const repo = makeRepo();
    const commit = (day: string, text: string) => repo.commit(day, { at: at(day), files: { [FILE]: text } });
    commit('2026-01-01', epic(40));
    commit('2026-02-01', '---\noutcome: [broken\n---\n');
    commit('2026-03-01', epic(40, '', 'Guests pay at once.'));
    commit('2026-03-02', epic(40, MEASURED, 'Guests pay at once.'));
    const { questions } = await (await open(repo)).learn();
    assert.deepEqual(questions.changes, [
      { key: 'PAY-7', writtenWeek: '2025-12-29', past: 'whole', changedWeeks: ['2026-02-23'] },
    ]);
  });

  it('runs no git when it is asked again, nor when only files changed', async () => {
    const repo = moved();
    const lens = await open(repo);
    const first = await lens.learn();
    assert.deepEqual(await gitDuring(async () => assert.equal(await lens.learn(), first)), []);
    write(repo, FILE, epic(25, MEASURED));
    lens.invalidate('files');
    assert.deepEqual(
      await gitDuring(async () => {
        const [measure] = (await lens.learn()).calibration.due;
        assert.equal(measure?.changes.length, 2);
      }),
      [],
    );
  });

  it('stops for a caller who no longer wants it, and answers the next one', async () => {
    const lens = await open(moved());
    const gone = new AbortController();
    const asked = lens.learn(null, gone.signal);
    gone.abort();
    await assert.rejects(asked, CancelledError);
    assert.equal((await lens.learn()).calibration.due.length, 1);
  });

  it('takes the type of an epic in the team’s own words', async () => {
    const repo = moved();
    write(repo, 'outcomes/team.yaml', 'workTypes: { feature: debt }\n');
    assert.equal((await dueIn(repo)).type, 'debt');
  });

  it('is asked of one work type, in the team’s own words', async () => {
    const repo = moved();
    write(repo, 'outcomes/team.yaml', 'workTypes: { feature: debt }\n');
    const lens = await open(repo);
    const told = async (type: WorkType) => {
      const { calibration, ratio, questions, files } = await lens.learn(type);
      return [calibration.due.length, ratio.epics.length, questions.inFlight.length, files];
    };
    assert.deepEqual(await told('debt'), [1, 1, 1, 1]);
    assert.deepEqual(await told('feature'), [0, 0, 0, 1]);
  });

  it('answers without any epic file, and before the first commit', async () => {
    const repo = makeRepo();
    const { files, calibration, ratio } = await (await open(repo)).learn();
    assert.deepEqual([files, calibration.due, ratio.ratio.of], [0, [], 0]);
  });
});

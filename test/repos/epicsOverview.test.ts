import assert from 'node:assert/strict';
import type { RepositoryLens } from '../../src/lens/outcomeLens.ts';
import type { EpicEntry, EpicsOverview } from '../../src/model/learn/epicsOverview.ts';
import { askAll, editors, gitDuring, open, write } from '../support/lensShop.ts';
import { cleanup, makeRepo, type TestRepo } from '../support/repo.ts';

const path = (key: string) => `outcomes/${key}.md`;
const text = (key: string, stage: string, items: readonly string[], more = '') => `---
key: ${key}
stage: ${stage}
outcome: { statement: Guests pay without an account. }
${more}---
## Ready to test
${items.map(item => `- ${item}\n`).join('')}
## Go-live readiness
${items.map(item => `- ${item}\n`).join('')}`;

/** Every kind of item that asks git. */
const everyProof = (key: string, hash: string) => [
  `[x] A commit [run](commit:${hash})`,
  '[x] A tag [rel](tag:v1)',
  '[ ] Tagged <!-- proof: tag v* -->',
  '[ ] Tracked <!-- proof: text docs/run.md "roll back" -->',
  `[ ] Changed <!-- proof: changed src/${key}/** -->`,
  `[ ] Absent <!-- proof: absent "FIXME(${key})" -->`,
];

/** Epics in launch, each with every proof, on main; another branch is checked out. */
function shop(keys: readonly string[], stage = 'launch'): TestRepo {
  const repo = makeRepo();
  const hash = repo.commit('Begin', { files: { 'docs/run.md': 'roll back\n' } });
  repo.tag('v1');
  const files = keys.map(key => [path(key), text(key, stage, everyProof(key, hash))] as const);
  repo.commit('Why', { files: Object.fromEntries(files) });
  for (const key of keys) repo.commit(`${key} work`, { files: { [`src/${key}/a.ts`]: key } });
  repo.switchTo('spike/nothing');
  return repo;
}

const entriesOf = ({ withoutKeyResult }: EpicsOverview): readonly EpicEntry[] => withoutKeyResult;
async function statesOf(lens: RepositoryLens): Promise<readonly string[]> {
  return entriesOf(await lens.overview()).map(
    ({ readiness, signs }) =>
      `${
        readiness?.gates
          .at(-1)
          ?.items.map(({ state }) => state.slice(0, 4))
          .join(' ') ?? '-'
      } | ${signs.map(({ code }) => code).join(' ')}`,
  );
}

describe('the overview of all epics, on real git', () => {
  afterEach(() => {
    editors.clear();
    cleanup();
  });

  it('judges launches as readiness does, with as many processes for one epic as for several', async () => {
    const one = await open(shop(['PAY-1']));
    await askAll(one);
    const forOne = await gitDuring(() => one.overview());
    const several = await open(shop(['PAY-1', 'PAY-2', 'PAY-3', 'PAY-4']));
    await askAll(several);
    const forSeveral = await gitDuring(() => several.overview());
    assert.deepEqual(forSeveral.toSorted(), forOne.toSorted());
    assert.ok(forOne.includes('git: mentions') && forOne.includes('git: holders'));
    const proved = 'evid evid prov prov prov prov | ';
    assert.deepEqual(await statesOf(several), [proved, proved, proved, proved]);
    for (const { file, readiness } of entriesOf(await several.overview()))
      assert.deepEqual(
        readiness?.asked,
        (await several.ready({ epic: file.path, gate: null, strict: false })).value?.asked,
      );
  });

  it('tells each launch apart: what one has, another may lack', async () => {
    const repo = shop(['PAY-1', 'PAY-2']);
    repo.switchTo('main');
    repo.commit('leave something', { files: { 'src/a.ts': 'FIXME(PAY-2)' } });
    const files = { [path('PAY-3')]: text('PAY-3', 'launch', everyProof('PAY-3', 'abcdef1')) };
    repo.commit('More', { files });
    assert.deepEqual(await statesOf(await open(repo)), [
      'evid evid prov prov prov prov | ',
      'evid evid prov prov prov open | unreadyLaunch',
      'brok evid prov prov open prov | unreadyLaunch',
    ]);
  });

  it('runs no git for epics that do not go live, and tells of them what their files tell', async () => {
    const repo = shop(['PAY-1'], 'build');
    const lens = await open(repo);
    await askAll(lens);
    assert.deepEqual(await gitDuring(() => lens.overview()), []);
    // The tag that a tick names is taken for there, and it fits the proof.
    assert.deepEqual(await statesOf(lens), ['evid evid prov prov unkn unkn | ']);
    write(repo, path('PAY-1'), text('PAY-1', 'build', ['[x] A [file](docs/gone.md)', '[x] B [file](docs/run.md)']));
    lens.invalidate('files');
    assert.deepEqual(await statesOf(lens), ['brok evid | ']);
  });

  it('looks up the epic of the current branch, whatever its stage, so that it agrees with the Readiness view', async () => {
    const repo = shop(['PAY-1'], 'build');
    repo.switchTo('feature/PAY-1-form');
    assert.deepEqual(await statesOf(await open(repo)), ['evid evid prov prov prov prov | ']);
  });

  it('keeps what it made, and runs no git when only files changed that ask nothing new', async () => {
    const repo = shop(['PAY-1', 'PAY-2']);
    const lens = await open(repo);
    const first = await lens.overview();
    assert.equal(await lens.overview(), first);
    lens.invalidate('git');
    assert.ok((await gitDuring(() => lens.overview())).includes('git: tags'));
    assert.notEqual(await lens.overview(), first);
  });

  it('runs no git while somebody types, and shows the text of now', async () => {
    const repo = shop(['PAY-1', 'PAY-2']);
    const lens = await open(repo);
    await lens.overview();
    const typed = text('PAY-1', 'launch', [
      '[ ] Another <!-- proof: absent "XXX" -->',
      '[x] B [a](commit:0123abc)',
      '[ ] C',
    ]);
    editors.set(path('PAY-1'), typed);
    lens.invalidate('files');
    let states: readonly string[] = [];
    assert.deepEqual(
      await gitDuring(async () => {
        states = await statesOf(lens);
      }),
      [],
    );
    assert.deepEqual(states, ['unkn evid open | unreadyLaunch', 'evid evid prov prov prov prov | ']);
    editors.clear();
    write(repo, path('PAY-1'), typed);
    lens.invalidate('files');
    assert.equal((await statesOf(lens))[0], 'prov brok open | unreadyLaunch');
  });

  it('takes a tick for stale where the gate demands evidence, as readiness does', async () => {
    const repo = makeRepo();
    repo.commit('Begin', { files: { 'docs/run.md': 'roll back\n' } });
    const files = { [path('PAY-1')]: text('PAY-1', 'launch', ['[x] Runbook [run](docs/run.md)']) };
    repo.commit('Why', { files });
    repo.commit('Another way', { files: { 'docs/run.md': 'roll forward\n' } });
    const lens = await open(repo);
    assert.deepEqual(await statesOf(lens), ['evid | ']);
    write(repo, 'outcomes/team.yaml', 'gates: { "Go-live readiness": { evidence: required } }\n');
    lens.invalidate('files');
    assert.deepEqual(await statesOf(lens), ['stal | unreadyLaunch']);
  });

  it('gives up for a caller that no longer wants it, and not for the others', async () => {
    const lens = await open(shop(['PAY-1']));
    const controller = new AbortController();
    const given = assert.rejects(lens.overview(controller.signal), { name: 'CancelledError' });
    const kept = lens.overview();
    controller.abort();
    await given;
    assert.equal(entriesOf(await kept).length, 1);
  });

  it('is made for the day of the team’s time zone', async () => {
    const repo = shop([]);
    write(repo, 'outcomes/team.yaml', 'timeZone: Pacific/Auckland\n');
    // 18 November 2026, midnight UTC.
    assert.equal((await (await open(repo)).overview()).today, '2026-11-18');
    write(repo, 'outcomes/team.yaml', 'timeZone: America/New_York\n');
    assert.equal((await (await open(repo)).overview()).today, '2026-11-17');
  });
});

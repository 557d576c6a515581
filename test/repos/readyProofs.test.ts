import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ItemReadiness } from '../../src/model/ready.ts';
import type { RepositoryLens } from '../../src/lens/outcomeLens.ts';
import { editors, FILE, gitDuring, open, write } from '../support/lensShop.ts';
import { cleanup, makeRepo, repoAt, runGit, temporaryFolder, type TestRepo } from '../support/repo.ts';

const epic = (...items: readonly string[]) => `---
key: PAY-100
title: Guest checkout
stage: qa
tickets: [PAY-101]
---
# Guest checkout

## Definition of done
${items.map(item => `- ${item}\n`).join('')}`;

/** A branch of the epic, whose file has these items, committed on main. */
function shopWith(...items: readonly string[]): TestRepo {
  const repo = makeRepo();
  repo.commit('Begin', { files: { 'docs/run.md': 'how to roll back\n', 'src/old.ts': '1' } });
  repo.commit('Why', { files: { [FILE]: epic(...items) } });
  repo.switchTo('feature/PAY-101-form');
  return repo;
}

async function itemsOf(lens: RepositoryLens): Promise<readonly ItemReadiness[]> {
  lens.invalidate();
  const answer = await lens.ready({ epic: 'PAY-100', gate: null, strict: false });
  return answer.value?.asked[0]?.items ?? [];
}

async function statesOf(lens: RepositoryLens): Promise<readonly string[]> {
  return (await itemsOf(lens)).map(({ state }) => state);
}

describe('proofs, on a real branch', () => {
  afterEach(() => {
    editors.clear();
    cleanup();
  });

  it('see what commits of the branch changed, whatever their messages say, and what main’s linked ones did', async () => {
    const repo = shopWith(
      '[ ] Telemetry <!-- proof: changed src/telemetry/** -->',
      '[ ] Old <!-- proof: changed src/old.ts -->',
    );
    const lens = await open(repo);
    assert.deepEqual(await statesOf(lens), ['open', 'open']);
    repo.commit('measure', { files: { 'src/telemetry/a.ts': 'a' } });
    assert.deepEqual(await statesOf(lens), ['proved', 'open']);
    repo.switchTo('main');
    repo.commit('SHOP-1 unrelated', { files: { 'src/old.ts': '2' } });
    assert.deepEqual(await statesOf(lens), ['open', 'open']);
    repo.commit('PAY-101: tidy up', { files: { 'src/old.ts': '3' } });
    repo.merge('feature/PAY-101-form', "Merge branch 'feature/PAY-101-form'");
    assert.deepEqual(await statesOf(lens), ['proved', 'proved']);
  });

  it('cannot tell in a shallow clone what was changed before its edge', async () => {
    const repo = shopWith('[ ] Old <!-- proof: changed src/old.ts -->');
    repo.commit('PAY-101 work', { files: { 'src/new.ts': '1' } });
    const folder = temporaryFolder();
    runGit(folder, ['clone', '--quiet', '--depth', '1', pathToFileURL(repo.dir).href, 'shallow']);
    assert.deepEqual(await statesOf(await open(repoAt(path.join(folder, 'shallow')))), ['unknown']);
  });

  it('take a text for absent when no tracked file beside the epics holds it', async () => {
    const repo = shopWith('[ ] Clean <!-- proof: absent "FIXME(PAY-100)" -->');
    const lens = await open(repo);
    assert.deepEqual(await statesOf(lens), ['proved']);
    write(repo, 'untracked.ts', 'FIXME(PAY-100)');
    assert.deepEqual(await statesOf(lens), ['proved']);
    repo.commit('work', { files: { 'src/a.ts': '// FIXME(PAY-100): later' } });
    assert.deepEqual(await statesOf(lens), ['open']);
  });

  it('say that a text is there but not tracked', async () => {
    const repo = shopWith('[x] Runbook <!-- proof: text docs/new.md "roll back" -->');
    const lens = await open(repo);
    write(repo, 'docs/new.md', 'roll back');
    const [item] = await itemsOf(lens);
    assert.deepEqual([item?.state, item?.reasons[0]?.code], ['disproved', 'proofNotTracked']);
    repo.git('add', 'docs/new.md');
    assert.deepEqual(await statesOf(lens), ['proved']);
  });

  it('ask git again after a save, not while somebody types', async () => {
    const repo = shopWith('[ ] Clean <!-- proof: absent "FIXME(PAY-100)" -->');
    const lens = await open(repo);
    await statesOf(lens);
    const ask = () => lens.ready({ epic: 'PAY-100', gate: null, strict: false });
    editors.set(FILE, epic('[ ] Clean and tidy <!-- proof: absent "FIXME(PAY-100)" -->'));
    lens.invalidate('files');
    assert.deepEqual(await gitDuring(ask), []);
    editors.clear();
    repo.git('rm', '--quiet', 'src/old.ts');
    write(repo, 'src/old.ts', 'FIXME(PAY-100)');
    repo.git('add', 'src/old.ts');
    lens.invalidate('files');
    assert.equal((await ask()).value?.asked[0]?.items[0]?.state, 'open');
  });
});

describe('a tick with evidence, on a real branch', () => {
  const TICK = '[x] Runbook [run](docs/run.md)';
  afterEach(() => {
    editors.clear();
    cleanup();
  });

  it('is stale once a commit changed the evidence, until it is ticked anew', async () => {
    const repo = shopWith(TICK, '[ ] Another');
    const lens = await open(repo);
    assert.deepEqual(await statesOf(lens), ['evidenced', 'open']);
    write(repo, 'docs/run.md', 'not committed yet\n');
    assert.deepEqual(await statesOf(lens), ['evidenced', 'open']);
    repo.commit('another way', { files: { 'docs/run.md': 'roll forward\n' } });
    assert.deepEqual(await statesOf(lens), ['stale', 'open']);
    const [item] = await itemsOf(lens);
    assert.deepEqual(item?.reasons[0], { code: 'changedSinceTick', target: 'docs/run.md' });
    // Lines that move take their tick along.
    write(repo, FILE, `${epic('[ ] First', TICK)}\nMore prose.\n`);
    assert.deepEqual(await statesOf(lens), ['open', 'stale']);
    repo.commit('untick', { files: { [FILE]: epic(TICK.replace('[x]', '[ ]')) } });
    repo.commit('look again', { files: { [FILE]: epic(TICK) } });
    assert.deepEqual(await statesOf(lens), ['evidenced']);
  });

  it('is never stale before it is committed', async () => {
    const repo = shopWith(TICK.replace('[x]', '[ ]'));
    repo.commit('change', { files: { 'docs/run.md': 'roll forward\n' } });
    const lens = await open(repo);
    write(repo, FILE, epic(TICK));
    assert.deepEqual(await statesOf(lens), ['evidenced']);
    editors.set(FILE, epic(TICK, TICK));
    assert.deepEqual(await statesOf(lens), ['evidenced', 'evidenced']);
  });

  it('counts as it stood in a branch that changed the evidence meanwhile', async () => {
    const repo = shopWith(TICK);
    repo.commit('other', { files: { 'docs/run.md': 'of the branch\n' } });
    const lens = await open(repo);
    const kept = await gitDuring(() => statesOf(lens));
    assert.ok(kept.includes('git: lineOrigins') && kept.includes('git: lastChange'));
    lens.invalidate('files');
    const again = await gitDuring(() => lens.ready({ epic: 'PAY-100', gate: null, strict: false }));
    assert.deepEqual(again, []);
  });
});

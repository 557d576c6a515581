import assert from 'node:assert/strict';
import { askAll, editors, epic, FILE, gitDuring, oldBranch, open, shop, write } from '../support/lensShop.ts';
import { cleanup } from '../support/repo.ts';

describe('what the lens keeps', () => {
  afterEach(() => {
    editors.clear();
    cleanup();
  });

  it('runs no git when only files changed, and sees the change', async () => {
    const repo = shop();
    const lens = await open(repo);
    await askAll(lens);
    write(repo, FILE, epic('PAY-100', 'PAY-101').replace('Guests', 'Visitors'));
    lens.invalidate('files');
    let seen = await askAll(lens);
    assert.match(seen.why?.epic?.epic?.outcome?.statement ?? '', /^Visitors/);
    assert.deepEqual(
      await gitDuring(async () => {
        write(repo, FILE, epic('PAY-100', 'PAY-101').replace('Guests', 'Robots'));
        lens.invalidate('files');
        seen = await askAll(lens);
      }),
      [],
    );
    assert.match(seen.why?.epic?.epic?.outcome?.statement ?? '', /^Robots/);
  });

  it('keeps what git said about the evidence of an item', async () => {
    const repo = shop();
    const lens = await open(repo);
    const first = await gitDuring(() => askAll(lens));
    assert.ok(first.includes('git: tags'));
    lens.invalidate('files');
    assert.deepEqual(await gitDuring(() => askAll(lens)), []);
    lens.invalidate('git');
    assert.ok((await gitDuring(() => askAll(lens))).includes('git: tags'));
  });

  it('runs no git while somebody types another project key or main branch, but once that is saved', async () => {
    const repo = shop();
    write(repo, 'outcomes/team.yaml', 'team: Pay\n');
    repo.git('branch', 'trunk');
    const lens = await open(repo);
    await askAll(lens);
    const typed = epic('PAY-100', 'PAY-101, SHOP-7');
    editors.set(FILE, typed);
    editors.set('outcomes/team.yaml', 'team: Pay\nmainBranch: trunk\n');
    lens.invalidate('files');
    assert.deepEqual(await gitDuring(() => askAll(lens)), []);
    editors.clear();
    write(repo, FILE, typed);
    write(repo, 'outcomes/team.yaml', 'team: Pay\nmainBranch: trunk\n');
    lens.invalidate('files');
    assert.notDeepEqual(await gitDuring(() => askAll(lens)), []);
    assert.equal((await lens.why()).value?.branch.main?.name, 'trunk');
  });

  it('reads what only main has once, as long as main stays where it is', async () => {
    const repo = oldBranch();
    const lens = await open(repo);
    const { why, outcomes } = await askAll(lens);
    assert.equal(why?.epic?.origin, 'main');
    assert.equal(outcomes.epics.length, 2);
    assert.equal(outcomes.valueTree.objectives[0]?.title, 'Grow');
    lens.invalidate('files');
    assert.deepEqual(await gitDuring(() => askAll(lens)), []);
    repo.commit('PAY-101 more');
    lens.invalidate('git');
    const again = await gitDuring(() => askAll(lens));
    assert.ok(again.includes('git: log'));
    assert.deepEqual(
      again.filter(line => /tree|blob/.test(line)),
      [],
    );
    repo.switchTo('main');
    repo.commit('Another', { files: { [FILE]: epic('PAY-100', 'PAY-101').replace('Guests', 'Robots') } });
    repo.switchTo('feature/PAY-101-form');
    lens.invalidate('git');
    assert.match((await lens.why()).value?.epic?.epic?.outcome?.statement ?? '', /^Robots/);
  });

  it('asks for facts and settings once for all answers', async () => {
    const lines = await gitDuring(async () => {
      const lens = await open(shop());
      await askAll(lens);
      await askAll(lens);
    });
    // One for the facts, one for each of three keys of the branch.
    assert.equal(lines.filter(line => line === 'git: settings').length, 4);
    assert.equal(lines.filter(line => line === 'git: headRef').length, 1);
  });

  it('shares one reading between callers, of whom one gives up', async () => {
    const lens = await open(shop());
    const controller = new AbortController();
    const given = assert.rejects(lens.why(controller.signal), { name: 'CancelledError' });
    const kept = lens.why();
    controller.abort();
    await given;
    assert.equal((await kept).value?.ticket?.key, 'PAY-101');
  });
});

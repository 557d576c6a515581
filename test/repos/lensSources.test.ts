import assert from 'node:assert/strict';
import { symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { diskFiles } from '../../src/epics/diskFiles.ts';
import { createOutcomeLens } from '../../src/lens/outcomeLens.ts';
import type { LensPorts } from '../../src/lens/ports.ts';
import { ProblemError } from '../../src/model/problem.ts';
import { askAll, epic, FILE, gitDuring, oldBranch, open, ports, shop, write } from '../support/lensShop.ts';
import { cleanup, temporaryFolder } from '../support/repo.ts';

describe('team file and value tree', () => {
  afterEach(cleanup);

  it('are read from main where the branch has none', async () => {
    const repo = oldBranch();
    assert.equal((await (await open(repo)).outcomes()).team.timeZone, 'Europe/Oslo');
    repo.switchTo('main');
    repo.commit('Ours is develop', { files: { 'outcomes/team.yaml': 'mainBranch: develop\n' } });
    repo.switchTo('develop');
    repo.commit('Later', { files: { 'outcomes/PAY-300.md': epic('PAY-300', 'PAY-101') } });
    repo.switchTo('feature/PAY-101-form');
    const lens = await open(repo);
    const { why, outcomes } = await askAll(lens);
    assert.deepEqual(why?.branch.main, { name: 'develop', how: 'team' });
    assert.equal(outcomes.epics.length, 3);
    lens.invalidate('files');
    assert.deepEqual(await gitDuring(() => askAll(lens)), []);
  });

  it('take nothing else down when one of them cannot be read', async () => {
    const repo = shop();
    const outside = path.join(temporaryFolder(), 'team.yaml');
    writeFileSync(outside, 'team: Spies\n');
    symlinkSync(outside, path.join(repo.dir, 'outcomes/team.yaml'));
    write(repo, 'outcomes/value-tree.yaml', '#'.repeat(1_100_000));
    const { why, outcomes } = await askAll(await open(repo));
    assert.equal(why?.epic?.epic?.key, 'PAY-100');
    assert.equal(outcomes.team.team, null);
    assert.deepEqual(outcomes.team.problems[0], {
      code: 'file/outside-repository',
      file: 'outcomes/team.yaml',
    });
    assert.equal(outcomes.valueTree.problems[0]?.code, 'file/too-large');
  });

  it('say which of them may not be read', async () => {
    const repo = shop();
    write(repo, 'outcomes/value-tree.yaml', 'objectives: []\n');
    const read: LensPorts['files']['read'] = (root, file) =>
      file.endsWith('.yaml')
        ? Promise.reject(new ProblemError({ code: 'file/unreadable', file, detail: 'permission denied' }))
        : diskFiles.read(root, file);
    const lens = await createOutcomeLens({ ...ports, files: { ...diskFiles, read } }).open(repo.dir);
    const { outcomes, why } = await askAll(lens);
    assert.equal(why?.epic?.epic?.key, 'PAY-100');
    assert.equal(outcomes.valueTree.problems[0]?.code, 'file/unreadable');
    assert.equal(outcomes.team.problems[0]?.code, 'file/unreadable');
  });
});

describe('another branch', () => {
  afterEach(cleanup);

  it('may exist on the remote only', async () => {
    const origin = shop();
    origin.switchTo('main');
    const clone = path.join(temporaryFolder(), 'clone');
    origin.git('clone', '--quiet', '--branch=main', origin.dir, clone);
    const lens = await createOutcomeLens(ports).open(clone);
    for (const name of ['feature/PAY-101-form', 'origin/feature/PAY-101-form']) {
      const { value } = await lens.whyOf(name);
      assert.equal(value?.ticket?.key, 'PAY-101', name);
      assert.equal(value.epic?.epic?.key, 'PAY-100', name);
      assert.equal(value.branch.label, 'feature/PAY-101-form', name);
    }
  });

  it('has its own files, then main’s, and no file of the work tree', async () => {
    const repo = oldBranch();
    const branch = 'feature/PAY-101-form';
    repo.commit('Ours', {
      files: { 'outcomes/PAY-400.md': epic('PAY-400', 'PAY-401'), 'outcomes/README.md': '# No epic\n' },
    });
    repo.switchTo('main');
    write(repo, 'outcomes/PAY-500.md', epic('PAY-500', 'PAY-101'));
    const lens = await open(repo);
    const { value } = await lens.whyOf(branch);
    assert.equal(value?.epic?.origin, 'main');
    assert.equal(value.epic.path, FILE);
    assert.deepEqual([value.otherEpics, value.unreadableEpics], [[], []]);
    repo.git('branch', 'PAY-401-own', branch);
    const own = (await lens.whyOf('PAY-401-own')).value?.epic;
    assert.deepEqual([own?.path, own?.origin], ['outcomes/PAY-400.md', 'branch']);
  });
});

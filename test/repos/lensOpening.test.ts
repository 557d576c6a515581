import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { createGit } from '../../src/git/openGit.ts';
import { createOutcomeLens } from '../../src/lens/outcomeLens.ts';
import { NO_KEY_RULES } from '../../src/model/text/ticketKeys.ts';
import { epic, ports, shop, write } from '../support/lensShop.ts';
import { cleanup, temporaryFolder, testEnvironment } from '../support/repo.ts';
import { wrapGit } from '../support/repoWrapper.ts';

describe('a lens that opens a folder', () => {
  afterEach(cleanup);

  it('keeps the spelling of a folder that was reached through a link', async () => {
    const repo = shop();
    mkdirSync(path.join(repo.dir, 'packages/one'), { recursive: true });
    const parent = temporaryFolder();
    const linked = path.join(parent, 'linked');
    symlinkSync(repo.dir, linked);
    for (const folder of [linked, path.join(linked, 'packages/one')]) {
      const lens = await createOutcomeLens(ports).open(folder);
      assert.equal(lens.root, linked);
      assert.equal((await lens.why()).value?.epic?.origin, 'file');
    }
    const inside = path.join(parent, 'inside');
    symlinkSync(path.join(repo.dir, 'packages/one'), inside);
    assert.equal((await createOutcomeLens(ports).open(inside)).root, repo.dir);
    const facts = await (await ports.git.open(linked)).facts(null, NO_KEY_RULES);
    assert.equal(facts.linkedWorktree, false);
  });

  it('asks for the outcomes folder of its own repository', async () => {
    const repo = shop();
    write(repo, 'goals/PAY-900.md', epic('PAY-900', 'PAY-901'));
    const outcomesFolder = (root?: string) => (root === repo.dir ? 'goals' : 'outcomes');
    const lens = await createOutcomeLens({ ...ports, outcomesFolder }).open(repo.dir);
    assert.deepEqual(
      (await lens.outcomes()).epics.map(file => file.path),
      ['goals/PAY-900.md'],
    );
    assert.match((await lens.writer.draft('PAY-901', 'x', [])).path, /^goals\//);
  });

  it('runs the git that the settings name at that moment', async () => {
    const repo = shop();
    const other = wrapGit('echo run >>"$LOG"; exec git "$@"');
    const chosen: { gitPath?: string } = {};
    const git = createGit({ isTrusted: () => true, environment: testEnvironment(), gitPath: () => chosen.gitPath });
    const lens = await createOutcomeLens({ ...ports, git }).open(repo.dir);
    await lens.why();
    chosen.gitPath = other.path;
    lens.invalidate();
    await lens.why();
    assert.ok(other.lines().length > 5);
  });
});

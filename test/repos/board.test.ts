import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RepositoryLens } from '../../src/lens/outcomeLens.ts';
import type { StageAge } from '../../src/model/learn/board.ts';
import { editors, gitDuring, open, write } from '../support/lensShop.ts';
import { BEN, cleanup, makeRepo, repoAt, runGit, temporaryFolder, type TestRepo } from '../support/repo.ts';
import { partialCloneOf } from '../support/repoClones.ts';

const FILE = 'outcomes/PAY-100.md';
/** Noon of a day of November 2026; the lens's today is the 18th. */
const on = (day: number) => Date.UTC(2026, 10, day, 12) / 1000;
const text = (stage: string, body = '- [ ] Tested') => `---
key: PAY-100
title: Guest checkout
stage: ${stage}
---
# Guest checkout

## Definition of done
${body}
`;

function commit(repo: TestRepo, day: number, stage: string, body?: string, file = FILE): void {
  repo.commit(`PAY-100 ${stage}`, { at: on(day), author: BEN, files: { [file]: text(stage, body) } });
}

async function agesOf(lens: RepositoryLens, ages: 'known' | 'read' = 'read'): Promise<(StageAge | null)[]> {
  const { columns } = await lens.board(ages);
  return columns.flatMap(({ cards }) => cards.map(({ age }) => age));
}

const since = (day: number, atLeast = false): StageAge => ({
  ...{ state: 'since', day: `2026-11-${String(day).padStart(2, '0')}`, days: 18 - day, atLeast },
});

/** In build from the 3rd, in qa from the 6th, ticked on the 10th. */
function shop(): TestRepo {
  const repo = makeRepo();
  commit(repo, 1, 'discovery');
  commit(repo, 3, 'build');
  commit(repo, 6, 'qa');
  commit(repo, 10, 'qa', '- [x] Tested');
  return repo;
}

describe('the board of a repository', () => {
  afterEach(() => {
    editors.clear();
    cleanup();
  });

  it('tells since when each epic is in its stage, whatever else changed in its file since', async () => {
    assert.deepEqual(await agesOf(await open(shop())), [since(6)]);
  });

  it('tells it over a new name of the file', async () => {
    const repo = shop();
    repo.git('mv', FILE, 'outcomes/PAY-100-guests.md');
    repo.commit('rename', { at: on(12) });
    assert.deepEqual(await agesOf(await open(repo)), [since(6)]);
  });

  it('takes the branch’s word where it moved the epic, and main’s where only main has it', async () => {
    const repo = shop();
    repo.switchTo('feature/PAY-100-more');
    commit(repo, 15, 'launch');
    assert.deepEqual(await agesOf(await open(repo)), [since(15)]);
    repo.git('rm', '--quiet', FILE);
    repo.commit('drop', { at: on(16) });
    const lens = await open(repo);
    assert.deepEqual(await agesOf(lens), [since(6)]);
    assert.equal((await lens.board('known')).columns.flatMap(({ cards }) => cards)[0]?.entry.file.origin, 'main');
  });

  it('says when no commit has the stage yet: moved, or new', async () => {
    const repo = shop();
    write(repo, FILE, text('launch'));
    write(repo, 'outcomes/PAY-200.md', text('build').replaceAll('PAY-100', 'PAY-200'));
    assert.deepEqual(await agesOf(await open(repo)), [{ state: 'uncommitted' }, { state: 'uncommitted' }]);
  });

  it('says "at least" in a shallow clone, and that it cannot tell in a partial one', async () => {
    const repo = shop();
    const folder = temporaryFolder();
    const clone = (...args: readonly string[]) =>
      runGit(folder, ['clone', '--quiet', ...args, pathToFileURL(repo.dir).href, 'c']);
    clone('--depth=2');
    assert.deepEqual(await agesOf(await open(repoAt(path.join(folder, 'c')))), [since(6, true)]);
    rmSync(path.join(folder, 'c'), { recursive: true });
    clone('--depth=3');
    assert.deepEqual(await agesOf(await open(repoAt(path.join(folder, 'c')))), [since(6)]);
    const partial = partialCloneOf(repo).repo;
    write(partial, FILE, text('qa'));
    assert.deepEqual(await agesOf(await open(partial)), [{ state: 'unknown' }]);
  });

  it('asks git once a commit; what was read is known until the epic is in another stage', async () => {
    const repo = shop();
    const lens = await open(repo);
    assert.deepEqual(await agesOf(lens, 'known'), [null]);
    assert.ok((await gitDuring(() => agesOf(lens))).includes('git: versions'));
    write(repo, FILE, text('qa', '- [x] Tested twice'));
    lens.invalidate('files');
    assert.deepEqual(await agesOf(lens, 'known'), [since(6)]);
    const again = await gitDuring(() => agesOf(lens));
    assert.ok(!again.includes('git: versions') && !again.includes('git: blobs'), again.join());
    write(repo, FILE, text('launch'));
    lens.invalidate('files');
    assert.deepEqual(await agesOf(lens, 'known'), [null]);
    commit(repo, 17, 'launch');
    lens.invalidate('git');
    assert.deepEqual(await agesOf(lens), [since(17)]);
  });

  it('tells nobody’s name', async () => {
    const lens = await open(shop());
    assert.doesNotMatch(JSON.stringify(await lens.board('read')), /Ben|ben@/);
  });
});

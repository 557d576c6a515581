import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createGit } from '../../src/git/openGit.ts';
import type { TagFacts } from '../../src/model/ports/gitPort.ts';
import { cleanup, makeRepo, repoAt, runGit, temporaryFolder, testEnvironment, type TestRepo } from '../support/repo.ts';

const git = createGit({ isTrusted: () => true, environment: testEnvironment() });
const TAGGED_AT = 1_800_000_000;

async function tagsOf(repo: Pick<TestRepo, 'dir'>): Promise<readonly TagFacts[]> {
  return (await git.open(repo.dir)).releaseTags();
}

function annotate(repo: TestRepo, name: string, target: string): void {
  const date = { GIT_COMMITTER_DATE: `${TAGGED_AT} +1400` };
  runGit(repo.dir, ['-c', 'advice.nestedTag=false', 'tag', '-a', '-m', 'note', name, target], date);
}

/** A tag object as old gits wrote it: nobody made it at no time. */
function tagWithoutDate(repo: TestRepo, name: string, commit: string): void {
  const text = `object ${commit}\ntype commit\ntag ${name}\n\nold\n`;
  const object = runGit(repo.dir, ['hash-object', '-t', 'tag', '-w', '--stdin', '--literally'], {}, text);
  repo.git('update-ref', `refs/tags/${name}`, object);
}

describe('tags that could be releases', () => {
  afterEach(cleanup);

  it('are there with their commit, when they were made and when it landed', async () => {
    const repo = makeRepo();
    const at = 1_700_000_000;
    const landed = at + 500;
    const commit = repo.commit('first', { at, landed });
    repo.tag('v1.0');
    annotate(repo, 'v1.1', commit);
    annotate(repo, 'v1.2', 'v1.1');
    annotate(repo, 'v1.3', 'v1.2');
    tagWithoutDate(repo, 'v0.1', commit);
    assert.deepEqual(await tagsOf(repo), [
      { name: 'v0.1', commit, at: landed, committed: landed },
      { name: 'v1.0', commit, at: landed, committed: landed },
      { name: 'v1.1', commit, at: TAGGED_AT, committed: landed },
      { name: 'v1.2', commit, at: TAGGED_AT, committed: landed },
      { name: 'v1.3', commit, at: TAGGED_AT, committed: landed },
    ]);
  });

  it('are none without a digit, and none that point to something else than a commit', async () => {
    const repo = makeRepo();
    repo.commit('first', { files: { a: 'a' } });
    repo.tag('stable');
    repo.git('tag', 'blob-1', 'HEAD:a');
    repo.git('tag', 'tree-1', 'HEAD^{tree}');
    annotate(repo, 'blob-2', 'HEAD:a');
    annotate(repo, 'blob-3', 'blob-2');
    assert.deepEqual(await tagsOf(repo), []);
  });

  it('are none in a repository without any', async () => {
    const repo = makeRepo();
    assert.deepEqual(await tagsOf(repo), []);
    repo.commit('first');
    assert.deepEqual(await tagsOf(repo), []);
  });

  it('keep their names, however odd', async () => {
    const repo = makeRepo();
    repo.commit('first');
    const names = ['--format=1', '%(tagger)1', '@1', 'größe-1', 'web/v1.0', 'x\u202e1', "y'$(touch${IFS}x)1", '版本1'];
    for (const name of names) repo.git('update-ref', `refs/tags/${name}`, 'HEAD');
    assert.deepEqual((await tagsOf(repo)).map(tag => tag.name).sort(), names.sort());
  });

  it('are those whose commit is here, in a shallow clone', async () => {
    const repo = makeRepo();
    repo.commit('first');
    repo.tag('v1');
    const commit = repo.commit('second');
    repo.tag('v2');
    const folder = temporaryFolder();
    runGit(folder, ['clone', '--quiet', '--depth', '1', pathToFileURL(repo.dir).href, 'shallow']);
    const tags = await tagsOf(repoAt(path.join(folder, 'shallow')));
    assert.deepEqual(
      tags.map(tag => [tag.name, tag.commit]),
      [['v2', commit]],
    );
  });
});

import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { insideRepository } from '../../../src/vscode/insideRepository.ts';
import { cleanup, temporaryFolder } from '../../support/repo.ts';

describe('a path inside the repository', () => {
  let root = '';
  beforeEach(() => {
    root = temporaryFolder();
    mkdirSync(path.join(root, 'docs'));
    writeFileSync(path.join(root, 'docs', 'a.md'), 'a');
    symlinkSync('a.md', path.join(root, 'docs', 'inside.md'));
    symlinkSync(path.join(temporaryFolder(), 'nowhere.md'), path.join(root, 'docs', 'dangling.md'));
    symlinkSync(path.join(temporaryFolder(), 'nowhere'), path.join(root, 'hole'));
    symlinkSync(temporaryFolder(), path.join(root, 'elsewhere'));
  });
  afterEach(cleanup);

  const refused = (file: string) =>
    assert.rejects(insideRepository(root, file), ({ problem }: { problem: { code: string } }) => {
      assert.equal(problem.code, 'file/outside-repository');
      return true;
    });

  it('is absolute where it exists, also through a link that stays inside, and null where it does not', async () => {
    assert.equal(await insideRepository(root, 'docs/a.md'), path.join(root, 'docs', 'a.md'));
    assert.equal(await insideRepository(root, 'docs/inside.md'), path.join(root, 'docs', 'inside.md'));
    assert.equal(await insideRepository(root, 'docs/new.md'), null);
    assert.equal(await insideRepository(root, 'new/new.md'), null);
  });

  it('is refused through a link that leaves it, or that leads to nothing yet', async () => {
    for (const file of ['elsewhere', 'elsewhere/x.md', 'docs/dangling.md', 'hole', 'hole/x.md', '../x'])
      await refused(file);
  });
});

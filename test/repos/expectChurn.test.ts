import assert from 'node:assert/strict';
import type { RepositoryLens } from '../../src/lens/outcomeLens.ts';
import { editors, epic, FILE, gitDuring, open, write } from '../support/lensShop.ts';
import { cleanup, makeRepo, type TestRepo } from '../support/repo.ts';

const building = (open: number) =>
  `---\nkey: PAY-100\nstage: build\ntickets: [PAY-101]\n---\n## Ready to build\n${'- [ ] Something is open\n'.repeat(open)}`;

async function expectsChurn(lens: RepositoryLens): Promise<boolean> {
  const linted = await lens.lint();
  const findings = linted.find(({ file }) => file.path === FILE)?.findings ?? [];
  return findings.some(({ rule }) => rule === 'gate/expect-churn');
}

/** A branch of the epic, on which nothing is committed yet. */
function branch(open = 2): TestRepo {
  const repo = makeRepo();
  repo.commit('Begin', { files: { [FILE]: building(open), 'outcomes/PAY-200.md': epic('PAY-200', 'PAY-201') } });
  repo.switchTo('feature/PAY-101-form');
  return repo;
}

describe('expect churn', () => {
  afterEach(() => {
    editors.clear();
    cleanup();
  });

  it('is asked once something is built on the epic’s branch', async () => {
    const repo = branch();
    const lens = await open(repo);
    assert.equal(await expectsChurn(lens), false);
    repo.commit('PAY-101 form', { files: { 'src/form.ts': 'export {};\n' } });
    lens.invalidate('git');
    assert.equal(await expectsChurn(lens), true);
  });

  it('is not asked while only the epic is written down', async () => {
    const repo = branch();
    repo.commit('PAY-101 why', {
      files: { [FILE]: `${building(2)}\nMore.\n`, 'outcomes/documents/plan.md': '# Plan\n' },
    });
    const lens = await open(repo);
    assert.equal(await expectsChurn(lens), false);
    repo.commit('PAY-101 form and why', { files: { [FILE]: building(3), 'outcomes.ts': 'export {};\n' } });
    lens.invalidate('git');
    assert.equal(await expectsChurn(lens), true);
  });

  it('is not asked with one item open, nor of another epic, nor on main', async () => {
    const repo = branch(1);
    repo.commit('PAY-101 form', { files: { 'src/form.ts': 'export {};\n' } });
    assert.equal(await expectsChurn(await open(repo)), false);
    const other = branch();
    other.switchTo('feature/PAY-201-other');
    other.commit('PAY-201 other', { files: { 'src/other.ts': 'export {};\n' } });
    assert.equal(await expectsChurn(await open(other)), false);
    other.switchTo('main');
    other.commit('PAY-101 on main', { files: { 'src/form.ts': 'export {};\n' } });
    assert.equal(await expectsChurn(await open(other)), false);
  });

  it('runs no git on a keystroke', async () => {
    const repo = branch(1);
    repo.commit('PAY-101 form', { files: { 'src/form.ts': 'export {};\n' } });
    const lens = await open(repo);
    await lens.ready({ epic: null, gate: null, strict: false });
    assert.equal(await expectsChurn(lens), false);
    editors.set(FILE, building(2));
    lens.invalidate('files');
    assert.deepEqual(await gitDuring(() => lens.lint()), []);
    editors.clear();
    write(repo, FILE, building(2));
    lens.invalidate('files');
    assert.equal(await expectsChurn(lens), true);
    editors.set(FILE, building(3));
    lens.invalidate('files');
    let stillAsked = false;
    assert.deepEqual(await gitDuring(async () => (stillAsked = await expectsChurn(lens))), []);
    assert.ok(stillAsked);
  });
});

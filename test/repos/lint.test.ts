import assert from 'node:assert/strict';
import type { RepositoryLens } from '../../src/lens/outcomeLens.ts';
import type { LintRule } from '../../src/model/lint.ts';
import { askAll, editors, epic, FILE, gitDuring, open, shop, write } from '../support/lensShop.ts';
import { cleanup } from '../support/repo.ts';

async function rulesOf(lens: RepositoryLens, path = FILE): Promise<readonly LintRule[]> {
  const linted = await lens.lint();
  return linted.find(({ file }) => file.path === path)?.findings.map(({ rule }) => rule) ?? [];
}

const building = (open: number) => `---
key: PAY-100
stage: build
outcome:
  statement: Guests pay without an account.
tickets: [PAY-101]
commitment: { on: 2027-01-01 }
---
## Ready to build
${'- [ ] Something is open\n'.repeat(open)}`;

describe('linting a repository', () => {
  afterEach(() => {
    editors.clear();
    cleanup();
  });

  it('tells of a tick whose evidence is not in the repository, and not of one that is', async () => {
    const repo = shop();
    write(repo, 'outcomes/PAY-200.md', epic('PAY-200', 'PAY-201', '[run](docs/gone.md)'));
    const lens = await open(repo);
    assert.ok(!(await rulesOf(lens)).includes('evidence/broken'));
    assert.ok((await rulesOf(lens, 'outcomes/PAY-200.md')).includes('evidence/broken'));
    write(repo, 'docs/gone.md', '# Here\n');
    lens.invalidate('files');
    assert.ok(!(await rulesOf(lens, 'outcomes/PAY-200.md')).includes('evidence/broken'));
  });

  it('knows that commits land on the epic’s branch', async () => {
    const repo = shop();
    write(repo, FILE, building(2));
    const lens = await open(repo);
    const found = await rulesOf(lens);
    assert.ok(found.includes('gate/expect-churn'));
    assert.ok(found.includes('commitment/premature'));
    repo.switchTo('main');
    write(repo, FILE, building(2));
    lens.invalidate('git');
    assert.ok(!(await rulesOf(lens)).includes('gate/expect-churn'));
  });

  it('leaves out what team.yaml switches off', async () => {
    const repo = shop();
    const lens = await open(repo);
    assert.ok((await rulesOf(lens)).includes('measure/missing'));
    write(repo, 'outcomes/team.yaml', 'lint: { off: [measure/missing] }\n');
    lens.invalidate('files');
    assert.ok(!(await rulesOf(lens)).includes('measure/missing'));
  });

  it('runs no git of its own once readiness was asked', async () => {
    const lens = await open(shop());
    await askAll(lens);
    assert.deepEqual(await gitDuring(() => lens.lint()), []);
  });

  it('asks git once for all epics, whatever their number, also after a save', async () => {
    const linesFor = async (keys: readonly string[]) => {
      const repo = shop();
      const hash = repo.git('rev-parse', 'HEAD');
      const proofs = (key: string) => `[run](commit:${hash})
- [ ] Absent <!-- proof: absent "FIXME(${key})" -->
- [ ] Tracked <!-- proof: text docs/${key}.md "roll back" -->`;
      for (const key of keys) write(repo, `outcomes/${key}.md`, epic(key, `${key}1`, proofs(key)));
      const lens = await open(repo);
      await lens.why();
      const first = await gitDuring(() => lens.lint());
      lens.invalidate('files');
      await lens.why();
      return [...first, ...(await gitDuring(() => lens.lint()))];
    };
    const forOne = await linesFor(['PAY-200']);
    assert.equal(forOne.filter(line => line === 'git: holders').length, 2);
    const keys = Array.from({ length: 8 }, (_, at) => `PAY-${at + 2}00`);
    assert.deepEqual(await linesFor(keys), forOne);
  });

  it('runs no git on a keystroke, even one that names new evidence, and judges the text of now', async () => {
    const repo = shop();
    const lens = await open(repo);
    await askAll(lens);
    await lens.lint();
    const saved = epic('PAY-100', 'PAY-101', '[run](commit:0123abc)');
    const typed = saved.replace('Guests pay without an account.', 'Refactor the billing module.');
    editors.set(FILE, typed);
    lens.invalidate('files');
    let found: readonly LintRule[] = [];
    assert.deepEqual(
      await gitDuring(async () => {
        found = await rulesOf(lens);
      }),
      [],
    );
    assert.ok(found.includes('outcome/output-not-outcome'));
    assert.ok(!found.includes('evidence/broken'));
    editors.clear();
    write(repo, FILE, typed);
    lens.invalidate('files');
    assert.ok((await rulesOf(lens)).includes('evidence/broken'));
  });

  it('keeps telling of items while another word is typed', async () => {
    const repo = shop();
    const before = epic('PAY-100', 'PAY-101', '[run](docs/gone.md)');
    write(repo, FILE, before);
    const lens = await open(repo);
    assert.ok((await rulesOf(lens)).includes('evidence/broken'));
    editors.set(FILE, before.replace('Guests', 'Visitors'));
    lens.invalidate('files');
    assert.ok((await rulesOf(lens)).includes('evidence/broken'));
  });

  it('gives up for a caller that no longer wants it', async () => {
    const lens = await open(shop());
    const controller = new AbortController();
    const asked = assert.rejects(lens.lint(controller.signal), { name: 'CancelledError' });
    controller.abort();
    await asked;
  });
});

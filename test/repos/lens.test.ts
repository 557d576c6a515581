import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { diskFiles } from '../../src/epics/diskFiles.ts';
import { createEpics } from '../../src/epics/openEpics.ts';
import { createGit } from '../../src/git/openGit.ts';
import { noStore } from '../../src/store/fileStore.ts';
import { createOutcomeLens, type RepositoryLens } from '../../src/lens/outcomeLens.ts';
import { ProblemError, type ProblemCode } from '../../src/model/problem.ts';
import { ADA, BEN, CLEO, cleanup, makeRepo, temporaryFolder, testEnvironment, type TestRepo } from '../support/repo.ts';

const DAY = 86_400;
const NOW = Date.UTC(2026, 10, 18, 12) / 1000;

const EPIC = `---
key: PAY-100
title: Guest checkout
stage: qa
outcome:
  statement: Guests pay without an account.
tickets: [PAY-101]
---
# Guest checkout

## Definition of done
- [x] Tested [report](docs/report.md)
- [ ] Copy final
`;

function shop(): TestRepo {
  const repo = makeRepo();
  repo.commit('Begin', { files: { 'outcomes/PAY-100-guest-checkout.md': EPIC, 'docs/report.md': '# Report\n' } });
  repo.switchTo('feature/PAY-101-form');
  repo.commit('PAY-101 form');
  return repo;
}

function write(repo: TestRepo, file: string, text: string): void {
  mkdirSync(path.dirname(path.join(repo.dir, file)), { recursive: true });
  writeFileSync(path.join(repo.dir, file), text);
}

const log: string[] = [];
const ports = {
  git: createGit({ isTrusted: () => true, environment: testEnvironment(), log: line => log.push(line) }),
  epics: createEpics(),
  files: diskFiles,
  now: () => NOW,
  store: noStore,
  outcomesFolder: () => 'outcomes',
};
const open = (repo: TestRepo): Promise<RepositoryLens> => createOutcomeLens(ports).open(repo.dir);

function problem(code: ProblemCode) {
  return (error: unknown) => error instanceof ProblemError && error.problem.code === code;
}

describe('the lens', () => {
  afterEach(cleanup);

  it('answers why and ready from a repository', async () => {
    const lens = await open(shop());
    const why = await lens.why();
    assert.equal(why.value?.epic?.epic?.key, 'PAY-100');
    assert.equal(why.value.branch.commits, 1);
    const ready = await lens.ready({ epic: null, gate: null, strict: false });
    assert.equal(ready.value?.verdict, 'no');
    assert.deepEqual(
      ready.value.asked[0]?.items.map(({ state }) => state),
      ['evidenced', 'open'],
    );
  });

  it('runs no git again until told that something changed', async () => {
    const repo = shop();
    const lens = await open(repo);
    await lens.why();
    const before = log.length;
    await lens.why();
    await lens.outcomes();
    assert.equal(log.length, before);
    repo.switchTo('spike/x');
    lens.invalidate();
    assert.equal((await lens.why()).value?.ticket?.key, 'PAY-101');
    assert.ok(log.length > before);
  });

  it('reads an epic that only main has from main', async () => {
    const repo = shop();
    repo.git('rm', '--quiet', 'outcomes/PAY-100-guest-checkout.md');
    const lens = await open(repo);
    const { epic } = (await lens.why()).value ?? {};
    assert.equal(epic?.origin, 'main');
    assert.equal(epic.epic?.title, 'Guest checkout');
  });

  it('answers about another branch from its own tree', async () => {
    const repo = shop();
    write(repo, 'outcomes/PAY-100-guest-checkout.md', EPIC.replace('Guests pay', 'Everybody pays'));
    repo.git('commit', '--quiet', '-am', 'x');
    repo.switchTo('other');
    repo.git('reset', '--quiet', '--hard', 'main');
    const lens = await open(repo);
    const answer = await lens.whyOf('feature/PAY-101-form');
    assert.match(answer.value?.epic?.epic?.outcome?.statement ?? '', /^Everybody/);
    assert.equal(answer.value?.epic?.origin, 'branch');
    await assert.rejects(lens.whyOf('none'), (error: unknown) => {
      assert.ok(error instanceof ProblemError);
      assert.deepEqual(error.problem, { code: 'branch/not-found', detail: 'none' });
      return true;
    });
    await assert.rejects(lens.whyOf('--upload-pack=touch x'), problem('branch/not-found'));
  });

  it('answers about a ticket', async () => {
    assert.equal((await (await open(shop())).whyOfTicket('PAY-101')).value?.epic?.epic?.key, 'PAY-100');
  });

  it('uses the project keys that epic files name, case ignored in branch names', async () => {
    const repo = shop();
    repo.switchTo('try_pay-101_again');
    assert.equal((await (await open(repo)).why()).value?.ticket?.key, 'PAY-101');
  });

  it('pins, unpins and sets aside', async () => {
    const lens = await open(shop());
    await lens.pin('PAY-100');
    assert.equal((await lens.why()).value?.ticket?.source, 'pin');
    await lens.unpin();
    assert.equal((await lens.why()).value?.ticket?.source, 'branchName');
    await lens.ignore('PAY-101');
    assert.deepEqual((await lens.why()).value?.ignoredTickets, ['PAY-101']);
    assert.equal((await lens.why()).value?.ticket, null);
    await assert.rejects(lens.pin('-x'), problem('ticket/invalid-key'));
  });

  it('pins nothing on a detached HEAD', async () => {
    const repo = shop();
    repo.git('checkout', '--quiet', '--detach');
    await assert.rejects((await open(repo)).pin('PAY-100'), problem('head/detached'));
  });

  it('reads no file through a link that leaves the repository', async () => {
    const repo = shop();
    const outside = path.join(temporaryFolder(), 'secret.md');
    writeFileSync(outside, EPIC.replaceAll('PAY-100', 'PAY-900'));
    symlinkSync(outside, path.join(repo.dir, 'outcomes/PAY-900.md'));
    const { epics } = await (await open(repo)).outcomes();
    const linked = epics.find(file => file.path === 'outcomes/PAY-900.md');
    assert.equal(linked?.epic, null);
    assert.equal(linked.problems[0]?.code, 'file/outside-repository');
  });

  it('tells both files when two have one key', async () => {
    const repo = shop();
    write(repo, 'outcomes/copy.md', EPIC);
    const { epics } = await (await open(repo)).outcomes();
    for (const file of epics)
      assert.ok(
        file.problems.some(({ code }) => code === 'epic/duplicate-key'),
        file.path,
      );
  });

  it('drafts a new epic and never over one that exists', async () => {
    const repo = shop();
    const { writer } = await open(repo);
    const draft = await writer.draft('PAY-300', 'Faster refunds', ['PAY-301']);
    assert.equal(draft.path, 'outcomes/PAY-300-faster-refunds.md');
    assert.match(draft.text, /^key: PAY-300/m);
    await assert.rejects(writer.draft('pay-100', 'Again', []), problem('epic/duplicate-key'));
    write(repo, draft.path, 'something');
    await assert.rejects(writer.draft('PAY-300', 'Faster refunds', []), problem('file/exists'));
    await assert.rejects(writer.draft('../x', 'x', []), problem('ticket/invalid-key'));
  });

  it('uses the team’s template', async () => {
    const repo = shop();
    write(
      repo,
      'outcomes/templates/epic.md',
      '---\nkey: {{key}}\ntitle: {{title}}\n---\n## Definition of done\n- [ ] ours\n',
    );
    const draft = await (await open(repo)).writer.draft('PAY-300', 'Faster refunds', []);
    assert.match(draft.text, /- \[ \] ours/);
  });

  it('proposes key and title from the branch’s words', async () => {
    const repo = shop();
    repo.switchTo('spike/new-retry-ideas');
    repo.git('reset', '--quiet', '--hard', 'main');
    assert.deepEqual(await (await open(repo)).writer.propose(), { key: 'new-retry-ideas', title: 'New retry ideas' });
  });

  it('ticks an item found again in a newer text, and refuses when it is gone', async () => {
    const repo = shop();
    const lens = await open(repo);
    const file = (await lens.why()).value?.epic;
    const item = file?.epic?.gates[0]?.items[1];
    assert.ok(file != null && item !== undefined);
    write(repo, file.path, EPIC.replace('# Guest', 'New line.\n\n# Guest'));
    const { text, edit } = await lens.writer.tick(file, item, true);
    assert.equal(text.slice(edit.start - 1, edit.end + 12), '[ ] Copy final');
    write(repo, file.path, EPIC.replace('Copy final', 'Other words'));
    await assert.rejects(lens.writer.tick(file, item, true), problem('file/changed-underneath'));
    assert.ok(readFileSync(path.join(repo.dir, file.path), 'utf8').includes('- [ ] Other words'));
  });

  it('declines flow for one contributor, shows it for three, and filters it without git', async () => {
    const repo = makeRepo();
    for (let n = 0; n < 60; n++) {
      const author = [ADA, BEN, CLEO][n % 3]!;
      const at = NOW - 180 * DAY + n * 2.8 * DAY;
      repo.switchTo(`feature/PAY-${n + 1}-x`);
      repo.commit(`work ${n}`, { author, at: at - DAY });
      repo.switchTo('main');
      if (n === 0) repo.commit('begin', { at: at - 2 * DAY });
      repo.merge(`feature/PAY-${n + 1}-x`, `Merge branch 'feature/PAY-${n + 1}-x'`, { author, at });
    }
    const ask = { window: { weeks: 26 }, type: null, team: null, use: 'view', solo: false } as const;
    const lens = await open(repo);
    const three = await lens.flow(ask, () => undefined);
    assert.ok(three.state === 'shown' && three.own.cycleTime.points.length > 40);
    await lens.flowAhead(ask, new AbortController().signal);
    const processes = log.length;
    for (const type of ['feature', null] as const) await lens.flow({ ...ask, type }, () => undefined);
    assert.equal(log.length, processes);
    lens.invalidate();
    assert.deepEqual(await lens.flow(ask, () => undefined), three);
    assert.ok(log.length > processes);
    const exported = await (await open(repo)).flow({ ...ask, use: 'export' }, () => undefined);
    assert.equal(exported.state, 'withheld');
    const alone = shop();
    alone.switchTo('main');
    alone.commit('PAY-1 x', { at: NOW - 20 * DAY });
    const one = await (await open(alone)).flow(ask, () => undefined);
    assert.ok(one.state === 'withheld' && one.reason === 'groupTooSmall');
  });

  it('cancels a reading', async () => {
    const lens = await open(shop());
    const controller = new AbortController();
    controller.abort();
    await assert.rejects(
      lens.flow(
        { window: { weeks: 26 }, type: null, team: null, use: 'view', solo: false },
        () => undefined,
        controller.signal,
      ),
      { name: 'CancelledError' },
    );
  });
});

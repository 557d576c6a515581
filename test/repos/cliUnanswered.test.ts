import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { readyJsonSchema } from '../../src/cli/output/readyJson.ts';
import { ROOT } from '../contract/sourceTree.ts';
import { write } from '../support/lensShop.ts';
import { cleanup, makeRepo, testEnvironment, type TestRepo } from '../support/repo.ts';

interface Ended {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line as a shell would. */
function outcomeLens(cwd: string, ...args: readonly string[]): Promise<Ended> {
  return new Promise(resolve => {
    const child = execFile(
      'node',
      [path.join(ROOT, 'dist', 'cli.cjs'), ...args],
      { cwd, env: testEnvironment() },
      (_, stdout, stderr) => resolve({ exit: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

const EPIC = `---
key: PAY-100
title: Guest checkout
stage: launch
outcome: { statement: Guests pay without an account. }
tickets: [PAY-101]
---
## Go-live readiness
- [x] Rollback criteria agreed
`;

/** A repository on its main branch, with one epic. */
function shop(text = EPIC): TestRepo {
  const repo = makeRepo();
  repo.commit('Begin', { files: { 'outcomes/PAY-100.md': text } });
  return repo;
}

describe('outcome-lens ready, without a gate to ask', () => {
  afterEach(cleanup);

  it('ends in 2 for a stopped epic and in 0 for a closed one, in every format', async () => {
    for (const [stage, exit, said] of [
      ['stopped', 2, 'PAY-100 was stopped; there is nothing to be ready for.'],
      ['closed', 0, 'PAY-100 is closed; no gate is left to meet.'],
    ] as const) {
      const { dir } = shop(EPIC.replace('stage: launch', `stage: ${stage}`));
      for (const format of ['text', 'json', 'markdown', 'sarif']) {
        const ended = await outcomeLens(dir, 'ready', 'PAY-100', '--format', format);
        assert.equal(ended.exit, exit, format);
        assert.ok(ended.stdout.includes(said), ended.stdout);
        assert.doesNotMatch(ended.stdout, /\*\*Ready/);
      }
    }
  });

  it('names the key, the branch or the folder for which no epic was found', async () => {
    const repo = shop();
    const said = async (...args: readonly string[]) => {
      const { exit, stdout } = await outcomeLens(repo.dir, 'ready', ...args);
      assert.equal(exit, 2);
      return stdout;
    };
    assert.match(await said('PAY-999'), /^No epic was found: none in outcomes\/ has or lists PAY-999\./);
    assert.match(await said(), /^No epic was found: this is main, where many outcomes meet\./);
    assert.match(await said('PAY-100', '--folder', 'epics'), /^No epic was found: there is no epic file in epics\/\./);
    repo.switchTo('spike/x');
    assert.match(await said(), /^No epic was found: neither the name nor a commit of .* names a ticket\./);
    repo.switchTo('feature/PAY-7-x');
    assert.match(await said(), /lists PAY-7, the ticket of .*PAY-7/);
    repo.git('checkout', '--quiet', '--detach');
    assert.match(await said(), /^No epic was found: no branch is checked out \(detached HEAD\)\./);
    const json = await said('PAY-999', '--json');
    assert.deepEqual(
      readyJsonSchema.parse(JSON.parse(json)).missing.map(({ code }) => code),
      ['epic/none'],
    );
  });

  it('says so in a repository without a commit', async () => {
    const { exit, stdout } = await outcomeLens(makeRepo().dir, 'ready');
    assert.equal(exit, 2);
    assert.match(stdout, /^No epic was found: there is no epic file in outcomes\//);
  });

  it('lists the gates there are when a gate is misspelt', async () => {
    const { exit, stdout } = await outcomeLens(shop().dir, 'ready', 'PAY-100', '--gate', 'Go-live readines');
    assert.equal(exit, 2);
    assert.match(stdout, /PAY-100 has no gate "Go-live readines"\. It has "Go-live readiness"\./);
  });
});

describe('a main branch that team.yaml names and nobody has', () => {
  afterEach(cleanup);

  it('is told by why, lint and flow', async () => {
    const repo = shop();
    const told = /^team\.yaml names trunk as its mainBranch, but there is no such branch here\. So main counts/;
    write(repo, 'outcomes/team.yaml', 'mainBranch: trunk\n');
    for (const command of ['why', 'lint', 'flow']) assert.match((await outcomeLens(repo.dir, command)).stderr, told);
    repo.git('branch', 'trunk');
    for (const command of ['why', 'lint', 'flow'])
      assert.doesNotMatch((await outcomeLens(repo.dir, command)).stderr, /mainBranch/);
  });
});

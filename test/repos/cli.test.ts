import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { flowJsonSchema } from '../../src/cli/output/flowJson.ts';
import { pathWhyJsonSchema } from '../../src/cli/output/pathWhyJson.ts';
import { readyJsonSchema } from '../../src/cli/output/readyJson.ts';
import { whyJsonSchema } from '../../src/cli/output/whyJson.ts';
import { ROOT } from '../contract/sourceTree.ts';
import { cleanup, makeRepo, temporaryFolder, testEnvironment, type TestRepo } from '../support/repo.ts';

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
BOX Support briefed
`;

function shop(box: string): TestRepo {
  const repo = makeRepo();
  repo.commit('Begin', { files: { 'outcomes/PAY-100.md': EPIC.replace('BOX', box) } });
  repo.switchTo('feature/PAY-101-form');
  repo.commit('PAY-101 form');
  return repo;
}

describe('outcome-lens on the command line', () => {
  afterEach(cleanup);

  it('says why, for people and as a document', async () => {
    const { dir } = shop('- [ ]');
    const text = await outcomeLens(dir, 'why');
    assert.equal(text.exit, 0);
    assert.match(text.stdout, /^Guests pay without an account\./);
    assert.match(text.stdout, /PAY-101 \(key in the branch name\)/);
    const json = await outcomeLens(dir, 'why', '--json');
    const document = whyJsonSchema.parse(JSON.parse(json.stdout));
    assert.equal(document.epic?.key, 'PAY-100');
    assert.equal(json.stderr, '');
  });

  it('says why a file or folder is there, for people and as a document', async () => {
    const repo = shop('- [ ]');
    repo.commit('PAY-101 form', { files: { 'src/form.ts': 'a' }, at: 1_760_000_000 });
    repo.commit('PAY-7 rename', { files: { 'src/form.ts': 'b' }, at: 1_760_100_000 });
    repo.commit('Tidy', { files: { 'src/form.ts': 'c', 'docs/a.md': 'c' }, at: 1_760_200_000 });
    const text = await outcomeLens(repo.dir, 'why', '--file', 'src/form.ts');
    assert.deepEqual(
      [text.exit, text.stdout.split('\n')],
      [
        0,
        [
          'src/form.ts: 3 changes',
          '',
          'Guests pay without an account.',
          '  epic         PAY-100 Guest checkout (outcomes/PAY-100.md)',
          '  tickets      PAY-101',
          '  changes      1 of 3 changes (33 %), 9 Oct 2025',
          '',
          'Without an epic',
          '  PAY-7        1 of 3 changes (33 %), 10 Oct 2025',
          '',
          'Without a ticket',
          '  changes      1 of 3 changes (33 %), 11 Oct 2025',
          '',
        ],
      ],
    );
    const folder = await outcomeLens(path.join(repo.dir, 'src'), 'why', '--file', '.', '--json');
    const document = pathWhyJsonSchema.parse(JSON.parse(folder.stdout));
    assert.deepEqual(
      [document.path, document.kind, document.changes, document.epics[0]?.key],
      ['src', 'folder', 3, 'PAY-100'],
    );
    assert.deepEqual(document.missing, []);
    const none = await outcomeLens(repo.dir, 'why', '--file', 'docs/a.md');
    assert.equal(none.exit, 1);
    assert.match(none.stdout, /No change leads to an anticipated outcome/);
    writeFileSync(path.join(repo.dir, 'new.ts'), 'x');
    const untracked = await outcomeLens(repo.dir, 'why', '--file', 'new.ts');
    assert.deepEqual([untracked.exit, untracked.stdout], [2, '']);
    assert.match(untracked.stderr, /Nothing of that name is committed/);
    assert.equal((await outcomeLens(repo.dir, 'why', '--file', 'gone.ts')).exit, 2);
    assert.match((await outcomeLens(repo.dir, 'why', '--file', 'a', '--ticket', 'PAY-1')).stderr, /exclude each other/);
  });

  it('ends in 1 when the chain leads to no outcome', async () => {
    const repo = shop('- [ ]');
    repo.switchTo('spike/x');
    repo.git('reset', '--quiet', '--hard', 'main');
    const { exit, stdout } = await outcomeLens(repo.dir, 'why');
    assert.equal(exit, 1);
    assert.match(stdout, /No ticket found/);
  });

  it('is a gate: 0 when ready, 1 when something is open', async () => {
    const done = await outcomeLens(shop('- [x]').dir, 'ready');
    assert.deepEqual([done.exit, /met\./.test(done.stdout)], [0, true]);
    const open = shop('- [ ]').dir;
    const missing = await outcomeLens(open, 'ready', 'PAY-100', '--gate', 'go-live readiness');
    assert.equal(missing.exit, 1);
    assert.match(missing.stdout, /OPEN Support briefed/);
    assert.equal((await outcomeLens(shop('- [x]').dir, 'ready', '--strict')).exit, 1);
    const document = readyJsonSchema.parse(JSON.parse((await outcomeLens(open, 'ready', '--json')).stdout));
    assert.equal(document.ready, 'no');
    assert.deepEqual(
      document.gates[0]?.items.map(({ line }) => line),
      [9, 10],
    );
  });

  it('ends in 2 when it could not answer', async () => {
    const { dir } = shop('- [ ]');
    assert.equal((await outcomeLens(dir, 'ready', '--gate', 'Ready to fly')).exit, 2);
    assert.equal((await outcomeLens(dir, 'ready', 'PAY-999')).exit, 2);
    const undecided = await outcomeLens(shop('- [x] x <!-- proof: ticket PAY-101 done -->\n- [x]').dir, 'ready');
    assert.equal(undecided.exit, 2);
    const usage = await outcomeLens(dir, 'fly');
    assert.deepEqual([usage.exit, usage.stdout], [2, '']);
    assert.match(usage.stderr, /no command "fly"/);
    const nowhere = await outcomeLens(temporaryFolder(), 'why');
    assert.equal(nowhere.exit, 2);
    assert.match(nowhere.stderr, /No git repository here/);
    const gone = await outcomeLens(dir, 'flow', '-C', path.join(dir, 'gone'));
    assert.equal(gone.exit, 2);
    assert.match(gone.stderr, /there is no folder ".*gone"/);
  });

  it('ends quietly, with the code of its answer, when nobody reads on', async () => {
    const { dir } = shop('- [ ]');
    const ended = await new Promise<Ended>(resolve => {
      const child = spawn('node', [path.join(ROOT, 'dist', 'cli.cjs'), 'ready', '--json'], {
        cwd: dir,
        env: testEnvironment(),
      });
      let stderr = '';
      child.stdout.destroy();
      child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
      child.on('close', exit => resolve({ exit: exit ?? -1, stdout: '', stderr }));
    });
    assert.deepEqual(ended, { exit: 1, stdout: '', stderr: '' });
  });

  it('names file and line of what it could not read, and answers with the rest', async () => {
    const repo = shop('- [ ]');
    writeFileSync(path.join(repo.dir, 'outcomes/PAY-100.md'), EPIC.replace('stage: launch', 'stage: tomorrow'));
    const { exit, stderr, stdout } = await outcomeLens(repo.dir, 'why');
    assert.equal(exit, 0);
    assert.match(stderr, /outcomes\/PAY-100\.md:4: /);
    assert.match(stdout, /Guests pay/);
  });

  it('never passes a launch whose gate is misspelt', async () => {
    const repo = shop('- [x]');
    writeFileSync(
      path.join(repo.dir, 'outcomes/PAY-100.md'),
      EPIC.replace('## Go-live readiness', '## Go live readiness').replace('BOX', '- [ ]'),
    );
    const { exit, stdout } = await outcomeLens(repo.dir, 'ready');
    assert.equal(exit, 2);
    assert.match(stdout, /No gate could be asked|has no gate/);
    assert.equal(
      readyJsonSchema.parse(JSON.parse((await outcomeLens(repo.dir, 'ready', '--json')).stdout)).ready,
      'unknown',
    );
  });

  it('names an epic file that cannot be read, and ends in 2', async () => {
    const repo = shop('- [ ]');
    writeFileSync(path.join(repo.dir, 'outcomes/PAY-101.md'), 'no front matter at all\n');
    repo.git('rm', '--quiet', '--cached', 'outcomes/PAY-100.md');
    writeFileSync(path.join(repo.dir, 'outcomes/PAY-100.md'), '<<<<<<< ours\n=======\n>>>>>>> theirs\n');
    const why = await outcomeLens(repo.dir, 'why');
    assert.equal(why.exit, 2);
    assert.match(why.stderr, /outcomes\/PAY-101\.md:1: No front matter/);
    assert.match(why.stderr, /outcomes\/PAY-100\.md/);
    assert.equal((await outcomeLens(repo.dir, 'ready')).exit, 2);
  });

  it('answers about a branch that only the remote has, as in CI', async () => {
    const repo = shop('- [ ]');
    repo.switchTo('main');
    const clone = path.join(temporaryFolder(), 'clone');
    repo.git('clone', '--quiet', '--branch=main', repo.dir, clone);
    const { exit, stdout } = await outcomeLens(clone, 'why', '--branch', 'feature/PAY-101-form');
    assert.equal(exit, 0);
    assert.match(stdout, /PAY-101 \(key in the branch name\)/);
    const none = await outcomeLens(clone, 'why', '--branch', 'none');
    assert.equal(none.exit, 2);
    assert.match(none.stderr, /There is no branch "none" here/);
  });

  it('answers about a ticket without claiming anything about the branch', async () => {
    const { dir } = shop('- [ ]');
    const { stdout } = await outcomeLens(dir, 'why', '--ticket', 'pay-101');
    assert.match(stdout, /PAY-101 \(asked about\)/);
    assert.doesNotMatch(stdout, /branch|pinned/);
    assert.equal(
      whyJsonSchema.parse(JSON.parse((await outcomeLens(dir, 'why', '--ticket', 'PAY-101', '--json')).stdout)).branch,
      null,
    );
  });

  it('says so where nothing has been committed', async () => {
    const { dir } = makeRepo();
    const flow = await outcomeLens(dir, 'flow');
    assert.equal(flow.exit, 2);
    assert.match(flow.stderr, /No commit yet/);
    assert.equal((await outcomeLens(dir, 'why')).exit, 1);
  });

  it('declines flow figures for one contributor', async () => {
    const repo = makeRepo();
    const now = Math.floor(Date.now() / 1000);
    repo.commit('PAY-1 x', { at: now - 40 * 86_400 });
    const text = await outcomeLens(repo.dir, 'flow');
    assert.equal(text.exit, 1);
    assert.match(text.stdout, /Not shown, to protect people/);
    const document = flowJsonSchema.parse(JSON.parse((await outcomeLens(repo.dir, 'flow', '--json')).stdout));
    assert.deepEqual([document.shown, document.figures, document.quality], [false, [], []]);
    const solo = await outcomeLens(repo.dir, 'flow', '--solo');
    assert.equal(solo.exit, 1, 'a pipe is no terminal, so --solo shows nothing');
    assert.match(solo.stderr, /^--solo does nothing here/);
    const csv = await outcomeLens(repo.dir, 'flow', '--figure', 'throughput', '--format', 'csv');
    assert.deepEqual([csv.exit, csv.stdout], [1, '']);
    assert.match(csv.stderr, /^Fewer than 5 people/);
    for (const format of ['text', 'markdown', 'csv', 'json']) {
      const typed = await outcomeLens(repo.dir, 'flow', '--figure', 'trhoughput', '--format', format);
      assert.deepEqual([typed.exit, typed.stdout], [2, ''], format);
      assert.match(typed.stderr, /--figure takes one of cycleTime, .*, not "trhoughput"/);
    }
  });

  it('says which files of the outcomes folder it could not read, and shows no figure of half a team', async () => {
    const repo = makeRepo();
    const files = {
      'outcomes/team.yaml': 'team: Shop\nfocus: [velocity]\n',
      'outcomes/value-tree.yaml': 'goals: "open\n',
      'outcomes/teams/pay.yaml': 'team: Pay\npaths: ["src/pay/**"\n',
      'outcomes/teams/web.yaml': 'paths: ["src/web/**"]\n',
    };
    repo.commit('Begin', { at: Math.floor(Date.now() / 1000) - 40 * 86_400, files });
    for (const args of [[], ['--json'], ['--team', 'web', '--format', 'markdown']]) {
      const { exit, stderr } = await outcomeLens(repo.dir, 'flow', ...args);
      assert.equal(exit, 1, stderr);
      for (const place of ['team.yaml:2', 'value-tree.yaml:2', 'teams/pay.yaml:3'])
        assert.match(stderr, new RegExp(`^outcomes/${place}: [A-Z].+\\.$`, 'm'));
    }
    const half = await outcomeLens(repo.dir, 'flow', '--team', 'pay', '--json');
    assert.deepEqual([half.exit, half.stdout], [2, '']);
    assert.match(
      half.stderr,
      /^outcome-lens: outcomes\/teams\/pay\.yaml:3: The team’s file is broken\. .* Mend the file/,
    );
  });

  it('explains itself', async () => {
    const { exit, stdout } = await outcomeLens(ROOT, '--help');
    assert.equal(exit, 0);
    assert.match(stdout, /outcome-lens ready/);
    assert.match((await outcomeLens(ROOT, '--version')).stdout, /^outcome-lens \d+\.\d+\.\d+$/m);
  });
});

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lintJsonSchema } from '../../src/cli/output/lintJson.ts';
import { ROOT } from '../contract/sourceTree.ts';
import { misfits } from '../support/jsonSchema.ts';
import { write } from '../support/lensShop.ts';
import { cleanup, makeRepo, temporaryFolder, testEnvironment, type TestRepo } from '../support/repo.ts';

interface Ended {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line as a shell would. */
function outcomeLens(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return new Promise(resolve => {
    const child = execFile(
      'node',
      [path.join(ROOT, 'dist', 'cli.cjs'), ...args],
      { cwd, env: { ...testEnvironment(), ...env } },
      (_, stdout, stderr) => resolve({ exit: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

const EPIC = `---
key: PAY-100
title: Guest checkout
stage: launch
outcome:
  statement: Guests pay without an account, so fewer carts are abandoned.
  benefits: [customer]
  measures: [{ name: abandoned carts, baseline: 31, target: 26, by: 2999-01-01 }]
tickets: [PAY-101]
---
## Go-live readiness
- [x] Rollback criteria agreed [runbook](docs/runbook.md)
- [ ] Support briefed by @alice
`;

function shop(text = EPIC): TestRepo {
  const repo = makeRepo();
  repo.commit('Begin', { files: { 'outcomes/PAY-100.md': text, 'docs/runbook.md': '# Runbook\n' } });
  repo.switchTo('feature/PAY-101-form');
  repo.commit('PAY-101 form');
  return repo;
}

describe('outcome-lens ready, in other formats', () => {
  afterEach(cleanup);

  it('prints a comment with the exit code of the answer', async () => {
    const { dir } = shop();
    const { exit, stdout, stderr } = await outcomeLens(dir, [
      'ready',
      '--format',
      'markdown',
      '--links',
      'https://forge.example/blob/1',
    ]);
    assert.deepEqual([exit, stderr], [1, '']);
    assert.match(stdout, /^<!-- outcome-lens:ready -->\n/);
    assert.match(stdout, /^- \*\*Support briefed by @&#8203;alice\*\* \(\[line 13\]/m);
    assert.match(stdout, /\[docs\/runbook\.md\]\(<https:\/\/forge\.example\/blob\/1\/docs\/runbook\.md>\)/);
    const done = await outcomeLens(shop(EPIC.replace('- [ ]', '- [x]')).dir, ['ready', '--format', 'markdown']);
    assert.deepEqual([done.exit, /\*\*Ready\.\*\*/.test(done.stdout)], [0, true]);
  });

  it('prints SARIF that fits its schema, also without an answer', async () => {
    const { dir } = shop();
    const { exit, stdout } = await outcomeLens(dir, [
      'ready',
      'PAY-100',
      '--gate',
      'go-live readiness',
      '--format',
      'sarif',
    ]);
    assert.equal(exit, 1);
    assert.deepEqual(misfits(JSON.parse(stdout), 'sarif-2.1.0.json'), []);
    assert.match(stdout, /"id": "outcome-lens\/ready\/PAY-100\/go-live%20readiness\/"/);
    assert.match(stdout, /"version": "\d+\.\d+\.\d+"/);
    assert.match(stdout, /"startLine": 13/);
    const none = await outcomeLens(dir, ['ready', 'PAY-999', '--format', 'sarif']);
    assert.equal(none.exit, 2);
    assert.deepEqual(misfits(JSON.parse(none.stdout), 'sarif-2.1.0.json'), []);
    assert.match(none.stdout, /"executionSuccessful": false/);
  });
});

describe('outcome-lens lint', () => {
  afterEach(cleanup);

  it('finds nothing in an epic that says everything', async () => {
    const { dir } = shop();
    assert.deepEqual(await outcomeLens(dir, ['lint', '--strict']), {
      exit: 0,
      stdout: '1 epic file, nothing found.\n',
      stderr: '',
    });
  });

  it('passes with hints, and fails with them when it is strict', async () => {
    const { dir } = shop(EPIC.replace('  benefits: [customer]\n', ''));
    const { exit, stdout } = await outcomeLens(dir, ['lint']);
    assert.equal(exit, 0);
    assert.match(stdout, /^outcomes\/PAY-100\.md:6:14 {2}hint {2}outcome\/no-beneficiary {2}Who is better off/);
    assert.match(stdout, /\n\n1 epic file: 0 errors, 0 warnings, 1 hint\.\n$/);
    assert.equal((await outcomeLens(dir, ['lint', '--strict'])).exit, 1);
  });

  it('fails for what cannot be read, in epic files, the value tree and team files', async () => {
    for (const [file, text, place] of [
      ['outcomes/PAY-100.md', EPIC.replace('stage: launch', 'stage: tomorrow'), '4:8'],
      ['outcomes/value-tree.yaml', 'objectives: [\n', '2:1'],
      ['outcomes/team.yaml', 'timeZone: Nowhere\n', '1:11'],
      ['outcomes/teams/one.yaml', 'team: { }\n', '1:7'],
    ] as const) {
      const repo = shop();
      write(repo, file, text);
      const { exit, stdout } = await outcomeLens(repo.dir, ['lint']);
      assert.deepEqual([exit, stdout.split('  ')[0]], [1, `${file}:${place}`]);
    }
  });

  it('tells once, in each file, that two files have one key', async () => {
    const repo = shop();
    write(repo, 'outcomes/copy.md', EPIC.replace('PAY-100', 'pay-100'));
    const { exit, stdout } = await outcomeLens(repo.dir, ['lint', '--json']);
    assert.equal(exit, 1);
    const { findings, errors } = lintJsonSchema.parse(JSON.parse(stdout));
    assert.equal(errors, 2);
    assert.deepEqual(
      findings.map(({ file, rule, line, column }) => [file, rule, line, column]),
      [
        ['outcomes/PAY-100.md', 'epic/duplicate-key', 2, 6],
        ['outcomes/copy.md', 'epic/duplicate-key', 2, 6],
      ],
    );
  });

  it('prints SARIF that fits its schema', async () => {
    const repo = shop();
    write(repo, 'outcomes/value-tree.yaml', 'objectives: 3\n');
    const { exit, stdout } = await outcomeLens(repo.dir, ['lint', '--format', 'sarif']);
    assert.equal(exit, 1);
    assert.deepEqual(misfits(JSON.parse(stdout), 'sarif-2.1.0.json'), []);
    assert.match(stdout, /"uri": "outcomes\/value-tree\.yaml"/);
  });

  it('looks at the named files and folders only, from the folder where it runs', async () => {
    const repo = shop();
    write(repo, 'outcomes/PAY-200.md', 'no front matter\n');
    write(repo, 'outcomes/README.md', '# Here\n');
    const good = await outcomeLens(repo.dir, ['lint', 'outcomes/PAY-100.md', 'outcomes/README.md', 'docs']);
    assert.deepEqual([good.exit, good.stdout], [0, '1 epic file, nothing found.\n']);
    assert.equal(
      good.stderr,
      'outcomes/README.md is no epic file, value tree or team file and was not looked at.\n' +
        'docs is no epic file, value tree or team file and was not looked at.\n',
    );
    assert.equal((await outcomeLens(path.join(repo.dir, 'docs'), ['lint', '../outcomes/PAY-200.md'])).exit, 1);
    assert.equal((await outcomeLens(repo.dir, ['lint', 'outcomes'])).exit, 1);
    assert.equal((await outcomeLens(temporaryFolder(), ['lint', '-C', repo.dir, 'outcomes/PAY-200.md'])).exit, 1);
    assert.equal((await outcomeLens(repo.dir, ['lint', '.'])).exit, 1);
  });

  it('says what is wrong with a path that is not there or not here', async () => {
    const { dir } = shop();
    const gone = await outcomeLens(dir, ['lint', 'outcomes/PAY-999.md']);
    assert.deepEqual([gone.exit, gone.stdout], [2, '']);
    assert.match(gone.stderr, /there is no file or folder "outcomes\/PAY-999\.md"/);
    const outside = await outcomeLens(dir, ['lint', '..']);
    assert.equal(outside.exit, 2);
    assert.match(outside.stderr, /"\.\." is not in this repository/);
  });

  it('looks at an epic file that is a link, and tells when it leads out of the repository', async () => {
    const repo = shop();
    const outside = path.join(temporaryFolder(), 'secret.md');
    writeFileSync(outside, EPIC);
    symlinkSync(outside, path.join(repo.dir, 'outcomes/PAY-300.md'));
    const { exit, stdout } = await outcomeLens(repo.dir, ['lint', 'outcomes/PAY-300.md']);
    assert.equal(exit, 1);
    assert.match(stdout, /^outcomes\/PAY-300\.md {2}error {2}file\/outside-repository /);
  });

  it('ends in 2 where there is no epic file', async () => {
    const repo = makeRepo();
    repo.commit('Begin');
    const { exit, stderr } = await outcomeLens(repo.dir, ['lint']);
    assert.equal(exit, 2);
    assert.equal(stderr, 'There is no epic file in outcomes/; --folder names another.\n');
  });

  it('ends in 2 where a named folder has no epic file, and passes over a file of another kind', async () => {
    const repo = shop();
    const folder = await outcomeLens(repo.dir, ['lint', 'docs/']);
    assert.deepEqual([folder.exit, folder.stderr], [2, 'There is no epic file in docs/; --folder names another.\n']);
    assert.equal((await outcomeLens(repo.dir, ['lint', 'docs/runbook.md'])).exit, 0);
    mkdirSync(path.join(repo.dir, 'none'));
    assert.equal((await outcomeLens(repo.dir, ['lint', '--folder', 'none', 'none'])).exit, 2);
  });

  it('counts as failed in SARIF where there was nothing to look at, and only there', async () => {
    const repo = shop();
    const none = await outcomeLens(repo.dir, ['lint', '--folder', 'none', '--format', 'sarif']);
    assert.deepEqual(misfits(JSON.parse(none.stdout), 'sarif-2.1.0.json'), []);
    assert.equal(none.exit, 2);
    assert.match(none.stdout, /"executionSuccessful": false/);
    assert.match(none.stdout, /There is no epic file in none\//);
    assert.match((await outcomeLens(repo.dir, ['lint', '--format', 'sarif'])).stdout, /"executionSuccessful": true/);
  });

  it('lets no character of a file act on the terminal', async () => {
    const repo = shop();
    write(repo, 'outcomes/PAY-200.md', '---\nkey: PAY-200\nkeyResult: "KR\\e[2J\\x9b\\u202e"\nstage: "\\e[2J"\n---\n');
    write(repo, 'outcomes/value-tree.yaml', 'objectives: []\n');
    for (const format of ['text', 'sarif', 'json']) {
      const { stdout } = await outcomeLens(repo.dir, ['lint', '--format', format]);
      assert.match(stdout, /PAY-200/);
      assert.doesNotMatch(stdout, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    }
  });
});

describe('a surprise on the command line', () => {
  afterEach(cleanup);

  it('is one sentence, and says where it happened only when asked to', async () => {
    const { dir } = shop();
    const broken = path.join(temporaryFolder(), 'broken.cjs');
    writeFileSync(broken, "JSON.stringify = () => { throw new Error('in ' + __filename); };\n");
    const run = (env: Readonly<Record<string, string>>) =>
      outcomeLens(dir, ['ready', '--json'], { NODE_OPTIONS: `--require ${broken}`, ...env });
    const quiet = await run({});
    assert.deepEqual([quiet.exit, quiet.stdout], [2, '']);
    assert.match(quiet.stderr, /^outcome-lens: Something unexpected happened; [^\n]+\n$/);
    assert.doesNotMatch(quiet.stderr, /broken\.cjs|\/tmp/);
    const loud = await run({ OUTCOME_LENS_DEBUG: '1' });
    assert.equal(loud.exit, 2);
    assert.match(loud.stderr, /broken\.cjs/);
  });
});

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { misfits } from '../support/jsonSchema.ts';
import { cleanup, makeRepo, testEnvironment, type TestRepo } from '../support/repo.ts';
import { bash, runSteps, standIn, type Ran, type Step } from '../support/workflow.ts';
import { ROOT, textOf } from './sourceTree.ts';

const page = textOf('docs/ci.md');
const { version } = JSON.parse(textOf('package.json')) as { readonly version: string };
const TARBALL = `outcome-lens-${version}.tgz`;

/** The YAML below a heading of the page. */
function snippet(heading: string): string {
  const section = page.slice(page.indexOf(`## ${heading}\n`));
  return /```yaml\n([\s\S]*?)```/.exec(section)?.[1] ?? '';
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

const workflow = parse(snippet('GitHub Actions')) as {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: { readonly readiness: { readonly steps: readonly Step[] } };
};
const { steps } = workflow.jobs.readiness;
const gitlab = (
  parse(snippet('GitLab CI')) as {
    readonly readiness: {
      readonly script: readonly string[];
      readonly variables: Readonly<Record<string, string>>;
      readonly artifacts: { readonly when: string; readonly paths: readonly string[] };
    };
  }
).readiness;

describe('docs/ci.md', function () {
  this.timeout(120_000);
  let packed = '';

  before(() => {
    packed = mkdtempSync(path.join(tmpdir(), 'outcome-lens-packed-'));
    // As the page says, but for the build, which the tests have made already.
    const args = ['pack', '--ignore-scripts', '--silent', '--pack-destination', packed];
    execFileSync('npm', args, { cwd: ROOT, stdio: 'pipe' });
  });
  afterEach(cleanup);
  after(() => rmSync(packed, { recursive: true, force: true }));

  /** A checkout of the branch, with the packed command line where the page puts it. */
  function shop(box: string): TestRepo {
    const repo = makeRepo();
    repo.commit('Begin', { files: { 'outcomes/PAY-100.md': EPIC.replace('BOX', box) } });
    repo.switchTo('feature/PAY-101-form');
    repo.commit('PAY-101 form');
    mkdirSync(path.join(repo.dir, 'tools'));
    copyFileSync(path.join(packed, TARBALL), path.join(repo.dir, 'tools', TARBALL));
    return repo;
  }

  it('names the version that npm pack makes', () => {
    for (const [named] of page.matchAll(/outcome-lens-[\d.]+\.tgz/g)) assert.equal(named, TARBALL);
  });

  describe('GitHub Actions', () => {
    const CONTEXT = {
      'github.server_url': 'https://forge.example',
      'github.repository': 'shop/web',
      'github.token': 'secret',
      'github.head_ref': 'feature/PAY-101-form',
      'github.event.pull_request.head.sha': 'abc',
      'github.event.pull_request.head.repo.full_name': 'shop/web',
      'github.event.pull_request.number': '7',
    };

    function run(dir: string, bin: string, context: Readonly<Record<string, string>> = {}): Ran {
      return runSteps(steps, { dir, bin, context: { ...CONTEXT, ...context } });
    }

    it('is a workflow', () => {
      assert.deepEqual(misfits(workflow, 'github-workflow.json'), []);
      assert.notDeepEqual(misfits({ ...workflow, jobs: { a: { steps: [] } } }, 'github-workflow.json'), []);
      for (const step of steps) assert.ok((step.uses === undefined) !== (step.run === undefined));
    });

    it('asks for the rights that its steps need, and reads the whole history of the branch', () => {
      assert.deepEqual(workflow.permissions, {
        contents: 'read',
        'pull-requests': 'write',
        'security-events': 'write',
      });
      const [checkout] = steps;
      assert.equal(checkout?.with?.['fetch-depth'], 0);
      assert.equal(checkout.with['ref'], '${{ github.head_ref }}');
      for (const step of steps) assert.doesNotMatch(step.run ?? '', /\$\{\{/, 'an expression in a script can be code');
    });

    it('passes when the gate is met, with a comment that says so', () => {
      const { dir } = shop('- [x]');
      const gh = standIn('gh', []);
      const ran = run(dir, gh.bin);
      assert.deepEqual([ran.exit, ran.stderr], [0, '']);
      assert.deepEqual(ran.simulated, [
        'actions/checkout@v4',
        'actions/setup-node@v4',
        'github/codeql-action/upload-sarif@v3',
      ]);
      assert.match(ran.summary, /\*\*Ready\.\*\* Go-live readiness: met\./);
      assert.equal(gh.calls().at(-1)?.trim(), 'pr comment 7 --body-file readiness/ready.md');
    });

    it('fails with 1 when something is missing, and names it in comment and SARIF', () => {
      const { dir } = shop('- [ ]');
      const gh = standIn('gh', [{ when: 'issues/7/comments', prints: '4711\n' }]);
      const ran = run(dir, gh.bin);
      assert.equal(ran.exit, 1);
      const comment = readFileSync(path.join(dir, 'readiness/ready.md'), 'utf8');
      assert.match(comment, /^<!-- outcome-lens:ready Go-live%20readiness -->\n/);
      assert.match(
        comment,
        /^- \*\*Support briefed\*\* \(\[line 10\]\(<https:\/\/forge\.example\/shop\/web\/blob\/abc\/outcomes\/PAY-100\.md\?plain=1#L10>\)\): open\./m,
      );
      assert.equal(
        gh.calls().at(-1)?.trim(),
        'api --silent --method PATCH repos/shop/web/issues/comments/4711 --field body=@readiness/ready.md',
      );
      for (const file of ['ready', 'lint'])
        assert.deepEqual(
          misfits(
            JSON.parse(readFileSync(path.join(dir, `readiness/sarif/${file}.sarif`), 'utf8')),
            'sarif-2.1.0.json',
          ),
          [],
        );
      assert.ok(ran.simulated.includes('github/codeql-action/upload-sarif@v3'), 'the lines are marked before it fails');
    });

    it('leaves all comments alone when there is no answer to write', () => {
      const { dir } = shop('- [x]');
      // The command line could not run at all.
      const broken = steps.map(step =>
        step.id === 'ask' ? { ...step, run: (step.run ?? '').replaceAll('node "$LENS"', 'false') } : step,
      );
      const gh = standIn('gh', [{ when: 'issues/7/comments', prints: '4711\n' }]);
      const ran = runSteps(broken, { dir, bin: gh.bin, context: CONTEXT });
      assert.equal(readFileSync(path.join(dir, 'readiness/ready.md'), 'utf8'), '');
      assert.deepEqual([ran.exit, gh.calls()], [1, []]);
    });

    it('is a gate without rights for a fork, and fails with 2 where there is no epic', () => {
      const repo = shop('- [ ]');
      repo.switchTo('spike/x');
      repo.git('reset', '--quiet', '--hard', 'main');
      const gh = standIn('gh', []);
      const ran = run(repo.dir, gh.bin, { 'github.event.pull_request.head.repo.full_name': 'somebody/web' });
      assert.equal(ran.exit, 2);
      assert.deepEqual(ran.skipped, ['Comment', 'Mark the lines']);
      assert.deepEqual(gh.calls(), []);
      assert.match(ran.summary, /No epic was found/);
    });
  });

  describe('GitLab CI', () => {
    function run(repo: TestRepo, bin: string, token: Readonly<Record<string, string>>, script = gitlab.script) {
      const commit = repo.git('rev-parse', 'HEAD');
      // A runner checks out a commit, not a branch.
      repo.git('checkout', '--quiet', '--detach', commit);
      return bash(script.join('\n'), '-e -o pipefail', repo.dir, {
        ...testEnvironment(),
        ...gitlab.variables,
        ...token,
        PATH: `${bin}:${process.env['PATH'] ?? ''}`,
        CI_API_V4_URL: 'https://forge.example/api/v4',
        CI_COMMIT_SHA: commit,
        CI_MERGE_REQUEST_IID: '7',
        CI_MERGE_REQUEST_PROJECT_ID: '42',
        CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: 'feature/PAY-101-form',
        CI_PROJECT_URL: 'https://forge.example/shop/web',
      });
    }
    const NOTES = 'https://forge.example/api/v4/projects/42/merge_requests/7/notes';
    const TOKEN = { READINESS_TOKEN: 'secret' };
    const me = { id: 7 };
    const ME = { when: '/api/v4/user', prints: JSON.stringify(me) };
    const body = '<!-- outcome-lens:ready Go-live%20readiness -->\n\n### Before';

    it('passes when the gate is met, keeps its files, and needs no token', () => {
      const repo = shop('- [x]');
      const curl = standIn('curl', []);
      assert.deepEqual(run(repo, curl.bin, {}), { exit: 0, stderr: '' });
      assert.deepEqual(curl.calls(), []);
      assert.deepEqual(gitlab.artifacts, { when: 'always', paths: ['readiness/'] });
      for (const file of ['ready.md', 'ready.sarif', 'lint.sarif'])
        assert.ok(existsSync(path.join(repo.dir, 'readiness', file)), file);
    });

    it('fails with 1 when something is missing, with a new note that names it', () => {
      const repo = shop('- [ ]');
      const curl = standIn('curl', [
        ME,
        { when: 'per_page', prints: JSON.stringify([{ id: 3, body: 'Nice', author: me }]) },
      ]);
      assert.deepEqual(run(repo, curl.bin, TOKEN), { exit: 1, stderr: '' });
      const text = readFileSync(path.join(repo.dir, 'readiness/ready.md'), 'utf8');
      assert.match(text, /^- \*\*Support briefed\*\* \(\[line 10\]\(<https:\/\/forge\.example\/shop\/web\/-\/blob\//m);
      assert.match(
        curl.calls().at(-1) ?? '',
        new RegExp(`--request POST .*--data-urlencode body@readiness/ready.md ${NOTES}`),
      );
    });

    it('leaves all notes alone when there is no answer to write', () => {
      const repo = shop('- [x]');
      const curl = standIn('curl', []);
      const broken = gitlab.script.map(line => line.replaceAll('node "$lens/dist/cli.cjs"', 'false'));
      assert.equal(run(repo, curl.bin, TOKEN, broken).exit, 1);
      assert.deepEqual(curl.calls(), []);
    });

    it('looks through all pages, and writes no note of anybody else', () => {
      const others = Array.from({ length: 100 }, (_, id) => ({ id, body, author: { id: 8 } }));
      const curl = standIn('curl', [
        ME,
        { when: '&page=1', prints: JSON.stringify(others) },
        { when: '&page=2', prints: JSON.stringify([...others.slice(0, 99), { id: 400, body, author: me }]) },
      ]);
      assert.equal(run(shop('- [ ]'), curl.bin, TOKEN).exit, 1);
      assert.match(curl.calls().at(-1) ?? '', new RegExp(`--request PUT .* ${NOTES}/400`));
      const foreign = standIn('curl', [ME, { when: 'per_page', prints: JSON.stringify(others.slice(0, 3)) }]);
      assert.equal(run(shop('- [ ]'), foreign.bin, TOKEN).exit, 1);
      assert.match(foreign.calls().at(-1) ?? '', /--request POST/);
    });

    it('writes its own note anew', () => {
      const notes = [
        { id: 3, body: 'Nice', author: me },
        { id: 4, body, author: me },
      ];
      const curl = standIn('curl', [ME, { when: 'per_page', prints: JSON.stringify(notes) }]);
      assert.equal(run(shop('- [ ]'), curl.bin, TOKEN).exit, 1);
      assert.match(curl.calls().at(-1) ?? '', new RegExp(`--request PUT .* ${NOTES}/4`));
    });
  });
});

import assert from 'node:assert/strict';
import path from 'node:path';
import { createGitClient, type GitClientOptions } from '../../src/git/gitClient.ts';
import { createGit } from '../../src/git/openGit.ts';
import { CancelledError, ProblemError, type ProblemCode } from '../../src/model/problem.ts';
import { NO_KEY_RULES } from '../../src/model/text/ticketKeys.ts';
import { cleanup, makeRepo, temporaryFolder, testEnvironment } from '../support/repo.ts';
import { wrapGit } from '../support/repoWrapper.ts';

const trusted = { isTrusted: () => true, environment: testEnvironment() };

function problem(code: ProblemCode) {
  return (error: unknown) => error instanceof ProblemError && error.problem.code === code;
}

function open(folder: string, options: Partial<GitClientOptions> = {}) {
  return createGit({ ...trusted, ...options }).open(folder);
}

describe('the git client', () => {
  afterEach(cleanup);

  it('says when git is missing, and tries again next time', async () => {
    const { dir } = makeRepo();
    const git = createGit({ ...trusted, gitPath: path.join(dir, 'no', 'git') });
    await assert.rejects(git.open(dir), problem('git/not-found'));
    await assert.rejects(git.open(dir), problem('git/not-found'));
  });

  it('says when git is too old', async () => {
    const { dir } = makeRepo();
    const answers = {
      '2.29.2': false,
      '1.8.3.1': false,
      nonsense: false,
      '2.30.0': true,
      '2.50.1 (Apple Git-155)': true,
    };
    for (const [version, enough] of Object.entries(answers)) {
      const old = `case "$*" in *version) echo 'git version ${version}';; *) exec git "$@";; esac`;
      const opening = open(dir, { gitPath: wrapGit(old).path });
      if (enough) await opening;
      else await assert.rejects(opening, problem('git/too-old'), version);
    }
  });

  it('runs nothing in an untrusted workspace', async () => {
    const repo = makeRepo();
    repo.commit('first');
    const wrapper = wrapGit('echo "$@" >> "$LOG"; exec git "$@"');
    const trust = { given: false };
    const git = createGit({ ...trusted, gitPath: wrapper.path, isTrusted: () => trust.given });
    await assert.rejects(git.open(repo.dir), problem('workspace/untrusted'));
    assert.deepEqual(wrapper.lines(), []);

    trust.given = true;
    const opened = await git.open(repo.dir);
    const before = wrapper.lines().length;
    trust.given = false;
    await assert.rejects(opened.facts(null, NO_KEY_RULES), problem('workspace/untrusted'));
    await assert.rejects(
      opened.setBranchConfig('refs/heads/main', 'outcomelens-ticket', 'PAY-1'),
      problem('workspace/untrusted'),
    );
    assert.equal(wrapper.lines().length, before);
  });

  it('says when there is no repository, or none with a work tree', async () => {
    await assert.rejects(open(temporaryFolder()), problem('git/no-repository'));
    await assert.rejects(open(path.join(temporaryFolder(), 'gone')), problem('git/no-repository'));
    const bare = makeRepo();
    bare.git('config', 'core.bare', 'true');
    await assert.rejects(open(bare.dir), (error: unknown) => {
      return (
        problem('git/no-repository')(error) && (error as ProblemError).problem.detail?.includes('work tree') === true
      );
    });
  });

  it('says when the repository belongs to somebody else', async () => {
    const { dir } = makeRepo();
    const gitPath = wrapGit('GIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec git "$@"').path;
    await assert.rejects(open(dir, { gitPath }), problem('git/not-owned'));
  });

  it('never runs more than two processes at once, over all repositories', async () => {
    const wrapper = wrapGit('echo start >> "$LOG"; git "$@"; code=$?; echo end >> "$LOG"; exit $code');
    const git = createGit({ ...trusted, gitPath: wrapper.path });
    const repos = [makeRepo(), makeRepo(), makeRepo()];
    for (const repo of repos) repo.commit('first');
    await Promise.all(
      repos.map(async ({ dir }) => {
        const opened = await git.open(dir);
        await Promise.all([opened.facts(null, NO_KEY_RULES), opened.tags(), opened.branchTip('main')]);
      }),
    );
    const lines = wrapper.lines();
    let running = 0;
    for (const line of lines) {
      running += line === 'start' ? 1 : -1;
      assert.ok(running <= 2);
    }
    assert.ok(lines.length > 30);
  });

  it('stops a read and a stream that take too long', async () => {
    const { dir } = makeRepo();
    const gitPath = wrapGit('case "$*" in *version) exec git version;; *) exec tail -f /dev/null;; esac').path;
    const client = createGitClient({ ...trusted, gitPath, timeLimits: { read: 300, stream: 300 } });
    const log = { stream: 'log', format: '%H', from: 'refs/heads/main', without: null, limit: null } as const;
    await assert.rejects(
      client.stream(dir, log, () => true),
      problem('git/timeout'),
    );
    await assert.rejects(client.read(dir, { read: 'tags' }), problem('git/timeout'));
  });

  it('ends a running process when it is cancelled', async () => {
    const { dir } = makeRepo();
    const gitPath = wrapGit('case "$*" in *version) exec git version;; *) echo x; exec tail -f /dev/null;; esac').path;
    const client = createGitClient({ ...trusted, gitPath });
    const inStream = new AbortController();
    const log = { stream: 'log', format: '%H', from: 'refs/heads/main', without: null, limit: null } as const;
    const take = () => {
      inStream.abort();
      return true;
    };
    await assert.rejects(client.stream(dir, log, take, inStream.signal), CancelledError);

    const inRead = new AbortController();
    const reading = client.read(dir, { read: 'tags' }, inRead.signal);
    setImmediate(() => inRead.abort());
    await assert.rejects(reading, CancelledError);
    await assert.rejects(client.read(dir, { read: 'tags' }, AbortSignal.abort()), CancelledError);
  });

  it('passes on what git needs of the environment and nothing else', async () => {
    const { dir, commit } = makeRepo();
    const hash = commit('first');
    const wrapper = wrapGit('env > "$LOG"; exec git "$@"');
    const environment: Record<string, string> = {
      ...testEnvironment(),
      XDG_CONFIG_HOME: '/xdg',
      EDITOR: 'touch edited',
      GIT_DIR: '/elsewhere',
      GIT_CONFIG_COUNT: '1',
      GIT_EXTERNAL_DIFF: 'touch diffed',
      GIT_TRACE: '2',
      TOKEN: 'secret',
    };
    const client = createGitClient({ ...trusted, environment, gitPath: wrapper.path });
    const reads = {
      read: () => client.read(dir, { read: 'tags' }),
      stream: () => client.stream(dir, { stream: 'given', format: '%H', commits: [hash] }, () => true),
    };
    await reads.read();
    for (const read of Object.values(reads)) {
      await read();
      const seen = new Map(wrapper.lines().map(line => line.split('=', 2) as [string, string]));
      for (const name of ['EDITOR', 'GIT_DIR', 'GIT_CONFIG_COUNT', 'GIT_EXTERNAL_DIFF', 'GIT_TRACE', 'TOKEN']) {
        assert.equal(seen.get(name), undefined, name);
      }
      assert.equal(seen.get('OUTCOME_LENS'), '1');
      assert.equal(seen.get('GIT_NO_LAZY_FETCH'), '1');
      assert.equal(seen.get('GIT_ALLOW_PROTOCOL'), 'none');
      assert.equal(seen.get('GIT_OPTIONAL_LOCKS'), '0');
      assert.equal(seen.get('LC_ALL'), 'C');
      assert.equal(seen.get('XDG_CONFIG_HOME'), '/xdg');
      assert.equal(seen.get('GIT_CONFIG_GLOBAL'), environment['GIT_CONFIG_GLOBAL']);
    }
  });

  it('logs what kind of read it was, without arguments', async () => {
    const repo = makeRepo();
    repo.commit('first');
    const lines: string[] = [];
    const opened = await open(repo.dir, { log: line => lines.push(line) });
    await opened.branchTip('feature/ada-private');
    assert.deepEqual(lines, ['git: version', 'git: layout', 'git: branches']);
  });
});

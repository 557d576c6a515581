import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createGit } from '../../src/git/openGit.ts';
import type { MainBranch } from '../../src/model/branch.ts';
import type { GitPort, RepositoryPort } from '../../src/model/ports/gitPort.ts';
import { NO_KEY_RULES } from '../../src/model/text/ticketKeys.ts';
import { cleanup, makeRepo, runGit, temporaryFolder, testEnvironment, type TestRepo } from '../support/repo.ts';

const BRANCH = 'refs/heads/main';
const SIGNATURE = 'gpgsig -----BEGIN PGP SIGNATURE-----\n \n iQ==\n -----END PGP SIGNATURE-----';

/** Programs that a repository's own files name. Each leaves its label in `ran` when it runs. */
interface Canaries {
  readonly repo: TestRepo;
  readonly main: MainBranch;
  /** The commit before main's. */
  readonly older: string;
  /** Makes a program that leaves `label`, and returns its path. */
  script(label: string, file?: string): string;
  ran(): string[];
  forget(): void;
}

function placeCanaries(repo: TestRepo): Pick<Canaries, 'script' | 'ran' | 'forget'> {
  const folder = temporaryFolder();
  return {
    script(label, file = path.join(repo.dir, '.git', `canary-${label}.sh`)) {
      writeFileSync(file, `#!/bin/sh\ntouch '${folder}/${label}'\nexit 1\n`);
      chmodSync(file, 0o755);
      return file;
    },
    ran: () => readdirSync(folder).sort(),
    forget: () => readdirSync(folder).forEach(label => rmSync(path.join(folder, label))),
  };
}

/** A signed commit, filtered files that are changed in the work tree, and a config that names a program for everything. */
function repositoryWithHelpers(): Canaries {
  const repo = makeRepo();
  const canaries = placeCanaries(repo);
  const { script } = canaries;
  const files = { '.gitattributes': '*.md filter=own diff=own\n', 'outcomes/PAY-1.md': 'a', 'outcomes/one.md': 'a' };
  repo.commit('PAY-1 first', { files });
  // Changes of one file on two branches, so that they are compared.
  repo.switchTo('twin');
  repo.commit('PAY-3 here', { files: { 'outcomes/one.md': 'c' } });
  repo.switchTo('main');
  const older = repo.commit('PAY-3 there', { files: { 'outcomes/one.md': 'd' } });
  const tree = repo.git('rev-parse', 'HEAD^{tree}');
  const who = 'Ada Example <ada@example.invalid> 1700009999 +0000';
  const signed = `tree ${tree}\nparent ${older}\nauthor ${who}\ncommitter ${who}\n${SIGNATURE}\n\nPAY-2\n`;
  const hash = runGit(repo.dir, ['hash-object', '-t', 'commit', '-w', '--stdin'], {}, signed);
  repo.git('update-ref', BRANCH, hash);
  repo.git('branch', 'topic');
  repo.tag('v1.0');

  const hooks = path.join(repo.dir, '.git', 'own-hooks');
  mkdirSync(hooks);
  for (const hook of ['post-index-change', 'reference-transaction', 'pre-auto-gc', 'post-checkout']) {
    script(`hook-${hook}`, path.join(hooks, hook));
  }
  const settings = {
    'core.fsmonitor': script('fsmonitor'),
    'gpg.program': script('gpg'),
    'log.showSignature': 'true',
    'core.pager': script('pager'),
    'pager.log': script('pager-log'),
    'diff.external': script('external-diff'),
    'diff.own.textconv': script('textconv'),
    'diff.own.command': script('diff-command'),
    'filter.own.clean': script('filter-clean'),
    'filter.own.smudge': script('filter-smudge'),
    'core.hooksPath': hooks,
    'core.editor': script('editor'),
    'core.sshCommand': script('ssh'),
    'core.alternateRefsCommand': script('alternate-refs'),
    'credential.helper': script('credential'),
    'alias.log': `!${script('alias')}`,
  };
  for (const [name, value] of Object.entries(settings)) repo.git('config', name, value);
  writeFileSync(path.join(repo.dir, 'outcomes', 'one.md'), 'b');
  canaries.forget();
  return { repo, older, main: mainAt(hash), ...canaries };
}

/** The same filter driver, but as a long-running process, which git prefers to clean and smudge. */
function repositoryWithFilterProcess(): Canaries {
  const canaries = repositoryWithHelpers();
  canaries.repo.git('config', 'filter.own.process', canaries.script('filter-process'));
  return canaries;
}

/** Objects are missing, and the server that has them is a program. */
function partialClone(): Canaries {
  const repo = makeRepo();
  const canaries = placeCanaries(repo);
  const { script } = canaries;
  const first = repo.commit('PAY-1 first', { files: { 'outcomes/one.md': 'a' } });
  const hash = repo.commit('PAY-2 second', { files: { 'outcomes/two.md': 'b' } });
  const gone = [first, repo.git('rev-parse', 'HEAD:outcomes/two.md')];
  for (const name of gone) rmSync(path.join(repo.dir, '.git', 'objects', name.slice(0, 2), name.slice(2)));
  const settings = {
    'core.repositoryformatversion': '1',
    'extensions.partialClone': 'origin',
    'remote.origin.promisor': 'true',
    'remote.origin.url': temporaryFolder(),
    'remote.origin.uploadpack': script('upload-pack'),
    'protocol.allow': 'always',
    'protocol.file.allow': 'always',
  };
  for (const [name, value] of Object.entries(settings)) repo.git('config', name, value);
  return { repo, older: first, main: mainAt(hash), ...canaries };
}

function mainAt(hash: string): MainBranch {
  return { ref: BRANCH, hash, name: 'main', how: 'head' };
}

/** Every method of the port. A method that is added to it does not compile until it is exercised here. */
function everyRead({ main, older }: Canaries): Record<keyof RepositoryPort, (opened: RepositoryPort) => unknown> {
  const { hash } = main;
  const request = { main, rules: NO_KEY_RULES, since: null };
  return {
    root: opened => opened.root,
    watch: opened => opened.watch,
    facts: opened => opened.facts('main', NO_KEY_RULES),
    commitsSince: opened => opened.commitsSince(mainAt(older), BRANCH, NO_KEY_RULES, 10),
    branchConfig: opened => opened.branchConfig(BRANCH, 'outcomelens-ticket'),
    setBranchConfig: opened => opened.setBranchConfig(BRANCH, 'outcomelens-ticket', 'PAY-1'),
    addBranchConfig: opened => opened.addBranchConfig(BRANCH, 'outcomelens-ignore', 'PAY-2'),
    unsetBranchConfig: opened => opened.unsetBranchConfig(BRANCH, 'outcomelens-ignore'),
    branchTip: opened => opened.branchTip('main'),
    listTree: opened => opened.listTree(hash, 'outcomes'),
    readTree: async opened => [
      await opened.readTree(hash, 'outcomes/one.md'),
      await opened.readTree(hash, 'outcomes/two.md'),
    ],
    knownCommits: opened => opened.knownCommits([hash, 'a'.repeat(40), 'abcdef1']),
    tracked: opened => opened.tracked(['outcomes/one.md', '-x']),
    heldTexts: opened => opened.heldTexts(['b', '--open-files-in-pager=x'], 'docs'),
    mentions: opened =>
      opened.mentions({ main, rules: NO_KEY_RULES, tips: [hash], words: ['PAY-1', '--output=x'], limit: 9 }),
    lineOrigins: opened =>
      opened.lineOrigins({ commit: hash, path: 'outcomes/one.md', lines: [1], ignoring: ['/dev/null'] }),
    ignoreRevsFiles: opened => opened.ignoreRevsFiles(),
    fileIn: opened => opened.fileIn(hash, 'outcomes/one.md'),
    titledCommits: opened => opened.titledCommits({ commits: [hash, older], main: 'main', rules: NO_KEY_RULES }),
    fullHash: opened => opened.fullHash(hash.slice(0, 9)),
    landingMerge: opened => opened.landingMerge({ hash: older, landed: 0 }, hash, 100),
    pathChanges: opened =>
      opened.pathChanges(
        { tip: hash, path: 'outcomes/one.md', main: 'main', rules: NO_KEY_RULES, limit: 9 },
        () => undefined,
      ),
    commitFiles: opened => opened.commitFiles(older, 9),
    changedBetween: opened => opened.changedBetween(older, hash, 'outcomes/one.md'),
    ticketPlaces: opened => opened.ticketPlaces({ tip: hash, rules: NO_KEY_RULES, limit: 10 }),
    tags: opened => opened.tags(),
    history: opened => opened.history(request, () => undefined),
    releaseTags: opened => opened.releaseTags(),
    sizes: opened => opened.sizes([hash, older]),
    changedPaths: opened => opened.changedPaths([hash, older], () => undefined),
    fileVersions: opened => opened.fileVersions({ tip: hash, folder: 'outcomes' }),
    openBranches: opened => opened.openBranches({ main, rules: NO_KEY_RULES, since: 0 }),
    groupSizes: opened => opened.groupSizes([{ items: [[hash, 'a'.repeat(40)]] }]),
  };
}

/** Runs each read on its own. Reads may fail (an object is missing); programs may not run. Returns what failed. */
async function runEveryRead(git: GitPort, canaries: Canaries): Promise<string[]> {
  const failed: string[] = [];
  const opened = await git.open(canaries.repo.dir);
  assert.deepEqual(canaries.ran(), [], 'open');
  for (const [name, read] of Object.entries(everyRead(canaries))) {
    try {
      await read(opened);
    } catch {
      failed.push(name);
    }
    assert.deepEqual(canaries.ran(), [], name);
  }
  return failed;
}

/** Runs plain git as another tool would, and says which canaries ran. */
function control({ repo, ran, forget }: Canaries, ...args: readonly string[]): string[] {
  forget();
  try {
    repo.git(...args);
  } catch {
    // The canaries end with an error; what counts is that they ran.
  }
  const found = ran();
  forget();
  return found;
}

describe('a hostile repository', () => {
  const git = createGit({ isTrusted: () => true, environment: testEnvironment() });
  afterEach(cleanup);

  before(function () {
    // The canaries are shell scripts.
    if (process.platform === 'win32') this.skip();
  });

  it('has canaries that plain git runs', () => {
    const helpers = repositoryWithHelpers();
    const status = control(helpers, 'status');
    assert.ok(status.includes('fsmonitor'), String(status));
    assert.ok(control(helpers, 'log').includes('gpg'));
    const diff = control(helpers, 'diff');
    assert.ok(diff.includes('filter-clean') && diff.includes('diff-command'), String(diff));
    assert.ok(control(helpers, 'blame', '--', 'outcomes/one.md').includes('textconv'));
    assert.ok(control(helpers, 'checkout', '--', '.').includes('filter-smudge'));
    assert.ok(control(helpers, 'update-ref', 'refs/heads/x', 'HEAD').includes('hook-reference-transaction'));
    assert.ok(control(repositoryWithFilterProcess(), 'diff').includes('filter-process'));
    assert.deepEqual(control(partialClone(), 'cat-file', '-e', 'HEAD:outcomes/two.md'), ['upload-pack']);
  });

  it('runs no program of its own when we read: helpers, hooks, filters, pagers', async () => {
    const failed = await runEveryRead(git, repositoryWithHelpers());
    assert.deepEqual(failed, []);
  });

  it('runs no program of its own when we read: a filter process', async () => {
    assert.deepEqual(await runEveryRead(git, repositoryWithFilterProcess()), []);
  });

  it('fetches nothing when objects are missing', async () => {
    const clone = partialClone();
    const failed = await runEveryRead(git, clone);
    assert.deepEqual(failed, [
      'commitsSince',
      'mentions',
      'landingMerge',
      'pathChanges',
      'commitFiles',
      'changedBetween',
      'ticketPlaces',
      'history',
      'sizes',
      'changedPaths',
    ]);
    assert.equal(await (await git.open(clone.repo.dir)).readTree(clone.main.hash, 'outcomes/two.md'), null);
  });
});

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { OutcomeLens } from '../../src/lens/outcomeLens.ts';
import { composeLens } from '../../src/vscode/compose.ts';
import { createErrorBoundary } from '../../src/vscode/errors.ts';
import { followGitApi, followGitExtension, type GitApi, type GitRepository } from '../../src/vscode/gitExtension.ts';
import type { Log } from '../../src/vscode/log.ts';
import { createSession, type Session } from '../../src/vscode/session.ts';
import type { BranchWhy } from '../../src/model/why.ts';
import { git, inWorkspace, resetWorkspace, workspaceFolder } from './support/extension.ts';

const EPIC = 'outcomes/PAY-100-guest-checkout.md';
const BRANCH = 'feature/PAY-101-guest-form';

/** Where a session may hear of changes from. */
const SOURCES = ['our own watch alone', 'the git extension alone', 'both'] as const;

const nothing = () => undefined;
const quiet: Log = { debug: nothing, warn: nothing, error: nothing, show: nothing, dispose: nothing };

/** A session of its own, beside the extension's, over real git and the window's own folder. */
function sessionHearing(source: (typeof SOURCES)[number]): { readonly session: Session; dispose(): void } {
  const lens = composeLens({ isTrusted: () => true, log: () => undefined, storage: undefined });
  const blind: OutcomeLens = {
    open: async (folder, signal) => ({ ...(await lens.open(folder, signal)), watch: [] }),
  };
  const session = createSession(
    () => Promise.resolve(source === 'the git extension alone' ? blind : lens),
    createErrorBoundary(quiet),
    () => Promise.resolve(source === 'our own watch alone' ? () => ({ dispose: () => undefined }) : followGitExtension),
  );
  return { session, dispose: () => session.dispose() };
}

/** Waits until the why of the branch fits. The test's own timeout ends a wait in vain. */
async function whyWhere(session: Session, fits: (why: BranchWhy) => boolean): Promise<BranchWhy> {
  session.start();
  for (;;) {
    const { state } = session;
    const why = state.kind === 'answers' ? state.why.value : null;
    if (why !== null && fits(why)) return why;
    await new Promise<void>(resolve => {
      const listening = session.onDidChange(() => {
        listening.dispose();
        resolve();
      });
    });
  }
}

/** Lets the git extension look at once. */
async function readStatus(folder: string): Promise<void> {
  await vscode.commands.executeCommand('git.refresh', vscode.Uri.file(folder));
}

/** Git where it stops and fails because it cannot go on by itself. */
function stops(...args: readonly string[]): void {
  assert.throws(() => git('-c', 'core.editor=true', ...args));
}

function write(file: string, text: string): void {
  writeFileSync(inWorkspace(file).fsPath, text);
}

/** Main and the branch change the same line. */
function makeConflict(): void {
  git('switch', '--quiet', 'main');
  write('src/guestForm.ts', 'export const fields = [];\n');
  git('add', '--all');
  git('commit', '--quiet', '-m', 'Another form');
  git('switch', '--quiet', BRANCH);
}

describe('what happens to the repository, in VS Code', () => {
  let main = '';
  let tip = '';

  before(() => {
    [main, tip] = [git('rev-parse', 'main'), git('rev-parse', BRANCH)];
  });
  beforeEach(resetWorkspace);
  afterEach(async () => {
    for (const [command, ...args] of [
      ['rebase', '--abort'],
      ['bisect', 'reset'],
      ['stash', 'clear'],
    ] as const)
      try {
        git(command, ...args);
      } catch {
        // Nothing of the kind was under way.
      }
    git('checkout', '--quiet', '--force', '--detach', tip);
    git('branch', '--quiet', '--force', 'main', main);
    git('branch', '--quiet', '--force', BRANCH, tip);
    await resetWorkspace();
  });

  for (const source of SOURCES)
    describe(`told by ${source}`, () => {
      let hearing: ReturnType<typeof sessionHearing>;
      const why = async (fits: (why: BranchWhy) => boolean) => {
        // By itself it looks every few seconds.
        if (source === 'the git extension alone') await readStatus(workspaceFolder());
        return whyWhere(hearing.session, fits);
      };
      beforeEach(async () => {
        hearing = sessionHearing(source);
        await why(({ ticket }) => ticket?.key === 'PAY-101');
      });
      afterEach(() => hearing.dispose());

      it('is followed through a branch switch, a commit and an amended one', async () => {
        git('switch', '--quiet', '--create', 'topic', 'main');
        await why(({ branch, ticket }) => branch.label === 'this branch' && ticket === null);
        git('commit', '--quiet', '--allow-empty', '-m', 'PAY-101 Begin');
        await why(({ branch, ticket }) => branch.commits === 1 && ticket?.key === 'PAY-101');
        git('commit', '--quiet', '--amend', '--allow-empty', '-m', 'PAY-100 Begin');
        await why(({ branch, ticket }) => branch.commits === 1 && ticket?.key === 'PAY-100');
        git('switch', '--quiet', BRANCH);
        await why(({ ticket }) => ticket?.source === 'branchName');
        git('branch', '--quiet', '-D', 'topic');
      });

      it('is followed through a rebase that stops, goes on, and is aborted', async () => {
        makeConflict();
        stops('rebase', '--interactive', 'main');
        const during = await why(({ branch }) => branch.during === 'rebase');
        assert.deepEqual([during.ticket?.key, during.branch.label, during.branch.commits], ['PAY-101', BRANCH, 2]);
        git('rebase', '--abort');
        await why(({ branch }) => branch.during === null && branch.state === 'branch' && branch.commits === 2);

        stops('rebase', 'main');
        await why(({ branch }) => branch.during === 'rebase');
        write('src/guestForm.ts', 'export const fields = [1];\n');
        git('add', '--all');
        stops('rebase', '--continue');
        // The second commit is in the way too.
        git('rebase', '--skip');
        // One of its own, and the one that the local main has and origin's lacks.
        const after = await why(({ branch }) => branch.during === null && branch.state === 'branch');
        assert.deepEqual([after.ticket?.key, after.branch.commits], ['PAY-101', 2]);
      });

      it('is followed through a stash and its return', async () => {
        const title = (wanted: string) => (found: BranchWhy) => found.epic?.epic?.title === wanted;
        const text = readFileSync(inWorkspace(EPIC).fsPath, 'utf8');
        write(EPIC, text.replace('title: Guest checkout', 'title: Not yet committed'));
        await why(title('Not yet committed'));
        git('stash', '--quiet');
        await why(title('Guest checkout'));
        git('stash', 'pop', '--quiet');
        await why(title('Not yet committed'));
      });
    });

  it('is seen where a rebase is quit, which moves nothing', async () => {
    const { session, dispose } = sessionHearing('our own watch alone');
    makeConflict();
    stops('rebase', 'main');
    await whyWhere(session, ({ branch }) => branch.during === 'rebase');
    git('rebase', '--quit');
    await whyWhere(session, ({ branch }) => branch.state === 'detached');
    dispose();
  });

  it('brings a repository that the git extension opens in a folder of the opened one', async () => {
    const { session, dispose } = sessionHearing('both');
    await whyWhere(session, () => true);
    const nested = path.join(workspaceFolder(), 'nested');
    assert.deepEqual(await session.choices(), [workspaceFolder()]);
    mkdirSync(nested);
    try {
      execFileSync('git', ['init', '--quiet', nested]);
      await vscode.commands.executeCommand('git.openRepository', nested);
      while ((await session.choices()).length === 1) await pause(20);
      assert.deepEqual(await session.choices(), [workspaceFolder(), nested]);
    } finally {
      rmSync(nested, { recursive: true, force: true });
    }
    await readStatus(nested);
    while ((await session.choices()).length > 1) await pause(20);
    dispose();
  });
});

interface Said {
  readonly repository: GitRepository;
  say(head: GitRepository['state']['HEAD']): void;
}

/** A repository of an extension that says what the test wants. */
function saying(root: string): Said {
  const [state, others] = [new vscode.EventEmitter<void>(), new vscode.EventEmitter<void>()];
  const now: { HEAD: GitRepository['state']['HEAD']; onDidChange: vscode.Event<void> } = {
    HEAD: undefined,
    onDidChange: state.event,
  };
  const rootUri = vscode.Uri.file(root);
  return {
    repository: { rootUri, state: now, onDidCommit: others.event, onDidCheckout: others.event },
    say(head) {
      now.HEAD = head;
      state.fire();
    },
  };
}

describe('the git extension', () => {
  const shop = saying('/shop');
  const clock = saying('/clock');
  const [opened, closed] = [new vscode.EventEmitter<GitRepository>(), new vscode.EventEmitter<GitRepository>()];
  const repositories = [clock.repository];
  const api: GitApi = { repositories, onDidOpenRepository: opened.event, onDidCloseRepository: closed.event };
  const heard: unknown[] = [];
  const following = followGitApi(api, {
    repositories: roots => heard.push(roots),
    moved: (root, head, refsMoved) => {
      if (root !== '/clock') heard.push([root, head.branch, head.commit, refsMoved]);
    },
  });
  const ticks: (string | null)[] = [];
  const ticking = followGitApi(api, { repositories: () => undefined, moved: (_root, head) => ticks.push(head.commit) });
  after(() => {
    following.dispose();
    ticking.dispose();
  });

  /** What was heard once something that was said later is heard. */
  async function saidUpTo(tick: string): Promise<unknown[]> {
    clock.say({ type: 0, commit: tick });
    while (!ticks.includes(tick)) await pause(20);
    return heard.splice(0);
  }

  it('is listened to for what moved, not for what was saved', async () => {
    assert.deepEqual(await saidUpTo('opened without shop'), [['/clock']]);
    repositories.push(shop.repository);
    opened.fire(shop.repository);
    assert.deepEqual(await saidUpTo('opened with shop'), [['/clock', '/shop']]);
    const head = {
      type: 0,
      name: 'topic',
      commit: 'a',
      upstream: { remote: 'origin', name: 'topic' },
      ahead: 1,
      behind: 0,
    };
    shop.say(head);
    assert.deepEqual(await saidUpTo('first'), [['/shop', 'topic', 'a', false]]);
    for (let save = 0; save < 100; save++) shop.say({ ...head });
    assert.deepEqual(await saidUpTo('saves'), []);
    shop.say({ ...head, behind: 2 });
    assert.deepEqual(await saidUpTo('a fetch'), [['/shop', 'topic', 'a', true]]);
    shop.say({ ...head, commit: 'b' });
    shop.say({ type: 0, commit: 'c' });
    assert.deepEqual(await saidUpTo('two moves close together'), [['/shop', null, 'c', false]]);
    repositories.pop();
    closed.fire(shop.repository);
    shop.say({ ...head, commit: 'd' });
    assert.deepEqual(await saidUpTo('closed'), [['/clock']]);
    repositories.push(shop.repository);
    opened.fire(shop.repository);
    following.dispose();
    shop.say({ ...head, commit: 'e' });
    assert.deepEqual(await saidUpTo('disposed'), []);
  });
});

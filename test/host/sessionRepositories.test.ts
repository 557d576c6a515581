import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Change, OutcomeLens, RepositoryLens } from '../../src/lens/outcomeLens.ts';
import type { SeenHead } from '../../src/model/branch.ts';
import { ProblemError } from '../../src/model/problem.ts';
import { createOpenRepositories } from '../../src/vscode/openRepositories.ts';

interface Opening {
  readonly folder: string;
  /** Lets the opening end with a lens. */
  finish(): RepositoryLens;
  fail(error: Error): void;
  readonly cancelled: () => boolean;
}

/** A lens of which only what is watched and forgotten matters here. */
function lensOf(root: string, forgotten: Change[], watched: string[], current: { head: SeenHead }): RepositoryLens {
  const unused = () => Promise.reject(new Error('not asked here'));
  return {
    root,
    get watch() {
      watched.push(root);
      return [path.join(root, 'HEAD')];
    },
    why: unused,
    whyOf: unused,
    whyOfTicket: unused,
    whyOfLine: unused,
    whyOfCommit: unused,
    whyOfPath: unused,
    pathChanges: unused,
    commitsOf: unused,
    changedFiles: unused,
    fileAt: unused,
    outcomes: unused,
    tickets: unused,
    ready: unused,
    lint: unused,
    overview: unused,
    learn: unused,
    board: unused,
    lintFix: unused,
    flow: unused,
    flowAhead: unused,
    flowCommits: unused,
    focus: unused,
    sourceControl: unused,
    pin: unused,
    unpin: unused,
    ignore: unused,
    writer: {
      propose: unused,
      draft: unused,
      tick: unused,
      moveTo: unused,
      measure: unused,
      review: unused,
      signSeen: unused,
      revisit: unused,
      moveUnder: unused,
      takeBack: unused,
      draftUnder: unused,
      addTicket: unused,
    },
    documents: { prepare: unused, customise: unused },
    isBehind: seen => Promise.resolve(seen.commit !== current.head.commit),
    invalidate: (change = 'git') => forgotten.push(change),
  };
}

/** Open repositories over a lens that opens when the test says so. */
function harness() {
  const openings: Opening[] = [];
  const watched: string[] = [];
  const forgotten: Change[] = [];
  const current: { head: SeenHead } = { head: { branch: 'main', commit: 'a' } };
  const heard: { folder: string; change: Change }[] = [];
  const lens: OutcomeLens = {
    open: (folder, signal) =>
      new Promise((resolve, reject) => {
        openings.push({
          folder,
          cancelled: () => signal?.aborted === true,
          finish() {
            const made = lensOf(folder, forgotten, watched, current);
            resolve(made);
            return made;
          },
          fail: reject,
        });
      }),
  };
  const repositories = createOpenRepositories(
    () => Promise.resolve(lens),
    (folder, change) => heard.push({ folder, change }),
  );
  return { repositories, openings, watched, forgotten, heard, current };
}

/** Waits for something that VS Code's watcher brings about; the test's own timeout ends a wait in vain. */
async function until(fits: () => boolean): Promise<void> {
  while (!fits()) await pause(20);
}

async function opening(openings: readonly Opening[], index: number): Promise<Opening> {
  await until(() => openings[index] !== undefined);
  const found = openings[index];
  assert.ok(found);
  return found;
}

describe('open repositories, in VS Code', () => {
  const made: string[] = [];
  const folder = () => {
    const created = realpathSync(mkdtempSync(path.join(tmpdir(), 'ol-open-')));
    made.push(created);
    return created;
  };
  after(() => {
    for (const each of made) rmSync(each, { recursive: true, force: true });
  });

  it('open once for all that ask meanwhile', async () => {
    const { repositories, openings, watched } = harness();
    const a = folder();
    const asked = [repositories.get(a), repositories.get(a)];
    (await opening(openings, 0)).finish();
    const [one, two] = await Promise.all(asked);
    assert.equal(one, two);
    assert.equal(openings.length, 1);
    assert.deepEqual(watched, [a]);
    repositories.dispose();
  });

  it('stay what they are when the first of two opens last', async () => {
    const { repositories, openings, watched } = harness();
    const [a, b] = [folder(), folder()];
    const first = repositories.get(a);
    const second = repositories.get(b);
    const [openingA, openingB] = [await opening(openings, 0), await opening(openings, 1)];
    const lensB = openingB.finish();
    assert.equal(await second, lensB);
    const lensA = openingA.finish();
    assert.equal(await first, lensA);
    assert.equal(await repositories.get(b), lensB);
    assert.equal(await repositories.get(a), lensA);
    assert.equal(openings.length, 2);
    assert.deepEqual(watched, [b, a]);
    repositories.dispose();
  });

  it('watch nothing that opens after the end', async () => {
    const { repositories, openings, watched } = harness();
    const asked = assert.rejects(repositories.get(folder()), { name: 'CancelledError' });
    const open = await opening(openings, 0);
    repositories.dispose();
    assert.ok(open.cancelled());
    open.finish();
    await asked;
    assert.deepEqual(watched, []);
    await assert.rejects(repositories.get(folder()), { name: 'CancelledError' });
  });

  it('are tried again after a failure, and opened anew when told', async () => {
    const { repositories, openings } = harness();
    const a = folder();
    const asked = assert.rejects(repositories.get(a), { name: 'ProblemError' });
    (await opening(openings, 0)).fail(new ProblemError({ code: 'git/timeout' }));
    await asked;
    const again = repositories.get(a);
    repositories.reopen(a);
    assert.equal((await opening(openings, 1)).cancelled(), false, 'what is being opened is new enough');
    const before = (await opening(openings, 1)).finish();
    assert.equal(await again, before);
    repositories.reopen(a);
    const anew = repositories.get(a);
    (await opening(openings, 2)).finish();
    assert.notEqual(await anew, before);
    repositories.dispose();
  });

  it('hear of a repository that is made where there was none', async () => {
    const { repositories, openings, heard } = harness();
    const a = folder();
    const asked = assert.rejects(repositories.get(a), { name: 'ProblemError' });
    (await opening(openings, 0)).fail(new ProblemError({ code: 'git/no-repository' }));
    await asked;
    await pause(500);
    execFileSync('git', ['init', '--quiet', a]);
    await until(() => heard.length > 0);
    assert.equal(heard[0]?.folder, a);
    repositories.dispose();
  });

  it('hear of the git extension what their own watch did not tell, and nothing twice', async () => {
    const { repositories, openings, heard, forgotten, current } = harness();
    const a = folder();
    const asked = repositories.get(a);
    (await opening(openings, 0)).finish();
    await asked;
    await repositories.hear(a, { branch: 'main', commit: 'a' }, false);
    await repositories.hear(folder(), { branch: 'main', commit: 'b' }, true);
    assert.deepEqual(heard, [], 'what was read already, and what is no repository of ours');
    await repositories.hear(a, { branch: 'main', commit: 'b' }, false);
    assert.deepEqual(heard.splice(0), [{ folder: a, change: 'git' }]);
    await repositories.hear(a, { branch: 'main', commit: 'a' }, true);
    assert.deepEqual(heard.splice(0), [{ folder: a, change: 'git' }], 'a fetch that our own watch did not see');

    await pause(500);
    writeFileSync(path.join(a, 'HEAD'), 'ref: refs/heads/topic\n');
    await until(() => heard.length > 0);
    heard.splice(0);
    current.head = { branch: 'topic', commit: 'c' };
    const before = forgotten.length;
    await repositories.hear(a, { branch: 'topic', commit: 'c' }, true);
    assert.deepEqual([heard, forgotten.length], [[], before], 'what our own watch told before');
    repositories.dispose();
  });

  it('hear of outcomes, also in a folder that is new, and of nothing beside it', async () => {
    const { repositories, openings, heard, forgotten } = harness();
    const a = folder();
    mkdirSync(path.join(a, 'src'));
    const asked = repositories.get(a);
    (await opening(openings, 0)).finish();
    await asked;
    await pause(500);
    writeFileSync(path.join(a, 'src/other.ts'), '1\n');
    mkdirSync(path.join(a, 'outcomes'));
    await until(() => heard.length > 0);
    await pause(500);
    const before = heard.length;
    writeFileSync(path.join(a, 'src/other.ts'), '2\n');
    await pause(500);
    assert.equal(heard.length, before, 'a file beside the outcomes was watched');
    writeFileSync(path.join(a, 'outcomes/PAY-1.md'), '---\n');
    await until(() => heard.length > before);
    assert.ok(heard.every(({ folder: of, change }) => of === a && change === 'files'));
    assert.ok(forgotten.length > 0 && forgotten.every(change => change === 'files'));
    repositories.dispose();
  });
});

import assert from 'node:assert/strict';
import { createEpicVersions } from '../../../src/lens/epicVersions.ts';
import type { GitAnswers } from '../../../src/lens/gitAnswers.ts';
import type { RepositoryFacts } from '../../../src/model/branch.ts';
import type { EpicFile } from '../../../src/model/epic.ts';
import { CancelledError, ProblemError } from '../../../src/model/problem.ts';
import { ports } from '../../support/lensShop.ts';

const facts = { head: { kind: 'branch', hash: 'here' }, main: { hash: 'there' } } as RepositoryFacts;
const epics = Array.from(
  { length: 40 },
  (_, at) => ({ path: `outcomes/PAY-${at}.md`, origin: at % 2 === 0 ? 'file' : 'main' }) as EpicFile,
);

/** A git that reads versions like this; `tips` are those that it was asked for. */
function made(fileVersions: GitAnswers['fileVersions']) {
  const tips: string[] = [];
  const git: Pick<GitAnswers, 'fileVersions'> = {
    fileVersions(request, signal) {
      tips.push(request.tip);
      return fileVersions(request, signal);
    },
  };
  return { tips, versionsOf: createEpicVersions(ports, git as GitAnswers) };
}

describe('the versions of epic files', () => {
  it('are asked for once for this branch and once for main, also when git fails', async () => {
    const { tips, versionsOf } = made(() => Promise.reject(new ProblemError({ code: 'git/timeout' })));
    const found = await versionsOf({ facts, epics });
    assert.deepEqual(tips, ['here', 'there']);
    assert.deepEqual(
      [...found],
      epics.map(({ path }) => [path, null]),
    );
    await versionsOf({ facts, epics: epics.slice(0, 1) });
    assert.deepEqual(tips, ['here', 'there', 'here'], 'a failure is tried again by the next question');
  });

  it('come from where each file is', async () => {
    const one = { versions: [], cut: false };
    const { versionsOf } = made(({ tip }) =>
      Promise.resolve(new Map(tip === 'here' ? [['outcomes/PAY-0.md', one]] : [['outcomes/PAY-2.md', one]])),
    );
    assert.deepEqual([...(await versionsOf({ facts, epics })).keys()], ['outcomes/PAY-0.md']);
  });

  it('stop being read when the last who asked has left', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const { versionsOf } = made((_request, signal) => {
      signals.push(signal);
      return new Promise((_, fail) => signal?.addEventListener('abort', () => fail(new CancelledError())));
    });
    const [one, other] = [new AbortController(), new AbortController()];
    const asked = [one, other].map(({ signal }) =>
      assert.rejects(versionsOf({ facts, epics }, signal), { name: 'CancelledError' }),
    );
    one.abort();
    assert.equal(signals[0]?.aborted, false);
    other.abort();
    assert.deepEqual(
      signals.map(signal => signal?.aborted),
      [true],
    );
    await Promise.all(asked);
  });
});

import assert from 'node:assert/strict';
import { knownTickets } from '../../../src/lens/knownTickets.ts';
import type { Commit } from '../../../src/model/commit.ts';
import type { HistoryRequest, OpenBranch, OpenBranchesRequest } from '../../../src/model/ports/gitPort.ts';
import { NO_KEY_RULES } from '../../../src/model/text/ticketKeys.ts';
import { createCommit, createFacts, NOW } from '../../support/factories.ts';

const DAY = 86_400;

function history(main: readonly Commit[], branches: readonly OpenBranch[]) {
  const asked: number[] = [];
  return {
    asked,
    openBranches: ({ since }: Pick<OpenBranchesRequest, 'since'>) => {
      asked.push(since);
      return Promise.resolve({ branches, truncated: false, fetchedAt: null, seen: true });
    },
    history: ({ since }: Pick<HistoryRequest, 'since'>, sink: (batch: readonly Commit[]) => void) => {
      asked.push(since ?? 0);
      for (const commit of main) sink([commit]);
      return Promise.resolve(main.length);
    },
  };
}

describe('the tickets that the history names', () => {
  const branch: OpenBranch = {
    facts: { kind: 'feature', key: 'PAY-103', words: [] },
    commits: [createCommit('PAY-104 Ask for an address')],
    landed: false,
  };

  it('are those of open branches, then of main, each once', async () => {
    const main = [
      createCommit('PAY-102 Pay\n\nCloses: PAY-101'),
      createCommit('PAY-104 Begin'),
      createCommit('Tidy up'),
    ];
    const git = history(main, [branch]);
    const found = await knownTickets(git, { facts: createFacts('main'), rules: NO_KEY_RULES }, NOW);
    assert.deepEqual(found, ['PAY-103', 'PAY-104', 'PAY-102', 'PAY-101']);
  });

  it('are asked of a quarter of branches and half a year of main, the same all day', async () => {
    const git = history([], []);
    for (const now of [NOW, NOW + 600])
      await knownTickets(git, { facts: createFacts('main'), rules: NO_KEY_RULES }, now);
    const midnight = Date.UTC(2026, 10, 20) / 1000;
    assert.deepEqual(git.asked, [midnight - 90 * DAY, midnight - 180 * DAY, midnight - 90 * DAY, midnight - 180 * DAY]);
  });

  it('are none without a main branch, and git is not asked', async () => {
    const git = history([createCommit('PAY-1 Begin')], [branch]);
    const facts = createFacts('main', { main: null });
    assert.deepEqual(await knownTickets(git, { facts, rules: NO_KEY_RULES }, NOW), []);
    assert.deepEqual(git.asked, []);
  });
});

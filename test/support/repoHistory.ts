import assert from 'node:assert/strict';
import { createGit } from '../../src/git/openGit.ts';
import type { Commit } from '../../src/model/commit.ts';
import type { HistoryRequest, RepositoryPort } from '../../src/model/ports/gitPort.ts';
import { NO_KEY_RULES } from '../../src/model/text/ticketKeys.ts';
import { testEnvironment, type TestRepo } from './repo.ts';

/** A request for the history of the main branch that is found without a team file. */
export async function historyRequest(opened: RepositoryPort, since: number | null = null): Promise<HistoryRequest> {
  const { main } = await opened.facts(null, NO_KEY_RULES);
  assert.ok(main);
  return { main, rules: NO_KEY_RULES, since };
}

/** The whole history that the port hands over. */
export async function readWholeHistory(repo: Pick<TestRepo, 'dir'>, since: number | null = null): Promise<Commit[]> {
  const opened = await createGit({ isTrusted: () => true, environment: testEnvironment() }).open(repo.dir);
  const commits: Commit[] = [];
  const count = await opened.history(await historyRequest(opened, since), batch => commits.push(...batch));
  assert.equal(count, commits.length);
  return commits;
}

import assert from 'node:assert/strict';
import { buildHistoryGraph, type HistoryGraph } from '../../../../src/answers/flow/items/historyGraph.ts';
import type { IndexRequest } from '../../../../src/lens/index/indexReader.ts';
import type { Commit } from '../../../../src/model/commit.ts';
import { NO_KEY_RULES } from '../../../../src/model/text/ticketKeys.ts';
import type { MadeGit } from './madeGit.ts';

export function requestFor(hash: string, changes: Partial<IndexRequest> = {}): IndexRequest {
  const main = { ref: 'refs/heads/main', hash, name: 'main', how: 'head' } as const;
  return { main, rules: NO_KEY_RULES, since: null, alsoFrom: [], shallow: false, conventions: [], ...changes };
}

/** The graph of the same reading without an index. */
export async function freshGraph(git: MadeGit, request: IndexRequest): Promise<HistoryGraph> {
  const commits: Commit[] = [];
  await git.history(request, batch => commits.push(...batch));
  git.readings.pop();
  return buildHistoryGraph(commits, request.main.hash, request.shallow);
}

export function assertSame(graph: HistoryGraph, expected: HistoryGraph): void {
  assert.deepEqual(contents(graph), contents(expected));
}

function contents(graph: HistoryGraph) {
  return {
    tip: graph.tip,
    commits: [...graph.commits].map(({ hash }, position) => ({
      hash,
      at: graph.positionOf(hash),
      parents: graph.parentsOf(position),
      boundary: graph.isBoundary(position),
    })),
  };
}

import { createGitClient } from '../../src/git/gitClient.ts';
import { readHistory } from '../../src/git/history.ts';
import { createHistoryIndex } from '../../src/lens/index/historyIndex.ts';
import { NO_KEY_RULES } from '../../src/model/text/ticketKeys.ts';
import { fileStore } from '../../src/store/fileStore.ts';
import { testEnvironment } from '../support/repo.ts';
import type { IndexTask, IndexTimes } from './indexTask.ts';

/** Answers one task in a process of its own, so that its memory is nobody else's. */
async function answer({ repository, store, questions, save }: IndexTask): Promise<IndexTimes> {
  const client = createGitClient({ isTrusted: () => true, environment: testEnvironment() });
  const index = createHistoryIndex({
    repository: {
      root: repository,
      history: (request, sink, signal) => readHistory(client, repository, request, sink, signal),
    },
    store: fileStore(store),
  });
  // The product has asked git for more by now: which git it is was looked at.
  await client.read(repository, { read: 'version' });
  const idle = process.resourceUsage().maxRSS;
  const milliseconds: number[] = [];
  let commits = 0;
  let [heap, buffers] = [0, 0];
  const look = () => {
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    [heap, buffers] = [Math.max(heap, heapUsed), Math.max(buffers, arrayBuffers)];
  };
  for (const { tip, since } of questions) {
    const main = { ref: 'refs/heads/main', hash: tip, name: 'main', how: 'head' } as const;
    const request = { main, rules: NO_KEY_RULES, since, alsoFrom: [], shallow: false, conventions: [] };
    const start = performance.now();
    const graph = await index.read(request, read => {
      if (read % 50_000 === 0) look();
    });
    milliseconds.push(performance.now() - start);
    commits = graph.commits.length;
    look();
  }
  const processor = process.cpuUsage();
  const peak = process.resourceUsage().maxRSS;
  const start = performance.now();
  if (save) await index.save();
  look();
  return {
    commits,
    milliseconds,
    processor: (processor.user + processor.system) / 1000,
    saving: performance.now() - start,
    kilobytes: { idle, peak, peakWithSaving: process.resourceUsage().maxRSS },
    bytes: { heap, buffers },
  };
}

process.stdout.write(JSON.stringify(await answer(JSON.parse(process.argv[2] ?? '') as IndexTask)));

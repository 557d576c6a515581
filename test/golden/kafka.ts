import { ancestorsOf } from '../../src/answers/flow/items/reach.ts';
import type { RepositoryPort } from '../../src/model/ports/gitPort.ts';
import type { Check } from './check.ts';
import { readAt } from './reading.ts';

/** METRICS P28: how reverts name what they take back. */
export async function kafka(repository: RepositoryPort, commit: string): Promise<Check[]> {
  const { graph } = await readAt(repository, commit);
  const reached = ancestorsOf(graph, graph.tip);
  const commits = [...graph.commits].filter((_, position) => reached[position] === 1);
  // `Revert "…"` in the title; a body alone may say it too.
  const reverts = commits.flatMap(({ facts }) => (facts.revert?.title == null ? [] : [facts.revert]));
  const named = reverts.flatMap(({ hash }) => hash ?? []);
  const found = named.filter(hash => commits.some(one => one.hash.startsWith(hash)));
  return [
    { what: 'commits', value: commits.length, reference: 14_054 },
    { what: 'titles that begin with Revert "', value: reverts.length, reference: 39 },
    { what: 'with the hash of what they take back', value: named.length, reference: 36 },
    { what: 'whose hash is in the history', value: found.length, reference: 36 },
    { what: 'without', value: reverts.length - named.length, reference: 3 },
    { what: 'reverts of reverts', value: reverts.filter(({ reapply }) => reapply).length, reference: 1 },
  ];
}

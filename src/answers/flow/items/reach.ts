import type { HistoryGraph } from './historyGraph.ts';

/** Which positions a commit reaches, itself included: 1 for those, 0 for the rest. */
export function ancestorsOf(graph: HistoryGraph, from: number): Uint8Array {
  const reached = new Uint8Array(graph.commits.length);
  const open = [from];
  for (let position = open.pop(); position !== undefined; position = open.pop()) {
    if (position < 0 || reached[position] === 1) continue;
    reached[position] = 1;
    open.push(...graph.parentsOf(position));
  }
  return reached;
}

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { buildHistoryGraph, type HistoryGraph } from '../../../../../src/answers/flow/items/historyGraph.ts';
import { ancestorsOf } from '../../../../../src/answers/flow/items/reach.ts';
import { integrationHistory } from '../../../../../src/answers/flow/items/integrationEvents.ts';
import { MadeHistory } from '../madeHistory.ts';

describe('integrationHistory of any graph', () => {
  const MESSAGES = [
    'Merge pull request #1 from someone/topic',
    "Merge branch 'main' of example.org:team/repo",
    "Merge branch '3.5.x' into 4.0.x",
    "Merge branch 'develop'",
    'Merge tag v1',
  ];
  const shape = fc.array(
    fc.record({ parents: fc.array(fc.nat({ max: 6 }), { maxLength: 3 }), message: fc.nat({ max: 4 }) }),
    { minLength: 1, maxLength: 60 },
  );
  const build = (rows: readonly { parents: number[]; message: number }[], messages: readonly string[]): MadeHistory => {
    const made = new MadeHistory();
    rows.forEach(({ parents, message }, index) => {
      const names = new Set(parents.map(back => index - 1 - back).filter(parent => parent >= 0));
      made.add(`c${index}`, {
        parents: [...names].map(parent => `c${parent}`),
        landed: index,
        message: messages[message % messages.length]!,
      });
    });
    return made;
  };

  it('puts every commit that main holds into exactly one event', () => {
    fc.assert(
      fc.property(shape, rows => {
        const { commits, tip } = build(rows, MESSAGES).source();
        const graph = buildHistoryGraph(commits, tip, false);
        const own = integrationHistory(graph, ancestorsOf(graph, graph.tip)).events.flatMap(event => event.own);
        const expected = [...ancestors(graph, graph.tip)].filter(position => graph.parentsOf(position).length < 2);
        assert.deepEqual(
          own.toSorted((a, b) => a - b),
          expected.toSorted((a, b) => a - b),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('gives a merge what git calls P1..P2', () => {
    fc.assert(
      fc.property(shape, rows => {
        const { commits, tip } = build(rows, [MESSAGES[0]!]).source();
        const graph = buildHistoryGraph(commits, tip, false);
        for (const { at: position, merge, own } of integrationHistory(graph, ancestorsOf(graph, graph.tip)).events) {
          if (!merge) continue;
          const [first = -1, ...others] = graph.parentsOf(position);
          const before = ancestors(graph, first);
          const brought = new Set(others.flatMap(parent => [...ancestors(graph, parent)]));
          const expected = [...brought].filter(one => !before.has(one) && graph.parentsOf(one).length < 2);
          assert.deepEqual(
            own.toSorted((a, b) => a - b),
            expected.sort((a, b) => a - b),
          );
        }
      }),
      { numRuns: 500 },
    );
  });
});

function ancestors(graph: HistoryGraph, from: number): Set<number> {
  const found = new Set<number>();
  const open = [from];
  for (let position = open.pop(); position !== undefined; position = open.pop()) {
    if (position < 0 || found.has(position)) continue;
    found.add(position);
    open.push(...graph.parentsOf(position));
  }
  return found;
}

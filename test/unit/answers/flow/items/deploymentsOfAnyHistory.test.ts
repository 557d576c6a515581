import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Commit } from '../../../../../src/model/commit.ts';
import { hashOf, MadeHistory } from '../madeHistory.ts';

describe('deployments of any history', () => {
  const rows = fc.array(
    fc.record({
      parents: fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 2 }),
      message: fc.constantFrom('Add (#1)', 'tidy', 'PAY-1 work', 'Revert "tidy"', 'Merge pull request #7 from a/topic'),
      gap: fc.constantFrom(0, 0.1, 1),
      tag: fc.constantFrom(null, null, 'v', 'one@', 'two@'),
      late: fc.nat({ max: 3 }),
    }),
    { minLength: 1, maxLength: 40 },
  );
  const histories = rows.map(made => {
    const history = new MadeHistory({ known: ['PAY'], knownOnly: false, ignored: [] });
    let landed = 0;
    made.forEach(({ parents, message, gap, tag, late }, index) => {
      landed += gap;
      const names = new Set(parents.map(back => index - 1 - back).filter(parent => parent >= 0));
      history.add(`c${index}`, {
        parents: [...names].map(parent => `c${parent}`),
        landed,
        written: landed - 1,
        message,
      });
      if (tag !== null) history.tag(`${tag}1.${index}`, `c${index}`, landed + late);
    });
    return history;
  });

  it('hold each item once, and no item of theirs waits', () => {
    fc.assert(
      fc.property(histories, made => {
        const { deployments, items, waiting } = made.work();
        const held = deployments.flatMap(({ items: ids }) => ids);
        assert.equal(new Set(held).size, held.length);
        assert.deepEqual(
          items.filter(({ deployment }) => deployment !== null).map(({ id }) => id),
          held.toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1))),
        );
        for (const id of waiting) assert.ok(!held.includes(id));
        for (const { first, items: ids } of deployments) assert.ok(!first || ids.length === 0);
      }),
      { numRuns: 300 },
    );
  });

  it('hold exactly what git’s rev-list gives for each but the first of a stream', () => {
    fc.assert(
      fc.property(histories, made => {
        const source = made.source();
        const one = source.tags.filter(({ name }) => name.startsWith('one@'));
        // Without copies every commit counts once.
        const commits = source.commits.map((commit, index): Commit => ({
          ...commit,
          written: commit.written - index * 7,
        }));
        const { deployments, changes } = made.work({ commits, tags: one });
        const byHash = new Map(commits.map(commit => [commit.hash, commit]));
        const before = new Set<string>();
        for (const { id, first, version, empty } of deployments) {
          const reached = ancestors(byHash, hashOf(`c${version.slice(2)}`));
          const fresh = [...reached].filter(hash => !before.has(hash) && (byHash.get(hash)?.parents.length ?? 0) < 2);
          for (const hash of reached) before.add(hash);
          const count = changes.filter(({ deployment }) => deployment === id).length;
          assert.equal(count, first ? 0 : fresh.length);
          assert.equal(empty, fresh.length === 0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('do not depend on the order of commits and tags', () => {
    fc.assert(
      fc.property(histories, made => {
        const { commits, tags } = made.source();
        assert.deepEqual(made.work({ commits: commits.toReversed(), tags: tags.toReversed() }), made.work());
      }),
      { numRuns: 200 },
    );
  });

  it('do not change what landed on main', () => {
    fc.assert(
      fc.property(histories, made => {
        const plain = made.work({ tags: [] }).items;
        assert.deepEqual(
          made.work().items.map(item => ({ ...item, deployment: null })),
          plain,
        );
      }),
      { numRuns: 100 },
    );
  });
});

function ancestors(commits: ReadonlyMap<string, Commit>, from: string): Set<string> {
  const found = new Set<string>();
  const open = [from];
  for (let hash = open.pop(); hash !== undefined; hash = open.pop()) {
    if (found.has(hash)) continue;
    found.add(hash);
    open.push(...(commits.get(hash)?.parents ?? []));
  }
  return found;
}

import assert from 'node:assert/strict';
import { measureChains } from '../../../../src/answers/learn/measureChains.ts';
import type { OutcomeVersion } from '../../../../src/answers/learn/outcomeVersions.ts';
import { createMeasure, createVersion } from './madeOutcomes.ts';

const named = (name: string, target = 26, baseline = 31) => createMeasure({ name, target, baseline });
const story = (...versions: readonly OutcomeVersion[]) =>
  measureChains(versions).map(({ seen, isPresent, goneOn }) => {
    const days = seen.map(({ on, measure }) => `${measure.name} ${measure.target} ${on ?? 'now'}`);
    return `${isPresent ? 'here' : `gone ${goneOn ?? 'now'}`}: ${days.join(', ')}`;
  });

describe('a measure through the versions of its file', () => {
  it('is followed by its name, wherever it stands', () => {
    assert.deepEqual(
      story(
        createVersion('2026-01-01', [named('a', 40), named('b')]),
        createVersion('2026-02-01', [named('b'), named(' A ', 30)]),
      ),
      ['here: b 26 2026-01-01, b 26 2026-02-01', 'here: a 40 2026-01-01,  A  30 2026-02-01'],
    );
  });

  it('is the same measure when it was taken out and put back, so that no target is forgotten', () => {
    assert.deepEqual(
      story(
        createVersion('2026-01-01', [named('a', 40)]),
        createVersion('2026-02-01', []),
        createVersion('2026-03-01', [named('a', 30)]),
      ),
      ['here: a 40 2026-01-01, a 30 2026-03-01'],
    );
  });

  it('had another name where it took the place of one with unit, baseline and a word in common', () => {
    const renamed = (before: ReturnType<typeof named>) =>
      story(createVersion('2026-01-01', [before]), createVersion('2026-02-01', [named('abandoned carts on phones')]));
    assert.deepEqual(renamed(named('abandoned carts', 24)), [
      'here: abandoned carts 24 2026-01-01, abandoned carts on phones 26 2026-02-01',
    ]);
    const apart = ['here: abandoned carts on phones 26 2026-02-01', 'gone 2026-02-01: '];
    assert.deepEqual(renamed(named('abandoned carts', 24, 30)), [apart[0], `${apart[1]}abandoned carts 24 2026-01-01`]);
    assert.deepEqual(renamed(named('lost orders', 24)), [apart[0], `${apart[1]}lost orders 24 2026-01-01`]);
  });

  it('is not taken for another one that stood beside it', () => {
    assert.deepEqual(
      story(
        createVersion('2026-01-01', [named('abandoned carts', 24)]),
        createVersion('2026-02-01', [named('abandoned carts', 24), named('abandoned carts on phones')]),
        createVersion('2026-03-01', [named('abandoned carts on phones')]),
      ),
      [
        'here: abandoned carts on phones 26 2026-02-01, abandoned carts on phones 26 2026-03-01',
        'gone 2026-03-01: abandoned carts 24 2026-01-01, abandoned carts 24 2026-02-01',
      ],
    );
  });

  it('is not gone in a version that could not be read', () => {
    assert.deepEqual(
      story(
        createVersion('2026-01-01', [named('a', 40)]),
        { on: '2026-02-01', outcome: null, launched: null },
        createVersion(null, [named('a', 30)]),
      ),
      ['here: a 40 2026-01-01, a 30 now'],
    );
  });

  it('is gone where the file says no outcome any more', () => {
    assert.deepEqual(
      story(createVersion('2026-01-01', [named('a')]), { on: '2026-02-01', outcome: null, launched: null }),
      ['gone 2026-02-01: a 26 2026-01-01'],
    );
  });
});

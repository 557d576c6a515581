import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hiddenCells, isSolo, refusal, type Cell } from '../../../../../src/answers/flow/people/suppression.ts';
import type { GroupBand } from '../../../../../src/model/work.ts';

const group = (band: GroupBand, dominated = false) => ({ band, dominated });

describe('refusal', () => {
  it('asks for 3 people on the screen and 5 in an export', () => {
    const bands: GroupBand[] = ['0', '1', '2', '3-4', '5-9', '10+'];
    const shown = (floor: 3 | 5): GroupBand[] => bands.filter(band => refusal(group(band), floor) === null);
    assert.deepEqual(shown(3), ['3-4', '5-9', '10+']);
    assert.deepEqual(shown(5), ['5-9', '10+']);
    assert.equal(refusal(group('2'), 3), 'groupTooSmall');
  });

  it('takes a group that one person dominates for one person', () => {
    assert.equal(refusal(group('10+', true), 3), 'dominated');
  });

  it('shows nothing when the group is unknown', () => {
    assert.equal(refusal(undefined, 3), 'groupUnknown');
  });
});

describe('isSolo', () => {
  it('is one or two people, not a group that one of them dominates', () => {
    assert.deepEqual([group('1'), group('2'), group('0'), group('5-9', true), undefined].map(isSolo), [
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('hiddenCells', () => {
  const cell = (count: number, passes = true): Cell => ({ count, passes });

  it('hides nothing when all groups are large enough', () => {
    assert.deepEqual(hiddenCells([cell(4), cell(0, false), cell(9)]), [false, false, false]);
  });

  it('hides the next smallest with a single small cell, or the total would give it away', () => {
    assert.deepEqual(hiddenCells([cell(20), cell(2, false), cell(7), cell(9)]), [false, true, true, false]);
  });

  it('hides one more when the hidden cells hold one item each', () => {
    assert.deepEqual(hiddenCells([cell(20), cell(1, false), cell(1, false), cell(9)]), [false, true, true, true]);
  });

  it('hides zeros too when nothing else is left', () => {
    assert.deepEqual(hiddenCells([cell(5, false), cell(0)]), [true, true]);
  });

  it('hides one more where the hidden cells together may be one person’s, or hardly anybody else’s', () => {
    // Total less shown cells is 8: what one of 50 people did would be told as the sum of their two cells.
    assert.deepEqual(hiddenCells([cell(20), cell(22), cell(5, false), cell(3, false)]), [true, false, true, true]);
    // 4 of 20 are no more than a fifth: whoever did the 17 did more than four fifths.
    assert.deepEqual(hiddenCells([cell(30), cell(4), cell(17, false)]), [true, true, true]);
    assert.deepEqual(hiddenCells([cell(30), cell(4), cell(16, false)]), [false, true, true]);
  });

  it('hides no more where all that is not empty is hidden: the sum is the total, which is asked about by itself', () => {
    assert.deepEqual(hiddenCells([cell(5, false), cell(3, false), cell(0)]), [true, true, false]);
    assert.deepEqual(hiddenCells([cell(9, false), cell(1), cell(0)]), [true, true, false]);
  });

  it('takes what is counted and never shown for one more hidden cell', () => {
    const rest = (count: number, passes: boolean): Cell => ({ ...cell(count, passes), isLeftOver: true });
    assert.deepEqual(hiddenCells([cell(18), cell(19), rest(7, false)]), [true, false, true]);
    assert.deepEqual(hiddenCells([cell(18), cell(19), rest(7, true)]), [false, false, true]);
    assert.deepEqual(hiddenCells([cell(18), cell(5, false), rest(7, true)]), [false, true, true]);
    assert.deepEqual(hiddenCells([cell(18), cell(19), rest(0, false)]), [false, false, false]);
  });

  it('never leaves a sum of hidden cells that a single person may have most of', () => {
    const cells = fc.array(fc.record({ count: fc.nat({ max: 9 }), passes: fc.boolean() }), { maxLength: 7 });
    fc.assert(
      fc.property(cells, made => {
        const hidden = hiddenCells(made);
        const secret = made.filter((_, index) => hidden[index]);
        const isWhole = made.every(({ count }, index) => hidden[index] || count === 0);
        const itemsOf = (passes: boolean) => secret.filter(one => one.passes === passes).map(({ count }) => count);
        const [small, others] = [false, true].map(passes => itemsOf(passes).reduce((sum, count) => sum + count, 0));
        assert.ok(isWhole || small! <= 0.8 * (small! + others!), `${small} of ${small! + others!} may be one person's`);
        if (made.every(({ count, passes }) => passes || count === 0)) assert.deepEqual(secret, []);
      }),
    );
  });

  it('never leaves a hidden count that total and shown cells give away', () => {
    const cells = fc.array(fc.record({ count: fc.nat({ max: 6 }), passes: fc.boolean() }), {
      minLength: 2,
      maxLength: 5,
    });
    fc.assert(
      fc.property(cells, made => {
        const hidden = hiddenCells(made);
        made.forEach(({ count, passes }, index) => {
          if (count > 0 && !passes) assert.equal(hidden[index], true);
        });
        const secret = made.filter((_, index) => hidden[index]).map(({ count }) => count);
        if (secret.length === 0) return;
        // A reader knows that hidden cells are not empty, unless every cell is hidden.
        const least = secret.length === made.length ? 0 : 1;
        const total = secret.reduce((sum, count) => sum + count, 0);
        const possible = secret.map(() => new Set<number>());
        for (const guess of waysToSplit(total, secret.length, least)) {
          guess.forEach((count, index) => possible[index]!.add(count));
        }
        for (const values of possible) assert.ok(values.size > 1, `${JSON.stringify(made)} gives a count away`);
      }),
    );
  });
});

function* waysToSplit(total: number, parts: number, least: number): Generator<number[]> {
  if (parts === 1) {
    if (total >= least) yield [total];
    return;
  }
  for (let first = least; first <= total; first++) {
    for (const rest of waysToSplit(total - first, parts - 1, least)) yield [first, ...rest];
  }
}

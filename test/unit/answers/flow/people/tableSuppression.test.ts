import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Cell } from '../../../../../src/answers/flow/people/suppression.ts';
import { hiddenInTable } from '../../../../../src/answers/flow/people/tableSuppression.ts';

const cell = (count: number, passes = true): Cell => ({ count, passes });
const columnOf = <Value>(rows: readonly (readonly Value[])[], at: number): Value[] => rows.map(row => row[at]!);

describe('hiddenInTable', () => {
  it('hides nothing where everybody passes', () => {
    assert.deepEqual(hiddenInTable([[cell(3), cell(4)]]), [[false, false]]);
    assert.deepEqual(hiddenInTable([]), []);
  });

  it('hides a second cell in the row and in the column of a small one, or subtraction would give it away', () => {
    const table = [
      [cell(2, false), cell(7), cell(9)],
      [cell(5), cell(6), cell(30)],
      [cell(8), cell(20), cell(40)],
    ];
    assert.deepEqual(hiddenInTable(table), [
      [true, true, false],
      [true, true, false],
      [false, false, false],
    ]);
  });

  it('never leaves a hidden count alone in its row or its column', () => {
    const tables = fc.integer({ min: 2, max: 4 }).chain(width =>
      fc.array(
        fc.array(fc.record({ count: fc.nat({ max: 6 }), passes: fc.boolean() }), {
          minLength: width,
          maxLength: width,
        }),
        { minLength: 2, maxLength: 4 },
      ),
    );
    fc.assert(
      fc.property(tables, table => {
        const hidden = hiddenInTable(table);
        table.forEach((row, r) =>
          row.forEach(({ count, passes }, c) => {
            if (count > 0 && !passes) assert.ok(hidden[r]?.[c], 'a small cell is shown');
          }),
        );
        const secret = table.map((row, r) => row.map((cell, c) => (hidden[r]?.[c] === true ? [cell] : [])));
        const lines = [...secret, ...(secret[0] ?? []).map((_, at) => columnOf(secret, at))].map(line => line.flat());
        // One whose own group is large enough may be alone: it hides another one elsewhere.
        for (const line of lines) assert.ok(line.length !== 1 || line[0]?.passes === true || line[0]?.count === 0);
      }),
    );
  });
});

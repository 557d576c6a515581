import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Cell } from '../../../../../src/answers/flow/people/suppression.ts';
import { hiddenInTable } from '../../../../../src/answers/flow/people/tableSuppression.ts';

const cell = (count: number, passes = true): Cell => ({ count, passes });

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

  it('hides a cell that would tie two blocks together, where one small cell follows from several lines', () => {
    const table = [
      [cell(9, false), cell(9), cell(20), cell(20)],
      [cell(9), cell(9), cell(3, false), cell(20)],
      [cell(20), cell(20), cell(9), cell(9)],
      [cell(20), cell(20), cell(9), cell(9)],
    ];
    const hidden = hiddenInTable(table);
    assert.deepEqual(followingIn(table, hidden), []);
    assert.ok(hidden.flat().filter(Boolean).length <= 9, 'more is hidden than two blocks and a tie need');
  });

  it('hides nothing elsewhere for a row whose own total nobody knows', () => {
    const rest = (count: number): Cell => ({ ...cell(count), isLeftOver: true });
    const table = [
      [rest(3), rest(4)],
      [cell(5), cell(6)],
      [rest(7), rest(2)],
    ];
    assert.deepEqual(
      hiddenInTable(table, row => row === 1),
      [
        [true, true],
        [false, false],
        [true, true],
      ],
    );
    const alone = [[cell(2, false)], [cell(5)], [cell(9)]];
    assert.deepEqual(hiddenInTable(alone), [[true], [true], [true]], 'its total is the cell');
    assert.deepEqual(
      hiddenInTable(alone, row => row > 1),
      [[true], [true], [false]],
    );
  });

  it('shows what needs no hiding where what is never shown is about enough people', () => {
    const rest = (count: number, passes: boolean): Cell => ({ ...cell(count, passes), isLeftOver: true });
    assert.deepEqual(
      hiddenInTable([
        [cell(5), cell(6)],
        [cell(7), cell(8)],
        [rest(3, true), rest(4, true)],
      ]).slice(0, 2),
      [
        [false, false],
        [false, false],
      ],
    );
    const [first, second] = hiddenInTable([
      [cell(5), cell(6)],
      [cell(7), cell(8)],
      [rest(3, false), rest(4, true)],
    ]);
    assert.deepEqual(
      [first?.[0], second?.[0]],
      [true, false],
      'the total of a column less what is shown was about few',
    );
  });

  it('leaves no small cell, and no sum about few people, that totals of rows and columns and what is shown give away', () => {
    const tables = fc.integer({ min: 2, max: 4 }).chain(width =>
      fc.array(
        fc.array(fc.record({ count: fc.nat({ max: 6 }), passes: fc.integer({ min: 0, max: 2 }).map(n => n > 0) }), {
          minLength: width,
          maxLength: width,
        }),
        { minLength: 2, maxLength: 4 },
      ),
    );
    let partly = 0;
    fc.assert(
      fc.property(tables, table => {
        const hidden = hiddenInTable(table);
        table.forEach((row, r) =>
          row.forEach(({ count, passes }, c) => {
            if (count > 0 && !passes) assert.ok(hidden[r]?.[c], 'a small cell is shown');
          }),
        );
        const [all, some] = [hidden.flat(), hidden.flat().filter(Boolean)];
        if (some.length === all.length) return;
        if (some.length > 0) partly++;
        assert.deepEqual(followingIn(table, hidden), []);
        for (const sum of sumsIn(table, hidden)) {
          const small = sum.filter(({ passes }) => !passes).reduce((total, { count }) => total + count, 0);
          const total = sum.reduce((all, { count }) => all + count, 0);
          assert.ok(small <= 0.8 * total, `${JSON.stringify(table)}: ${small} of ${total} may be one person's`);
        }
      }),
    );
    assert.ok(partly > 10, 'nothing was tested');
  });
});

/**
 * Small hidden cells that follow from the sums of the hidden ones in each row and column, which whoever knows the totals
 * knows: by elimination, a cell follows where a row of the reduced equations holds it alone.
 */
function followingIn(table: readonly (readonly Cell[])[], hidden: readonly (readonly boolean[])[]): Cell[] {
  const secret = table.flatMap((row, r) => row.flatMap((one, c) => (hidden[r]?.[c] === true ? [{ one, r, c }] : [])));
  const lineOf = (isIn: (place: (typeof secret)[number]) => boolean) => secret.map(place => (isIn(place) ? 1 : 0));
  const equations: number[][] = [
    ...table.map((_, r) => lineOf(place => place.r === r)),
    ...(table[0] ?? []).map((_, c) => lineOf(place => place.c === c)),
  ];
  let done = 0;
  for (let at = 0; at < secret.length; at++) {
    const pivot = equations.findIndex((equation, row) => row >= done && equation[at] !== 0);
    if (pivot === -1) continue;
    [equations[done], equations[pivot]] = [equations[pivot]!, equations[done]!];
    const lead = equations[done]!;
    const scaled = lead.map(value => value / lead[at]!);
    equations.forEach((equation, row) => {
      const factor = equation[at]!;
      equations[row] = row === done ? scaled : equation.map((value, column) => value - factor * scaled[column]!);
    });
    done++;
  }
  const alone = equations.filter(equation => equation.filter(value => value !== 0).length === 1);
  return alone
    .map(equation => secret[equation.findIndex(value => value !== 0)]!.one)
    .filter(({ count, passes }) => count > 0 && !passes);
}

/**
 * Hidden cells whose sum is rows less columns, or the other way round, of every choice of lines. Without those that hold a
 * whole line, whose total is somebody else's to hide: what they hold beside it is a choice of its own.
 */
function* sumsIn(table: readonly (readonly Cell[])[], hidden: readonly (readonly boolean[])[]): Generator<Cell[]> {
  const [rows, columns] = [table.length, table[0]?.length ?? 0];
  const has = (bits: number, at: number): number => (bits >> at) & 1;
  for (let chosen = 1; chosen < 2 ** (rows + columns); chosen++)
    for (const sign of [1, -1]) {
      const weight = (r: number, c: number): number => sign * (has(chosen, r) - has(chosen, rows + c));
      const places = table.flatMap((row, r) => row.map((one, c) => ({ one, r, c, weight: weight(r, c) })));
      const secret = places.filter(({ r, c }) => hidden[r]?.[c] === true);
      if (secret.some(place => place.weight < 0)) continue;
      const sum = secret.filter(place => place.weight > 0);
      const isIn = (r: number, c: number): boolean => sum.some(place => place.r === r && place.c === c);
      const isWhole = (line: typeof places): boolean => {
        const filled = line.filter(({ one }) => one.count > 0);
        return filled.length > 0 && filled.every(({ r, c }) => isIn(r, c));
      };
      const lines = [
        ...table.map((_, at) => places.filter(({ r }) => r === at)),
        ...(table[0] ?? []).map((_, at) => places.filter(({ c }) => c === at)),
      ];
      if (!lines.some(isWhole)) yield sum.map(({ one }) => one);
    }
}

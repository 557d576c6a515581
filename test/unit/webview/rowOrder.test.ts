import assert from 'node:assert/strict';
import type { Table, TableCell } from '../../../src/model/flow/figure.ts';
import { pageOf, rowOrder, sortBy } from '../../../webview/insights/table/rowOrder.ts';

function table(...rows: TableCell[][]): Table {
  return {
    caption: '',
    columns: [
      { id: 'label', label: 'Item', kind: 'text' },
      { id: 'commits', label: 'Commits', kind: 'plain' },
    ],
    rows,
  };
}

const by = (column: string, descending = false) => ({ column, descending, page: 0 });

describe('the rows of a table', () => {
  it('sort ticket keys by their number', () => {
    const keys = table(['PAY-10', 1], ['no ticket', 1], ['PAY-9', 1], ['#42', 1]);
    assert.deepEqual(rowOrder(keys, by('label')), [3, 1, 2, 0]);
  });

  it('sort numbers as numbers', () => {
    assert.deepEqual(rowOrder(table(['a', 10], ['b', 9], ['c', 100]), by('commits')), [1, 0, 2]);
  });

  it('have what is not shown at the end, either way', () => {
    const hidden = table(['a', null], ['b', 2], ['c', 1]);
    assert.deepEqual(rowOrder(hidden, by('commits')), [2, 1, 0]);
    assert.deepEqual(rowOrder(hidden, by('commits', true)), [1, 2, 0]);
  });

  it('stand as they came where they are equal, and where no column is chosen', () => {
    const equal = table(['b', 1], ['a', 1], ['c', 1]);
    assert.deepEqual(rowOrder(equal, by('commits')), [0, 1, 2]);
    assert.deepEqual(rowOrder(equal, by('commits', true)), [0, 1, 2]);
    assert.deepEqual(rowOrder(equal, { column: null, descending: true, page: 0 }), [0, 1, 2]);
    assert.deepEqual(rowOrder(equal, by('a column of an older version')), [0, 1, 2]);
  });

  it('turn round on a second click, and start upwards and at page one on another column', () => {
    const first = sortBy({ column: 'label', descending: true, page: 3 }, 'commits');
    assert.deepEqual(first, by('commits'));
    assert.deepEqual(sortBy(first, 'commits'), by('commits', true));
    assert.deepEqual(sortBy(sortBy(first, 'commits'), 'commits'), first);
  });
});

describe('pages of a table', () => {
  const rows = Array.from({ length: 120 }, (_, index) => index);

  it('hold fifty rows', () => {
    const { rows: shown, pages, label } = pageOf(rows, 1);
    assert.deepEqual([shown[0], shown.at(-1), pages, label], [50, 99, 3, '51–100 of 120']);
  });

  it('give the last page when the rows became fewer', () => {
    assert.equal(pageOf(rows, 9).label, '101–120 of 120');
    assert.equal(pageOf(rows.slice(0, 5), 2).label, '1–5 of 5');
  });

  it('never ask for a page before the first', () => {
    assert.equal(pageOf(rows, -1).page, 0);
  });
});

import assert from 'node:assert/strict';
import type { PointView } from '../../../src/protocol/insightsProtocol.ts';
import { COLUMNS, pageOf, sortBy, sortPoints, type Column } from '../../../webview/insights/pointTable.ts';

function point(change: Partial<PointView>): PointView {
  return {
    id: 'a',
    label: 'PAY-1',
    type: 'feature',
    started: '2026-11-01',
    finished: '2026-11-02',
    finishedAt: 1_793_600_000,
    seconds: 86_400,
    days: 2,
    commits: 1,
    how: 'Merged branch',
    ...change,
  };
}

const labels = (points: readonly PointView[], column: Column, descending = false) =>
  sortPoints(points, { column, descending }).map(({ label }) => label);

describe('the table behind the scatterplot', () => {
  it('sorts ticket keys by their number', () => {
    const points = ['PAY-10', 'no ticket', 'PAY-9', '#42'].map(label => point({ label }));
    assert.deepEqual(labels(points, 'label'), ['#42', 'no ticket', 'PAY-9', 'PAY-10']);
  });

  it('sorts items of one day by the moment they finished', () => {
    const points = [point({ label: 'late', finishedAt: 20 }), point({ label: 'early', finishedAt: 10 })];
    assert.deepEqual(labels(points, 'finished'), ['early', 'late']);
    assert.deepEqual(labels(points, 'finished', true), ['late', 'early']);
  });

  it('sorts numbers as numbers', () => {
    const points = [10, 9, 100].map(commits => point({ label: String(commits), commits }));
    assert.deepEqual(labels(points, 'commits'), ['9', '10', '100']);
  });

  it('leaves equal rows as they came, and the host’s array alone', () => {
    const points = ['b', 'a', 'c'].map(label => point({ label }));
    for (const column of COLUMNS.filter(name => name !== 'label')) {
      assert.deepEqual(labels(points, column), ['b', 'a', 'c'], column);
      assert.deepEqual(labels(points, column, true), ['b', 'a', 'c'], column);
    }
    labels(points, 'label');
    assert.equal(points[0]?.label, 'b');
  });

  it('turns round on a second click, and starts upwards on another column', () => {
    const first = sortBy({ column: 'finished', descending: true }, 'days');
    assert.deepEqual(first, { column: 'days', descending: false });
    assert.deepEqual(sortBy(first, 'days'), { column: 'days', descending: true });
    assert.deepEqual(sortBy(sortBy(first, 'days'), 'days'), first);
  });
});

describe('pages of the table', () => {
  const rows = Array.from({ length: 240 }, (_, index) => index);

  it('holds a hundred rows', () => {
    const { rows: shown, pages, label } = pageOf(rows, 1);
    assert.deepEqual([shown[0], shown.at(-1), pages, label], [100, 199, 3, '101–200 of 240']);
  });

  it('gives the last page when the rows became fewer', () => {
    assert.equal(pageOf(rows, 9).label, '201–240 of 240');
    assert.equal(pageOf(rows.slice(0, 5), 2).label, '1–5 of 5');
  });

  it('never asks for a page before the first', () => {
    assert.equal(pageOf(rows, -1).page, 0);
  });
});

import assert from 'node:assert/strict';
import { tableCsv } from '../../../src/export/csv.ts';
import { sparkline } from '../../../src/export/sparkline.ts';

describe('a table as CSV', () => {
  it('names units in the header, quotes what needs it, and leaves unknown values empty', () => {
    const csv = tableCsv({
      caption: '',
      columns: [
        { id: 'week', label: 'Week', kind: 'day' },
        { id: 'p50', label: '50 %', kind: 'seconds' },
        { id: 'note', label: 'Note', kind: 'text' },
      ],
      rows: [
        ['2026-01-05', 86400, 'a "quoted", note'],
        ['2026-01-12', null, null],
      ],
    });
    assert.equal(csv, 'Week,50 % (seconds),Note\r\n2026-01-05,86400,"a ""quoted"", note"\r\n2026-01-12,,\r\n');
  });

  it('gives a spreadsheet no formula to run', () => {
    const columns = [{ id: 'x', label: 'X', kind: 'text' as const }];
    assert.equal(
      tableCsv({ caption: '', columns, rows: [['=1+1'], ['@SUM(A1)'], ['-2']] }),
      "X\r\n'=1+1\r\n'@SUM(A1)\r\n'-2\r\n",
    );
  });
});

describe('a sparkline', () => {
  it('spans from the lowest to the highest value and shows gaps', () => {
    assert.equal(sparkline([0, null, 7]), '▁·█');
    assert.equal(sparkline([5, 5]), '▄▄');
    assert.equal(sparkline([null, null]), '');
  });
});

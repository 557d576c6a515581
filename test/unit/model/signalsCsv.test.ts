import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readSignalsCsv } from '../../../src/model/text/signalsCsv.ts';

describe('readSignalsCsv', () => {
  it('reads days, values and how many answered, by day', () => {
    assert.deepEqual(readSignalsCsv('date,value,responses\n2026-02-01,3.9,7\n2026-01-01,-4,5\n'), {
      rows: [
        { on: '2026-01-01', value: -4, responses: 5 },
        { on: '2026-02-01', value: 3.9, responses: 7 },
      ],
      unread: [],
    });
  });

  it('takes any order of columns, any line ending, quotes, blank lines and a byte order mark', () => {
    const text = '\uFEFF\r\n"Responses", Value ,Date,by\r\n\r\n7,"3.9",2026-02-01,x\r\n';
    assert.deepEqual(readSignalsCsv(text)?.rows, [{ on: '2026-02-01', value: 3.9, responses: 7 }]);
  });

  it('does not know how many answered where the file does not say', () => {
    assert.equal(readSignalsCsv('date,value\n2026-02-01,120')?.rows[0]?.responses, null);
    assert.equal(readSignalsCsv('date,value,responses\n2026-02-01,120,')?.rows[0]?.responses, null);
  });

  it('lets the last row of a day count', () => {
    const rows = readSignalsCsv('date,value,responses\n2026-02-01,1,9\n2026-02-01,2,9')?.rows;
    assert.deepEqual(
      rows?.map(({ value }) => value),
      [2],
    );
  });

  it('names the lines that it cannot read and keeps the others', () => {
    const wrong = ['2026-02-30,1,9', '2026-02-01,,9', '2026-02-01,1,many', '2026-02-01,"1,5",9', '1.2.2026,1,9', 'x'];
    const read = readSignalsCsv(['date,value,responses', ...wrong, '2026-02-02,0,9'].join('\n'));
    assert.deepEqual(read, { rows: [{ on: '2026-02-02', value: 0, responses: 9 }], unread: [2, 3, 4, 5, 6, 7] });
  });

  it('is nothing without the two columns that it needs', () => {
    for (const text of ['', 'date,responses\n2026-01-01,4', '2026-01-01,3,4', 'value\n3'])
      assert.equal(readSignalsCsv(text), null, text);
  });

  it('survives any text with numbers that are numbers and days in order', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), lines => {
        const { rows } = readSignalsCsv(['date,value,responses', ...lines].join('\n')) ?? { rows: [] };
        assert.ok(rows.every(({ value }) => Number.isFinite(value)));
        assert.deepEqual(
          rows.map(({ on }) => on),
          [...new Set(rows.map(({ on }) => on))].sort(),
        );
      }),
    );
  });
});

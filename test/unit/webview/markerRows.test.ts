import assert from 'node:assert/strict';
import fc from 'fast-check';
import { legendFlow } from '../../../webview/insights/charts/legendFlow.ts';
import { markerRows } from '../../../webview/insights/charts/markerRows.ts';
import { pointed } from '../../../webview/insights/charts/pointed.ts';
import { fitText, textWidth, wrapText } from '../../../webview/insights/charts/text.ts';

describe('labels of what changed', () => {
  it('share a row where they do not touch', () => {
    const places = markerRows(
      [
        { x: 10, label: 'New CI' },
        { x: 200, label: 'Split' },
      ],
      400,
      3,
    );
    assert.deepEqual(places, [
      { text: 'New CI', row: 0, left: false },
      { text: 'Split', row: 0, left: false },
    ]);
  });

  it('take another row where they would, in the order of time', () => {
    const places = markerRows(
      [
        { x: 30, label: 'Second one' },
        { x: 10, label: 'First of all' },
      ],
      400,
      3,
    );
    assert.deepEqual(
      places.map(({ row }) => row),
      [1, 0],
    );
  });

  it('stand to the left of their line where there is no room to the right', () => {
    assert.deepEqual(markerRows([{ x: 380, label: 'Trunk-based' }], 400, 3), [
      { text: 'Trunk-based', row: 0, left: true },
    ]);
  });

  it('never cover each other nor leave the picture', () => {
    const marker = fc.record({
      x: fc.integer({ min: 0, max: 500 }),
      label: fc.string({ minLength: 1, maxLength: 40 }),
    });
    fc.assert(
      fc.property(fc.array(marker, { maxLength: 12 }), markers => {
        const places = markerRows(markers, 520, 3);
        const boxes = places
          .map(({ text, row, left }, index) => {
            const { x } = markers[index]!;
            const wide = textWidth(text);
            return { text, row, from: left ? x - 9 - wide : x + 9, to: left ? x - 9 : x + 9 + wide };
          })
          .filter(({ text }) => text !== '');
        for (const box of boxes) assert.ok(box.from >= 0 && box.to <= 520);
        for (const [index, box] of boxes.entries())
          for (const other of boxes.slice(index + 1))
            assert.ok(box.row !== other.row || box.to <= other.from || other.to <= box.from, JSON.stringify(boxes));
      }),
    );
  });
});

describe('texts in a chart', () => {
  it('are cut with an ellipsis, and left out rather than cut to nothing', () => {
    assert.equal(fitText('Review', 400), 'Review');
    assert.match(fitText('Switched to trunk-based development', 100), /^Switched.*…$/);
    assert.equal(fitText('Switched', 10), '');
    assert.ok(textWidth(fitText('Switched to trunk-based development', 100)) <= 100);
  });

  it('wrap between words', () => {
    assert.deepEqual(wrapText('waits for a test environment', 90), ['waits for a test', 'environment']);
  });

  it('flow into rows as a legend', () => {
    assert.deepEqual(
      legendFlow(['Build', 'Review'], 400).map(({ row }) => row),
      [0, 0],
    );
    assert.deepEqual(legendFlow(['Build', 'Quality assurance'], 100), [
      { x: 0, row: 0 },
      { x: 0, row: 1 },
    ]);
  });
});

describe('the mark under the pointer', () => {
  const mark = { title: '', lines: [], along: 0, across: 0 };
  const bar = { left: 0, right: 20, top: 0, bottom: 100 };
  const marks = [
    { ...mark, id: 'bar', x: 10, y: 0, box: bar },
    { ...mark, id: 'inner', x: 10, y: 50, box: { ...bar, top: 40, bottom: 60 } },
    { ...mark, id: 'dot', x: 60, y: 50, box: null },
  ];

  it('is the smallest that the pointer is inside of', () => {
    assert.equal(pointed(marks, { x: 5, y: 10 }), 0);
    assert.equal(pointed(marks, { x: 5, y: 50 }), 1);
  });

  it('is else the nearest within reach', () => {
    assert.equal(pointed(marks, { x: 50, y: 55 }), 2);
    assert.equal(pointed(marks, { x: 200, y: 200 }), null);
  });
});

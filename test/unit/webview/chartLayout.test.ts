import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dotOutlines } from '../../../webview/insights/charts/dotOutlines.ts';
import { spreadLabels } from '../../../webview/insights/charts/spreadLabels.ts';

describe('labels at the ends of lines', () => {
  it('stay where they do not touch', () => {
    assert.deepEqual(spreadLabels([100, 50, 10], 14, 0, 200), [100, 50, 10]);
  });

  it('move apart where they would cover each other', () => {
    assert.deepEqual(spreadLabels([52, 50, 48], 14, 0, 200), [76, 62, 48]);
  });

  it('stay inside the chart', () => {
    assert.deepEqual(spreadLabels([199, 198], 14, 0, 200), [200, 186]);
  });

  it('keep their order and their distance where there is room', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 8 }), wanted => {
        const placed = spreadLabels(wanted, 14, 0, 400);
        const sorted = [...placed].sort((a, b) => a - b);
        sorted.forEach((place, index) => {
          assert.ok(place >= 0 && place <= 400);
          assert.ok(index === 0 || place - (sorted[index - 1] ?? 0) >= 14);
        });
        for (const [a, first] of wanted.entries()) {
          for (const [b, second] of wanted.entries()) {
            if (first < second) assert.ok(placed[a]! < placed[b]!);
          }
        }
      }),
    );
  });
});

describe('dots in few paths', () => {
  const places = Array.from({ length: 7 }, (_, index) => ({ x: index + 0.04, y: 2 }));

  it('holds every dot once, to a tenth of a pixel', () => {
    const outlines = dotOutlines(places, 3);
    assert.deepEqual(outlines, ['M0,2h0M3,2h0M6,2h0', 'M1,2h0M4,2h0', 'M2,2h0M5,2h0']);
  });

  it('makes no empty paths', () => {
    assert.equal(dotOutlines(places, 60).length, 7);
    assert.deepEqual(dotOutlines([], 60), []);
  });
});

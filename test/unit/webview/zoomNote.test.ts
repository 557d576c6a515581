import assert from 'node:assert/strict';
import { zoomNote } from '../../../webview/insights/zoomNote.ts';
import { madeCharts } from '../../support/madeCharts.ts';

const made = madeCharts(26, 72);
const month = { from: made.dots.from, to: made.dots.from + 28 * 86_400 };

describe('what stands under a picture of which a part is looked at', () => {
  it('says of how many items the lines and figures are', () => {
    const drawn = made.dots.dots.filter(({ x }) => x <= month.to).length;
    assert.equal(
      zoomNote(made.dots, month),
      `${drawn} of 72 items drawn. The lines, the figures and the sentence above are of all 72.`,
    );
    assert.ok(drawn > 0 && drawn < 72);
  });

  it('says of a series that its figures are of the whole window', () => {
    assert.match(zoomNote(made.series, month), /^Part of the window is drawn\./);
    assert.match(zoomNote(made.stack, month), /of all of it\.$/);
  });

  it('is nothing while all is drawn', () => {
    assert.equal(zoomNote(made.dots, null), '');
    assert.equal(zoomNote(null, month), '');
  });
});

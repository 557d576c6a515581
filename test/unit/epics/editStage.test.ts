import assert from 'node:assert/strict';
import fc from 'fast-check';
import { setStage } from '../../../src/epics/editStage.ts';
import { STAGES, stageAfter } from '../../../src/model/stage.ts';
import { applyEdits, editBetween } from '../../../src/model/textRange.ts';
import { read } from './read.ts';

const EPIC = '---\nkey: PAY-1 # ours\nstage: launch # soon\n---\n# Epic\n';
const moved = (text: string, stage: (typeof STAGES)[number]): string =>
  applyEdits(text, [setStage(text, stage, '2026-12-01') ?? assert.fail()]);

describe('moving an epic to a stage', () => {
  it('changes the one word', () => {
    assert.equal(moved(EPIC, 'qa'), EPIC.replace('launch', 'qa'));
  });

  it('notes the launch where the epic goes into review, once', () => {
    const inReview = moved(EPIC, 'review');
    assert.equal(inReview, '---\nkey: PAY-1 # ours\nstage: review # soon\nlaunched: 2026-12-01\n---\n# Epic\n');
    const again = moved(moved(inReview, 'launch').replace('2026-12-01', '2026-11-02'), 'review');
    assert.equal(read(again).epic?.launched, '2026-11-02');
  });

  it('gives a stage to an epic that has none', () => {
    assert.equal(read(moved('---\nkey: PAY-1\n---\n# Epic\n', 'discovery')).epic?.stage, 'discovery');
  });

  it('is refused where the front matter cannot be edited safely', () => {
    assert.equal(setStage('# No front matter\n', 'qa', '2026-12-01'), null);
    assert.equal(setStage('---\nkey: [\n---\n', 'qa', '2026-12-01'), null);
  });

  it('goes from each stage to the next, and ends', () => {
    assert.deepEqual(STAGES.map(stageAfter), ['build', 'qa', 'launch', 'review', 'closed', null, null]);
  });
});

describe('the edit between two texts', () => {
  it('makes the second of the first, whatever they are', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', 'é') });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edit = editBetween(before, after);
        assert.equal(edit === null ? before : applyEdits(before, [edit]), after);
        assert.equal(edit === null, before === after);
      }),
    );
  });
});

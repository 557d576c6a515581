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
    const middle = EPIC.replace('---\n# Epic', 'tickets: []\n---\n# Epic');
    assert.match(moved(middle, 'review'), /stage: review # soon\nlaunched: 2026-12-01\ntickets/);
    const before = inReview.replace('2026-12-01', '2026-11-02');
    assert.equal(moved(moved(before, 'launch'), 'review'), before);
  });

  it('leaves what stands as the launch, also what is no day, and fills in what is empty', () => {
    for (const written of ['1 March 2026 (pilot only)', '[2026-03-01]', 'true']) {
      const epic = EPIC.replace('# soon\n', `# soon\nlaunched: ${written}\n`);
      assert.equal(moved(epic, 'review'), epic.replace('stage: launch', 'stage: review'));
    }
    const empty = EPIC.replace('# soon\n', '# soon\nlaunched: # when?\n');
    assert.equal(read(moved(empty, 'review')).epic?.launched, '2026-12-01');
  });

  it('takes the launch of that day out again where the epic goes back, and no other', () => {
    const inReview = moved(EPIC, 'review');
    for (const stage of ['launch', 'qa', 'build', 'discovery'] as const)
      assert.equal(moved(inReview, stage), EPIC.replace('launch', stage));
    assert.equal(moved(moved(inReview, 'closed'), 'build'), EPIC.replace('launch', 'build'));
    assert.match(moved(inReview, 'closed'), /launched: 2026-12-01/);
    assert.match(moved(inReview, 'stopped'), /launched: 2026-12-01/);
    const earlier = inReview.replace('2026-12-01', '2026-11-30');
    assert.match(moved(earlier, 'build'), /stage: build # soon\nlaunched: 2026-11-30/);
    const written = EPIC.replace('# soon\n', '# soon\nlaunched: 2026-12-01\n');
    assert.match(moved(written, 'qa'), /launched: 2026-12-01/, 'a plan of a person, before review');
  });

  it('takes the stage away from an epic that had none before', () => {
    const without = '---\nkey: PAY-1\n---\n# Epic\n';
    const back = (text: string) => applyEdits(text, [setStage(text, null, '2026-12-01') ?? assert.fail()]);
    assert.equal(back(moved(without, 'review')), without);
    assert.equal(back(moved(without, 'build')), without);
    assert.equal(setStage(without, null, '2026-12-01'), null);
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

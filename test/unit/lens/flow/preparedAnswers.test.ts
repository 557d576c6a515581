import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createPreparedAnswers } from '../../../../src/lens/flow/preparedAnswers.ts';
import type { CommitSet } from '../../../../src/model/ports/gitPort.ts';
import { WORK_TYPES } from '../../../../src/model/work.ts';
import { REQUEST } from '../../answers/flow/madeTeam.ts';
import { anyTeam, MadeAnswers } from '../../answers/flow/people/madeAnswers.ts';

const TYPES = [null, ...WORK_TYPES];

/** A gate that counts how often it is asked. */
function answersFor(made: MadeAnswers) {
  const asked: (readonly CommitSet[])[] = [];
  const answers = createPreparedAnswers({
    groupSizes: cells => {
      asked.push(cells);
      return Promise.resolve(made.team.gate(cells));
    },
  });
  return { asked, answers };
}

describe('answers that are prepared', () => {
  it('are the same as those that are not, for every work type, with one call of the identity gate', async () => {
    await fc.assert(
      fc.asyncProperty(anyTeam, fc.constantFrom('view' as const, 'export' as const), async (changes, use) => {
        const made = new MadeAnswers(changes);
        const { asked, answers } = answersFor(made);
        await answers.lookAhead(made.source, { ...REQUEST, use }, new AbortController().signal);
        for (const type of TYPES.filter(one => one === null || made.source.work.items.some(item => item.type === one)))
          assert.deepEqual(await answers.answer(made.source, { ...REQUEST, use, type }), made.answer({ use, type }));
        assert.equal(asked.length, 1);
      }),
      { numRuns: 15 },
    );
  });

  it('ask again about another source, and about another way to use the answer', async () => {
    const [changes = []] = fc.sample(anyTeam, { numRuns: 1, seed: 1 });
    const made = new MadeAnswers(changes);
    const { asked, answers } = answersFor(made);
    await answers.answer(made.source, REQUEST);
    await answers.answer(made.source, REQUEST);
    assert.equal(asked.length, 1);
    await answers.answer({ ...made.source }, REQUEST);
    await answers.answer(made.source, { ...REQUEST, use: 'export' });
    assert.equal(asked.length, 3);
  });

  it('stop looking ahead when nobody wants it any more, and ask nobody', async () => {
    const [changes = []] = fc.sample(anyTeam, { numRuns: 1, seed: 1 });
    const made = new MadeAnswers(changes);
    const { asked, answers } = answersFor(made);
    const controller = new AbortController();
    const looking = answers.lookAhead(made.source, REQUEST, controller.signal);
    controller.abort();
    await assert.rejects(looking, { name: 'CancelledError' });
    assert.equal(asked.length, 0);
  });

  it('do not keep what the gate failed to say', async () => {
    const [changes = []] = fc.sample(anyTeam, { numRuns: 1, seed: 1 });
    const made = new MadeAnswers(changes);
    let broken = true;
    const answers = createPreparedAnswers({
      groupSizes: cells => (broken ? Promise.reject(new Error('no git')) : Promise.resolve(made.team.gate(cells))),
    });
    await assert.rejects(answers.answer(made.source, REQUEST));
    broken = false;
    assert.deepEqual(await answers.answer(made.source, REQUEST), made.answer({}));
  });
});

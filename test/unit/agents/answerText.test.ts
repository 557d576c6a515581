import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pageText } from '../../../src/agents/answerText.ts';
import { ArgumentError, optionalText, readArguments } from '../../../src/agents/arguments.ts';
import { dataLines } from '../../../src/agents/data.ts';
import { failureText } from '../../../src/agents/failure.ts';
import { CancelledError, ProblemError } from '../../../src/model/problem.ts';
import { MARKED } from '../../../src/wording/agents.ts';
import * as z from 'zod/mini';
import { assertCheap } from '../../support/agentAnswers.ts';

describe('pages of an answer', () => {
  it('cost less than 400 tokens each, and hold every line in its order', () => {
    const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 400 }), { maxLength: 30 });
    fc.assert(
      fc.property(texts, texts, (plain, more) => {
        const body = [...plain, ...more.map(text => `word ${text} 日本語 👩‍👩‍👧 `.repeat(6))].flatMap(dataLines);
        const told: string[] = [];
        for (let page = 1, last = 1; page <= last; page++) {
          const text = pageText({ head: 'Head.', body, more: 'More: so and so.' }, page);
          assertCheap(text, `page ${page}`);
          last = Number(/^Page \d+ of (\d+)/m.exec(text)?.[1] ?? 1);
          assert.deepEqual(text.split('\n').slice(0, 2), ['Head.', MARKED]);
          told.push(...text.split('\n').filter(line => line.startsWith('|')));
        }
        assert.deepEqual(told, body);
      }),
      { numRuns: 60 },
    );
  });

  it('say nothing of pages where there is one, and which is the last where one is asked beyond it', () => {
    assert.equal(pageText({ head: 'Head.', body: ['| one'], more: '' }, 1), `Head.\n${MARKED}\n| one`);
    assert.throws(() => pageText({ head: 'Head.', body: [], more: '' }, 2), /there is no page 2; the last one is 1/);
  });
});

describe('what agents are told of failures', () => {
  it('is what happened and what to do; of a surprise only that it is one', () => {
    assert.match(failureText(new ArgumentError('say more')), /^Outcome Lens could not answer\. say more$/);
    const problem = failureText(new ProblemError({ code: 'branch/not-found', detail: 'a\u2028Ignore this' }));
    assert.match(problem, /^Outcome Lens could not answer\.\n\| problem: .*"a Ignore this"/);
    for (const surprise of [new Error('/home/somebody/secret'), new CancelledError(), 'text', undefined])
      assert.match(failureText(surprise), /^Outcome Lens could not answer\. Something unexpected happened/);
  });

  it('names a wrong argument, never its value', () => {
    const schema = z.strictObject({ ticket: optionalText('a key') });
    assert.deepEqual(readArguments('outcome', schema, undefined), {});
    assert.deepEqual(readArguments('outcome', schema, { ticket: 'PAY-1' }), { ticket: 'PAY-1' });
    for (const given of [{ ticket: ['Ignore this'] }, { 'Ignore this': 1 }, 'Ignore this', [], 7])
      assert.throws(
        () => readArguments('outcome', schema, given),
        error =>
          error instanceof ArgumentError &&
          /^Wrong arguments \(.+\)\. outcome takes: ticket \(a key\)\.$/.test(error.message) &&
          !error.message.includes('Ignore'),
      );
  });
});

import assert from 'node:assert/strict';
import { outcomeTool } from '../../../src/agents/outcome.ts';
import type { RepositoryLens } from '../../../src/lens/outcomeLens.ts';
import type { WhyAnswer } from '../../../src/model/why.ts';

const NOTHING: WhyAnswer = { value: null, reasons: [], missing: [], asOf: 0 };

/** A repository that only says why, and what it was asked with. */
function saying(answer: (signal: AbortSignal | undefined) => WhyAnswer): RepositoryLens {
  return {
    why: (signal?: AbortSignal) => Promise.resolve(answer(signal)),
  } as Partial<RepositoryLens> as RepositoryLens;
}

describe('a tool for agents', () => {
  it('hands on the signal that cancels it', async () => {
    const { signal } = new AbortController();
    let asked: AbortSignal | undefined;
    const repository = saying(given => {
      asked = given;
      return NOTHING;
    });
    assert.match(await outcomeTool.call({}, repository, signal), /^Outcome of the current branch\./);
    assert.equal(asked, signal);
  });

  it('tells nothing that was cancelled meanwhile', async () => {
    const cancelling = new AbortController();
    const repository = saying(() => {
      cancelling.abort();
      return NOTHING;
    });
    await assert.rejects(outcomeTool.call({}, repository, cancelling.signal), { name: 'AbortError' });
  });
});

import assert from 'node:assert/strict';
import { createSharedReads } from '../../../src/lens/sharedReads.ts';
import { CancelledError } from '../../../src/model/problem.ts';

/** Readings that end when they are told to, or when they are stopped. */
function madeReads() {
  const reads = createSharedReads<string>();
  const begun: { readonly signal: AbortSignal; readonly end: (value: string) => void }[] = [];
  const load = (signal: AbortSignal) =>
    new Promise<string>((end, fail) => {
      signal.addEventListener('abort', () => fail(new CancelledError()));
      begun.push({ signal, end });
    });
  const ask = (signal?: AbortSignal) => reads.get('tip', load, signal);
  return { reads, begun, ask };
}

const cancelled = { name: 'CancelledError' };

describe('a reading that its callers share', () => {
  it('goes on until the last of them has left, and is begun anew for the next', async () => {
    const { begun, ask } = madeReads();
    const [one, other] = [new AbortController(), new AbortController()];
    const asked = [assert.rejects(ask(one.signal), cancelled), assert.rejects(ask(other.signal), cancelled)];
    one.abort();
    assert.equal(begun[0]?.signal.aborted, false);
    other.abort();
    assert.deepEqual(
      begun.map(({ signal }) => signal.aborted),
      [true],
    );
    const next = ask();
    begun[1]?.end('anew');
    assert.equal(await next, 'anew');
    await Promise.all(asked);
  });

  it('goes on for a caller that cannot leave, and for one that came before a clearing', async () => {
    const { reads, begun, ask } = madeReads();
    const leaving = new AbortController();
    const kept = ask();
    const left = assert.rejects(ask(leaving.signal), cancelled);
    reads.clear();
    leaving.abort();
    begun[0]?.end('read');
    assert.equal(await kept, 'read');
    await left;
    assert.equal(begun.length, 1);
  });

  it('is kept when it is read, whoever leaves later, and forgotten when it failed', async () => {
    const { reads, begun, ask } = madeReads();
    await assert.rejects(
      reads.get('tip', () => Promise.reject(new Error('no'))),
      { message: 'no' },
    );
    const caller = new AbortController();
    const first = ask(caller.signal);
    begun[0]?.end('read');
    await first;
    caller.abort();
    assert.equal(await ask(), 'read');
    assert.equal(begun.length, 1);
    await assert.rejects(ask(AbortSignal.abort()), cancelled);
  });
});

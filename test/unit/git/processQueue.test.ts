import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { createProcessQueue } from '../../../src/git/processQueue.ts';
import { CancelledError } from '../../../src/model/problem.ts';

function job() {
  const state = { started: false, resolve: (_value: string): void => undefined };
  const promise = new Promise<string>(resolve => {
    state.resolve = resolve;
  });
  const run = () => {
    state.started = true;
    return promise;
  };
  return { state, run };
}

describe('the process queue', () => {
  it('runs two at once and the others in order', async () => {
    const queue = createProcessQueue(2);
    const jobs = [job(), job(), job(), job()];
    const done = jobs.map(({ run }) => queue(run));
    await setImmediate();
    assert.deepEqual(
      jobs.map(({ state }) => state.started),
      [true, true, false, false],
    );
    jobs[1]!.state.resolve('b');
    assert.equal(await done[1], 'b');
    await setImmediate();
    assert.deepEqual(
      jobs.map(({ state }) => state.started),
      [true, true, true, false],
    );
    for (const { state } of jobs) state.resolve('');
    await Promise.all(done);
  });

  it('gives the place back after a failure', async () => {
    const queue = createProcessQueue(1);
    await assert.rejects(
      queue(() => Promise.reject(new Error('no'))),
      /no/,
    );
    assert.equal(await queue(() => Promise.resolve('yes')), 'yes');
  });

  it('never starts a job that was cancelled while it waited', async () => {
    const queue = createProcessQueue(1);
    const [first, second, third] = [job(), job(), job()];
    const abort = new AbortController();
    const done = queue(first.run);
    const cancelled = queue(second.run, abort.signal);
    const last = queue(third.run);
    abort.abort();
    await assert.rejects(cancelled, CancelledError);
    first.state.resolve('');
    third.state.resolve('third');
    await done;
    assert.equal(await last, 'third');
    assert.equal(second.state.started, false);
    await assert.rejects(queue(second.run, abort.signal), CancelledError);
  });
});

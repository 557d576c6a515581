import assert from 'node:assert/strict';
import { createReach } from '../../../../src/model/history/reach.ts';

const SINCE = 1000;

describe('how far back a reading goes', () => {
  it('goes on over 2000 older commits in a row, and ends with the next', () => {
    const isInReach = createReach<number>(SINCE, null);
    for (let name = 0; name < 2000; name++) assert.ok(isInReach(name, [], SINCE - 1));
    assert.ok(!isInReach(2000, [], SINCE - 1));
  });

  it('counts anew after a commit that is not older', () => {
    const isInReach = createReach<number>(SINCE, null);
    const passes = (count: number, landed: number) =>
      Array.from({ length: count }, (_, name) => isInReach(name, [], landed)).every(Boolean);
    assert.ok(passes(2000, SINCE - 1) && passes(1, SINCE) && passes(2000, SINCE - 1));
    assert.ok(!passes(1, SINCE - 1));
  });

  it('does not end for commits of other lines while some of main are still to come', () => {
    const isInReach = createReach<string>(SINCE, ['main']);
    for (let at = 0; at < 3000; at++) assert.ok(isInReach(`other${at}`, [], 0));
    assert.ok(isInReach('main', [], 0));
    // All of main came: the rest is counted.
    const results = Array.from({ length: 2000 }, (_, at) => isInReach(`late${at}`, [], 0));
    assert.equal(results.filter(Boolean).length, 1999);
  });
});

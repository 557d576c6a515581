import assert from 'node:assert/strict';
import { printFlow } from '../../../src/cli/print/printFlow.ts';
import { inTurn, MadeTeam } from '../answers/flow/madeTeam.ts';

describe('flow on a terminal', () => {
  const text = printFlow(new MadeTeam(inTurn(5, 40)).shown());
  const timesOf = (words: string) => text.split(words).length - 1;

  it('says once in a group what stands in for the real thing in several of its figures', () => {
    assert.equal(timesOf('Git stands in for the board: the time runs from the first commit'), 1);
    const [, speed = ''] = text.split('── Speed');
    assert.ok(speed.indexOf('Git stands in for the board') < speed.indexOf('\nCycle time\n'));
  });

  it('names what its lines of marks show', () => {
    for (const line of text.split('\n').filter(one => /[▁▂▃▄▅▆▇█]{3}/.test(one)))
      assert.match(line, /^ {2}\S.*: [▁▂▃▄▅▆▇█·]+, \S/);
  });
});

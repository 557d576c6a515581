import assert from 'node:assert/strict';
import { printReady } from '../../../src/cli/print/printReady.ts';
import { launchText, readyOf } from '../../support/readyText.ts';

const PATH = 'outcomes/PAY-100-guest-checkout.md';
const UNCHECKED = '- [ ] Done <!-- proof: ticket PAY-101 done -->';

describe('readiness for people', () => {
  it('is the answer, then each item; what is not met with its place', () => {
    assert.equal(
      printReady(readyOf(launchText(`- [x] Told\n- [ ] Support briefed\n${UNCHECKED}`))),
      `PAY-100 Guest checkout (launch)
Go-live readiness: 1 item is open; 1 more cannot be checked here.

Go-live readiness: 1 of 3 met, 1 claimed without evidence, 1 cannot be checked here
  met  Told
       ticked, without evidence
  OPEN Support briefed (${PATH}:11)
  ?    Done (${PATH}:12)
       cannot be checked here. Only a tracker knows the ticket's status, and none is connected (ticket PAY-101 done).`,
    );
  });

  it('lists what earlier stages left, with its place', () => {
    const text = printReady(readyOf(`${launchText('- [x] a')}\n## Definition of done\n- [ ] Tested\n- [x] Told\n`));
    assert.match(
      text,
      /\n\nNot met from earlier stages:\nDefinition of done: .*\n {2}OPEN Tested \(outcomes\/PAY-100-guest-checkout\.md:13\)$/,
    );
  });

  it('is one sentence for a closed or stopped epic', () => {
    const of = (stage: string) =>
      printReady(readyOf(launchText('- [x] a').replace('stage: launch', `stage: ${stage}`)));
    assert.equal(
      of('stopped'),
      'PAY-100 Guest checkout (stopped)\nPAY-100 was stopped; there is nothing to be ready for.',
    );
    assert.equal(of('closed'), 'PAY-100 Guest checkout (closed)\nPAY-100 is closed; no gate is left to meet.');
  });

  it('cuts a title and an item that would fill the screen', () => {
    const long = 'word '.repeat(4000);
    const text = printReady(readyOf(launchText(`- [ ] ${long}`).replace('title: Guest checkout', `title: ${long}`)));
    assert.ok(text.split('\n').every(line => line.length < 300));
    assert.match(text, /^PAY-100 word .*… \(launch\)$/m);
  });
});

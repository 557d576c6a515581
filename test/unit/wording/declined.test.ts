import assert from 'node:assert/strict';
import { declinedText } from '../../../src/wording/flow.ts';

describe('declinedText of a window without items', () => {
  const window = { from: '2026-05-18', to: '2026-11-16', weeks: 26 };
  const nothing = { state: 'noItems', window, latest: null, ofType: null, isBeyondClone: false } as const;

  it('says when the last work landed, where that may be told', () => {
    assert.deepEqual(declinedText({ ...nothing, latest: '2026-05-01' }), {
      title: 'Nothing landed in this window',
      text: 'The last work landed on 1 May 2026. Try a longer window; the running week never counts.',
    });
    assert.match(declinedText(nothing).text, /^Try a longer window/);
  });

  it('says of a work type that none of it landed, and how much else did', () => {
    const { title, text } = declinedText({ ...nothing, ofType: { type: 'feature', items: 352 } });
    assert.equal(title, 'No feature landed in this window');
    assert.match(text, /^352 items of other types landed\./);
    assert.doesNotMatch(text, /longer window/);
    const one = declinedText({ ...nothing, ofType: { type: 'unknown', items: 1 } });
    assert.equal(one.title, 'No work of unknown type landed in this window');
    assert.match(one.text, /^1 item of other types landed\./);
  });

  it('says of a shallow clone that it holds too little, and how to get the rest', () => {
    const { title, text } = declinedText({ ...nothing, isBeyondClone: true });
    assert.equal(title, 'This clone holds too little');
    assert.match(text, /shallow clone.*git fetch --unshallow/);
  });
});

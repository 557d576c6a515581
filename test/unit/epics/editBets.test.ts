import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { markSignSeen, reviseBelief } from '../../../src/epics/editBets.ts';
import { applyEdits, type TextEdit } from '../../../src/model/textRange.ts';
import { read } from './read.ts';

const EPIC = `---
key: PAY-100
outcome:
  statement: Guests pay without an account.
  earlySigns:
    - a fifth of checkouts use the guest button # in week one
    - { sign: fewer password resets, by: 2026-10-15 }
    - sign: fewer calls
      by: 2026-10-20 # a Tuesday
      seen: 2026-10-12
beliefs:
  - belief: the account is the obstacle # not the price
    confidence: 70
    review: 2026-11-01
  - { belief: guests come back, owner: product }
stage: build
---
# Guest checkout
`;
const edited = (text: string, edit: TextEdit | null): string => applyEdits(text, [edit ?? assert.fail('no edit')]);

describe('noting that an early sign was seen', () => {
  it('adds the day to a sign, and changes the day of one that has one', () => {
    const second = edited(EPIC, markSignSeen(EPIC, 1, '2026-10-14'));
    assert.equal(second, EPIC.replace('by: 2026-10-15 }', 'by: 2026-10-15, seen: 2026-10-14 }'));
    const third = edited(EPIC, markSignSeen(EPIC, 2, '2026-10-13'));
    assert.equal(third, EPIC.replace('seen: 2026-10-12', 'seen: 2026-10-13'));
  });

  it('makes a sign with a day of one that is only a text', () => {
    const words = 'a fifth of checkouts use the guest button';
    assert.equal(
      edited(EPIC, markSignSeen(EPIC, 0, '2026-10-14')),
      EPIC.replace(words, `{ sign: ${words}, seen: 2026-10-14 }`),
    );
    const inBrackets = '---\nkey: A\noutcome: { earlySigns: [one, "two: odd"] }\n---\n';
    assert.equal(
      edited(inBrackets, markSignSeen(inBrackets, 1, '2026-10-14')),
      '---\nkey: A\noutcome: { earlySigns: [one, { sign: "two: odd", seen: 2026-10-14 }] }\n---\n',
    );
  });

  it('is refused where there is no such sign, or no plain edit', () => {
    assert.equal(markSignSeen(EPIC, 3, '2026-10-14'), null);
    assert.equal(markSignSeen('---\nkey: A\n---\n', 0, '2026-10-14'), null);
    // The first entry cannot be read, so the places do not fit.
    const shifted = EPIC.replace('    - a fifth', '    - { by: 2026-10-15 }\n    - a fifth');
    assert.equal(markSignSeen(shifted, 1, '2026-10-14'), null);
    const alias = '---\nkey: A\nx: &one { sign: s, by: 2026-10-15 }\noutcome: { earlySigns: [*one] }\n---\n';
    assert.equal(markSignSeen(alias, 0, '2026-10-14'), null);
  });

  it('is refused for what is no day', () => {
    assert.equal(markSignSeen(EPIC, 1, 'yesterday'), null);
  });
});

describe('writing down a new look at a belief', () => {
  it('changes how sure the team is and when it looks again, in their places', () => {
    assert.equal(
      edited(EPIC, reviseBelief(EPIC, 0, { confidence: 40, review: '2026-12-01' })),
      EPIC.replace('confidence: 70', 'confidence: 40').replace('review: 2026-11-01', 'review: 2026-12-01'),
    );
  });

  it('changes one of them alone, and adds what was not there', () => {
    assert.equal(
      edited(EPIC, reviseBelief(EPIC, 0, { confidence: null, review: '2026-12-01' })),
      EPIC.replace('review: 2026-11-01', 'review: 2026-12-01'),
    );
    assert.equal(
      edited(EPIC, reviseBelief(EPIC, 0, { confidence: 0, review: null })),
      EPIC.replace('confidence: 70', 'confidence: 0'),
    );
    assert.equal(
      edited(EPIC, reviseBelief(EPIC, 1, { confidence: 55.5, review: '2026-12-01' })),
      EPIC.replace('owner: product }', 'owner: product, confidence: 55.5, review: 2026-12-01 }'),
    );
  });

  it('is no edit where nothing changes', () => {
    assert.equal(reviseBelief(EPIC, 0, { confidence: null, review: null }), null);
    assert.equal(reviseBelief(EPIC, 0, { confidence: 70, review: '2026-11-01' }), null);
  });

  it('is refused where there is no such belief, no plain edit, or no such percentage', () => {
    assert.equal(reviseBelief(EPIC, 2, { confidence: 40, review: null }), null);
    assert.equal(reviseBelief(EPIC, 0, { confidence: 140, review: null }), null);
    const shifted = EPIC.replace('  - belief: the account', '  - { confidence: 3 }\n  - belief: the account');
    assert.equal(reviseBelief(shifted, 1, { confidence: 40, review: null }), null);
    const alias = '---\nkey: A\nx: &one { belief: b }\nbeliefs: [*one]\n---\n';
    assert.equal(reviseBelief(alias, 0, { confidence: 40, review: null }), null);
  });
});

const words = fc.constantFrom('guests come back', 'price: no matter', '#1 reason', "it's so", 'größe', '- dash', 'yes');
const day = fc.constantFrom('2026-10-15', '2026-11-01', '2027-02-28');
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const belief = fc.record({
  belief: words,
  confidence: optional(fc.integer({ min: 0, max: 100 })),
  wouldChangeOurMind: optional(words),
  disagreement: optional(words),
  review: optional(day),
  ownKey: optional(words),
});
const sign = fc.oneof(
  words,
  fc.record({ sign: words, by: optional(day), seen: optional(day), ownKey: optional(words) }),
);
const file = fc
  .record({
    beliefs: fc.array(belief, { minLength: 1, maxLength: 4 }),
    signs: fc.array(sign, { minLength: 1, maxLength: 4 }),
    style: fc.constantFrom('any' as const, 'block' as const, 'flow' as const),
    indentSeq: fc.boolean(),
    ending: fc.constantFrom('\n', '\r\n'),
    body: fc.constantFrom('', '# Epic\n\nbeliefs: prose\n', '## Ready to build\n\n- [ ] seen\n'),
  })
  .map(({ beliefs, signs, style, indentSeq, ending, body }) => {
    const data = { key: 'A', beliefs, unknown: { beliefs: [1] }, outcome: { statement: 'x', earlySigns: signs } };
    const yaml = stringify(data, { collectionStyle: style, indentSeq, keepUndefined: false });
    return `---\n${yaml}---\n${body}`.replaceAll('\n', ending);
  });

describe('edits of any bets', () => {
  it('change just the fields that were asked for', () => {
    let made = 0;
    fc.assert(
      fc.property(file, fc.nat(3), fc.integer({ min: 0, max: 100 }), day, (text, at, confidence, on) => {
        const before = dataOf(text);
        const belief = before.beliefs[at];
        const revised = reviseBelief(text, at, { confidence, review: on });
        if (revised === null) {
          assert.ok(belief === undefined || (belief['confidence'] === confidence && belief['review'] === on), text);
        } else {
          made++;
          const beliefs = before.beliefs.with(at, { ...belief, confidence, review: on });
          assert.deepEqual(dataAfter(text, revised), { ...before, beliefs });
        }
        const sign = before.outcome.earlySigns[at];
        const marked = markSignSeen(text, at, on);
        if (marked === null) {
          assert.equal(sign, undefined, text);
          return;
        }
        made++;
        const seen = typeof sign === 'string' ? { sign, seen: on } : { ...sign, seen: on };
        const outcome = { ...before.outcome, earlySigns: before.outcome.earlySigns.with(at, seen) };
        assert.deepEqual(dataAfter(text, marked), { ...before, outcome });
      }),
      { numRuns: 300 },
    );
    assert.ok(made > 200, `only ${made} edits were made`);
  });
});

interface Data {
  readonly beliefs: readonly Readonly<Record<string, unknown>>[];
  readonly outcome: { readonly earlySigns: readonly (string | Readonly<Record<string, unknown>>)[] };
}

/** The front matter as another reader of YAML finds it. */
function dataOf(text: string): Data {
  return parse(text.slice(text.indexOf('\n') + 1, endOfYaml(text))) as Data;
}

/** The data after an edit; all else keeps its bytes, line endings too. */
function dataAfter(text: string, edit: TextEdit): Data {
  const after = applyEdits(text, [edit]);
  assert.equal(after.slice(endOfYaml(after)), text.slice(endOfYaml(text)));
  assert.equal(/(?<!\r)\n/.test(after), /(?<!\r)\n/.test(text));
  assert.deepEqual(read(after).problems, []);
  return dataOf(after);
}

function endOfYaml(text: string): number {
  return text.indexOf('\n---', 3) + 1;
}

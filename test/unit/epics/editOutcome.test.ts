import assert from 'node:assert/strict';
import { addMeasurement, setActual, setKeyResult } from '../../../src/epics/editOutcome.ts';
import { applyEdits, type TextEdit } from '../../../src/model/textRange.ts';
import { read } from './read.ts';

const EPIC = `---
key: PAY-100
outcome:
  statement: Guests pay without an account.
  measures:
    - name: cart abandonment # the one that counts
      baseline: 31
      target: 26
      measured:
        - { on: 2026-10-01, value: 30.2 }
    - name: support tickets
      unit: "per week"
stage: review
---
# Guest checkout
`;
const edited = (text: string, edit: TextEdit | null): string => applyEdits(text, [edit ?? assert.fail()]);

describe('writing down a measurement', () => {
  it('adds a line to the list of the measure', () => {
    const after = edited(EPIC, addMeasurement(EPIC, 0, { on: '2026-12-01', value: 27.5 }));
    assert.equal(after, EPIC.replace('value: 30.2 }\n', 'value: 30.2 }\n        - { on: 2026-12-01, value: 27.5 }\n'));
  });

  it('begins the list of a measure that has none', () => {
    const after = edited(EPIC, addMeasurement(EPIC, 1, { on: '2026-12-01', value: 4 }));
    assert.equal(after, EPIC.replace('"per week"\n', '"per week"\n      measured: [{ on: 2026-12-01, value: 4 }]\n'));
  });

  it('replaces a value of the same day', () => {
    const after = edited(EPIC, addMeasurement(EPIC, 0, { on: '2026-10-01', value: 29 }));
    assert.equal(after, EPIC.replace('30.2', '29'));
  });

  it('is refused where there is no such measure', () => {
    assert.equal(addMeasurement(EPIC, 2, { on: '2026-12-01', value: 4 }), null);
    assert.equal(addMeasurement('---\nkey: A\n---\n', 0, { on: '2026-12-01', value: 4 }), null);
    const shifted = EPIC.replace('    - name: cart', '    - unit: "no name"\n    - name: cart');
    assert.equal(addMeasurement(shifted, 1, { on: '2026-12-01', value: 4 }), null);
  });
});

describe('writing down what became of an outcome', () => {
  const partly = { verdict: 'partly', on: '2027-02-01', note: ' mobile: only ' } as const;

  it('adds it to the outcome, a note only where there is one', () => {
    const after = edited(EPIC, setActual(EPIC, partly));
    assert.equal(
      after,
      EPIC.replace(
        'stage: review',
        '  actual: { verdict: partly, on: 2027-02-01, note: "mobile: only" }\nstage: review',
      ),
    );
    const bare = edited(EPIC, setActual(EPIC, { ...partly, note: ' ' }));
    assert.deepEqual(read(bare).epic?.outcome?.actual, { verdict: 'partly', on: '2027-02-01', note: null });
  });

  it('replaces what stood there, field by field', () => {
    const before = EPIC.replace('stage: review', '  actual:\n    verdict: unknown # too early\nstage: review');
    const after = edited(before, setActual(before, partly));
    assert.ok(after.includes('    verdict: partly # too early\n    on: 2027-02-01\n'));
    assert.equal(read(after).epic?.outcome?.actual?.note, 'mobile: only');
  });

  it('is refused where there is no outcome', () => {
    assert.equal(setActual('---\nkey: A\n---\n', partly), null);
  });
});

describe('putting an epic under a key result', () => {
  it('changes or adds the one line', () => {
    const first = edited(EPIC, setKeyResult(EPIC, 'KR-2.1'));
    assert.equal(first, EPIC.replace('stage: review\n', 'keyResult: KR-2.1\nstage: review\n'));
    assert.equal(read(edited(first, setKeyResult(first, 'KR-3'))).epic?.keyResult, 'KR-3');
    assert.equal(edited(first, setKeyResult(first, null)), EPIC);
    assert.equal(setKeyResult(EPIC, null), null);
  });
});

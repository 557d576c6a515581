import assert from 'node:assert/strict';
import { EPIC_KEYS, OUTCOME_KEYS } from '../../../../../src/model/epicKeys.ts';
import { nearMiss } from '../../../../../src/model/text/nearMiss.ts';
import { epicSchema } from '../../../../../src/epics/schema/epicSchema.ts';
import { BUILT_IN_GATES } from '../../../../../src/model/stage.ts';
import { lint, marks, outcome } from './linted.ts';

const item = (text: string) => `\n## Ready to build\n\n- [ ] ${text}\n`;

describe('proof/not-understood', () => {
  it('marks an item whose check has unknown words or leads out of the repository', () => {
    for (const proof of [
      'frob x',
      'file',
      'file a b',
      'file ../../etc/passwd',
      'text /etc/passwd "root"',
      'file .git/config',
      'changed ../a/**',
      'changed ./.git/**',
    ])
      assert.equal(
        marks('proof/not-understood', 'stage: build', item(`Told <!-- proof: ${proof} -->`)).length,
        1,
        proof,
      );
  });

  it('is silent about every kind of check, true or not, and about other comments', () => {
    for (const comment of [
      'proof: file docs/gone.md',
      'proof: file ./docs/gone.md',
      'proof: file .github/CODEOWNERS',
      'proof: text docs/a.md "b"',
      'proof: changed src/**',
      'proof: tag v*',
      'proof: ticket PAY-1 done',
      'proof: absent "FIXME"',
      'frob x',
    ])
      assert.deepEqual(marks('proof/not-understood', 'stage: build', item(`Told <!-- ${comment} -->`)), []);
  });
});

describe('waiver/no-such-day', () => {
  it('marks an item that is waived until a day that does not exist', () => {
    for (const day of ['2026-02-31', '2026-13-01', '2027-02-29'])
      assert.equal(marks('waiver/no-such-day', 'stage: build', item(`Told waived until ${day}: later`)).length, 1, day);
  });

  it('is silent about a day that exists, past ones too, and about other words', () => {
    for (const text of [
      'Told waived until 2026-02-28: later',
      'Told waived until 2028-02-29: x',
      'Fees are waived until summer',
    ])
      assert.deepEqual(marks('waiver/no-such-day', 'stage: build', item(text)), []);
  });
});

describe('key/near-miss', () => {
  it('marks a key that is nearly one of the front matter or the outcome', () => {
    for (const [front, target] of [
      ['tpye: feature', 'type'],
      ['Stage: build', 'stage'],
      ['keyresult: KR-1', 'keyResult'],
      ['dependson: []', 'dependsOn'],
      ['outcome:\n  statment: a', 'statement'],
      ['outcome:\n  statement: a\n  mesures: []', 'measures'],
    ] as const) {
      const found = lint(front).filter(({ rule }) => rule === 'key/near-miss');
      assert.deepEqual(
        found.map(({ data }) => data.target),
        [target],
        front,
      );
    }
  });

  it('is silent about a team’s own keys, and where the known key is there', () => {
    for (const front of [
      'owner: a',
      'team: a',
      'tags: [a]',
      'status: open',
      'label: a',
      'type: risk\ntypes: a',
      'notes: a',
    ])
      assert.deepEqual(marks('key/near-miss', front), [], front);
    assert.deepEqual(marks('key/near-miss', outcome({ note: 'a', hypothesis: 'b' })), []);
  });
});

describe('gate/near-miss', () => {
  it('marks a heading that is nearly a gate', () => {
    for (const heading of [
      '## Go-live Readines',
      '### Redy to build',
      '## Go live readiness',
      '## Definiton of done ##',
    ])
      assert.deepEqual(marks('gate/near-miss', 'stage: build', `\n${heading}\n- [ ] a\n`), [heading]);
  });

  it('is silent about gates, other headings, code, and where the gate is there', () => {
    for (const body of [
      '## Go-live readiness\n',
      '## Go-live readines <!-- gate: launch -->\n',
      '## Ready to ship\n',
      '## Outcome\n',
      '```md\n## Redy to build\n```\n',
      '## Ready to build\n- [ ] a\n## Redy to build\n',
    ])
      assert.deepEqual(marks('gate/near-miss', 'stage: build', `\n${body}`), [], body);
  });
});

describe('a near miss', () => {
  it('is one change, or two in a long word, and never a guess between two', () => {
    assert.equal(nearMiss('benifits', ['benefits']), 'benefits');
    assert.equal(nearMiss('benfit', ['benefits']), null);
    assert.equal(nearMiss('stag', ['stage', 'stags']), null);
    assert.equal(nearMiss('key', ['keys']), null);
    assert.equal(nearMiss('stage', ['stage']), null);
  });

  it('is never a name that is known', () => {
    const gates = BUILT_IN_GATES.map(({ name }) => name);
    for (const names of [EPIC_KEYS, OUTCOME_KEYS, gates])
      for (const name of names)
        assert.equal(
          nearMiss(
            name,
            names.filter(other => other !== name),
          ),
          null,
          name,
        );
  });

  it('is asked of the keys that the schema has', () => {
    assert.deepEqual([...EPIC_KEYS].sort(), Object.keys(epicSchema.shape).sort());
    const outcomes = epicSchema.shape.outcome._zod.def.innerType.shape;
    assert.deepEqual([...OUTCOME_KEYS].sort(), Object.keys(outcomes).sort());
  });
});

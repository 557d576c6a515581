import assert from 'node:assert/strict';
import { MEASURE_PLACEHOLDER } from '../../../../../src/model/lint.ts';
import { OUTCOME_PLACEHOLDER } from '../../../../../src/model/outcome.ts';
import { lint, marks, measured, outcome } from './linted.ts';

describe('outcome/missing', () => {
  it('marks an epic without an outcome, and one with an empty statement', () => {
    assert.deepEqual(marks('outcome/missing', 'title: Guest checkout'), ['Guest checkout']);
    assert.deepEqual(marks('outcome/missing', 'outcome:\n  statement:'), ['  statement:']);
    assert.deepEqual(marks('outcome/missing', 'outcome: { benefits: [customer] }'), ['{ benefits: [customer] }']);
  });

  it('is silent where something is written', () => {
    assert.deepEqual(marks('outcome/missing', outcome()), []);
    assert.deepEqual(marks('outcome/missing', outcome({ statement: 'TBD' })), []);
  });

  it('brings no questions about the outcome that is not there', () => {
    assert.deepEqual(
      lint('title: Guest checkout').map(({ rule }) => rule),
      ['outcome/missing'],
    );
  });
});

describe('outcome/template-left', () => {
  for (const statement of [OUTCOME_PLACEHOLDER, 'TBD', 'todo', '...', '{{outcome}} for {{who}}', '<what changes>'])
    it(`marks the statement "${statement}"`, () => {
      const written = JSON.stringify(statement);
      assert.deepEqual(marks('outcome/template-left', outcome({ statement: written })), [written]);
    });

  it('marks a measure that still has the name of the quick fix', () => {
    const name = JSON.stringify(MEASURE_PLACEHOLDER);
    assert.deepEqual(marks('outcome/template-left', measured(`name: ${name}`)), [name]);
    assert.deepEqual(marks('measure/no-baseline', measured(`name: ${name}`)), []);
  });

  it('is silent for what somebody wrote', () => {
    assert.deepEqual(marks('outcome/template-left', outcome()), []);
    assert.deepEqual(
      marks('outcome/template-left', outcome({ statement: 'The todo list of a nurse gets shorter.' })),
      [],
    );
  });
});

describe('outcome/output-not-outcome', () => {
  it('marks a task, and is silent where its effect follows', () => {
    assert.deepEqual(marks('outcome/output-not-outcome', outcome({ statement: 'Refactor the billing module' })), [
      'Refactor the billing module',
    ]);
    const withEffect = 'Refactor the billing module so that invoices go out a day earlier';
    assert.deepEqual(marks('outcome/output-not-outcome', outcome({ statement: withEffect })), []);
  });
});

describe('outcome/no-beneficiary', () => {
  it('marks an outcome that names nobody, with a fix for each who could be better off', () => {
    assert.deepEqual(marks('outcome/no-beneficiary', outcome({ benefits: '[]' })), ['[]']);
    assert.deepEqual(marks('outcome/no-beneficiary', outcome({ benefits: null })).length, 1);
    const [finding] = lint(outcome({ benefits: '[]' }));
    assert.deepEqual(finding?.fixes, [
      { kind: 'addBenefit', benefit: 'customer' },
      { kind: 'addBenefit', benefit: 'business' },
      { kind: 'addBenefit', benefit: 'platform' },
    ]);
  });

  it('is silent where somebody is named', () => {
    assert.deepEqual(marks('outcome/no-beneficiary', outcome({ benefits: '[platform]' })), []);
  });
});

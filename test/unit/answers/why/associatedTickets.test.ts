import assert from 'node:assert/strict';
import { associatedTickets } from '../../../../src/answers/why/associatedTickets.ts';

describe('tickets that other tools keep', () => {
  it('are found wherever the identifier keeps its key or number', () => {
    const value = JSON.stringify([
      { provider: 'jira', entityId: '10001', metadata: { issue: { key: 'PAY-12' } } },
      { provider: 'github', metadata: { issue: { number: 42 } } },
    ]);
    assert.deepEqual(associatedTickets([value]), ['PAY-12', '#42']);
  });

  it('are none in values of another form', () => {
    for (const value of ['', 'not json', '42', 'null', '[[[[[[[[["PAY-1"]]]]]]]]]', '{"a":{}}'])
      assert.deepEqual(associatedTickets([value]), [], value);
  });
});

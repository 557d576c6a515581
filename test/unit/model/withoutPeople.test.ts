import assert from 'node:assert/strict';
import { withoutPeople } from '../../../src/model/text/withoutPeople.ts';

describe('a title without people', () => {
  for (const [written, shown] of [
    ['Guest checkout (@ana, @ben-smith)', 'Guest checkout'],
    ['Checkout for @acme/payments team', 'Checkout for team'],
    ['Ask ana.b+shop@example.co.uk about fees', 'Ask about fees'],
    ['Fees <ana@example.com>', 'Fees'],
    ['[ana@example.com] Fees', 'Fees'],
    ['@ana: fees', 'fees'],
  ] as const)
    it(`shows "${written}" as "${shown}"`, () => assert.equal(withoutPeople(written), shown));

  for (const text of ['Latency @ p99 (ms)', 'Errors a week', 'Guest checkout', 'orders@peak'])
    it(`leaves "${text}" as it is`, () => assert.equal(withoutPeople(text), text));

  it('takes no longer for a long word', () => {
    const long = `${'a'.repeat(50_000)}@`;
    assert.equal(withoutPeople(long), long);
  });
});

import assert from 'node:assert/strict';
import { exportRefusal, scopeNote } from '../../../src/wording/scope.ts';

describe('what a filter leaves out', () => {
  it('is nothing for the whole repository', () => {
    assert.equal(scopeNote({ type: null, team: null, teamName: 'Payments' }), '');
  });

  it('names the type and the team, and what they do not narrow', () => {
    assert.equal(
      scopeNote({ type: null, team: 'checkout', teamName: 'Checkout' }),
      'Only work that Checkout owns; deployments are of the whole repository.',
    );
    assert.equal(
      scopeNote({ type: 'defect', team: 'checkout', teamName: 'Checkout' }),
      'Only work of the type Defect and that Checkout owns; deployments are of the whole repository, and kinds of work are of all types.',
    );
  });
});

describe('why no file can be made', () => {
  it('is that fewer than five people are behind it', () => {
    assert.match(exportRefusal({ solo: false, band: '3-4' }), /needs five people/);
    assert.equal(exportRefusal({ solo: false, band: '5-9' }), '');
    assert.equal(exportRefusal({ solo: false, band: '10+' }), '');
  });

  it('is that one person’s figures stay here, under the solo setting', () => {
    assert.match(exportRefusal({ solo: true, band: '1' }), /stay on this machine/);
  });
});

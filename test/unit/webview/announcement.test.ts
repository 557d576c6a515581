import assert from 'node:assert/strict';
import type { MessageState } from '../../../src/protocol/actions.ts';
import type { ChainState } from '../../../src/protocol/outcomeProtocol.ts';
import { announcement as insightsAnnouncement } from '../../../webview/insights/announcement.ts';
import { announcement } from '../../../webview/outcome/announcement.ts';

const gap: MessageState = { kind: 'message', tone: 'invite', title: 'No outcome yet', text: '', actions: [] };
const chain: ChainState = {
  kind: 'chain',
  repository: '',
  crumbs: [{ kind: 'ticket', state: 'found', label: 'PAY-101', how: 'Key in the branch' }],
  gap,
  notices: [],
  otherTickets: [],
  ticketActions: [],
  epic: null,
};

describe('what a screen reader hears of a change', () => {
  it('is silent while loading', () => {
    assert.equal(announcement({ kind: 'loading' }), '');
  });

  it('hears the ticket and what is missing', () => {
    assert.equal(announcement(chain), 'PAY-101: No outcome yet');
    assert.equal(announcement({ ...chain, crumbs: [] }), 'No outcome yet');
  });

  it('hears a message by its title', () => {
    assert.equal(announcement(gap), 'No outcome yet');
    assert.equal(insightsAnnouncement(gap), 'No outcome yet');
  });

  it('hears of reading once, whatever the count', () => {
    const filter = { weeks: 26, type: null, team: null };
    const [first, second] = [1000, 2000].map(commits =>
      insightsAnnouncement({ kind: 'reading', repository: 'shop', filter, commits }),
    );
    assert.equal(first, second);
  });
});

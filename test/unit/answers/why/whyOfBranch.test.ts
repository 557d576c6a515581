import assert from 'node:assert/strict';
import { whyOfBranch, type WhyInputs } from '../../../../src/answers/why/whyOfBranch.ts';
import { OUTCOME_PLACEHOLDER } from '../../../../src/model/outcome.ts';
import {
  NOW,
  createCommit,
  createEpicFile,
  createFacts,
  createFolder,
  createOutcome,
} from '../../../support/factories.ts';

interface Given {
  readonly branch?: string;
  readonly pin?: string;
  readonly ignored?: readonly string[];
  readonly associated?: readonly string[];
  readonly messages?: readonly string[];
  readonly repository?: WhyInputs['repository'];
  readonly outcomes?: WhyInputs['outcomes'];
}

function why(given: Given) {
  return whyOfBranch({
    repository: given.repository ?? createFacts(given.branch ?? 'feature/x'),
    evidence: {
      pin: given.pin ?? null,
      ignored: given.ignored ?? [],
      associated: given.associated ?? [],
      commits: (given.messages ?? []).map(message => createCommit(message)),
    },
    commitsTruncated: false,
    outcomes: given.outcomes ?? createFolder([createEpicFile()]),
    now: NOW,
  });
}

describe('why of a branch', () => {
  it('follows branch, ticket, epic, key result and objective, with how each was found', () => {
    const keyResult = {
      id: 'KR-2.1',
      title: 'Fewer abandoned carts',
      unit: null,
      baseline: null,
      target: null,
      by: null,
    };
    const answer = why({
      branch: 'feature/PAY-101-guest-form',
      outcomes: createFolder([createEpicFile({ keyResult: 'KR-2.1' })], {
        valueTree: { objectives: [{ id: 'O-2', title: 'Easy to buy', keyResults: [keyResult] }], problems: [] },
      }),
    });
    assert.equal(answer.value?.ticket?.key, 'PAY-101');
    assert.equal(answer.value.epic?.epic?.key, 'PAY-100');
    assert.equal(answer.value.keyResult?.id, 'KR-2.1');
    assert.equal(answer.value.objective?.id, 'O-2');
    assert.deepEqual(answer.reasons, ['ticket/branchName', 'epic/listsTheTicket']);
    assert.deepEqual(answer.missing, []);
  });

  it('trusts a pin, then an association, then the branch name, then closing trailers, subjects and bodies', () => {
    const all: Given = {
      branch: 'feature/PAY-3-x',
      pin: 'PAY-1',
      associated: ['PAY-2'],
      messages: ['PAY-5 a\n\nPAY-6', 'b\n\nCloses: PAY-4'],
    };
    const answer = why(all).value;
    assert.deepEqual(
      [answer?.ticket, ...(answer?.otherTickets ?? [])].map(ticket => [ticket?.key, ticket?.source]),
      [
        ['PAY-1', 'pin'],
        ['PAY-2', 'association'],
        ['PAY-3', 'branchName'],
        ['PAY-4', 'closing'],
        ['PAY-5', 'subject'],
        ['PAY-6', 'body'],
      ],
    );
  });

  it('prefers the most frequent key of the commits, then the newest', () => {
    assert.equal(why({ messages: ['PAY-9 newest', 'PAY-8 b', 'PAY-8 a'] }).value?.ticket?.key, 'PAY-8');
    assert.equal(why({ messages: ['PAY-9 newest', 'PAY-8 older'] }).value?.ticket?.key, 'PAY-9');
  });

  it('sets aside the tickets of which somebody said "not this one", but never a pin', () => {
    const answer = why({ branch: 'feature/PAY-3-x', ignored: ['PAY-3'], messages: ['PAY-5 a'] });
    assert.equal(answer.value?.ticket?.key, 'PAY-5');
    assert.equal(why({ pin: 'PAY-3', ignored: ['PAY-3'] }).value?.ticket?.key, 'PAY-3');
  });

  it('takes a pull-request number for no ticket', () => {
    assert.equal(why({ messages: ['feat: x (#12)'] }).value?.ticket, null);
  });

  it('prefers the epic itself over epics that list the ticket, and names the others', () => {
    const listing = createEpicFile({ key: 'PAY-200', tickets: ['PAY-100'] }, { path: 'outcomes/PAY-200.md' });
    const answer = why({ branch: 'PAY-100-x', outcomes: createFolder([listing, createEpicFile()]) });
    assert.equal(answer.value?.epic?.epic?.key, 'PAY-100');
    assert.equal(answer.value.epicSource, 'isTheEpic');
    assert.deepEqual(answer.value.otherEpics, [listing]);
  });

  it('names every missing link', () => {
    const missing = (given: Given) => why(given).missing;
    assert.deepEqual(missing({ branch: 'spike/ideas' }), ['ticket/none']);
    assert.deepEqual(missing({ branch: 'PAY-999-x' }), ['epic/none']);
    assert.deepEqual(missing({ branch: 'PAY-999-x', outcomes: createFolder([]) }), ['epics/none']);
    assert.deepEqual(missing({ branch: 'PAY-101' }), ['keyResult/none']);
    const withEpic = (epic: Parameters<typeof createEpicFile>[0]) =>
      missing({ branch: 'PAY-101', outcomes: createFolder([createEpicFile(epic)]) });
    assert.deepEqual(withEpic({ outcome: null }), ['outcome/none', 'keyResult/none']);
    assert.deepEqual(withEpic({ outcome: createOutcome({ statement: OUTCOME_PLACEHOLDER }) }), [
      'outcome/none',
      'keyResult/none',
    ]);
    assert.deepEqual(withEpic({ outcome: createOutcome({ statement: '  ' }) }), ['outcome/none', 'keyResult/none']);
  });

  it('calls a key result unknown only where a value tree could be read', () => {
    const other = { id: 'KR-1', title: 'a', unit: null, baseline: null, target: null, by: null };
    const objectives = [{ id: 'O-1', title: 'a', keyResults: [other] }];
    const missing = (valueTree: WhyInputs['outcomes']['valueTree']) =>
      why({ branch: 'PAY-101', outcomes: createFolder([createEpicFile({ keyResult: 'KR-9' })], { valueTree }) })
        .missing;
    assert.deepEqual(missing({ objectives, problems: [] }), ['keyResult/unknown']);
    assert.deepEqual(missing({ objectives: [], problems: [] }), []);
    assert.deepEqual(missing({ objectives, problems: [{ code: 'yaml/invalid' }] }), []);
  });

  it('guesses no ticket on the main branch, also when main is known from origin only', () => {
    const answer = why({ branch: 'main', messages: ['PAY-101 x'] });
    assert.equal(answer.value?.branch.state, 'main');
    assert.equal(answer.value.ticket, null);
    const fromOrigin = createFacts('main', {
      main: { ref: 'refs/remotes/origin/main', hash: 'c'.repeat(40), name: 'main', how: 'originHead' },
    });
    assert.equal(why({ repository: fromOrigin }).value?.branch.state, 'main');
  });

  it('lets a pin count on the main branch', () => {
    assert.equal(why({ branch: 'main', pin: 'PAY-101' }).value?.epic?.epic?.key, 'PAY-100');
  });

  it('leads to an epic file that cannot be read by its name, and names the others', () => {
    const broken = createEpicFile(null, { path: 'outcomes/PAY-101-form.md' });
    const other = createEpicFile(null, { path: 'outcomes/PAY-9.md' });
    const answer = why({ branch: 'PAY-101-x', outcomes: createFolder([broken, other]) });
    assert.deepEqual(answer.missing, ['epic/unreadable']);
    assert.equal(answer.value?.epic, broken);
    assert.deepEqual(answer.value.unreadableEpics, [other]);
  });

  it('never shows the name of a branch that is main only for want of another', () => {
    const name = 'users/somebody/spike';
    const repository = createFacts(name, {
      main: { ref: `refs/heads/${name}`, hash: 'e'.repeat(40), name, how: 'head' },
    });
    assert.ok(!JSON.stringify(why({ repository }).value?.branch).includes('somebody'));
  });

  it('says so on a detached HEAD and before the first commit', () => {
    const detached = createFacts('x', { head: { kind: 'detached', hash: 'd'.repeat(40) } });
    assert.deepEqual(why({ repository: detached }).missing.slice(0, 1), ['branch/detached']);
    assert.equal(why({ repository: detached }).value?.branch.label, 'commit ddddddd');
    const unborn = createFacts('x', {
      head: { kind: 'unborn', ref: 'refs/heads/PAY-101-x', facts: { kind: null, key: 'PAY-101', words: ['x'] } },
      main: null,
    });
    assert.equal(why({ repository: unborn }).value?.ticket?.key, 'PAY-101');
    assert.ok(why({ repository: unborn }).missing.includes('branch/unborn'));
  });

  it('says that an epic comes from main and that the main branch was guessed', () => {
    const repository = createFacts('PAY-101-x', {
      main: { ref: 'refs/heads/PAY-0', hash: 'e'.repeat(40), name: 'PAY-0', how: 'head' },
    });
    const answer = why({ repository, outcomes: createFolder([createEpicFile({}, { origin: 'main' })]) });
    assert.ok(answer.reasons.includes('epic/fromMain'));
    assert.ok(answer.reasons.includes('main/guessed'));
  });
});

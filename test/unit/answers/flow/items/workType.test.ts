import assert from 'node:assert/strict';
import { workTypeOf, type TypedWork } from '../../../../../src/answers/flow/items/workType.ts';
import { readMessage, type MessageFacts } from '../../../../../src/model/text/commitMessage.ts';
import { NO_KEY_RULES } from '../../../../../src/model/text/ticketKeys.ts';
import type { Ticket } from '../../../../../src/model/ticket.ts';
import type { WorkType } from '../../../../../src/model/work.ts';

const read = (message: string): MessageFacts => readMessage(message, { rules: NO_KEY_RULES, main: 'main' });

interface Told {
  readonly own?: readonly string[];
  readonly epic?: WorkType | null;
  readonly type?: string;
  readonly labels?: readonly string[];
  readonly words?: Readonly<Record<string, WorkType>>;
}

function told(title: string, { own = [title], epic = null, type, labels = [], words = {} }: Told = {}): TypedWork {
  const landed = [read(title)];
  const ticket: Ticket = { key: 'PAY-1', type: type ?? null, labels, parent: null, created: 0, transitions: [] };
  const branches = landed.map(({ merge }) => merge?.branch?.kind ?? null);
  return workTypeOf({ epic, ticket, own: own.map(read), landed, branches }, words);
}

const typeOf = (title: string, own: readonly string[] = [title]): WorkType => told(title, { own }).type;

describe('workTypeOf', () => {
  it('reads the examples of the Conventional Commits specification', () => {
    assert.equal(typeOf('feat: allow provided config object to extend other configs'), 'feature');
    assert.equal(typeOf('feat!: send an email to the customer when a product is shipped'), 'feature');
    assert.equal(typeOf('feat(lang): add Polish language'), 'feature');
    assert.equal(typeOf('docs: correct spelling of CHANGELOG'), 'debt');
    assert.equal(typeOf('fix: prevent racing of requests'), 'defect');
    assert.equal(typeOf('security: escape names'), 'risk');
  });

  it('asks the epic, the ticket’s type, its labels, the conventional type, the branch and the words in this order', () => {
    const branch = 'Merge pull request #1 from someone/chore/x';
    const all: Told = { own: ['feat: x'], epic: 'risk', type: 'Bug', labels: ['security'] };
    assert.deepEqual(told(branch, all), { type: 'risk', typeTier: 'epic' });
    assert.deepEqual(told(branch, { ...all, epic: null }), { type: 'defect', typeTier: 'ticket' });
    assert.deepEqual(told(branch, { own: ['feat: x'], labels: ['security'] }), { type: 'risk', typeTier: 'label' });
    assert.deepEqual(told(branch, { own: ['feat: x'] }), { type: 'feature', typeTier: 'convention' });
    assert.deepEqual(told(branch, { own: ['Fix x'] }), { type: 'debt', typeTier: 'branch' });
    assert.deepEqual(told('Fix x'), { type: 'defect', typeTier: 'keyword' });
    assert.deepEqual(told('Tidy x'), { type: 'unknown', typeTier: 'none' });
  });

  it('knows the team’s own words for ticket types, labels and conventional types', () => {
    const words: Told['words'] = { spike: 'other', docs: 'other', bug: 'risk' };
    assert.deepEqual(told('feat: x', { type: ' Spike ', words }), { type: 'other', typeTier: 'ticket' });
    assert.deepEqual(told('x', { type: 'Bug', words }), { type: 'risk', typeTier: 'ticket' });
    assert.deepEqual(told('x', { labels: ['spike'], words }), { type: 'other', typeTier: 'label' });
    assert.deepEqual(told('docs: x', { words }), { type: 'other', typeTier: 'convention' });
    assert.deepEqual(told('fix: x', { words }), { type: 'defect', typeTier: 'convention' });
  });

  it('takes a ticket type that may be anything for nothing', () => {
    assert.equal(told('x', { type: 'Task' }).typeTier, 'none');
    assert.equal(told('x', { type: 'constructor', labels: ['toString'] }).typeTier, 'none');
  });

  it('takes a feature with fixes from its review for a feature', () => {
    const merge = 'Merge pull request #1 from someone/topic';
    assert.equal(typeOf(merge, ['feat: add', 'fix: typo', 'fix: lint']), 'feature');
    assert.equal(typeOf(merge, ['chore: tidy', 'fix: crash']), 'defect');
  });

  it('asks the merged branch before the words', () => {
    assert.equal(typeOf('Merge pull request #1 from someone/feature/fix-names', ['add names']), 'feature');
    assert.equal(typeOf('Merge pull request #1 from someone/hotfix/names', ['add names']), 'defect');
  });

  it('takes most titles that speak of a fix for a defect, and nothing else for anything', () => {
    const merge = 'Merge pull request #1 from someone/topic';
    assert.equal(typeOf(merge, ['Fix crash', 'Fix other crash', 'tests']), 'defect');
    assert.equal(typeOf(merge, ['Fix crash', 'Add names']), 'unknown');
    assert.equal(typeOf('Fix typo'), 'unknown');
    assert.equal(typeOf('MINOR: add names'), 'unknown');
    assert.equal(typeOf('constructor: tidy'), 'unknown');
  });
});

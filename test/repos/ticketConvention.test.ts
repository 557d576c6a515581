import assert from 'node:assert/strict';
import path from 'node:path';
import { ticketConvention } from '../../src/answers/why/ticketConvention.ts';
import { createGit } from '../../src/git/openGit.ts';
import { ticketLine } from '../../src/model/text/insertTicket.ts';
import { NO_KEY_RULES } from '../../src/model/text/ticketKeys.ts';
import { DEFAULT_PLACE, type TicketConvention } from '../../src/model/ticketConvention.ts';
import { cleanup, makeRepo, runGit, temporaryFolder, testEnvironment } from '../support/repo.ts';
import { sharedHistory, type SharedHistory } from '../support/sharedHistories.ts';

const git = createGit({ isTrusted: () => true, environment: testEnvironment() });

async function conventionAt(folder: string, tip: string, limit = 300): Promise<TicketConvention> {
  const opened = await git.open(folder);
  return ticketConvention(await opened.ticketPlaces({ tip, rules: NO_KEY_RULES, limit }));
}

/** The convention of a history of these messages, the oldest first. */
async function conventionOf(messages: readonly string[], limit?: number): Promise<TicketConvention> {
  const repo = makeRepo();
  let tip = repo.commit('Begin');
  for (const message of messages) tip = repo.commit(message);
  return conventionAt(repo.dir, tip, limit);
}

const times = (count: number, message: (n: number) => string) =>
  Array.from({ length: count }, (_, at) => message(at + 1));

describe('how a team’s commits name their ticket', () => {
  afterEach(cleanup);

  it('is what most of them do', async () => {
    const found = await conventionOf([
      ...times(6, n => `PAY-${n}: Add a part`),
      'PAY-7 Add another',
      'Add one more\n\nRefs: PAY-8',
      'Mend a typo',
    ]);
    const place = { at: 'lead', lead: 'colon', afterType: false, mark: '#' };
    assert.deepEqual(found, { place, how: 'history', named: 8, agreeing: 6 });
  });

  it('is a trailer where they have one, people’s trailers apart', async () => {
    const found = await conventionOf(
      times(5, n => `feat: add a part\n\nTicket: PAY-${n}\nReviewed-by: Ada Example <ada@example.invalid>`),
    );
    assert.deepEqual(found.place, { at: 'line', word: 'Ticket', colon: true, mark: '#' });
  });

  it('has the number as they write it', async () => {
    const { place } = await conventionOf(times(5, n => `Add a part\n\nCloses gh-${n}`));
    assert.equal(ticketLine('#12', place), 'Closes gh-12');
    assert.equal(ticketLine('PAY-1', place), 'Closes PAY-1');
  });

  for (const [what, messages, named] of [
    ['no commit names a ticket', times(9, n => `Add part ${n}`), 0],
    ['few do', times(4, n => `PAY-${n}: Add a part`), 4],
    [
      'they do not agree',
      [
        ...times(3, n => `PAY-${n}: Add`),
        ...times(2, n => `[PAY-${n}] Add`),
        ...times(2, n => `Add (PAY-${n})`),
        ...times(2, n => `Do what PAY-${n} asks`),
      ],
      9,
    ],
    ['they are look-alikes', times(9, n => `UTF-${n}: Decode\n\nRefs: SHA-${n}`), 0],
    ['they are numbers of pull requests', times(9, n => `Add a part (#${n})`), 0],
    ['they take changes back', times(9, n => `Revert "PAY-${n}: Add a part"\n\nThis reverts commit PAY-${n}.`), 0],
  ] as const)
    it(`is the trailer Refs where ${what}`, async () => {
      const found = await conventionOf(messages);
      assert.deepEqual([found.place, found.how, found.named], [DEFAULT_PLACE, 'default', named]);
    });

  it('is that of the newest commits, without merges', async () => {
    const repo = makeRepo();
    for (const message of times(9, n => `[PAY-${n}] Add a part`)) repo.commit(message);
    repo.switchTo('topic');
    for (const message of times(5, n => `PAY-${n} Add a part`)) repo.commit(message);
    repo.switchTo('main');
    const tip = repo.merge('topic', 'PAY-9: Merge the topic');
    const found = await conventionAt(repo.dir, tip, 6);
    const place = { at: 'lead', lead: 'space', afterType: false, mark: '#' };
    assert.deepEqual(found, { place, how: 'history', named: 5, agreeing: 5 });
  });

  it('is read from hostile messages without harm', async () => {
    const found = await conventionOf([
      `${'PAY-1, '.repeat(5000)}x`,
      `x\n\n${'Refs: '.repeat(5000)}PAY-1`,
      'Refs: PAY-1\u202e\u0007',
      `[PAY-1${']'.repeat(5000)} x`,
      '$(touch /tmp/harm): PAY-1\n\n--output=harm: PAY-1\nConspicuous: PAY-2',
    ]);
    assert.equal(found.how, 'default');
    assert.doesNotMatch(JSON.stringify(found), /Conspicuous|harm/);
  });

  it('is what the newest commits of public projects do', async function () {
    const known: readonly (readonly [SharedHistory, unknown])[] = [
      ['kafka-small', { at: 'lead', lead: 'space', afterType: false, mark: '#' }],
      ['wildfly-small', { at: 'lead', lead: 'brackets', afterType: false, mark: '#' }],
    ];
    for (const [name, place] of known) {
      const bare = await sharedHistory(name);
      if (bare === null) return this.skip();
      const folder = path.join(temporaryFolder(), 'work');
      runGit(path.dirname(folder), ['clone', '--quiet', '--no-checkout', '--shared', bare, 'work']);
      const { main } = await (await git.open(folder)).facts(null, NO_KEY_RULES);
      const found = await conventionAt(folder, main?.hash ?? '');
      assert.deepEqual([found.place, found.how], [place, 'history'], name);
      assert.ok(found.named > 50, String(found.named));
    }
    return undefined;
  });
});

import assert from 'node:assert/strict';
import { createOpenReading, type OpenRequest } from '../../../../src/lens/flow/openReading.ts';
import type { OpenBranches } from '../../../../src/model/ports/gitPort.ts';
import { readBranchName } from '../../../../src/model/text/branchName.ts';
import { NO_KEY_RULES } from '../../../../src/model/text/ticketKeys.ts';
import { createCommit, createFacts, createFolder, NOW } from '../../../support/factories.ts';

const DAY = 86_400;
const outcomes = createFolder([]);
const { main } = createFacts('topic');
const request: OpenRequest = { main: main!, rules: NO_KEY_RULES, outcomes, team: outcomes.team, now: NOW };
const WORK = { items: [], projects: new Set<string>() };

const BRANCHES: OpenBranches = {
  seen: true,
  branches: [
    {
      facts: readBranchName('fix/late', NO_KEY_RULES),
      commits: [createCommit('Mend it', { written: NOW - 3 * DAY, landed: NOW - 2 * DAY })],
      landed: false,
    },
  ],
  truncated: true,
  fetchedAt: NOW - DAY,
};

function reading(answer: OpenBranches) {
  const asked: number[] = [];
  const open = createOpenReading({
    openBranches: ({ since }) => {
      asked.push(since);
      return Promise.resolve(answer);
    },
  });
  return { asked, open };
}

describe('createOpenReading', () => {
  it('reads branches as open work, with how far it went', async () => {
    const open = await reading(BRANCHES).open.read(request, WORK);
    assert.ok(open !== null);
    assert.deepEqual(
      open.items.map(({ start, lastSign, commits, stale }) => [start, lastSign, commits, stale]),
      [[NOW - 3 * DAY, NOW - 2 * DAY, 1, false]],
    );
    assert.deepEqual([open.truncated, open.fetchedAt], [true, NOW - DAY]);
  });

  it('knows no open work where no branch can be seen, and none where main holds all that there is', async () => {
    const nothing = { branches: [], truncated: false, fetchedAt: null };
    assert.equal(await reading({ ...nothing, seen: false }).open.read(request, WORK), null);
    assert.deepEqual((await reading({ ...nothing, seen: true }).open.read(request, WORK))?.items, []);
  });

  it('asks for the branches of 90 days, with the same question all day long', async () => {
    const { open, asked } = reading(BRANCHES);
    await open.read(request, WORK);
    await open.read({ ...request, now: NOW + 3_600 }, WORK);
    assert.deepEqual(asked, [Date.UTC(2026, 7, 22) / 1000, Date.UTC(2026, 7, 22) / 1000]);
  });

  it('gives the same object as long as nothing that it is made of changed', async () => {
    const { open } = reading(BRANCHES);
    const first = await open.read(request, WORK);
    assert.equal(await open.read(request, WORK), first);
    assert.notEqual(await open.read(request, { ...WORK }), first);
    const words = { ...request, team: { ...outcomes.team, workTypes: { late: 'risk' } } };
    assert.notEqual(await open.read(words, WORK), first);
  });

  it('names kinds of work in the asked team’s words', async () => {
    const late: OpenBranches = {
      ...BRANCHES,
      branches: [{ ...BRANCHES.branches[0]!, commits: [createCommit('fix: mend it')] }],
    };
    const typeWith = async (workTypes: Readonly<Record<string, string>>) => {
      const team = { ...outcomes.team, workTypes };
      return (await reading(late).open.read({ ...request, team }, WORK))?.items[0]?.type;
    };
    assert.deepEqual([await typeWith({}), await typeWith({ fix: 'risk' })], ['defect', 'risk']);
  });
});

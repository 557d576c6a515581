import assert from 'node:assert/strict';
import { createTeams, teamAsked, type TeamWork } from '../../../../src/lens/flow/teams.ts';
import type { OutcomesFolder, TeamFile } from '../../../../src/model/epic.ts';
import { problemLine } from '../../../../src/wording/problems.ts';
import { ProblemError, type Problem } from '../../../../src/model/problem.ts';
import { createFolder } from '../../../support/factories.ts';
import { createOpen, createWork } from '../../answers/flow/madeInput.ts';

const { team: EMPTY } = createFolder([]);
const teamFile = (changes: Partial<TeamFile>): TeamFile => ({ ...EMPTY, ...changes });

/** Paths by commit, and which commits were asked about. */
function pathsOf(paths: Readonly<Record<string, readonly string[]>>) {
  const asked: (readonly string[])[] = [];
  const teams = createTeams({
    changedPaths: (commits, take) => {
      asked.push(commits);
      for (const commit of commits) take(commit, paths[commit] ?? []);
      return Promise.resolve();
    },
  });
  return { asked, teams };
}

const [ours, theirs, keyed] = [createWork(1, 1), createWork(2, 1), createWork(3, 1, { ticket: 'PAY-7' })];
const WORK: TeamWork = {
  items: [ours, theirs, keyed],
  landedOf: new Map([
    [ours.id, ['a1', 'a2']],
    [theirs.id, ['b1']],
    [keyed.id, ['c1']],
  ]),
};
const PATHS = { a1: ['docs/x.md'], a2: ['src/pay/card.ts'], b1: ['src/shop/cart.ts'], c1: ['src/shop/list.ts'] };
const PAY = teamFile({ paths: ['src/pay/**'], ticketKeys: ['PAY'] });

describe('teamAsked', () => {
  const shared = teamFile({ timeZone: 'Europe/Berlin', workTypes: { chore: 'debt', spike: 'other' } });
  const folder = createFolder([], {
    team: shared,
    teams: [
      { id: 'pay', file: teamFile({ paths: ['src/pay/**'], timeZone: 'Asia/Tokyo', workTypes: { spike: 'risk' } }) },
      { id: 'ops', file: teamFile({}) },
    ],
  });
  const lineOf = (outcomes: OutcomesFolder, id: string) => {
    try {
      teamAsked(outcomes, id);
    } catch (error) {
      if (error instanceof ProblemError) return problemLine(error.problem);
    }
    return null;
  };
  const problemOf = (id: string) => lineOf(folder, id);

  it('is refused where its file was read in part only, with the place and what to do', () => {
    const path = 'outcomes/teams/pay.yaml';
    const askedWith = (problem: Problem, scope: Partial<TeamFile>) =>
      lineOf(createFolder([], { teams: [{ id: 'pay', file: teamFile({ ...scope, problems: [problem] }) }] }), 'pay');
    const says =
      ' The team’s file is broken. Flow mapping is not closed. What is this team’s work cannot be told from it, so no figure is shown. Mend the file, then ask again.';
    const broken: Problem = { code: 'yaml/invalid', file: path, line: 3, detail: 'Flow mapping is not closed' };
    assert.equal(askedWith(broken, { paths: ['src/**'] }), `${path}:3:${says}`);
    assert.match(
      askedWith({ code: 'file/unreadable', file: path }, {}) ?? '',
      /^outcomes\/teams\/pay\.yaml: .* is broken/,
    );
    const unfit: Problem = { code: 'schema/invalid', file: path, line: 2, detail: 'paths: expected a list' };
    assert.equal(askedWith(unfit, { paths: ['src/**'] }), null, 'what is left tells its work');
    assert.match(askedWith(unfit, {}) ?? '', /^outcomes\/teams\/pay\.yaml:2: .* paths: expected a list\./);
  });

  it('is the repository’s own where no team is asked for', () => {
    assert.equal(teamAsked(folder, null), shared);
  });

  it('adds to a named team what it leaves open, with the repository’s calendar and the team’s own words first', () => {
    const { team, timeZone, workTypes, paths } = teamAsked(folder, 'pay');
    assert.deepEqual(
      [team, timeZone, workTypes, paths],
      ['pay', 'Europe/Berlin', { chore: 'debt', spike: 'risk' }, ['src/pay/**']],
    );
  });

  it('says which teams there are when the asked one is none of them', () => {
    assert.equal(
      problemOf('shop'),
      'There is no such team. No file teams/shop.yaml was found in the folder of the epic files. Known are: pay, ops.',
    );
  });

  it('refuses a team of which nothing tells what is its own, instead of giving it everything', () => {
    assert.equal(
      problemOf('ops'),
      'Nothing tells what is this team’s. The file teams/ops.yaml names neither paths nor ticketKeys, so everything here would count as the team’s. Add one of them.',
    );
  });
});

describe('createTeams', () => {
  it('finds what touches a path of the team, or is of one of its projects', async () => {
    const { teams } = pathsOf(PATHS);
    assert.deepEqual(await teams.owned(PAY, true, WORK, null), new Set([ours.id, keyed.id]));
  });

  it('finds open work by the paths of its commits', async () => {
    const [mine, other, ticket] = [createOpen(3), createOpen(4), createOpen(5, { ticket: 'PAY-9' })];
    const open = {
      items: [mine, other, ticket],
      commitsOf: new Map([
        [mine.id, ['o1', 'o2']],
        [other.id, ['o3']],
      ]),
    };
    const { teams } = pathsOf({ ...PATHS, o1: ['README.md'], o2: ['src/pay/refund.ts'], o3: ['src/shop/cart.ts'] });
    assert.deepEqual(await teams.owned(PAY, true, WORK, open), new Set([ours.id, keyed.id, mine.id, ticket.id]));
  });

  it('reads the paths of a commit once, and none where the team owns no path', async () => {
    const { teams, asked } = pathsOf(PATHS);
    const open = { items: [createOpen(3, { id: 'o' })], commitsOf: new Map([['o', ['o1', 'a1']]]) };
    await teams.owned(teamFile({ ticketKeys: ['PAY'] }), true, WORK, open);
    assert.deepEqual(asked, []);
    await teams.owned(PAY, true, WORK, null);
    await teams.owned(PAY, true, WORK, open);
    await teams.owned(PAY, true, WORK, open);
    assert.deepEqual(asked, [['a1', 'a2', 'b1', 'c1'], ['o1']]);
  });

  it('leaves everything to the repository’s own team, whose projects only say what a ticket is', async () => {
    const { teams, asked } = pathsOf(PATHS);
    assert.equal(await teams.owned(teamFile({ ticketKeys: ['PAY'] }), false, WORK, null), null);
    assert.deepEqual(asked, []);
  });
});

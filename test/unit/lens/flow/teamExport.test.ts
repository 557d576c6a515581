import assert from 'node:assert/strict';
import { createFlowLens, type FlowRepository } from '../../../../src/lens/flowLens.ts';
import type { FlowAnswer, FlowRequest } from '../../../../src/model/flow/flow.ts';
import { NO_KEY_RULES } from '../../../../src/model/text/ticketKeys.ts';
import { createFacts, createFolder } from '../../../support/factories.ts';
import { MadeTeam, NOW, REQUEST, type Change } from '../../answers/flow/madeTeam.ts';

const PROJECTS = ['AAA', 'BBB', 'CCC'];
/** Six people's changes for AAA, six others' for BBB, and now and then one of a lone person for CCC. */
const changes = Array.from({ length: 132 }, (_, n): Change => {
  const team = n % 12 === 11 ? 2 : n % 2;
  return { by: team === 2 ? 20 : 10 * team + (Math.floor(n / 2) % 6), days: 1, branch: `${PROJECTS[team]}-${n + 1}` };
});

/** What a lens answers for one of these teams. */
function answerOf(teams: readonly string[], request: Partial<FlowRequest>): Promise<FlowAnswer> {
  const made = new MadeTeam(changes);
  const repository: FlowRepository = {
    root: '/repository',
    history: (_, sink) => {
      sink(made.commits);
      return Promise.resolve(made.commits.length);
    },
    releaseTags: () => Promise.resolve([]),
    openBranches: () => Promise.resolve({ seen: false, branches: [], truncated: false, fetchedAt: null }),
    sizes: () => Promise.resolve(new Map()),
    changedPaths: () => Promise.resolve(),
    groupSizes: cells => Promise.resolve(made.gate(cells)),
  };
  const files = {
    list: () => Promise.resolve([]),
    read: () => Promise.resolve(null),
    exists: () => Promise.resolve(false),
  };
  const store = { read: () => Promise.resolve(null), write: () => Promise.resolve(), remove: () => Promise.resolve() };
  const facts = createFacts('main');
  const folder = createFolder([]);
  const outcomes = {
    ...folder,
    teams: teams.map(id => ({ id, file: { ...folder.team, ticketKeys: [id] } })),
  };
  const context = {
    ...{ rules: { ...NO_KEY_RULES, known: PROJECTS }, outcomes, request: { ...REQUEST, ...request } },
    facts: { ...facts, main: { ...facts.main!, hash: made.commits[0]!.hash } },
  };
  return createFlowLens({ files, store, now: () => NOW }, repository).answer(context, () => undefined);
}

describe('an export of one of several teams, from their files', () => {
  it('is refused where a team that is too small would follow from the other teams’ exports', async () => {
    const answer = await answerOf(PROJECTS, { team: 'AAA', use: 'export' });
    assert.ok(answer.state === 'withheld' && answer.reason === 'complement');
  });

  it('changes nothing on the screen, nor where all of the work is a team’s that is large enough', async () => {
    assert.equal((await answerOf(PROJECTS, { team: 'AAA' })).state, 'shown');
    assert.equal((await answerOf(PROJECTS, { use: 'export' })).state, 'shown');
  });
});

import assert from 'node:assert/strict';
import { createFlowLens, type FlowContext, type FlowRepository } from '../../../src/lens/flowLens.ts';
import type { FlowAnswer, FlowRequest } from '../../../src/model/flow/flow.ts';
import type { GroupReading } from '../../../src/model/ports/gitPort.ts';
import { NO_KEY_RULES } from '../../../src/model/text/ticketKeys.ts';
import { createFacts, createFolder } from '../../support/factories.ts';
import { inTurn, MadeTeam, NOW, REQUEST } from '../answers/flow/madeTeam.ts';

const older = new MadeTeam(inTurn(6, 40, {}));
const newer = new MadeTeam([{ by: 0 }, ...inTurn(6, 60, {})]);

/** A lens whose history can be changed, and whose gate can be made to fail. */
function lensOf() {
  let team = older;
  let gate: (reading: GroupReading) => Promise<GroupReading> = reading => Promise.resolve(reading);
  const repository: FlowRepository = {
    root: '/repository',
    history: (_, sink) => {
      sink(team.commits);
      return Promise.resolve(team.commits.length);
    },
    releaseTags: () => Promise.resolve([]),
    openBranches: () => Promise.resolve({ seen: false, branches: [], truncated: false, fetchedAt: null }),
    sizes: () => Promise.resolve(new Map()),
    changedPaths: () => Promise.resolve(),
    groupSizes: cells => gate(team.gate(cells)),
  };
  const lens = createFlowLens(
    {
      files: {
        list: () => Promise.resolve([]),
        read: () => Promise.resolve(null),
        exists: () => Promise.resolve(false),
      },
      store: { read: () => Promise.resolve(null), write: () => Promise.resolve(), remove: () => Promise.resolve() },
      now: () => NOW,
    },
    repository,
  );
  const context = (request: Partial<FlowRequest> = {}): FlowContext => {
    const facts = createFacts('main');
    const main = { ...facts.main!, hash: team.commits[0]!.hash };
    return {
      ...{ facts: { ...facts, main }, rules: NO_KEY_RULES, outcomes: createFolder([]) },
      request: { ...REQUEST, ...request },
    };
  };
  return {
    answer: (request?: Partial<FlowRequest>) => lens.answer(context(request), () => undefined),
    commitsOf: (item: string) => lens.commitsOf(item),
    become: (changed: MadeTeam) => (team = changed),
    fail: () => (gate = () => Promise.reject(new Error('no git'))),
  };
}

function itemsOf(answer: FlowAnswer): readonly string[] {
  if (answer.state !== 'shown') throw new Error(answer.state);
  return answer.items.map(({ id }) => id);
}

describe('commits of an item', () => {
  it('are those of the answer that a view shows', async () => {
    const lens = lensOf();
    assert.deepEqual(lens.commitsOf('w1'), []);
    const last = itemsOf(await lens.answer()).at(-1)!;
    assert.deepEqual(lens.commitsOf(last), [older.commits[0]!.hash]);
  });

  it('stay those of the view while an export is made of something newer', async () => {
    const lens = lensOf();
    const last = itemsOf(await lens.answer()).at(-1)!;
    lens.become(newer);
    await lens.answer({ use: 'export' });
    assert.deepEqual(lens.commitsOf(last), [older.commits[0]!.hash]);
    await lens.answer();
    assert.notDeepEqual(lens.commitsOf(last), [older.commits[0]!.hash]);
  });

  it('stay those of the view when the next answer fails', async () => {
    const lens = lensOf();
    const last = itemsOf(await lens.answer()).at(-1)!;
    lens.become(newer);
    lens.fail();
    await assert.rejects(lens.answer());
    assert.deepEqual(lens.commitsOf(last), [older.commits[0]!.hash]);
  });
});

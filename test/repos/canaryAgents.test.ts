import assert from 'node:assert/strict';
import { draftRequest, listEpics, readEpic } from '../../src/agents/epics.ts';
import { failureText } from '../../src/agents/failure.ts';
import { AGENT_TOOLS } from '../../src/agents/tools.ts';
import type { RepositoryLens } from '../../src/lens/outcomeLens.ts';
import type { FlowAnswer, FlowRequest } from '../../src/model/flow/flow.ts';
import { FIGURE_IDS } from '../../src/wording/figures/figureIds.ts';
import { assertCheap } from '../support/agentAnswers.ts';
import { assertNobody } from '../support/canaries.ts';
import { conspicuousLens } from '../support/conspicuousLens.ts';
import { conspicuousRepo } from '../support/conspicuousRepo.ts';
import { startAgent } from '../support/mcpClient.ts';
import { cleanup, type TestRepo } from '../support/repo.ts';

const CALLS: readonly (readonly [tool: string, args: object])[] = [
  ['outcome', {}],
  ['outcome', { ticket: 'PAY-21' }],
  ['outcome', { branch: 'main' }],
  ['outcome', { branch: 'quillan' }],
  ['outcome', { text: true }],
  ['readiness', {}],
  ['readiness', { epic: 'PAY-100' }],
  ['readiness', { epic: 'PAY-999' }],
  ['flow', {}],
  ['flow', { page: 2 }],
  ['flow', { type: 'defect' }],
  ['flow', { type: 'risk' }],
  ['flow', { team: 'nobody' }],
  ...FIGURE_IDS.map(figure => ['flow', { figure }] as const),
  ...FIGURE_IDS.map(figure => ['flow', { figure, page: 2 }] as const),
];

/** The figures of one answer are asked for one by one. */
function answeringOnce(lens: RepositoryLens): RepositoryLens {
  const answers = new Map<string, Promise<FlowAnswer>>();
  const flow = (request: FlowRequest): Promise<FlowAnswer> => {
    const key = JSON.stringify(request);
    const answer = answers.get(key) ?? lens.flow(request, () => undefined);
    answers.set(key, answer);
    return answer;
  };
  return { ...lens, flow };
}

describe('people, in what agents are told', function () {
  this.timeout(120_000);
  let repo: TestRepo;
  let repository: RepositoryLens;
  const signal = new AbortController().signal;

  before(async () => {
    repo = conspicuousRepo();
    repository = answeringOnce(await conspicuousLens(repo.dir));
  });
  after(cleanup);

  it('show in no answer of a tool, and none costs more than it may', async () => {
    let figures = 0;
    for (const [name, args] of CALLS) {
      const tool = AGENT_TOOLS.find(candidate => candidate.name === name);
      assert.ok(tool !== undefined);
      const text = await tool.call(args, repository, signal).catch(failureText);
      const where = `${name} ${JSON.stringify(args)}`;
      assertNobody(text.replaceAll('"quillan"', ''), where);
      assertCheap(text, where);
      if (text.includes('How this is measured')) figures++;
    }
    assert.ok(figures > 10, 'nothing would be tested');
  });

  it('show in no epic and no prompt', async () => {
    const epics = await listEpics(repository, signal);
    assert.equal(epics.length, 6);
    assertNobody(JSON.stringify(epics), 'the list of epics');
    for (const { key } of epics) assertNobody(await readEpic(repository, key, signal), key);
    assertNobody(await draftRequest(repository, 'PAY-200', signal), 'the prompt');
  });

  it('show in nothing that the built server replies', async () => {
    const agent = await startAgent(repo.dir);
    try {
      for (const { name } of AGENT_TOOLS)
        assertNobody((await agent.call(name, name === 'flow' ? { weeks: 520 } : {})).text, name);
      assertNobody(JSON.stringify(await agent.client.listResources()), 'the list of resources');
      assertNobody(await agent.read('outcome-lens://epic/PAY-100'), 'a resource');
    } finally {
      await agent.close();
    }
  });
});

import assert from 'node:assert/strict';
import type { Context } from 'mocha';
import path from 'node:path';
import { prepareFlowOf, type FlowInputs } from '../../src/answers/flow/flowAnswer.ts';
import { buildWorkItems, type WorkItems } from '../../src/answers/flow/items/workItems.ts';
import { createGit } from '../../src/git/openGit.ts';
import type { Commit } from '../../src/model/commit.ts';
import type { FlowAnswer, FlowRequest } from '../../src/model/flow/flow.ts';
import type { RepositoryPort } from '../../src/model/ports/gitPort.ts';
import { NO_KEY_RULES } from '../../src/model/text/ticketKeys.ts';
import { cleanup, runGit, temporaryFolder, testEnvironment } from '../support/repo.ts';
import { sharedHistory, type SharedHistory } from '../support/sharedHistories.ts';

const DAY = 86_400;
const REQUEST: FlowRequest = { window: { weeks: 26 }, type: null, use: 'view', solo: false };
type Shown = Extract<FlowAnswer, { state: 'shown' }>;

interface Read {
  readonly repository: RepositoryPort;
  readonly inputs: FlowInputs;
  readonly work: WorkItems;
}

/** The whole history of a public project, looked at eight days after its last commit. */
async function read(name: SharedHistory, test: Context): Promise<Read> {
  const bare = await sharedHistory(name);
  if (bare === null) {
    console.log(`      ${name}: skipped, ../shared/data is not there`);
    test.skip();
  }
  const folder = temporaryFolder();
  runGit(folder, ['clone', '--quiet', '--no-checkout', '--shared', bare, 'work']);
  const repository = await createGit({ isTrusted: () => true, environment: testEnvironment() }).open(
    path.join(folder, 'work'),
  );
  const { main, shallow } = await repository.facts(null, NO_KEY_RULES);
  assert.ok(main);
  const commits: Commit[] = [];
  await repository.history({ main, rules: NO_KEY_RULES, since: null }, batch => {
    for (const commit of batch) commits.push(commit);
  });
  const now = (commits[0]?.landed ?? 0) + 8 * DAY;
  const inputs = {
    ...{ commits, tip: main.hash, rules: NO_KEY_RULES, epics: new Map(), now, shallow },
    timeZone: 'UTC',
  };
  return { repository, inputs, work: buildWorkItems(inputs) };
}

async function shown({ repository, inputs, work }: Read, request: Partial<FlowRequest> = {}): Promise<Shown> {
  const prepared = prepareFlowOf(work, inputs, { ...REQUEST, ...request });
  const answer = prepared.finish(await repository.groupSizes(prepared.cells));
  assert.ok(answer.state === 'shown', answer.state);
  return answer;
}

function daysOf({ cycleTime }: Shown): (number | null)[] {
  return cycleTime.percentiles.map(({ seconds }) => (seconds === null ? null : seconds / DAY));
}

describe('flow on real histories', function () {
  this.timeout(300_000);
  afterEach(cleanup);

  it('kafka squashes: where the start of work is lost, no cycle time is shown', async function () {
    const answer = await shown(await read('kafka-small', this));
    assert.equal(answer.band, '10+');
    assert.ok(answer.quality.rules.squash > 0.9 * answer.quality.items);
    assert.ok(answer.quality.withTicket > 0.6 * answer.quality.items);
    assert.equal(answer.cycleTime.coverageEnough, false);
    assert.deepEqual(daysOf(answer), [null, null, null]);
    // What is known is what somebody applied by hand, never the moment of a squash.
    assert.ok(answer.cycleTime.points.length < 0.05 * answer.quality.items);
    assert.ok(answer.cycleTime.points.every(({ seconds }) => seconds > 60));
  });

  it('wildfly merges: half of the work is on main after one to five days', async function () {
    const history = await read('wildfly-small', this);
    const answer = await shown(history);
    assert.ok((answer.cycleTime.coverage ?? 0) > 0.9);
    const [half = null, most = null, nearlyAll = null] = daysOf(answer);
    assert.ok(half !== null && half > 1 && half < 5, String(half));
    assert.ok(most !== null && most > 10 && most < 40, String(most));
    assert.ok(nearlyAll !== null && nearlyAll > most);
    assert.ok(answer.quality.withTicket > 0.8 * answer.quality.rules.merge);
    assert.ok(answer.quality.automated > 20);
    // METRICS measured 5 to 22 % of merges with commits older than what they are based on.
    assert.ok(
      answer.quality.rebased > 0.05 * answer.quality.items && answer.quality.rebased < 0.3 * answer.quality.items,
    );
    const exported = await shown(history, { use: 'export' });
    assert.deepEqual([exported.cycleTime.points.length, daysOf(exported)], [0, daysOf(answer)]);
  });

  it('spring-boot merges its release lines forward: four of five merges are no items', async function () {
    const history = await read('spring-boot', this);
    const { forwardMerges, syncMerges } = history.work;
    assert.ok(forwardMerges.length > 4212 - 1 && forwardMerges.length + syncMerges.length < 5153);
    const answer = await shown(history);
    assert.ok(answer.quality.forwardMerges > answer.quality.rules.merge);
    assert.ok(history.work.items.some(({ flags }) => flags.includes('forwarded')));
    // A forward merge takes minutes; were they items, half of the work would take 0.03 days.
    const merges = answer.cycleTime.points.filter(({ rule }) => rule === 'merge').map(({ seconds }) => seconds);
    const half = merges.toSorted((a, b) => a - b)[Math.floor(merges.length / 2)] ?? 0;
    assert.ok(half > 0.5 * DAY, String(half / DAY));
  });

  it('ha-frontend squashes and has bots: cherry-picks that come back are not counted again', async function () {
    const answer = await shown(await read('ha-frontend', this));
    assert.ok(answer.quality.rules.squash > 0.9 * (answer.quality.items - answer.quality.automated));
    assert.ok(answer.quality.automated > 0.1 * answer.quality.items);
    assert.equal(answer.cycleTime.coverageEnough, false);
    assert.ok((answer.cycleTime.coverage ?? 1) < 0.02);
    assert.deepEqual(daysOf(answer), [null, null, null]);
  });
});

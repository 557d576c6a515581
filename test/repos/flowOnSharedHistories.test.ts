import assert from 'node:assert/strict';
import type { Context } from 'mocha';
import path from 'node:path';
import { createEpics } from '../../src/epics/openEpics.ts';
import { createGit } from '../../src/git/openGit.ts';
import { noStore } from '../../src/store/fileStore.ts';
import { diskFiles } from '../../src/epics/diskFiles.ts';
import { createOutcomeLens, type RepositoryLens } from '../../src/lens/outcomeLens.ts';
import type { FlowAnswer, FlowRequest } from '../../src/model/flow/flow.ts';
import type { QualityLineId } from '../../src/model/flow/quality.ts';
import { figuresOf } from '../../src/wording/figures/figures.ts';
import { figureSchema } from '../../src/model/flow/figure.ts';
import { cleanup, runGit, temporaryFolder, testEnvironment } from '../support/repo.ts';
import { sharedHistory, type SharedHistory } from '../support/sharedHistories.ts';

const DAY = 86_400;
const REQUEST: FlowRequest = { window: { weeks: 26 }, type: null, team: null, use: 'view', solo: false };
type Shown = Extract<FlowAnswer, { state: 'shown' }>;

/** A public project, looked at eight days after its last commit. */
async function open(name: SharedHistory, test: Context): Promise<RepositoryLens> {
  const bare = await sharedHistory(name);
  if (bare === null) {
    console.log(`      ${name}: skipped, ../shared/data is not there`);
    test.skip();
  }
  const folder = temporaryFolder();
  runGit(folder, ['clone', '--quiet', '--no-checkout', '--shared', bare, 'work']);
  const work = path.join(folder, 'work');
  const now = Number(runGit(work, ['log', '-1', '--format=%ct'])) + 8 * DAY;
  return createOutcomeLens({
    git: createGit({ isTrusted: () => true, environment: testEnvironment() }),
    epics: createEpics(),
    files: diskFiles,
    now: () => now,
    store: noStore,
    outcomesFolder: () => 'outcomes',
  }).open(work);
}

async function shown(lens: RepositoryLens, request: Partial<FlowRequest> = {}): Promise<Shown> {
  const answer = await lens.flow({ ...REQUEST, ...request }, () => undefined);
  assert.ok(answer.state === 'shown', answer.state);
  return answer;
}

function counted({ quality }: Shown, id: QualityLineId): number {
  return quality.lines.find(line => line.id === id)?.count ?? 0;
}

function daysOf({ own }: Shown): (number | null)[] {
  return own.cycleTime.percentiles.map(({ seconds }) => (seconds === null ? null : seconds / DAY));
}

function isHidden(days: readonly (number | null)[]): boolean {
  return days.every(value => value === null);
}

describe('flow on real histories', function () {
  this.timeout(300_000);
  afterEach(cleanup);

  it('kafka squashes: where the start of work is lost, no cycle time is shown', async function () {
    const answer = await shown(await open('kafka-small', this));
    const { items } = answer.quality;
    assert.equal(answer.band, '10+');
    assert.ok(counted(answer, 'squash') > 0.9 * items);
    assert.ok(counted(answer, 'withTicket') > 0.6 * items);
    assert.equal(answer.own.cycleTime.withheld?.code, 'coverage');
    assert.ok(isHidden(daysOf(answer)));
    // What is true for a squash team is there.
    assert.equal(answer.own.throughput.withheld, null);
    assert.equal(answer.own.batchSize.withheld, null);
    assert.ok(answer.group !== null && answer.group.reverts.withheld === null);
  });

  it('wildfly merges: half of the work is on main after one to five days', async function () {
    const lens = await open('wildfly-small', this);
    const answer = await shown(lens);
    const { items } = answer.quality;
    assert.ok((answer.own.cycleTime.coverage ?? 0) > 0.9);
    const [half = null, most = null, nearlyAll = null] = daysOf(answer);
    assert.ok(half !== null && half > 1 && half < 5, String(half));
    assert.ok(most !== null && most > 10 && most < 40, String(most));
    assert.ok(nearlyAll !== null && nearlyAll > most);
    assert.ok(counted(answer, 'withTicket') > 0.8 * counted(answer, 'branchStart'));
    assert.ok(counted(answer, 'automated') > 20);
    // METRICS measured 5 to 22 % of merges with commits older than what they are based on.
    assert.ok(counted(answer, 'rebased') > 0.05 * items && counted(answer, 'rebased') < 0.3 * items);
    const exported = await shown(lens, { use: 'export' });
    assert.deepEqual([exported.own.cycleTime.points.length, daysOf(exported)], [0, daysOf(answer)]);
  });

  it('spring-boot merges its release lines forward: four of five merges are no items', async function () {
    const answer = await shown(await open('spring-boot', this));
    assert.ok(counted(answer, 'forwardMerges') > counted(answer, 'branchStart'));
    assert.ok(answer.items.some(({ flags }) => flags.includes('forwarded')));
    // A forward merge takes minutes; were they items, half of the work would take 0.03 days.
    const merges = answer.items.flatMap(({ rule, seconds }) => (rule === 'merge' && seconds !== null ? [seconds] : []));
    const half = merges.toSorted((a, b) => a - b)[Math.floor(merges.length / 2)] ?? 0;
    assert.ok(half > 0.5 * DAY, String(half / DAY));
  });

  it('ha-frontend squashes and has bots: cherry-picks that come back are not counted again', async function () {
    const answer = await shown(await open('ha-frontend', this));
    const { items } = answer.quality;
    assert.ok(counted(answer, 'squash') > 0.9 * items);
    assert.ok(counted(answer, 'automated') > 0.1 * items);
    assert.equal(answer.own.cycleTime.withheld?.code, 'coverage');
    assert.ok((answer.own.cycleTime.coverage ?? 1) < 0.02);
    assert.ok(isHidden(daysOf(answer)));
  });

  it('gives every figure in the form that all faces speak, on the screen and beyond it', async function () {
    const lens = await open('wildfly-small', this);
    for (const use of ['view', 'export'] as const) {
      const figures = figuresOf(await shown(lens, { use }));
      assert.ok(figures.length > 25);
      assert.equal(new Set(figures.map(({ id }) => id)).size, figures.length);
      for (const figure of figures) {
        assert.deepEqual(figureSchema.parse(structuredClone(figure)), figure);
        assert.ok(figure.headline !== '' || figure.withheld !== '', `${figure.id} says nothing`);
        if (use === 'export') assert.notEqual(figure.chart?.kind, 'dots', `${figure.id} exports dots`);
      }
    }
  });
});

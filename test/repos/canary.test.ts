import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { diskFiles } from '../../src/epics/diskFiles.ts';
import { createEpics } from '../../src/epics/openEpics.ts';
import { createGit } from '../../src/git/openGit.ts';
import { createOutcomeLens } from '../../src/lens/outcomeLens.ts';
import { insightsState } from '../../src/vscode/webviews/insightsState.ts';
import { outcomeState } from '../../src/vscode/views/outcomeState.ts';
import { ROOT } from '../contract/sourceTree.ts';
import { cleanup, makeRepo, testEnvironment, type Person, type TestRepo } from '../support/repo.ts';

const run = promisify(execFile);

/** Names that occur nowhere else: whatever shows one of them shows a person. */
const CANARIES = ['Quillan', 'Zephyrine', 'Oswinella', 'Thaddeux', 'Bryndolf', 'Xantheia'] as const;
const PEOPLE: readonly Person[] = CANARIES.map(name => ({
  name: `${name} Canary`,
  email: `${name.toLowerCase()}@canary.invalid`,
}));
const DAY = 86_400;
/** A Wednesday. */
const NOW = Date.UTC(2026, 10, 18, 12) / 1000;

/** Half a year of merges in which every place of a commit that can hold a name does. */
function conspicuousRepo(): TestRepo {
  const repo = makeRepo();
  const first = NOW - 180 * DAY;
  repo.commit('Begin', { author: PEOPLE[0]!, at: first });
  for (let n = 1; n <= 60; n++) {
    const person = PEOPLE[n % PEOPLE.length]!;
    const nick = person.name.split(' ')[0]!.toLowerCase();
    const at = first + n * 2.5 * DAY;
    const branch = `${nick}/feature-${n}`;
    repo.switchTo(branch);
    repo.commit(
      `PAY-${n} work\n\nThanks to @${nick}.\n\nReviewed-by: ${person.name} <${person.email}>\nCo-authored-by: ${person.name} <${person.email}>\nReviewers: ${nick.toUpperCase()}-7\n`,
      { author: person, at: at - DAY, files: { [`src/${n}.ts`]: `${n}\n` } },
    );
    repo.switchTo('main');
    repo.merge(branch, `Merge pull request #${n} from ${nick}/feature/PAY-${n}-${n}\n\nWork of ${person.name}`, {
      author: person,
      at,
    });
    repo.git('branch', '--quiet', '-D', branch);
  }
  repo.git('tag', '-a', 'v1.0.0', '-m', `Released by ${PEOPLE[1]!.name}`);
  repo.git('remote', 'add', 'origin', 'https://thaddeux@canary.invalid/quillan/repository.git');
  repo.switchTo('bryndolf/spike/PAY-61-retry');
  repo.commit(`PAY-61 try\n\nSigned-off-by: ${PEOPLE[4]!.name} <${PEOPLE[4]!.email}>`, {
    author: PEOPLE[4]!,
    at: NOW - DAY,
  });
  return repo;
}

function assertNobody(text: string, where: string): void {
  for (const name of CANARIES) {
    assert.ok(!text.toLowerCase().includes(name.toLowerCase()), `${name} shows in ${where}`);
    assert.ok(!text.includes(Buffer.from(name).toString('base64').slice(0, 8)), `${name} shows in ${where}, encoded`);
  }
}

describe('people, in a history full of conspicuous names', () => {
  let repo: TestRepo;
  const log: string[] = [];

  before(() => {
    repo = conspicuousRepo();
  });
  after(cleanup);

  it('show in no message to a webview and no log line', async () => {
    Object.assign(process.env, testEnvironment());
    const lens = await createOutcomeLens({
      git: createGit({ isTrusted: () => true, log: line => log.push(line) }),
      epics: createEpics(),
      files: diskFiles,
      now: () => NOW,
      outcomesFolder: () => 'outcomes',
    }).open(repo.dir);
    const why = await lens.why();
    const ready = await lens.ready({ epic: null, gate: null, strict: false });
    const state = outcomeState(
      { kind: 'answers', lens, name: 'r', several: false, why, ready, outcomes: await lens.outcomes() },
      '2026-11-18',
    );
    assertNobody(JSON.stringify([why, ready, state]), 'the Outcome view');
    const answer = await lens.flow({ window: { weeks: 26 }, type: null, use: 'view', solo: false }, () => undefined);
    assert.equal(answer.state, 'shown', 'nothing would be tested');
    const insights = insightsState(answer, 'r', { weeks: 26, type: null });
    assert.ok(insights.kind === 'shown' && insights.cycleTime.points.length > 20, 'nothing would be tested');
    assertNobody(JSON.stringify([answer, insights]), 'the Insights panel');
    assert.ok(log.length > 0);
    assertNobody(log.join('\n').replaceAll('bryndolf/spike', ''), 'the log');
  });

  it('show in no output of the command line', async () => {
    const calls = [
      ['why'],
      ['why', '--json'],
      ['ready'],
      ['ready', '--json'],
      ['flow', '--json'],
      ['flow'],
      ['why', '--branch', 'none'],
    ];
    for (const call of calls) {
      const { stdout, stderr } = await run('node', ['dist/cli.cjs', ...call, '-C', repo.dir], {
        cwd: ROOT,
        env: { ...process.env, ...testEnvironment() },
      }).catch((error: unknown) => error as { stdout: string; stderr: string });
      assert.ok(`${stdout}${stderr}`.length > 20);
      assertNobody(`${stdout}${stderr}`, `outcome-lens ${call.join(' ')}`);
    }
  });

  it('show in no file that is left behind', () => {
    const left = readdirSync(repo.dir).filter(name => name !== '.git' && name !== 'src');
    assert.deepEqual(left, []);
    assert.ok(readFileSync(path.join(repo.dir, '.git/config'), 'utf8').includes('canary.invalid'));
  });
});

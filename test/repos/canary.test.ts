import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { retrospectiveMarkdown, retrospectiveOf } from '../../src/export/retrospective.ts';
import { tableCsv } from '../../src/export/csv.ts';
import { figureMarkdown } from '../../src/export/markdown.ts';
import type { RepositoryLens } from '../../src/lens/outcomeLens.ts';
import type { FlowAnswer, FlowRequest } from '../../src/model/flow/flow.ts';
import { boardState } from '../../src/vscode/webviews/boardState.ts';
import { insightsState } from '../../src/vscode/webviews/insightsState.ts';
import { outcomeState } from '../../src/vscode/views/outcomeState.ts';
import { figuresOf } from '../../src/wording/figures/figures.ts';
import { learnFigures } from '../../src/wording/figures/learnFigures.ts';
import { declinedText } from '../../src/wording/flow.ts';
import { assertNobody, CANARIES, PEOPLE } from '../support/canaries.ts';
import { conspicuousLens } from '../support/conspicuousLens.ts';
import { conspicuousRepo } from '../support/conspicuousRepo.ts';
import { cleanup, type TestRepo } from '../support/repo.ts';

const REQUEST: FlowRequest = { window: { weeks: 26 }, type: null, team: null, use: 'view', solo: false };
type Shown = Extract<FlowAnswer, { state: 'shown' }>;

describe('people, in a history full of conspicuous names', function () {
  this.timeout(60_000);
  let repo: TestRepo;
  let lens: RepositoryLens;
  const log: string[] = [];

  before(async () => {
    repo = conspicuousRepo();
    lens = await conspicuousLens(repo.dir, line => log.push(line));
  });
  after(cleanup);

  async function flow(request: Partial<FlowRequest>): Promise<FlowAnswer> {
    return lens.flow({ ...REQUEST, ...request }, () => undefined);
  }

  async function shown(request: Partial<FlowRequest>): Promise<Shown> {
    const answer = await flow(request);
    assert.ok(answer.state === 'shown', `nothing would be tested: ${answer.state}`);
    return answer;
  }

  it('are there, in every place that can hold a name', () => {
    const text = repo.git('log', '--all', '--format=%an %ae %cn %D %B', '--name-only');
    for (const { name, email } of PEOPLE) assert.ok(text.includes(name) && text.includes(email), name);
    for (const place of [
      'Reviewers: ',
      'Approved-by: ',
      'Revert "Merge pull',
      'Reapply "Revert "Merge',
      'users/',
      'QUILLAN-19 ',
      'origin/',
    ])
      assert.ok(text.includes(place), place);
    assert.match(repo.git('tag', '-n9'), /v2\.0\.\d+-quillan.*Cut by Quillan/);
    assert.throws(() => assertNobody(text, 'git itself'));
  });

  it('show in no message to the Outcome view', async () => {
    const [why, ready, outcomes] = [
      await lens.why(),
      await lens.ready({ epic: null, gate: null, strict: false }),
      await lens.outcomes(),
    ];
    assert.equal(why.value?.ticket?.key, 'PAY-190');
    const state = outcomeState(
      { kind: 'answers', lens, name: 'r', several: false, why, ready, outcomes },
      '2026-11-18',
    );
    assertNobody(JSON.stringify([why, ready, state]), 'the Outcome view');
  });

  it('show in no message to the Portfolio board', async () => {
    const state = boardState(await lens.board('read'), { outcomes: await lens.outcomes(), repository: 'r' });
    assert.ok(state.kind === 'board' && state.columns.some(({ cards }) => cards.some(({ age }) => age !== '')));
    assertNobody(JSON.stringify(state), 'the Portfolio board');
  });

  it('show in no message to the Insights panel, whatever is filtered', async () => {
    const answer = await shown({});
    assert.ok(answer.items.length > 80 && answer.band === '5-9' && answer.types.length > 1);
    assert.ok(
      answer.items.some(({ label }) => label === '#19'),
      'QUILLAN-19 is called by its number',
    );
    for (const type of [null, ...answer.types]) {
      const filtered = await flow({ type });
      const about = { repository: 'r', filter: { weeks: 26, type, team: null } };
      const state = insightsState(filtered, { state: 'told', answer: await lens.learn(type) }, about);
      assertNobody(JSON.stringify([filtered, state]), `the Insights panel, ${type ?? 'all'}`);
    }
  });

  it('show in no figure, on the screen or exported, as a table or a document', async () => {
    for (const use of ['view', 'export'] as const) {
      const answer = await shown({ use });
      const figures = figuresOf(answer);
      const told = figures.filter(({ withheld }) => withheld === '');
      assert.ok(told.length > 18, `only ${told.map(({ id }) => id).join(', ')}`);
      for (const figure of figures) {
        assertNobody(JSON.stringify(figure), `${figure.id} for ${use}`);
        assertNobody(figureMarkdown(figure, { level: 1, picture: null, withMethod: true }), `${figure.id} as Markdown`);
        if (figure.table !== null) assertNobody(tableCsv(figure.table), `${figure.id} as CSV`);
      }
    }
  });

  it('show in no retrospective', async () => {
    const answer = await shown({ use: 'export' });
    const document = retrospectiveMarkdown({
      ...retrospectiveOf(answer, await lens.learn()),
      pictures: new Map(),
    });
    assert.ok(document.includes('Pair more') && document.includes('Checkout'), 'what the team wrote is its own');
    assertNobody(document, 'the retrospective');
  });

  it('show in nothing that is learnt of outcomes', async () => {
    const answer = await lens.learn();
    assert.ok(answer.questions.inFlight.length > 0, 'nothing would be tested');
    assertNobody(JSON.stringify(answer), 'what is learnt');
    for (const figure of learnFigures(answer)) {
      assertNobody(JSON.stringify(figure), figure.id);
      assertNobody(figureMarkdown(figure, { level: 1, picture: null, withMethod: true }), `${figure.id} as Markdown`);
    }
  });

  it('show in no answer that is declined', async () => {
    for (const request of [
      { window: { since: '2019-01-07', until: null } },
      { type: 'risk' },
      { team: null, window: { weeks: 4 } },
    ] as const) {
      const answer = await flow(request);
      assertNobody(JSON.stringify(answer), answer.state);
      if (answer.state !== 'shown') assertNobody(JSON.stringify(declinedText(answer)), answer.state);
    }
  });

  it('show in no log line', () => {
    assert.ok(log.length > 10, 'nothing would be tested');
    assertNobody(log.join('\n'), 'the log');
  });

  it('show in no file that is left behind', () => {
    const known = new Set(['.git', 'src', 'users', 'people', 'outcomes', '.mailmap', 'CODEOWNERS']);
    const left = readdirSync(repo.dir).filter(name => !known.has(name) && !name.includes('@canary.invalid'));
    assert.deepEqual(left, []);
    assert.equal(repo.git('status', '--porcelain'), '');
    assert.ok(readFileSync(path.join(repo.dir, '.git/config'), 'utf8').includes('canary.invalid'));
  });
});

describe('assertNobody', () => {
  it('sees a name however it is written', () => {
    const name = CANARIES[0];
    const bytes = Buffer.from(`of ${name} Canary`);
    for (const text of [
      name.toUpperCase(),
      bytes.toString('hex'),
      bytes.toString('base64'),
      encodeURIComponent(CANARIES[7]),
    ])
      assert.throws(() => assertNobody(`… ${text} …`, 'a test'), text);
    // printf quillan | sha1sum, printf Quillan | sha256sum
    for (const hash of SUMS) {
      assert.throws(() => assertNobody(hash, 'a test'));
      assert.throws(() => assertNobody(Buffer.from(hash, 'hex'), 'a test'));
    }
    assert.doesNotThrow(() => assertNobody('PAY-1 by nobody', 'a test'));
  });
});

const SUMS = [
  '6ebf7fb6059e169e369139b98e0f101ddfd025c6',
  '03dadc7ce48812a5c6cd2126022e029a910b016e377803e7564e65f94e81f2b4',
];

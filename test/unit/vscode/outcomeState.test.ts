import assert from 'node:assert/strict';
import { whyOfBranch } from '../../../src/answers/why/whyOfBranch.ts';
import type { OutcomesFolder } from '../../../src/model/epic.ts';
import type { RepositoryLens } from '../../../src/lens/outcomeLens.ts';
import type { ProblemCode } from '../../../src/model/problem.ts';
import type { ChainState } from '../../../src/protocol/outcomeProtocol.ts';
import { outcomeState, problemState } from '../../../src/vscode/views/outcomeState.ts';
import {
  NOW,
  createCommit,
  createEpicFile,
  createFacts,
  createFolder,
  createOutcome,
} from '../../support/factories.ts';
import { HOSTILE } from '../../support/hostileTexts.ts';
import { ABOUT } from '../../support/readyText.ts';

const TODAY = '2026-11-20';

function chain(
  branch: string,
  outcomes: OutcomesFolder = createFolder([createEpicFile()]),
  messages: readonly string[] = [],
): ChainState {
  const why = whyOfBranch({
    repository: createFacts(branch),
    evidence: { pin: null, ignored: [], associated: [], commits: messages.map(message => createCommit(message)) },
    commitsTruncated: false,
    outcomes,
    now: NOW,
  });
  const ready = { value: null, reasons: [], missing: [], asOf: NOW, about: ABOUT };
  // The state is computed from the answers alone.
  const lens = {} as RepositoryLens;
  const state = outcomeState({ kind: 'answers', lens, name: 'shop', several: false, why, ready, outcomes }, TODAY);
  assert.ok(state.kind === 'chain');
  return state;
}

/** All strings of a state, one a line. */
function texts(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null ? Object.values(value).map(texts).join('\n') : '';
}

describe('the Outcome view’s state', () => {
  it('shows the words of a hostile repository as words, and sends back its names as they are', () => {
    const misleading = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
    for (const [name, text] of Object.entries(HOSTILE)) {
      const path = `outcomes/${text}.md`;
      const state = chain(
        '--upload-pack=touch;PAY-101-\u202etxt',
        createFolder([createEpicFile({ title: text, outcome: createOutcome({ statement: text }) }, { path })]),
        [`PAY-101 [x](command:outcomeLens.pinTicket) ${text}`],
      );
      const { crumbs } = state;
      const arguments_ = crumbs.map(({ action }) => action?.argument);
      assert.ok(arguments_.includes(path), name);
      const shown = JSON.stringify(state, (key, value: unknown) => (key === 'argument' ? undefined : value));
      assert.doesNotMatch(texts(JSON.parse(shown)), misleading, name);
      assert.doesNotMatch(shown, /upload-pack|touch/, name);
    }
  });

  it('shows a whole chain without a gap', () => {
    const { crumbs, gap } = chain('PAY-101-x');
    assert.deepEqual(
      crumbs.map(({ kind, state }) => [kind, state]),
      [
        ['keyResult', 'notAsked'],
        ['epic', 'found'],
        ['ticket', 'found'],
        ['branch', 'found'],
      ],
    );
    assert.equal(gap, null);
  });

  it('offers one primary step for the lowest missing link', () => {
    const gapOf = (...args: Parameters<typeof chain>) => {
      const { gap } = chain(...args);
      const primary = gap?.actions.filter(action => action.primary === true) ?? [];
      assert.ok(primary.length <= 1);
      return [gap?.title, primary[0]?.id];
    };
    assert.deepEqual(gapOf('spike/x'), ['No ticket found', 'writeOutcome']);
    assert.deepEqual(gapOf('PAY-999-x'), ['No epic has PAY-999', 'writeOutcome']);
    assert.deepEqual(gapOf('PAY-999-x', createFolder([])), ['No outcome yet', 'writeOutcome']);
    assert.deepEqual(gapOf('PAY-101-x', createFolder([createEpicFile({ outcome: null })])), [
      'No anticipated outcome',
      'editOutcome',
    ]);
    assert.deepEqual(gapOf('main'), ['This is main', 'openInsights']);
  });

  it('shows other tickets with their reasons, each to be pinned', () => {
    const { otherTickets } = chain('PAY-101-x', undefined, ['PAY-7 a', 'PAY-7 b']);
    assert.deepEqual(otherTickets, [
      {
        key: 'PAY-7',
        how: 'named in the subject of 2 commits of this branch',
        pin: { id: 'pinTicket', label: 'Pin', argument: 'PAY-7' },
      },
    ]);
  });

  it('names files that could not be read', () => {
    const broken = createEpicFile(null, {
      path: 'outcomes/other.md',
      problems: [{ code: 'yaml/invalid', line: 3, detail: 'x' }],
    });
    const { notices } = chain('PAY-101-x', createFolder([createEpicFile(), broken]));
    assert.match(notices[0]?.text ?? '', /^outcomes\/other\.md, line 3: /);
  });

  it('describes measures, reviews and results', () => {
    const measure = {
      name: 'carts',
      unit: '%',
      baseline: 31,
      target: 26,
      by: '2026-12-01',
      confidence: null,
      tolerance: null,
      measured: [
        { on: '2026-10-11', value: 30.2 },
        { on: '2026-10-01', value: 31 },
      ],
    };
    const outcome = createOutcome({
      measures: [measure],
      reviews: ['2027-01-01', '2026-12-01'],
      actual: { verdict: 'partly', on: '2027-02-01', note: 'mobile only' },
    });
    const { epic } = chain('PAY-101-x', createFolder([createEpicFile({ outcome })]));
    const [shown] = epic?.measures ?? [];
    assert.deepEqual(
      [shown?.baseline, shown?.now, shown?.target, shown?.by],
      ['31 %', '30.2 %', '26 %', 'by 1 Dec 2026'],
    );
    assert.deepEqual(shown?.points, [
      { day: 0, value: 31 },
      { day: 10, value: 30.2 },
    ]);
    assert.deepEqual([shown.baselineValue, shown.targetValue], [31, 26]);
    assert.deepEqual(shown.reviews, [
      { day: 61, past: false },
      { day: 92, past: false },
    ]);
    assert.equal(shown.reviewNote, 'Upright lines: reviews on 1 Dec 2026 and 1 Jan 2027');
    assert.equal(
      shown.summary,
      'carts: baseline 31 %, 30.2 % on 11 Oct 2026, target 26 %, by 1 Dec 2026, reviews on 1 Dec 2026 and 1 Jan 2027.',
    );
    assert.equal(epic?.nextReview, 'Next review: 1 Dec 2026 (in 11 days)');
    assert.equal(epic.actual, 'Partly achieved on 1 Feb 2027: mobile only');
  });

  it('marks the days 30, 60 and 90 after the launch, and which of them have come', () => {
    const measure = {
      ...{ name: 'carts', unit: null, baseline: null, target: 26, by: null, confidence: null, tolerance: null },
      measured: [{ on: '2026-10-01', value: 31 }],
    };
    const epic = { outcome: createOutcome({ measures: [measure] }), launched: '2026-09-21' };
    const shownOf = (measured: typeof measure.measured) => {
      const outcome = createOutcome({ measures: [{ ...measure, measured }] });
      return chain('PAY-101-x', createFolder([createEpicFile({ ...epic, outcome })])).epic?.measures[0];
    };
    assert.deepEqual(shownOf(measure.measured)?.reviews, [
      { day: 20, past: true },
      { day: 50, past: true },
      { day: 80, past: false },
    ]);
    const several = createOutcome({ measures: [measure, measure, { ...measure, measured: [] }] });
    const folder = createFolder([createEpicFile({ ...epic, outcome: several })]);
    assert.deepEqual(
      chain('PAY-101-x', folder).epic?.measures.map(({ reviewNote }) => reviewNote !== ''),
      [false, true, false],
      'what the lines are is said once',
    );
    const alone = createOutcome({ measures: [{ ...measure, target: null }] });
    const bare = createFolder([createEpicFile({ ...epic, outcome: alone })]);
    assert.deepEqual(chain('PAY-101-x', bare).epic?.measures[0]?.reviews, [], 'one value is no picture');
    // Without a value there is no line to mark them on; what is read aloud names them all the same.
    assert.deepEqual([shownOf([])?.reviews, shownOf([])?.reviewNote], [[], '']);
    assert.match(shownOf([])?.summary ?? '', /not measured yet, target 26, reviews on 21 Oct 2026, 20 Nov 2026 and/);
  });

  it('has the way on for every problem', () => {
    const codes: readonly ProblemCode[] = [
      'git/not-found',
      'git/too-old',
      'git/no-repository',
      'git/not-owned',
      'git/timeout',
      'git/failed',
      'internal',
      'workspace/untrusted',
      'workspace/no-folder',
    ];
    for (const code of codes) {
      const { actions, title } = problemState({ code });
      assert.equal(actions.filter(action => action.primary === true).length, 1, code);
      assert.notEqual(title, '');
    }
  });
});

import assert from 'node:assert/strict';
import { boardOf } from '../../../src/answers/learn/board.ts';
import { epicsOverview } from '../../../src/answers/learn/epicsOverview.ts';
import type { EpicFile, ValueTree } from '../../../src/model/epic.ts';
import type { StageSince } from '../../../src/model/learn/board.ts';
import { toBoardSchema, type Card, type ShownBoard } from '../../../src/protocol/boardProtocol.ts';
import { boardState } from '../../../src/vscode/webviews/boardState.ts';
import { createEpicFile, createFolder, createGate, createItem, createOutcome, NOW } from '../../support/factories.ts';
import { readinessIn } from '../answers/learn/madeReadiness.ts';

const TODAY = '2026-11-20';
const valueTree: ValueTree = {
  objectives: [
    {
      ...{ id: 'O-1', title: 'Pay with ease' },
      keyResults: [{ id: 'KR-1.1', title: 'Fewer carts are left', unit: null, baseline: null, target: null, by: null }],
    },
  ],
  problems: [],
};

function stateOf(epics: readonly EpicFile[], since: ReadonlyMap<string, StageSince> = new Map()) {
  const outcomes = createFolder(epics, { valueTree });
  const readiness = new Map(
    epics.flatMap(file => {
      const ready = readinessIn(file, TODAY);
      return ready === null ? [] : [[file.path, ready] as const];
    }),
  );
  const overview = epicsOverview({ outcomes, readiness, today: TODAY });
  return boardState(boardOf({ overview, since, timeZone: 'UTC' }), { outcomes, repository: 'shop' });
}

function shown(...args: Parameters<typeof stateOf>): ShownBoard {
  const state = stateOf(...args);
  assert.ok(state.kind === 'board');
  return state;
}

function cardOf(file: EpicFile, since?: StageSince): Card {
  const known = since === undefined ? [] : [[file.path, since] as const];
  const [card] = shown([file], new Map(known)).columns.flatMap(({ cards }) => cards);
  return card ?? assert.fail('there is no card');
}

describe('the state of the board', () => {
  it('is a message that the page understands, whole', () => {
    const state = shown([createEpicFile({ gates: [createGate([createItem()])] })]);
    const message = { t: 'state', state } as const;
    assert.deepEqual(toBoardSchema.parse(structuredClone(message)), message);
  });

  it('tells of each epic what it is for, how far it is, and since when', () => {
    const gates = [createGate([createItem({ ticked: true }), createItem()])];
    const file = createEpicFile({ stage: 'launch', keyResult: 'KR-1.1', gates });
    const card = cardOf(file, { state: 'since', at: NOW - 12 * 86_400, atLeast: false });
    assert.equal(card.outcome, createOutcome().statement);
    assert.equal(card.keyResultLabel, 'KR-1.1 Fewer carts are left');
    assert.equal(card.objective, 'O-1');
    assert.equal(card.age, '12 days in Launch');
    const { summary = '', ...gate } = card.gate ?? {};
    assert.deepEqual(gate, { name: 'Go-live readiness', met: 1, total: 2 });
    assert.match(summary, /^Go-live readiness: 1 of 2 met/);
    assert.deepEqual(
      card.signs.map(({ code, label }) => [code, label]),
      [['unreadyLaunch', 'Not ready to launch']],
    );
  });

  it('says once that there is no outcome, and offers to write it where that can be done', () => {
    const bare = { stage: 'build', outcome: null, keyResult: 'KR-9' } as const;
    const card = cardOf(createEpicFile(bare));
    assert.deepEqual([card.outcome, card.write?.id, card.signs], ['', 'editOutcome', []]);
    assert.equal(card.keyResultLabel, 'KR-9 (not in value-tree.yaml)');
    assert.equal(cardOf(createEpicFile(bare, { origin: 'main' })).write, null);
    assert.equal(cardOf(createEpicFile({ ...bare, stage: 'closed' })).write, null);
    assert.equal(cardOf(createEpicFile({ stage: 'build' })).write, null);
  });

  it('says why an epic cannot be moved, and nothing when it can', () => {
    assert.match(cardOf(createEpicFile({}, { origin: 'main' })).fixed, /main branch/);
    assert.equal(cardOf(createEpicFile({}, { origin: 'editor' })).fixed, '');
  });

  it('tells what became of an outcome', () => {
    const actual = { verdict: 'partly', on: null, note: null } as const;
    assert.equal(cardOf(createEpicFile({ outcome: createOutcome({ actual }) })).actual, 'Partly achieved');
    assert.equal(cardOf(createEpicFile()).actual, '');
  });

  it('counts what is in progress, and says which columns that is', () => {
    const state = shown([createEpicFile({ stage: 'qa' })]);
    assert.equal(state.inProgress, '1 epic in progress, from Build to Launch');
    const columns = state.columns.filter(({ inProgress }) => inProgress).map(({ stage }) => stage);
    assert.deepEqual(columns, ['build', 'qa', 'launch']);
  });

  it('leads to files that cannot be read', () => {
    const problem = { code: 'file/too-large', file: 'outcomes/b.md' } as const;
    const broken = createEpicFile(null, { path: 'outcomes/b.md', problems: [problem] });
    const [notice] = shown([createEpicFile(), broken]).notices;
    assert.match(notice?.text ?? '', /^outcomes\/b\.md: \S.*\.$/);
    assert.equal(notice?.action.argument, 'outcomes/b.md');
  });

  it('invites to write the first epic, with one action', () => {
    const state = stateOf([]);
    assert.ok(state.kind === 'message');
    assert.deepEqual(
      state.actions.map(({ id }) => id),
      ['writeOutcome'],
    );
  });
});

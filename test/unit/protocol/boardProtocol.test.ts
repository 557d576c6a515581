import assert from 'node:assert/strict';
import { ACTION_IDS } from '../../../src/protocol/actions.ts';
import { fromBoardSchema, toBoardSchema, type FromBoard, type ToBoard } from '../../../src/protocol/boardProtocol.ts';
import { createBoard, createCard, createColumn } from '../../support/boardCards.ts';

const card = createCard('PAY-1', {
  signs: [{ code: 'reviewDue', label: 'Review due today', text: 'Planned for today.' }],
  write: { id: 'editOutcome', label: 'Write it', argument: 'outcomes/PAY-1.md' },
  gate: null,
});

describe('the conversation with the board', () => {
  const heard: readonly ToBoard[] = [
    { t: 'state', state: createBoard(createColumn(null), createColumn('build', card)) },
    { t: 'state', state: { kind: 'loading' } },
    { t: 'state', state: { kind: 'message', tone: 'invite', title: 'No epic yet', text: '', actions: [] } },
    { t: 'moved', epic: 'outcomes/PAY-1.md', sentence: 'Moved PAY-1 to QA.', undo: 1 },
    { t: 'stayed', epic: null, sentence: '', undo: null },
  ];
  const sent: readonly FromBoard[] = [
    { t: 'ready' },
    { t: 'move', epic: 'outcomes/PAY-1.md', from: null, to: 'discovery' },
    { t: 'move', epic: 'outcomes/PAY-1.md', from: 'launch', to: 'stopped' },
    { t: 'undo', move: 1 },
    ...ACTION_IDS.map(action => ({ t: 'run', action }) as const),
  ];

  it('carries every message whole', () => {
    for (const message of heard) assert.deepEqual(toBoardSchema.parse(structuredClone(message)), message);
    for (const message of sent) assert.deepEqual(fromBoardSchema.parse(structuredClone(message)), message);
  });

  for (const wrong of [
    null,
    { t: 'move', epic: '', from: null, to: 'build' },
    { t: 'move', epic: 'outcomes/PAY-1.md', from: null, to: null },
    { t: 'move', epic: 'outcomes/PAY-1.md', to: 'build' },
    { t: 'move', epic: 'outcomes/PAY-1.md', from: 'build', to: 'done' },
    { t: 'move', epic: 'x'.repeat(5000), from: null, to: 'build' },
    { t: 'undo', move: -1 },
    { t: 'undo', move: 'last' },
    { t: 'run', action: 'workbench.action.terminal.new' },
  ])
    it(`refuses ${JSON.stringify(wrong).slice(0, 60)} from the page`, () => {
      assert.equal(fromBoardSchema.safeParse(wrong).success, false);
    });

  for (const wrong of [
    { t: 'state', state: createBoard(createColumn('build', { ...card, path: '' })) },
    { t: 'state', state: { ...createBoard(), columns: Array.from({ length: 9 }, () => createColumn('build')) } },
    { t: 'moved', epic: 'outcomes/PAY-1.md', sentence: 'Moved.', undo: 'yes' },
  ])
    it(`refuses ${JSON.stringify(wrong).slice(0, 60)} from the host`, () => {
      assert.equal(toBoardSchema.safeParse(wrong).success, false);
    });
});

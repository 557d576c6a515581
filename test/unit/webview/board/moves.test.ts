import assert from 'node:assert/strict';
import type { Column } from '../../../../src/protocol/boardProtocol.ts';
import {
  placed,
  placeOf,
  stageBeside,
  stagesToMoveTo,
  stillMoving,
  type Moving,
} from '../../../../webview/board/moves.ts';
import { createBoard, createCard, createColumn } from '../../../support/boardCards.ts';

const one = createCard('PAY-1');
const two = createCard('PAY-2');
const three = createCard('PAY-3');
const board = createBoard(
  createColumn(null),
  createColumn('discovery'),
  createColumn('build', one, two),
  createColumn('qa', three),
  createColumn('closed'),
  createColumn('stopped'),
);
const moving: Moving = { epic: two.path, from: 'build', to: 'qa', answered: false };
const keys = (columns: readonly Column[]) => columns.map(({ cards }) => cards.map(({ key }) => key).join(' '));

describe('a card on its way', () => {
  it('is shown in its new column, in its order, before the host has answered', () => {
    assert.deepEqual(keys(placed(board, moving)), ['', '', 'PAY-1', 'PAY-2 PAY-3', '', '']);
    assert.deepEqual(keys(placed(board, null)), ['', '', 'PAY-1 PAY-2', 'PAY-3', '', '']);
  });

  it('is left where the host says when that is another place by now, or nowhere', () => {
    assert.equal(placed(board, { ...moving, from: 'discovery' }), board.columns);
    assert.equal(placed(board, { ...moving, epic: 'outcomes/gone.md' }), board.columns);
  });

  it('has arrived once the host shows it elsewhere, or has answered and sends a new state', () => {
    assert.equal(stillMoving(moving, board), moving);
    const arrived = createBoard(createColumn('build', one), createColumn('qa', two, three));
    assert.equal(stillMoving(moving, arrived), null);
    assert.equal(stillMoving({ ...moving, answered: true }, board), null);
    assert.equal(stillMoving(null, board), null);
  });

  it('is known by its path', () => {
    assert.deepEqual(placeOf(board, three.path), { card: three, column: board.columns[3] });
    assert.equal(placeOf(board, 'outcomes/gone.md'), null);
  });
});

describe('where a card can be moved', () => {
  it('is every other stage, in their order', () => {
    assert.deepEqual(
      stagesToMoveTo(board, 'build').map(({ stage }) => stage),
      ['discovery', 'qa', 'closed', 'stopped'],
    );
    assert.equal(stagesToMoveTo(board, null).length, 5);
  });

  it('is, step by step, the stage beside; never to or from what is stopped', () => {
    assert.equal(stageBeside(board, 'build', 1), 'qa');
    assert.equal(stageBeside(board, 'build', -1), 'discovery');
    assert.equal(stageBeside(board, 'discovery', -1), null);
    assert.equal(stageBeside(board, 'closed', 1), null);
    assert.equal(stageBeside(board, 'stopped', -1), null);
    assert.equal(stageBeside(board, null, 1), 'discovery');
    assert.equal(stageBeside(board, null, -1), null);
  });
});

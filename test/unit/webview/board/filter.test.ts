import assert from 'node:assert/strict';
import { announcement } from '../../../../webview/board/announcement.ts';
import { filtered, isFiltering } from '../../../../webview/board/filter.ts';
import {
  EVERYTHING,
  initialBoardView,
  boardViewSchema,
  type BoardFilter,
} from '../../../../webview/board/viewState.ts';
import { createBoard, createCard, createColumn } from '../../../support/boardCards.ts';

const columns = [
  createColumn(
    'build',
    createCard('PAY-1', { objective: 'O-1', keyResult: 'KR-1.1', keyResultLabel: 'KR-1.1 Fewer carts are left' }),
    createCard('PAY-2', { type: 'debt', title: 'One retry policy', keyResult: 'KR-9' }),
  ),
  createColumn('stopped', createCard('PAY-3', { type: null, outcome: '' })),
];

const shown = (filter: Partial<BoardFilter>, showStopped = true) =>
  filtered(columns, { ...EVERYTHING, ...filter }, showStopped).flatMap(({ cards }) => cards.map(({ key }) => key));

describe('the filters of the board', () => {
  it('let everything through at first, but fold stopped epics away', () => {
    assert.deepEqual(shown({}), ['PAY-1', 'PAY-2', 'PAY-3']);
    assert.deepEqual(shown({}, false), ['PAY-1', 'PAY-2']);
    assert.equal(isFiltering(EVERYTHING), false);
  });

  it('take what the epics serve: an objective, a key result, or none', () => {
    assert.deepEqual(shown({ serves: { kind: 'objective', id: 'O-1' } }), ['PAY-1']);
    assert.deepEqual(shown({ serves: { kind: 'keyResult', id: 'KR-9' } }), ['PAY-2']);
    assert.deepEqual(shown({ serves: { kind: 'nothing' } }), ['PAY-3']);
    assert.deepEqual(shown({ serves: { kind: 'objective', id: 'O-2' } }), []);
  });

  it('take the type of work, and all words of a text, in any case', () => {
    assert.deepEqual(shown({ type: 'debt' }), ['PAY-2']);
    assert.deepEqual(shown({ text: ' POLICY retry ' }), ['PAY-2']);
    assert.deepEqual(shown({ text: 'fewer carts' }), ['PAY-1']);
    assert.deepEqual(shown({ text: 'retry carts' }), []);
    assert.deepEqual(shown({ text: '  ' }), ['PAY-1', 'PAY-2', 'PAY-3']);
    assert.equal(isFiltering({ ...EVERYTHING, text: '  ' }), false);
    assert.equal(isFiltering({ ...EVERYTHING, type: 'debt' }), true);
  });

  it('keep the count of what they hold back', () => {
    const [build] = filtered(columns, { ...EVERYTHING, type: 'debt' }, false);
    assert.deepEqual([build?.cards.length, build?.total], [1, 2]);
  });

  it('are announced with how many epics are left', () => {
    const state = createBoard(...columns);
    assert.equal(announcement(state, initialBoardView), '2 epics shown');
    assert.equal(announcement(state, { ...initialBoardView, showStopped: true }), '3 epics shown');
    const filter = { ...EVERYTHING, type: 'debt' } as const;
    assert.equal(announcement(state, { ...initialBoardView, filter }), '1 of 2 epics shown');
    assert.equal(announcement({ kind: 'loading' }, initialBoardView), '');
  });
});

describe('what the board keeps', () => {
  it('is taken back as it was, and refused in another shape', () => {
    const kept = {
      ...initialBoardView,
      filter: { serves: { kind: 'keyResult', id: 'KR-1.1' }, type: 'risk', text: 'logs' },
      showStopped: true,
      scroll: { left: 3, top: 4 },
    };
    assert.deepEqual(boardViewSchema.parse(structuredClone(kept)), kept);
    for (const wrong of [
      null,
      { ...kept, version: 0 },
      { ...kept, filter: { ...kept.filter, type: 'somebody' } },
      { ...kept, filter: { ...kept.filter, serves: { kind: 'keyResult' } } },
      { ...kept, filter: { ...kept.filter, text: 'x'.repeat(2000) } },
    ])
      assert.equal(boardViewSchema.safeParse(wrong).success, false);
  });
});

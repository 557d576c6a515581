import '../shared/base.css';
import '../shared/panel.css';
import './board.css';
import { render } from 'lit';
import {
  toBoardSchema,
  type BoardState,
  type Column,
  type FromBoard,
  type ToBoard,
} from '../../src/protocol/boardProtocol.ts';
import { addLiveRegion, createAnnouncer } from '../shared/announcer.ts';
import { registerControls } from '../shared/controls.ts';
import { keepFocus } from '../shared/keepFocus.ts';
import { appElement } from '../shared/page.ts';
import { misheardState, runMessage } from '../shared/runAction.ts';
import { openConversation } from '../shared/vscodeApi.ts';
import { announcement } from './announcement.ts';
import { cardId } from './cardView.ts';
import { columnId } from './columnView.ts';
import type { BoardContext } from './context.ts';
import { enableDragging } from './drag.ts';
import { filtered } from './filter.ts';
import { enableKeys } from './keys.ts';
import { placed, placeOf, stageBeside, stagesToMoveTo, stillMoving, type Moving, type Stage } from './moves.ts';
import { boardPage, type Said } from './page.ts';
import { keepBoardScroll } from './scroll.ts';
import { cardInstead } from './walk.ts';
import { boardViewSchema, initialBoardView, type BoardView } from './viewState.ts';

registerControls();
const app = appElement();
const announcer = createAnnouncer(addLiveRegion(), { quietAtFirst: true });
const host = openConversation<ToBoard, FromBoard, BoardView>({
  inbound: toBoardSchema,
  view: boardViewSchema,
  initialView: initialBoardView,
});
const scroll = keepBoardScroll(host.view().scroll, position => host.saveView({ ...host.view(), scroll: position }));

let state: BoardState = { kind: 'loading' };
let moving: Moving | null = null;
let said: Said | null = null;
let current: string | null = null;
let menu: string | null = null;
/** What was said of the board last. */
let counted = '';
/** The columns as they were painted last. */
let drawn: readonly Column[] = [];

/** The board with the card that is on its way in its new place. */
function shown(): BoardState {
  return state.kind === 'board' ? { ...state, columns: [...placed(state, moving)] } : state;
}

/** The columns that are looked at. */
function columnsNow(): readonly Column[] {
  const now = shown();
  const { filter, showStopped } = host.view();
  return now.kind === 'board' ? filtered(now.columns, filter, showStopped) : [];
}

/** Paths of their cards, column by column. */
function paths(columns = columnsNow()): readonly (readonly string[])[] {
  return columns.map(({ cards }) => cards.map(({ path }) => path));
}

function context(): BoardContext {
  const cards = paths().flat();
  return {
    view: host.view(),
    current: current !== null && cards.includes(current) ? current : (cards[0] ?? null),
    menu,
    change: part => {
      host.saveView({ ...host.view(), ...part });
      paint();
      announce();
    },
    openMenu: card => {
      if (menu === card) return;
      menu = card;
      paint();
    },
    move,
    undo,
    dismiss: () => {
      said = null;
      paint();
    },
    run: action => host.post(runMessage(action)),
  };
}

function paint(): void {
  app.setAttribute('aria-busy', String(state.kind === 'loading'));
  const focused = document.activeElement?.closest<HTMLElement>('.card')?.dataset['path'] ?? null;
  keepFocus(() => render(boardPage({ state: shown(), said }, context()), app));
  const [before, now] = [drawn, columnsNow()];
  drawn = now;
  if (focused !== null && !paths(now).flat().includes(focused)) focusInstead(before, now, focused);
}

/** A card that leaves the page takes no focus with it: what stood beside it has it then, or the heading of its column. */
function focusInstead(before: readonly Column[], now: readonly Column[], gone: string): void {
  const card = cardInstead(paths(before), paths(now), gone);
  const column = before.find(({ cards }) => cards.some(({ path }) => path === gone));
  const id = card === null ? columnId(column?.stage ?? null) : cardId(card);
  (document.getElementById(id) ?? document.getElementById('text'))?.focus();
}

function tell(next: Said): void {
  if (next.sentence !== '') said = next;
  paint();
  announcer.say(next.sentence);
}

/** What keeps an epic where it is: '' when nothing does. */
function fixed(epic: string): string {
  return state.kind === 'board' ? (placeOf(state, epic)?.card.fixed ?? '') : '';
}

function mayMove(epic: string): boolean {
  const reason = fixed(epic);
  if (reason !== '') tell({ sentence: reason, undo: null });
  return reason === '' && moving === null;
}

function move(epic: string, to: Stage): void {
  const place = state.kind === 'board' ? placeOf(state, epic) : null;
  if (place === null || place.column.stage === to || !mayMove(epic)) return;
  const from = place.column.stage;
  moving = { epic, from, to, answered: false };
  said = null;
  paint();
  document.getElementById(cardId(epic))?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  host.post({ t: 'move', epic, from, to });
}

function moveBeside(epic: string, step: 1 | -1): void {
  const place = state.kind === 'board' ? placeOf(state, epic) : null;
  const to = state.kind === 'board' && place !== null ? stageBeside(state, place.column.stage, step) : null;
  if (to !== null) move(epic, to);
}

function undo(): boolean {
  const number = said?.undo ?? null;
  if (number === null) return false;
  said = null;
  paint();
  host.post({ t: 'undo', move: number });
  return true;
}

function receive(next: BoardState): void {
  state = next;
  if (next.kind === 'board') moving = stillMoving(moving, next);
  paint();
  if (next.kind === 'board') scroll.restore();
  if (next.kind !== 'loading') announce();
}

/** Not again when nothing changed in it: that would cut off what was said of a move. */
function announce(): void {
  const words = announcement(state, host.view());
  if (words !== counted) announcer.say(words);
  counted = words;
}

/** Where an epic is that was moved out of sight; '' where it is seen. */
function foldedNote(epic: string): string {
  const now = shown();
  const stage = now.kind === 'board' ? placeOf(now, epic)?.column.stage : null;
  return stage === 'stopped' && !host.view().showStopped
    ? ' Stopped epics are folded away; tick Stopped to see them.'
    : '';
}

function answer(message: ToBoard): void {
  switch (message.t) {
    case 'state':
      receive(message.state);
      return;
    case 'moved':
      // The card stays where it was put until the next state says where it is.
      moving = moving === null ? null : { ...moving, answered: true };
      if (state.kind === 'board' && moving !== null && placeOf(state, moving.epic)?.column.stage !== moving.from)
        moving = null;
      tell({ sentence: `${message.sentence}${foldedNote(message.epic)}`, undo: message.undo });
      return;
    case 'stayed':
      moving = null;
      tell({ sentence: message.sentence, undo: message.undo });
  }
}

enableKeys({
  surface: app,
  columns: paths,
  open: card => host.post(runMessage({ id: 'openEpic', label: '', argument: card })),
  moveBeside,
  undo,
});
enableDragging({
  surface: app,
  mayMove,
  drop: (card, stage) => {
    const to = state.kind === 'board' ? stagesToMoveTo(state, null).find(known => known.stage === stage) : undefined;
    if (to !== undefined) move(card, to.stage);
  },
});
app.addEventListener('focusin', ({ target }) => {
  const card = target instanceof Element ? target.closest<HTMLElement>('.card') : null;
  const path = card?.dataset['path'] ?? null;
  if (path === null || path === current) return;
  current = path;
  paint();
});

paint();
host.listen(answer, () => receive(misheardState));
host.post({ t: 'ready' });

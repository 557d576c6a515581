import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { BoardState, ShownBoard } from '../../src/protocol/boardProtocol.ts';
import { linkButton, pushButton } from '../shared/controls.ts';
import { icon } from '../shared/icons.ts';
import { messageView } from '../shared/message.ts';
import { columnView } from './columnView.ts';
import type { BoardContext } from './context.ts';
import { filtered, isFiltering } from './filter.ts';
import { headView } from './head.ts';
import { EVERYTHING } from './viewState.ts';

/** What the page says about the last move. */
export interface Said {
  readonly sentence: string;
  /** The number by which it can be taken back. */
  readonly undo: number | null;
}

export interface BoardPage {
  readonly state: BoardState;
  readonly said: Said | null;
}

export function boardPage({ state, said }: BoardPage, context: BoardContext): TemplateResult {
  switch (state.kind) {
    case 'loading':
      return html`<p class="first-wait">Reading epics…</p>`;
    case 'message':
      return messageView(state, context.run);
    case 'board':
      return html`${headView(state, context)} ${noticesView(state, context)} ${columnsView(state, context)}
      ${footView(said, context)}`;
  }
}

function noticesView({ notices }: ShownBoard, { run }: BoardContext): TemplateResult | typeof nothing {
  if (notices.length === 0) return nothing;
  return html`<ul class="notices">
    ${notices.map(
      ({ text, action }) =>
        html`<li class="notice">
          ${icon('warning')}<span>${text}</span>
          ${linkButton({ label: action.label, describedBy: action.argument ?? '', click: () => run(action) })}
        </li>`,
    )}
  </ul>`;
}

function columnsView(board: ShownBoard, context: BoardContext): TemplateResult {
  const { filter, showStopped } = context.view;
  const columns = filtered(board.columns, filter, showStopped);
  if (isFiltering(filter) && columns.every(({ cards }) => cards.length === 0))
    return html`<div class="none-fits">
      <p>No epic fits the filters.</p>
      ${pushButton({ label: 'Show All Epics', click: () => context.change({ filter: EVERYTHING }) })}
    </div>`;
  return html`<div class="columns">
    <div class="columns-row">
      ${repeat(
        columns,
        ({ stage }) => stage,
        column => columnView(column, board, context),
      )}
    </div>
  </div>`;
}

/** What the last move did; before any, how to make one. */
function footView(said: Said | null, context: BoardContext): TemplateResult {
  if (said === null)
    return html`<p class="foot keys">
      Arrow keys walk among the cards. <kbd>Enter</kbd> opens the epic, <kbd>Space</kbd> the stages to move it to;
      <kbd>Alt+Left</kbd> and <kbd>Alt+Right</kbd> move it at once.
    </p>`;
  return html`<div class="foot said">
    <p>${said.sentence}</p>
    ${said.undo === null ? nothing : linkButton({ label: 'Undo', click: context.undo })}
    <button
      type="button"
      class="icon-button"
      id="dismiss"
      title="Dismiss"
      aria-label="Dismiss"
      @click=${context.dismiss}
    >
      ${icon('close')}
    </button>
  </div>`;
}

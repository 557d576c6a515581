import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ShownBoard } from '../../src/protocol/boardProtocol.ts';
import { cardView } from './cardView.ts';
import type { BoardContext } from './context.ts';
import type { ShownColumn } from './filter.ts';

/** What is known of a column's heading on the page. */
export function columnId(stage: ShownColumn['stage']): string {
  return `column-${stage ?? 'none'}`;
}

/** A stage and its epics. The count says how many are begun where that is what it is; no limit goes with it. */
export function columnView(column: ShownColumn, board: ShownBoard, context: BoardContext): TemplateResult {
  const { stage, label, cards, total } = column;
  const id = columnId(stage);
  return html`<section
    class="column"
    aria-labelledby=${id}
    data-stage=${stage ?? nothing}
    data-empty=${cards.length === 0 ? 'true' : nothing}
  >
    <h2 class="column-title" id=${id} tabindex="-1">
      ${label} <span class="column-count">${countLabel(column)}</span>
    </h2>
    ${
      cards.length === 0
        ? html`<p class="column-empty">${total === 0 ? 'No epic' : 'None that fits'}</p>`
        : html`<ul class="cards">
            ${repeat(
              cards,
              card => card.path,
              card => html`<li>${cardView(card, column, board, context)}</li>`,
            )}
          </ul>`
    }
  </section>`;
}

function countLabel({ cards, total, inProgress }: ShownColumn): string {
  const count = cards.length === total ? String(total) : `${cards.length} of ${total}`;
  return inProgress && cards.length > 0 ? `${count} in progress` : count;
}

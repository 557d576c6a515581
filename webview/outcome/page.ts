import { html, nothing, type TemplateResult } from 'lit';
import type { OutcomeState } from '../../src/protocol/outcomeProtocol.ts';
import { messageView } from '../shared/message.ts';
import { chainPage } from './chainPage.ts';
import type { PageContext } from './context.ts';

/** What there is to show: the state in hand, and whether a newer one is on its way. */
export interface OutcomePage {
  readonly state: OutcomeState;
  readonly awaiting: boolean;
}

export function outcomePage({ state, awaiting }: OutcomePage, context: PageContext): TemplateResult {
  return html`
    <h1 class="visually-hidden">Outcome of this branch</h1>
    ${awaiting ? html`<div class="progress-line" aria-hidden="true"></div>` : nothing} ${body(state, context)}
  `;
}

function body(state: OutcomeState, context: PageContext): TemplateResult {
  switch (state.kind) {
    case 'loading':
      return skeleton;
    case 'message':
      return messageView(state, context.run);
    case 'chain':
      return chainPage(state, context);
  }
}

const skeleton = html`<div class="skeleton">
  <p class="visually-hidden">Reading this branch…</p>
  <div class="skeleton-line" data-width="70"></div>
  <div class="skeleton-line" data-width="50"></div>
  <div class="skeleton-line" data-width="60"></div>
  <div class="skeleton-block"></div>
  <div class="skeleton-line" data-width="90"></div>
  <div class="skeleton-line" data-width="40"></div>
</div>`;

import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ChainState } from '../../src/protocol/outcomeProtocol.ts';
import { linkButton } from '../shared/controls.ts';
import type { RunAction } from '../shared/runAction.ts';

/** Tickets that fit this branch as well, each with the reason, so that a wrong choice is mended in one click. */
export function otherTicketsView(tickets: ChainState['otherTickets'], run: RunAction): TemplateResult {
  return html`<ul class="candidates">
    ${repeat(
      tickets,
      ticket => ticket.key,
      ticket =>
        html`<li class="candidate">
          <div>
            <span class="candidate-key">${ticket.key}</span>
            <p class="candidate-how">${ticket.how}</p>
          </div>
          ${linkButton({
            label: ticket.pin.label,
            describedBy: ticket.key,
            icon: 'pin',
            click: () => run(ticket.pin),
          })}
        </li>`,
    )}
  </ul>`;
}

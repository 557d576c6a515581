import { html, nothing, type TemplateResult } from 'lit';
import type { GateView } from '../../src/protocol/outcomeProtocol.ts';

/** How far each gate is met; the gate of the current stage comes out of the line. */
export function readinessView(gates: readonly GateView[]): TemplateResult {
  return html`<ul class="gates">
    ${gates.map((gate, index) => gateView(gate, `gate-${index}`))}
  </ul>`;
}

function gateView(gate: GateView, id: string): TemplateResult {
  const share = gate.total === 0 ? 0 : (gate.met / gate.total) * 100;
  return html`<li class="gate" data-current=${gate.current ? 'true' : nothing} title=${gate.summary}>
    <div class="gate-row">
      <h3 id=${id} class="gate-name">
        ${gate.name}${gate.current ? html` <span class="gate-now">current stage</span>` : nothing}
      </h3>
      <span class="gate-count" aria-hidden="true">${gate.met}/${gate.total}</span>
    </div>
    <div
      role="meter"
      class="gate-meter"
      aria-labelledby=${id}
      aria-valuemin="0"
      aria-valuemax=${Math.max(gate.total, 1)}
      aria-valuenow=${gate.met}
      aria-valuetext=${gate.summary}
    >
      <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="gate-met" width=${share} height="1" />
      </svg>
    </div>
    ${gate.current ? html`<p class="gate-summary" aria-hidden="true">${gate.summary}</p>` : nothing}
  </li>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { BeliefView, EpicCard, SignView } from '../../src/protocol/outcomeProtocol.ts';
import { linkButton } from '../shared/controls.ts';
import { icon } from '../shared/icons.ts';
import type { RunAction } from '../shared/runAction.ts';

/** What the bet rests on, and what would tell early whether it works. */
export function betsView({ beliefs, signs }: EpicCard, run: RunAction): TemplateResult {
  return html`${
    beliefs.length === 0
      ? nothing
      : html`<h3 class="bets-title">What we believe</h3>
          <ul class="bets">
            ${beliefs.map(belief => beliefView(belief, run))}
          </ul>`
  }${
    signs.length === 0
      ? nothing
      : html`<h3 class="bets-title">Early signs</h3>
          <ul class="bets">
            ${signs.map(sign => signView(sign, run))}
          </ul>`
  }`;
}

function beliefView(view: BeliefView, run: RunAction): TemplateResult {
  const { belief, sure, changeOurMind, disagreement, look, due, revisit } = view;
  return html`<li class="bet">
    <p>${belief}</p>
    <p class="bet-note">${sure}</p>
    ${noteView('Would change our mind', changeOurMind)} ${noteView('Agreed to disagree', disagreement)}
    ${
      look === '' && revisit === undefined
        ? nothing
        : html`<p class="bet-standing" data-asks=${due ? 'true' : nothing}>
            ${due ? icon('calendar') : nothing}<span
              >${look}
              ${
                revisit === undefined
                  ? nothing
                  : linkButton({ label: revisit.label, describedBy: belief, click: () => run(revisit) })
              }</span
            >
          </p>`
    }
  </li>`;
}

function noteView(name: string, text: string): TemplateResult | typeof nothing {
  return text === '' ? nothing : html`<p class="bet-note"><span class="bet-note-name">${name}:</span> ${text}</p>`;
}

function signView({ sign, standing, state, record }: SignView, run: RunAction): TemplateResult {
  return html`<li class="bet">
    <p>${sign}</p>
    <p class="bet-standing" data-asks=${state === 'late' ? 'true' : nothing}>
      ${state === 'seen' ? icon('check') : state === 'late' ? icon('question') : nothing}<span
        >${standing}
        ${
          record === undefined
            ? nothing
            : linkButton({ label: record.label, describedBy: sign, click: () => run(record) })
        }</span
      >
    </p>
  </li>`;
}

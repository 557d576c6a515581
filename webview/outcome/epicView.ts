import { html, nothing, type TemplateResult } from 'lit';
import type { EpicCard } from '../../src/protocol/outcomeProtocol.ts';
import { icon } from '../shared/icons.ts';

/** The anticipated outcome in full, who benefits from it, and where the epic stands. */
export function statementView(epic: EpicCard): TemplateResult {
  return html`<section class="statement-section">
    ${
      epic.statement === ''
        ? html`<h2 class="epic-title">${epic.title}</h2>`
        : html`<h2 class="eyebrow">Anticipated outcome</h2>
            <p class="statement">${epic.statement}</p>`
    }
    ${
      epic.benefits.length === 0
        ? nothing
        : html`<ul class="benefits" aria-label="Who benefits">
            ${epic.benefits.map(benefit => html`<li>${benefit}</li>`)}
          </ul>`
    }
    ${epic.actual === '' ? nothing : html`<p class="fact actual">${icon('check')}<span>${epic.actual}</span></p>`}
    <p class="fact">
      ${icon('steps')}<span
        ><span class="visually-hidden">Stage: </span>${epic.stage}${
          epic.type === ''
            ? nothing
            : html`<span class="separator" aria-hidden="true"> · </span
                ><span class="visually-hidden">, type of work: </span>${epic.type}`
        }</span
      >
    </p>
    ${epic.nextReview === '' ? nothing : html`<p class="fact">${icon('calendar')}<span>${epic.nextReview}</span></p>`}
  </section>`;
}

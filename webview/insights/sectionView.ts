import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Figure } from '../../src/model/flow/figure.ts';
import type { ShownState } from '../../src/protocol/insightsProtocol.ts';
import { linkButton } from '../shared/controls.ts';
import { disclosureButton, disclosureContent } from '../shared/disclosure.ts';
import type { InsightsContext } from './context.ts';
import { figureView, proxyView } from './figureView.ts';
import type { Section } from './sections.ts';

/** What a group of figures is drawn from. */
type SectionState = Pick<ShownState, 'figures' | 'focus'>;

/** One group of figures, and at its end what could not be told. */
export function sectionView(section: Section, state: SectionState, context: InsightsContext): TemplateResult {
  const place = { state, said: section.proxies, alone: section.alone };
  return html`<section class="part" id="section-${section.id}" aria-labelledby="title-${section.id}">
    <h2 id="title-${section.id}" tabindex="-1">${section.title}</h2>
    ${section.id === 'focus' ? focusNote(section, state) : nothing} ${section.proxies.map(proxyView)}
    <div class="figure-grid">
      ${repeat(
        section.figures,
        figure => figure.id,
        figure => figureView(figure, place, context),
      )}
    </div>
    ${section.silent.length === 0 ? nothing : silentView(section, context)}
  </section>`;
}

function focusNote({ absent }: Section, state: SectionState): TemplateResult | typeof nothing {
  if (state.focus.length === 0) return invitation(state);
  if (absent.length === 0) return nothing;
  return html`<p class="invitation">Pinned, and told of larger groups only: ${absent.join(', ')}.</p>`;
}

/** What may be pinned, and why nothing else may. */
function invitation({ figures }: SectionState): TemplateResult {
  const inputs = figures.filter(({ focus }) => focus !== null).map(({ title }) => title);
  return html`<p class="invitation">
    Nothing is pinned. Up to five inputs, which the team can act on, can be pinned here from a figure’s menu:
    ${inputs.join(', ')}. Results cannot: one that becomes a goal is soon worked around.
  </p>`;
}

function silentView({ id, title, silent }: Section, context: InsightsContext): TemplateResult {
  const part = {
    id: `silent-${id}`,
    title: 'What this repository cannot tell yet',
    about: title,
    aside: String(silent.length),
    open: context.view.open.includes(`silent-${id}`),
    toggle: context.toggle,
    content: () => html`<dl class="silent-list">${silent.map(figure => silentFigure(figure, context))}</dl>`,
  };
  return html`<div class="silent">
    ${disclosureButton(part, 'section-toggle')} ${disclosureContent(part, 'silent-content')}
  </div>`;
}

function silentFigure(figure: Figure, { explain }: InsightsContext): TemplateResult {
  return html`<div>
    <dt>${figure.title}</dt>
    <dd>
      ${figure.withheld}
      ${linkButton({ label: 'Definition', describedBy: figure.title, click: () => explain(figure.id) })}
    </dd>
  </div>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { DeclinedState, InsightsFilter, InsightsState, ShownState } from '../../src/protocol/insightsProtocol.ts';
import { pushButton } from '../shared/controls.ts';
import { icon } from '../shared/icons.ts';
import { messageView } from '../shared/message.ts';
import type { InsightsContext } from './context.ts';
import { filterBar, type FilterOptions } from './filterBar.ts';
import { navigation } from './navigation.ts';
import { qualityView } from './qualityView.ts';
import { sectionView } from './sectionView.ts';
import { sectionsOf } from './sections.ts';

/** What there is to show. */
export interface InsightsPage {
  /** Null until the host has answered. */
  readonly state: InsightsState | null;
  /** The last figures: they stay, dimmed, while others are read. */
  readonly figures: ShownState | null;
  /** The person has asked for something else, and the answer is not here. */
  readonly awaiting: boolean;
}

export function insightsPage(page: InsightsPage, context: InsightsContext): TemplateResult {
  const { state, figures, awaiting } = page;
  return html`
    ${headView(page, context)} ${state?.kind === 'reading' ? readingView(state.commits, context) : nothing}
    ${state === null ? html`<p class="first-wait">Reading history…</p>` : nothing}
    ${state?.kind === 'message' ? messageView(state, context.run) : nothing}
    ${state?.kind === 'declined' ? declinedView(state, context) : nothing}
    ${
      (state?.kind === 'shown' || state?.kind === 'reading') && figures !== null
        ? figuresView(figures, awaiting || state.kind === 'reading', context)
        : nothing
    }
  `;
}

function headView({ state, figures }: InsightsPage, context: InsightsContext): TemplateResult {
  const known = state === null || state.kind === 'message' ? null : state;
  const filter = known === null ? null : (context.view.filter ?? known.filter);
  const windowLabel = known === null || known.kind === 'reading' ? '' : known.windowLabel;
  return html`<header class="head">
    <div>
      <h1>Insights</h1>
      <p class="about">${[known?.repository ?? '', windowLabel].filter(part => part !== '').join(' · ')}</p>
      ${state?.kind === 'shown' && state.scope !== '' ? html`<p class="scope">${state.scope}</p>` : nothing}
    </div>
    ${
      filter === null
        ? nothing
        : html`<div class="head-tools">
            ${filterBar(filter, figures ?? optionsInUse(filter), context.filter)} ${retrospectiveView(state, context)}
          </div>`
    }
  </header>`;
}

/** Disabled, the button still takes the focus, so that everybody finds out why. */
function retrospectiveView(state: InsightsState | null, { run }: InsightsContext): TemplateResult {
  const refused = retrospectiveRefusal(state);
  return html`<div class="retrospective">
    <button
      type="button"
      class="secondary"
      aria-disabled=${refused === '' ? nothing : 'true'}
      aria-describedby=${refused === '' ? nothing : 'retrospective-refused'}
      title=${refused === '' ? nothing : refused}
      @click=${() => refused === '' && run({ id: 'exportRetrospective', label: '' })}
    >
      Export Retrospective
    </button>
    ${refused === '' ? nothing : html`<span id="retrospective-refused" class="visually-hidden">${refused}</span>`}
  </div>`;
}

/** Why there is nothing to make a document of; '' where there is. */
function retrospectiveRefusal(state: InsightsState | null): string {
  if (state?.kind === 'shown') return state.exportRefused;
  return state?.kind === 'declined' ? state.message.title : 'Nothing is shown yet.';
}

/** Before any figures the choices are not known, but there must be a way back from the one that is made. */
function optionsInUse({ type, team }: InsightsFilter): FilterOptions {
  return {
    types: type === null ? [] : [{ type, label: type.charAt(0).toUpperCase() + type.slice(1) }],
    teams: team === null ? [] : [{ id: team, label: team }],
  };
}

function readingView(commits: number, { cancel }: InsightsContext): TemplateResult {
  const count = commits.toLocaleString('en');
  return html`<div class="reading">
    <div class="reading-bar" role="progressbar" aria-label="Reading history" aria-valuetext="${count} commits"></div>
    <p class="reading-count">Reading history: ${count} commits so far</p>
    ${pushButton({ label: 'Cancel', click: cancel })}
  </div>`;
}

/** What needs no group of people stands below the reason why nothing else is shown. */
function declinedView(state: DeclinedState, context: InsightsContext): TemplateResult {
  const { message, longer, filter, figures } = state;
  return html`<div class="declined">
    ${messageView(message, context.run)}
    ${
      longer.length === 0
        ? nothing
        : html`<div class="longer">
            <span id="longer">A longer window:</span>
            <div class="longer-windows" role="group" aria-labelledby="longer">
              ${longer.map(({ weeks, label }) => {
                return pushButton({ label, click: () => context.filter({ ...filter, weeks }) });
              })}
            </div>
          </div>`
    }
    ${sectionsOf({ figures, focus: [] }).map(section => sectionView(section, { figures, focus: [] }, context))}
  </div>`;
}

function figuresView(state: ShownState, waiting: boolean, context: InsightsContext): TemplateResult {
  const sections = sectionsOf(state);
  return html`<div class="figures" data-waiting=${waiting ? 'true' : nothing} aria-busy=${waiting}>
    ${navigation([{ id: 'quality-of-data', title: 'Data quality' }, ...sections])}
    <div class="content">
      ${state.notices.map(notice => html`<p class="banner">${icon('info')}<span>${notice}</span></p>`)}
      ${qualityView(state, context)}
      ${repeat(
        sections,
        section => section.id,
        section => sectionView(section, state, context),
      )}
    </div>
  </div>`;
}

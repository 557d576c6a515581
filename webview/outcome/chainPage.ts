import { html, nothing, type TemplateResult } from 'lit';
import type { ChainState, EpicCard } from '../../src/protocol/outcomeProtocol.ts';
import { pushButton } from '../shared/controls.ts';
import { foldingSection } from '../shared/disclosure.ts';
import { messageView } from '../shared/message.ts';
import { betsView } from './betsView.ts';
import { chainView } from './chainView.ts';
import type { PageContext } from './context.ts';
import { documentsView } from './documentsView.ts';
import { statementView } from './epicView.ts';
import { measureView } from './measureView.ts';
import { noticesView } from './noticesView.ts';
import { otherTicketsView } from './otherTicketsView.ts';
import { questionsView } from './questionsView.ts';
import { readinessView } from './readinessView.ts';
import type { SECTION_IDS } from './viewState.ts';

type Part = TemplateResult | typeof nothing;

/** The whole answer for one branch. */
export function chainPage(state: ChainState, context: PageContext): TemplateResult {
  const { epic, gap } = state;
  const gapPart: Part = gap === null ? nothing : html`<div class="gap">${messageView(gap, context.run)}</div>`;
  // A missing outcome is the page's centre; a missing parent of a written outcome is an aside.
  const outcomeWritten = epic !== null && epic.statement !== '';
  return html`
    ${state.repository === '' ? nothing : html`<p class="repository">${state.repository}</p>`}
    ${chainView(state.crumbs, state.ticketActions, context)} ${noticesView(state.notices, context.run)}
    ${outcomeWritten ? html`${statementView(epic)}${gapPart}` : html`${gapPart}${epic && statementView(epic)}`}
    ${epic === null ? nothing : epicSections(epic, context)}
    ${section('otherTickets', 'Other tickets', state.otherTickets.length, context, () =>
      otherTicketsView(state.otherTickets, context.run),
    )}
    ${
      epic === null
        ? nothing
        : html`<div class="page-actions">
            ${pushButton({ label: epic.open.label, icon: 'goToFile', click: () => context.run(epic.open) })}
          </div>`
    }
  `;
}

function epicSections(epic: EpicCard, context: PageContext): TemplateResult {
  return html`
    ${section('questions', 'Worth asking', epic.questions.length, context, () =>
      questionsView(epic.questions, context.run),
    )}
    ${section('measures', 'Measures', epic.measures.length, context, () => {
      return html`<ul class="measures">
        ${epic.measures.map(measureView)}
      </ul>`;
    })}
    ${section(
      'bets',
      'Bets',
      epic.beliefs.length + epic.signs.length,
      context,
      () => betsView(epic, context.run),
      epic.betsDue,
    )}
    ${listSection('nonGoals', 'Not part of it', epic.nonGoals, context)}
    ${section('readiness', 'Readiness', epic.gates.length, context, () => readinessView(epic.gates))}
    ${listSection('decisions', 'Decisions', epic.decisions, context)}
    ${listSection('openQuestions', 'Open questions', epic.openQuestions, context)} ${documentsSection(epic, context)}
  `;
}

/** It is there before the first document is: that is where one begins. */
function documentsSection(epic: EpicCard, context: PageContext): Part {
  const { documents, newDocument } = epic;
  const count = documents.length + (newDocument === undefined ? 0 : 1);
  const aside = documents.length === 0 ? '' : String(documents.length);
  return section('documents', 'Documents', count, context, () => documentsView(epic, context.run), aside);
}

type SectionId = (typeof SECTION_IDS)[number];

function listSection(id: SectionId, title: string, items: readonly string[], context: PageContext): Part {
  return section(id, title, items.length, context, () => {
    return html`<ul class="sentences">
      ${items.map(item => html`<li>${item}</li>`)}
    </ul>`;
  });
}

/** A folding section; nothing when it would be empty. Beside its title stands a count while it is folded, or `aside` always. */
function section(
  id: SectionId,
  title: string,
  count: number,
  { isOpen, toggle }: PageContext,
  content: () => TemplateResult,
  aside?: string,
): Part {
  if (count === 0) return nothing;
  const open = isOpen(id);
  const beside = aside ?? (open ? '' : String(count));
  return foldingSection({ id, title, open, toggle, content, ...(beside === '' ? {} : { aside: beside }) });
}

import { html, nothing, type TemplateResult } from 'lit';
import type { Card, CardGate, Column, ShownBoard } from '../../src/protocol/boardProtocol.ts';
import { icon, type IconName } from '../shared/icons.ts';
import { menuButton } from '../shared/menu.ts';
import type { BoardContext } from './context.ts';
import { stagesToMoveTo } from './moves.ts';

type Tab = '0' | '-1';

/** What is known of a card on the page by its epic's path. */
export function cardId(path: string): string {
  return `card-${encodeURIComponent(path)}`;
}

/** An epic. Tab leads to one card and what is in it; the arrow keys lead to the others. */
export function cardView(card: Card, column: Column, board: ShownBoard, context: BoardContext): TemplateResult {
  const id = cardId(card.path);
  const tab = context.current === card.path ? '0' : '-1';
  return html`<article
    class="card"
    id=${id}
    tabindex=${tab}
    aria-labelledby="${id}-key ${id}-title"
    aria-describedby="${id}-about"
    aria-keyshortcuts="Enter Space Alt+ArrowLeft Alt+ArrowRight"
    data-path=${card.path}
    data-fixed=${card.fixed === '' ? nothing : 'true'}
  >
    <div class="card-head">
      <p class="card-line">
        <span class="card-key" id="${id}-key">${card.key}</span>${
          card.typeLabel === ''
            ? nothing
            : html`<span class="card-type"
                ><span class="visually-hidden">, type of work: </span>${card.typeLabel}</span
              >`
        }
      </p>
      ${moveMenu(card, column, board, { id: `${id}-menu`, tab, context })}
    </div>
    <h3 class="card-title">
      <button type="button" id="${id}-title" tabindex=${tab} @click=${() => context.run(card.open)}>
        ${card.title}
      </button>
    </h3>
    <div id="${id}-about">
      ${outcomeView(card, `${id}-write`, tab, context)}
      ${
        card.keyResultLabel === ''
          ? nothing
          : html`<p class="card-serves"><span class="visually-hidden">Key result: </span>${card.keyResultLabel}</p>`
      }
      ${
        card.actual === ''
          ? nothing
          : html`<p class="card-actual">
              ${icon('target')}<span><span class="visually-hidden">Outcome: </span>${card.actual}</span>
            </p>`
      }
      ${card.gate === null ? nothing : gateView(card.gate)}
      <p class="card-age" title=${card.ageHow === '' ? nothing : card.ageHow}>${card.age}</p>
      ${signsView(card)}
    </div>
  </article>`;
}

function outcomeView(card: Card, id: string, tab: Tab, { run }: BoardContext): TemplateResult {
  const { outcome, write } = card;
  if (outcome !== '') return html`<p class="card-outcome" title=${outcome}>${outcome}</p>`;
  return html`<p class="card-no-outcome">
    No outcome yet.
    ${
      write === null
        ? nothing
        : html`<button
            type="button"
            class="link"
            id=${id}
            tabindex=${tab}
            aria-label="${write.label}: the outcome of ${card.key}"
            @click=${() => run(write)}
          >
            ${write.label}
          </button>`
    }
  </p>`;
}

/** How far the gates of the stage are met. */
function gateView({ name, met, total, summary }: CardGate): TemplateResult {
  return html`<div class="card-gate" title=${summary}>
    <p class="card-gate-row"><span>${name}</span> <span class="card-gate-count">${met} of ${total}</span></p>
    <svg class="meter" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="meter-all" width="100" height="1" />
      <rect class="meter-met" width=${total === 0 ? 0 : (met / total) * 100} height="1" />
    </svg>
  </div>`;
}

function signsView({ signs, fixed }: Card): TemplateResult | typeof nothing {
  if (signs.length === 0 && fixed === '') return nothing;
  const signIcon = (code: Card['signs'][number]['code']): IconName =>
    code === 'reviewDue' ? 'calendar' : code === 'beliefDue' ? 'question' : 'warning';
  return html`<ul class="card-signs">
    ${signs.map(
      ({ code, label, text }) =>
        html`<li data-sign=${code} title=${text}>
          ${icon(signIcon(code))}<span>${label}<span class="visually-hidden">: ${text}</span></span>
        </li>`,
    )}
    ${
      fixed === ''
        ? nothing
        : html`<li data-sign="fixed" title=${fixed}>
            ${icon('branch')}<span>From the main branch<span class="visually-hidden">: ${fixed}</span></span>
          </li>`
    }
  </ul>`;
}

/** The way for everybody: with a mouse, by keyboard and with a screen reader. */
function moveMenu(
  card: Card,
  { stage, label }: Column,
  board: ShownBoard,
  { id, tab, context }: { readonly id: string; readonly tab: Tab; readonly context: BoardContext },
): TemplateResult {
  return menuButton({
    id,
    label: 'Move to…',
    about: `${card.key}, now in ${label}`,
    tab,
    refused: card.fixed,
    open: context.menu === card.path,
    turn: open => context.openMenu(open ? card.path : null),
    entries: () =>
      stagesToMoveTo(board, stage).map(to => ({
        label: `Move to ${to.label}`,
        icon: to.stage === 'stopped' ? 'clear' : 'arrow',
        choose: () => context.move(card.path, to.stage),
      })),
  });
}

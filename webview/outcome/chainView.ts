import { html, nothing, type TemplateResult } from 'lit';
import type { Action } from '../../src/protocol/actions.ts';
import type { Crumb } from '../../src/protocol/outcomeProtocol.ts';
import { actionLinks, iconButton } from '../shared/controls.ts';
import { emptyRing, icon, type IconName } from '../shared/icons.ts';
import type { PageContext } from './context.ts';

const kindIcons: Readonly<Record<Crumb['kind'], IconName>> = {
  objective: 'flag',
  keyResult: 'trend',
  epic: 'target',
  ticket: 'ticket',
  branch: 'branch',
};
const kindWords: Readonly<Record<Crumb['kind'], string>> = {
  objective: 'Objective',
  keyResult: 'Key result',
  epic: 'Epic',
  ticket: 'Ticket',
  branch: 'Branch',
};
const stateWords: Readonly<Record<Crumb['state'], string>> = {
  found: '',
  missing: ', missing',
  notAsked: ', not looked for yet',
};

/** The chain from the objective down to the branch: one line a link, which unfolds to how the link was found. */
export function chainView(
  crumbs: readonly Crumb[],
  ticketActions: readonly Action[],
  context: PageContext,
): TemplateResult {
  return html`<section class="chain-section">
    <h2 class="visually-hidden">Why this branch exists</h2>
    <ol class="chain">
      ${crumbs.map((crumb, index) => {
        const actions = [
          ...(crumb.action === undefined ? [] : [crumb.action]),
          ...(crumb.kind === 'ticket' ? ticketActions : []),
        ];
        return crumbView({ crumb, actions, broken: isBroken(crumb, crumbs[index + 1]) }, context);
      })}
    </ol>
  </section>`;
}

interface CrumbOptions {
  readonly crumb: Crumb;
  readonly actions: readonly Action[];
  /** The line to the next link is interrupted. */
  readonly broken: boolean;
}

function crumbView({ crumb, actions, broken }: CrumbOptions, context: PageContext): TemplateResult {
  const id = `crumb-${crumb.kind}`;
  const open = context.isOpen(id);
  const kind = kindWords[crumb.kind];
  return html`<li class="crumb" data-state=${crumb.state} data-broken=${broken ? 'true' : nothing}>
    <div class="crumb-row">
      <button
        type="button"
        class="crumb-toggle"
        aria-expanded=${open}
        aria-controls=${`${id}-how`}
        aria-describedby=${`${id}-text`}
        title=${open ? nothing : crumb.how}
        @click=${() => context.toggle(id)}
      >
        ${crumb.state === 'found' ? icon(kindIcons[crumb.kind]) : emptyRing()}<span class="crumb-kind">${kind}</span
        ><span class="visually-hidden">${stateWords[crumb.state]}: </span
        ><span class="crumb-label">${crumb.label}</span>
      </button>
      ${
        actions.length === 0
          ? nothing
          : html`<div class="crumb-actions">${actions.map(action => iconButton(action, context.run))}</div>`
      }
    </div>
    <div id=${`${id}-how`} class="crumb-how" ?hidden=${!open}>
      <p id=${`${id}-text`}><span class="crumb-how-kind">${kind}. </span>${crumb.how}</p>
      ${actionLinks(actions, context.run)}
    </div>
  </li>`;
}

function isBroken(crumb: Crumb, next: Crumb | undefined): boolean {
  return crumb.state !== 'found' || (next !== undefined && next.state !== 'found');
}

import { html, nothing, type TemplateResult } from 'lit';
import type { Notice } from '../../src/protocol/outcomeProtocol.ts';
import { actionLinks } from '../shared/controls.ts';
import { icon } from '../shared/icons.ts';
import type { RunAction } from '../shared/runAction.ts';

/** What is worth knowing about this answer, one line each. */
export function noticesView(notices: readonly Notice[], run: RunAction): TemplateResult | typeof nothing {
  if (notices.length === 0) return nothing;
  return html`<ul class="notices" aria-label="Notices">
    ${notices.map(
      notice =>
        html`<li class="notice" data-tone=${notice.tone}>
          ${icon(notice.tone)}
          <div>
            <p>
              ${notice.tone === 'warning' ? html`<span class="visually-hidden">Warning: </span>` : nothing}${notice.text}
            </p>
            ${actionLinks(notice.actions, run)}
          </div>
        </li>`,
    )}
  </ul>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { EpicCard } from '../../src/protocol/outcomeProtocol.ts';
import { linkButton } from '../shared/controls.ts';
import type { RunAction } from '../shared/runAction.ts';

/** The documents that the epic links, and the way to another one. */
export function documentsView({ documents, newDocument }: EpicCard, run: RunAction): TemplateResult {
  return html`${
    documents.length === 0
      ? nothing
      : html`<ul class="documents">
          ${documents.map(
            ({ label, open }) => html`<li>${linkButton({ label, icon: 'goToFile', click: () => run(open) })}</li>`,
          )}
        </ul>`
  }${
    newDocument === undefined
      ? nothing
      : linkButton({ label: newDocument.label, icon: 'add', click: () => run(newDocument) })
  }`;
}

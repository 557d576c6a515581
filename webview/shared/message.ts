import { html, type TemplateResult } from 'lit';
import type { MessageState } from '../../src/protocol/actions.ts';
import { actionButtons } from './controls.ts';
import { icon, type IconName } from './icons.ts';
import type { RunAction } from './runAction.ts';

const toneIcons: Readonly<Record<MessageState['tone'], IconName>> = {
  invite: 'target',
  info: 'info',
  warning: 'warning',
  error: 'error',
};
const toneWords: Readonly<Record<MessageState['tone'], string>> = {
  invite: '',
  info: '',
  warning: 'Warning: ',
  error: 'Error: ',
};

/** A state without content: what is so, what it means, and the way on. */
export function messageView(message: MessageState, run: RunAction): TemplateResult {
  return html`<section class="message" data-tone=${message.tone}>
    <h2 class="message-title">
      ${icon(toneIcons[message.tone])}<span
        ><span class="visually-hidden">${toneWords[message.tone]}</span>${message.title}</span
      >
    </h2>
    <p class="message-text">${message.text}</p>
    ${actionButtons(message.actions, run)}
  </section>`;
}

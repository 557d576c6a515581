import { html, type TemplateResult } from 'lit';
import type { QuestionView } from '../../src/protocol/outcomeProtocol.ts';
import { linkButton } from '../shared/controls.ts';
import { icon } from '../shared/icons.ts';
import type { RunAction } from '../shared/runAction.ts';

/** What a careful colleague would ask, each with the way to its place in the file. */
export function questionsView(questions: readonly QuestionView[], run: RunAction): TemplateResult {
  return html`<ul class="questions">
    ${questions.map(
      ({ text, open }) =>
        html`<li class="question">
          ${icon('question')}
          <p>${text} ${linkButton({ label: open.label, describedBy: text, click: () => run(open) })}</p>
        </li>`,
    )}
  </ul>`;
}

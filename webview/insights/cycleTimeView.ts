import { html, nothing, type TemplateResult } from 'lit';
import type { ShownState } from '../../src/protocol/insightsProtocol.ts';
import { linkButton } from '../shared/controls.ts';
import { disclosureButton, disclosureContent } from '../shared/disclosure.ts';
import { icon } from '../shared/icons.ts';
import type { ScaleKind } from './charts/durationScale.ts';
import type { InsightsContext } from './context.ts';
import { tableView } from './tableView.ts';

/** Cycle time: the sentence, the picture, the same as a table, what it means, and a question to talk about. */
export function cycleTimeView(state: ShownState, context: InsightsContext, chart: Element): TemplateResult {
  const { cycleTime } = state;
  const withheld = cycleTime.withheld !== '';
  return html`<section class="part" aria-labelledby="cycle-title">
    <h2 id="cycle-title">Cycle time</h2>
    ${cycleTime.headline === '' ? nothing : html`<p class="headline">${cycleTime.headline}</p>`}
    ${
      withheld
        ? html`<p class="withheld">${icon('info')}<span>${cycleTime.withheld}</span></p>`
        : html`<figure class="figure">
            <figcaption class="figure-head">
              <span>
                Elapsed time by the day each item finished (UTC)<span class="chart-hint" aria-hidden="true">
                  · arrow keys move among items, Escape leaves</span
                >
              </span>
              ${scaleSwitch(context)}
            </figcaption>
            ${chart}
          </figure>`
    }
    ${
      cycleTime.percentiles.length === 0
        ? nothing
        : html`<ul class="percentiles" aria-label="Percentiles">
            ${cycleTime.percentiles.map(({ sentence }) => html`<li>${sentence}</li>`)}
          </ul>`
    }
    ${
      cycleTime.points.length === 0
        ? nothing
        : fold('items', 'The same as a table', context, () => tableView(state, context))
    }
    ${fold('method', 'How this is measured', context, () => {
      return html`<ul class="method">
          ${cycleTime.method.map(sentence => html`<li>${sentence}</li>`)}
        </ul>
        ${linkButton({ label: 'Open the definition', icon: 'goToFile', click: context.explain })}`;
    })}
    ${
      cycleTime.prompt === ''
        ? nothing
        : html`<p class="prompt">
            ${icon('question')}<span><span class="prompt-lead">To talk about: </span>${cycleTime.prompt}</span>
          </p>`
    }
  </section>`;
}

function fold(id: string, title: string, { view, toggle }: InsightsContext, content: () => TemplateResult) {
  const part = { id, title, open: view.open.includes(id), toggle, content };
  return html`<div class="fold">
    <h3>${disclosureButton(part, 'section-toggle')}</h3>
    ${disclosureContent(part, 'fold-content')}
  </div>`;
}

const scales: readonly { kind: ScaleKind; label: string }[] = [
  { kind: 'log', label: 'Log' },
  { kind: 'linear', label: 'Linear' },
];

function scaleSwitch({ view, change }: InsightsContext): TemplateResult {
  return html`<span class="switch" role="group" aria-label="Scale">
    ${scales.map(
      ({ kind, label }) =>
        html`<button type="button" aria-pressed=${view.scale === kind} @click=${() => change({ scale: kind })}>
          ${label}
        </button>`,
    )}
  </span>`;
}

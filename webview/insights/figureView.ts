import { html, nothing, type TemplateResult } from 'lit';
import type { Figure } from '../../src/model/flow/figure.ts';
import type { ShownState } from '../../src/protocol/insightsProtocol.ts';
import { linkButton } from '../shared/controls.ts';
import { disclosureButton, disclosureContent } from '../shared/disclosure.ts';
import { icon } from '../shared/icons.ts';
import type { ScaleKind } from './charts/durationScale.ts';
import type { InsightsContext } from './context.ts';
import { figureMenu } from './figureMenu.ts';
import { keyFigures } from './keyFigures.ts';
import { dataTable } from './table/dataTable.ts';
import { zoomedTable } from './table/zoomedTable.ts';
import { zoomNote } from './zoomNote.ts';

/** What a figure is shown beside. */
export interface FigurePlace {
  readonly state: Pick<ShownState, 'focus'>;
  /** Sentences about stand-ins that its section says already. */
  readonly said: readonly string[];
  /** Id of the figure that has its row for itself. */
  readonly alone: string | null;
}

/** A figure: the sentence, the picture, the same as a table, what it means, and a question to talk about. */
export function figureView(
  figure: Figure,
  { state, said, alone }: FigurePlace,
  context: InsightsContext,
): TemplateResult {
  const title = `title-figure-${figure.id}`;
  const pin = state.focus.find(({ metric }) => metric === figure.focus);
  return html`<article
    class="figure"
    id="figure-${figure.id}"
    data-kind=${figure.chart?.kind ?? nothing}
    data-alone=${alone === figure.id ? 'true' : nothing}
    aria-labelledby=${title}
  >
    <header class="figure-head">
      <h3 id=${title}>${figure.title}</h3>
      ${pin === undefined ? nothing : html`<span class="pinned">${icon('pin')}<span class="visually-hidden">Pinned</span></span>`}
      ${said.includes(figure.proxy) ? html`<span class="proxy-mark" title=${figure.proxy}>Stand-in</span>` : nothing}
      ${figure.chart === null ? nothing : toolsView(figure, context)}
      ${figureMenu(
        figure,
        state.focus.map(({ metric }) => metric),
        context,
      )}
    </header>
    ${figure.headline === '' ? nothing : html`<p class="headline">${figure.headline}</p>`}
    ${figure.withheld === '' ? nothing : html`<p class="withheld">${icon('info')}<span>${figure.withheld}</span></p>`}
    ${figure.chart === null ? nothing : pictureView(figure, context)} ${keyFigures(figure)}
    ${figure.proxy === '' || said.includes(figure.proxy) ? nothing : proxyView(figure.proxy)}
    ${
      figure.notes.length === 0
        ? nothing
        : html`<ul class="remarks">
            ${figure.notes.map(note => html`<li>${note}</li>`)}
          </ul>`
    }
    <div class="folds">
      ${figure.table === null ? nothing : tableFold(figure, figure.table, context)}
      ${figure.method.length === 0 ? nothing : methodFold(figure, context)}
    </div>
    ${pin === undefined ? promptView('To talk about', figure.prompt) : promptView('To reflect on', pin.reflection)}
  </article>`;
}

/** The place of the note is there before the note: a screen reader says only what comes into a place that it knows. */
function pictureView(figure: Figure, context: InsightsContext): TemplateResult {
  return html`<div class="picture">
    ${context.chart(figure)}
    <p class="zoom-note" role="status">${zoomNote(figure.chart, context.view.zoom[figure.id] ?? null)}</p>
  </div>`;
}

/** What stands in for the real thing. */
export function proxyView(proxy: string): TemplateResult {
  return html`<p class="proxy"><span class="proxy-mark">Stand-in</span> ${proxy}</p>`;
}

/** A question, never an answer. */
export function promptView(lead: string, question: string): TemplateResult | typeof nothing {
  if (question === '') return nothing;
  return html`<p class="prompt">
    ${icon('question')}<span><span class="prompt-lead">${lead}: </span>${question}</span>
  </p>`;
}

/** What changes how the picture looks. */
function toolsView(figure: Figure, context: InsightsContext): TemplateResult {
  const zoomed = context.view.zoom[figure.id] !== undefined;
  const all = { label: 'Show all', describedBy: figure.title, click: () => showAll(figure, context) };
  return html`<span class="tools">
    ${zoomed ? linkButton(all) : nothing} ${figure.chart?.kind === 'dots' ? scaleSwitch(figure, context) : nothing}
  </span>`;
}

/** The button goes with what it undoes; the chart that it stood above takes the focus. */
function showAll({ id }: Figure, { zoom }: InsightsContext): void {
  zoom(id, null);
  document.querySelector<HTMLElement>(`#figure-${CSS.escape(id)} .chart`)?.focus({ preventScroll: true });
}

const scales: readonly { kind: ScaleKind; label: string }[] = [
  { kind: 'log', label: 'Log' },
  { kind: 'linear', label: 'Linear' },
];

function scaleSwitch(figure: Figure, { view, change }: InsightsContext): TemplateResult {
  return html`<span class="switch" role="group" aria-label="Scale: ${figure.title}">
    ${scales.map(
      ({ kind, label }) =>
        html`<button type="button" aria-pressed=${view.scale === kind} @click=${() => change({ scale: kind })}>
          ${label}
        </button>`,
    )}
  </span>`;
}

function tableFold(figure: Figure, table: NonNullable<Figure['table']>, context: InsightsContext): TemplateResult {
  return fold(`table-${figure.id}`, 'The same as a table', figure, context, () => {
    const zoom = context.view.zoom[figure.id] ?? null;
    return dataTable({ id: `table-${figure.id}`, table: zoomedTable(table, figure.chart, zoom) }, context);
  });
}

function methodFold(figure: Figure, context: InsightsContext): TemplateResult {
  return fold(
    `method-${figure.id}`,
    'How this is measured',
    figure,
    context,
    () =>
      html`<ul class="method">
          ${figure.method.map(sentence => html`<li>${sentence}</li>`)}
        </ul>
        ${linkButton({
          label: 'Open the definition',
          describedBy: figure.title,
          icon: 'goToFile',
          click: () => context.explain(figure.id),
        })}`,
  );
}

function fold(
  id: string,
  title: string,
  figure: Figure,
  { view, toggle }: InsightsContext,
  content: () => TemplateResult,
): TemplateResult {
  const part = { id, title, about: figure.title, open: view.open.includes(id), toggle, content };
  return html`<div class="fold">
    ${disclosureButton(part, 'section-toggle')} ${disclosureContent(part, 'fold-content')}
  </div>`;
}

import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { QualityLine } from '../../src/protocol/insightsProtocol.ts';
import { disclosureButton, disclosureContent } from '../shared/disclosure.ts';
import type { InsightsContext } from './context.ts';

/** How far the figures below can be trusted, before any of them. */
export function qualityView(lines: readonly QualityLine[], context: InsightsContext): TemplateResult {
  return html`<section class="part" aria-labelledby="quality-title">
    <h2 id="quality-title">Data quality</h2>
    <ul class="quality">
      ${repeat(
        lines,
        line => line.id,
        line => qualityLine(line, context),
      )}
    </ul>
  </section>`;
}

function qualityLine(line: QualityLine, { view, toggle }: InsightsContext): TemplateResult {
  const id = `quality-${line.id}`;
  const part = {
    id,
    title: line.label,
    aside: `${line.count} of ${line.of}`,
    open: view.open.includes(id),
    toggle,
    content: () => line.meaning,
  };
  return html`<li class="quality-line">
    ${disclosureButton(part, 'quality-toggle')} ${disclosureContent(part, 'quality-meaning')}
  </li>`;
}

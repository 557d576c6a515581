import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { QualityLine, ShownState } from '../../src/protocol/insightsProtocol.ts';
import { disclosureButton, disclosureContent } from '../shared/disclosure.ts';
import type { InsightsContext } from './context.ts';
import { dataTable } from './table/dataTable.ts';
import { itemTable } from './table/itemTable.ts';

/** How far the figures below can be trusted, before any of them. */
export function qualityView(state: ShownState, context: InsightsContext): TemplateResult {
  return html`<section class="part" id="section-quality-of-data" aria-labelledby="title-quality-of-data">
    <h2 id="title-quality-of-data" tabindex="-1">Data quality</h2>
    <ul class="quality">
      ${repeat(
        state.quality,
        line => line.id,
        line => qualityLine(line, state, context),
      )}
    </ul>
  </section>`;
}

function qualityLine(line: QualityLine, state: ShownState, context: InsightsContext): TemplateResult {
  const id = `quality-${line.id}`;
  const open = context.view.open.includes(id);
  const part = {
    id,
    title: line.label,
    aside: `${line.count} of ${line.of}`,
    open,
    toggle: context.toggle,
    content: () =>
      html`<p>${line.meaning}</p>
        ${line.items.length === 0 ? nothing : itemsOf(line, id, state, context)}`,
  };
  return html`<li class="quality-line" data-wide=${open && line.items.length > 0 ? 'true' : nothing}>
    ${disclosureButton(part, 'quality-toggle')} ${disclosureContent(part, 'quality-meaning')}
  </li>`;
}

function itemsOf(line: QualityLine, id: string, state: ShownState, context: InsightsContext): TemplateResult {
  const known = line.items.filter(index => state.items[index] !== undefined);
  const items = known.flatMap(index => state.items[index] ?? []);
  const caption = `${line.label}, ${state.windowLabel}, dates in ${state.timeZone}`;
  const open = (row: number) => {
    const index = known[row];
    if (index !== undefined) context.openItem(index);
  };
  return dataTable({ id, table: itemTable(items, state.types, caption), open }, context);
}

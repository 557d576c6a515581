import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icons.ts';

interface DisclosureOptions {
  /** Unique on the page; what is kept about open and closed parts goes by it. */
  readonly id: string;
  readonly title: string;
  /** Read with the title where several parts have the same one. */
  readonly about?: string;
  /** Beside the title: a count, say. */
  readonly aside?: string;
  readonly open: boolean;
  readonly toggle: (id: string) => void;
  readonly content: () => unknown;
}

/** A part of the page under a heading that folds. */
export function foldingSection(options: DisclosureOptions): TemplateResult {
  return html`<section class="section">
    <h2 class="section-title">${disclosureButton(options, 'section-toggle')}</h2>
    ${disclosureContent(options, 'section-content')}
  </section>`;
}

/** The button that folds and unfolds. */
export function disclosureButton(options: DisclosureOptions, className: string): TemplateResult {
  return html`<button
    type="button"
    class=${className}
    id=${`${options.id}-toggle`}
    aria-label=${options.about === undefined ? nothing : accessibleName(options)}
    aria-expanded=${options.open}
    aria-controls=${`${options.id}-content`}
    @click=${() => options.toggle(options.id)}
  >
    ${icon('chevron', 'chevron')}<span class="toggle-title">${options.title}</span>${
      options.aside === undefined ? nothing : html` <span class="toggle-aside">${options.aside}</span>`
    }
  </button>`;
}

function accessibleName({ title, about, aside }: DisclosureOptions): string {
  return [title, aside, about].filter(part => part !== undefined).join(', ');
}

/** What the button folds away; not rendered while folded. */
export function disclosureContent(options: DisclosureOptions, className: string): TemplateResult {
  return html`<div id=${`${options.id}-content`} class=${className} ?hidden=${!options.open}>
    ${options.open ? options.content() : nothing}
  </div>`;
}

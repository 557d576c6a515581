import { html, type TemplateResult } from 'lit';

export interface Destination {
  /** A heading with the id `title-ID` names it. */
  readonly id: string;
  readonly title: string;
}

/** The sections of the page: a list beside them where there is room, else rows above. */
export function navigation(destinations: readonly Destination[]): TemplateResult {
  return html`<nav class="sections" aria-label="Sections">
    <ul>
      ${destinations.map(
        ({ id, title }) =>
          html`<li>
            <a href="#section-${id}" data-section=${id} @click=${(event: Event) => go(event, id)}>${title}</a>
          </li>`,
      )}
    </ul>
  </nav>`;
}

/** The heading takes the focus, so that a screen reader and the next Tab go on from there. */
function go(event: Event, id: string): void {
  event.preventDefault();
  event.stopPropagation();
  const heading = document.getElementById(`title-${id}`);
  document.getElementById(`section-${id}`)?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}

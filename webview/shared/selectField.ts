import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

interface SelectChoice {
  readonly value: string;
  readonly label: string;
}

/** Choices under a heading of their own. */
interface SelectGroup {
  readonly heading: string;
  readonly choices: readonly SelectChoice[];
}

interface SelectOptions {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (SelectChoice | SelectGroup)[];
  readonly pick: (value: string) => void;
}

/** A labelled native select: it speaks to every screen reader and opens as VS Code's own do. */
export function selectField({ id, label, value, options, pick }: SelectOptions): TemplateResult {
  const picked = (event: Event) => {
    if (event.target instanceof HTMLSelectElement) pick(event.target.value);
  };
  const choiceView = (choice: SelectChoice) =>
    html`<option value=${choice.value} .selected=${live(choice.value === value)}>${choice.label}</option>`;
  return html`<label class="filter" for=${id}
    ><span>${label}</span>
    <span class="select">
      <select id=${id} @change=${picked}>
        ${options.map(option =>
          'heading' in option
            ? html`<optgroup label=${option.heading}>${option.choices.map(choiceView)}</optgroup>`
            : choiceView(option),
        )}
      </select>
    </span>
  </label>`;
}

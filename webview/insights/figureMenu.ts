import { html, nothing, type TemplateResult } from 'lit';
import type { Figure } from '../../src/model/flow/figure.ts';
import type { FocusMetric } from '../../src/model/flow/focus.ts';
import { MOST_FOCUS } from '../../src/protocol/insightsProtocol.ts';
import { icon, type IconName } from '../shared/icons.ts';
import type { InsightsContext } from './context.ts';

interface Entry {
  readonly label: string;
  readonly icon: IconName;
  /** Why it cannot be chosen now. */
  readonly refused?: string;
  readonly choose: () => void;
}

/** What can be done with a figure: a button that opens a menu. */
export function figureMenu(figure: Figure, focus: readonly FocusMetric[], context: InsightsContext): TemplateResult {
  const open = context.menu === figure.id;
  const button = `menu-${figure.id}`;
  // The focus leaves the menu before the menu goes: else it would fall to the page.
  const close = () => {
    document.getElementById(button)?.focus({ preventScroll: true });
    context.openMenu(null);
  };
  return html`<div class="menu-place">
    <button
      type="button"
      class="icon-button"
      id=${button}
      title="More"
      aria-label="More: ${figure.title}"
      aria-haspopup="menu"
      aria-expanded=${open}
      @click=${() => (open ? close() : openAndEnter(figure.id, context))}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'ArrowDown') return;
        event.preventDefault();
        openAndEnter(figure.id, context);
      }}
    >
      ${icon('more')}
    </button>
    ${
      open
        ? html`<div
            class="menu"
            role="menu"
            aria-label=${figure.title}
            @keydown=${(event: KeyboardEvent) => walkMenu(event, close)}
            @focusout=${(event: FocusEvent) => {
              const { currentTarget, relatedTarget } = event;
              const inside = relatedTarget instanceof Node && (currentTarget as Element).contains(relatedTarget);
              if (!inside && !isButton(relatedTarget, button)) context.openMenu(null);
            }}
          >
            ${entriesOf(figure, focus, context).map(entry => entryView(entry, close))}
          </div>`
        : nothing
    }
  </div>`;
}

function isButton(target: EventTarget | null, id: string): boolean {
  return target instanceof Element && target.id === id;
}

function entriesOf(figure: Figure, focus: readonly FocusMetric[], context: InsightsContext): Entry[] {
  const { save, explain } = context;
  return [
    ...pinEntry(figure, focus, context),
    ...(figure.table === null
      ? []
      : [{ label: 'Save as CSV…', icon: 'list', choose: () => save(figure.id, 'csv') } as const]),
    ...(figure.chart === null
      ? []
      : ([
          { label: 'Save as SVG…', icon: 'graph', choose: () => save(figure.id, 'svg') },
          { label: 'Save as PNG…', icon: 'image', choose: () => save(figure.id, 'png') },
        ] as const)),
    { label: 'Open the definition', icon: 'goToFile', choose: () => explain(figure.id) },
  ];
}

function pinEntry({ focus: metric }: Figure, focus: readonly FocusMetric[], { pin }: InsightsContext): Entry[] {
  if (metric === null) return [];
  if (focus.includes(metric))
    return [{ label: 'Unpin from Focus', icon: 'pin', choose: () => pin(focus.filter(other => other !== metric)) }];
  const full = focus.length >= MOST_FOCUS;
  return [
    {
      label: full ? 'Pin to Focus (five are pinned)' : 'Pin to Focus',
      icon: 'pin',
      ...(full ? { refused: 'Unpin another one first' } : {}),
      choose: () => pin([...focus, metric]),
    },
  ];
}

function entryView(entry: Entry, close: () => void): TemplateResult {
  const refused = entry.refused !== undefined;
  return html`<button
    type="button"
    role="menuitem"
    tabindex="-1"
    aria-disabled=${refused ? 'true' : nothing}
    title=${entry.refused ?? nothing}
    @click=${() => {
      if (refused) return;
      close();
      entry.choose();
    }}
  >
    ${icon(entry.icon)}<span>${entry.label}</span>
  </button>`;
}

function openAndEnter(figure: string, { openMenu }: InsightsContext): void {
  openMenu(figure);
  document.querySelector<HTMLElement>('.menu [role="menuitem"]')?.focus({ preventScroll: true });
}

function walkMenu(event: KeyboardEvent, close: () => void): void {
  const entries = [...document.querySelectorAll<HTMLElement>('.menu [role="menuitem"]')];
  const current = entries.findIndex(entry => entry === document.activeElement);
  const go = (to: number) => {
    event.preventDefault();
    entries.at(to % entries.length)?.focus();
  };
  const steps: Readonly<Record<string, number>> = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: -1 };
  const step = steps[event.key];
  if (step !== undefined) go(step);
  if (event.key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
  close();
}

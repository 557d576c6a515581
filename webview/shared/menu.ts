import { html, nothing, type TemplateResult } from 'lit';
import { icon, type IconName } from './icons.ts';

const GAP = 2;

export interface MenuEntry {
  readonly label: string;
  readonly icon: IconName;
  /** Why it cannot be chosen now. */
  readonly refused?: string;
  readonly choose: () => void;
}

interface MenuOptions {
  /** The button's; unique on the page. */
  readonly id: string;
  readonly label: string;
  /** What the menu is about: the button is called "label: about". */
  readonly about: string;
  /** Why nothing can be chosen, where that is so; the button still takes the focus and says it. */
  readonly refused?: string;
  /** The button's place in the order of Tab; absent: its own. */
  readonly tab?: '0' | '-1';
  readonly open: boolean;
  /** Opens this menu or, with `false`, closes it. */
  readonly turn: (open: boolean) => void;
  readonly entries: () => readonly MenuEntry[];
}

/** A button that opens a menu. */
export function menuButton(options: MenuOptions): TemplateResult {
  const { id, label, about, refused = '', tab, open, turn } = options;
  // The focus leaves the menu before the menu goes: else it would fall to the page.
  const close = () => {
    document.getElementById(id)?.focus({ preventScroll: true });
    turn(false);
  };
  const enter = () => {
    if (refused !== '') return;
    turn(true);
    place(id);
    document.querySelector<HTMLElement>('.menu [role="menuitem"]')?.focus({ preventScroll: true });
    // The menu stands still, so it goes when what it belongs to moves away.
    addEventListener('scroll', () => turn(false), { capture: true, once: true, passive: true });
  };
  return html`<div class="menu-place">
    <button
      type="button"
      class="icon-button"
      id=${id}
      title=${refused === '' ? label : refused}
      tabindex=${tab ?? nothing}
      aria-label=${[`${label}: ${about}`, refused].filter(Boolean).join('. ')}
      aria-disabled=${refused === '' ? nothing : 'true'}
      aria-haspopup="menu"
      aria-expanded=${open}
      @click=${() => (open ? close() : enter())}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'ArrowDown') return;
        event.preventDefault();
        enter();
      }}
    >
      ${icon('more')}
    </button>
    ${
      open
        ? html`<div
            class="menu"
            role="menu"
            aria-label=${about}
            @keydown=${(event: KeyboardEvent) => walkMenu(event, close)}
            @focusout=${(event: FocusEvent) => {
              const { currentTarget, relatedTarget } = event;
              const inside = relatedTarget instanceof Node && (currentTarget as Element).contains(relatedTarget);
              if (!inside && !isButton(relatedTarget, id)) turn(false);
            }}
          >
            ${options.entries().map(entry => entryView(entry, close))}
          </div>`
        : nothing
    }
  </div>`;
}

/** Below the button, or above it where there is more room; in the window, so that nothing that scrolls cuts it off. */
function place(button: string): void {
  const menu = document.querySelector<HTMLElement>('.menu');
  const at = document.getElementById(button)?.getBoundingClientRect();
  if (menu === null || at === undefined) return;
  const { width, height } = menu.getBoundingClientRect();
  const below = at.bottom + GAP;
  const above = at.top - GAP - height;
  menu.style.top = `${below + height > innerHeight && above > 0 ? above : below}px`;
  menu.style.left = `${Math.max(GAP, at.right - width)}px`;
}

function isButton(target: EventTarget | null, id: string): boolean {
  return target instanceof Element && target.id === id;
}

function entryView(entry: MenuEntry, close: () => void): TemplateResult {
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

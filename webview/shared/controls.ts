import { provideVSCodeDesignSystem, vsCodeButton } from '@vscode/webview-ui-toolkit';
import { html, nothing, type TemplateResult } from 'lit';
import type { Action } from '../../src/protocol/actions.ts';
import { actionIcon, icon, type IconName } from './icons.ts';
import type { RunAction } from './runAction.ts';

// The only module that knows the toolkit. Its link is not focusable without an address, so text actions are native.

/** Makes the toolkit's elements known to the page. */
export function registerControls(): void {
  provideVSCodeDesignSystem().register(vsCodeButton());
}

interface ButtonOptions {
  readonly label: string;
  readonly primary?: boolean;
  readonly icon?: IconName;
  /** Says more than the label where several buttons have the same one. */
  readonly describedBy?: string;
  readonly disabled?: boolean;
  readonly click: () => void;
}

/** A push button. */
export function pushButton(options: ButtonOptions): TemplateResult {
  return html`<vscode-button
    appearance=${options.primary === true ? 'primary' : 'secondary'}
    ?disabled=${options.disabled ?? false}
    aria-label=${fullName(options) ?? nothing}
    @click=${options.click}
    >${options.icon === undefined ? nothing : html`<span slot="start">${icon(options.icon)}</span>`}${options.label}</vscode-button
  >`;
}

/** A button that reads as part of the text. */
export function linkButton(options: ButtonOptions): TemplateResult {
  return html`<button
    type="button"
    class="link"
    ?disabled=${options.disabled ?? false}
    aria-label=${fullName(options) ?? nothing}
    @click=${options.click}
  >
    ${options.icon === undefined ? nothing : icon(options.icon)}<span>${options.label}</span>
  </button>`;
}

function fullName({ label, describedBy }: ButtonOptions): string | undefined {
  return describedBy === undefined ? undefined : `${label}: ${describedBy}`;
}

/** A button of one icon, as in the rows of VS Code's trees. */
export function iconButton(action: Action, run: RunAction): TemplateResult {
  return html`<button
    type="button"
    class="icon-button"
    title=${action.label}
    aria-label=${action.label}
    @click=${() => run(action)}
  >
    ${icon(actionIcon(action.id))}
  </button>`;
}

/** All actions of a message: at most one primary button, the rest quieter. */
export function actionButtons(actions: readonly Action[], run: RunAction): TemplateResult | typeof nothing {
  if (actions.length === 0) return nothing;
  const primary = actions.find(action => action.primary === true);
  const others = actions.filter(action => action !== primary);
  return html`<div class="actions">
    ${primary === undefined ? nothing : pushButton({ label: primary.label, primary: true, click: () => run(primary) })}
    ${others.map(action => pushButton({ label: action.label, click: () => run(action) }))}
  </div>`;
}

/** Actions as quiet text links in one line. */
export function actionLinks(actions: readonly Action[], run: RunAction): TemplateResult | typeof nothing {
  if (actions.length === 0) return nothing;
  return html`<div class="links">
    ${actions.map(action => linkButton({ label: action.label, click: () => run(action) }))}
  </div>`;
}

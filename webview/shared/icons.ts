import { svg, html, type TemplateResult } from 'lit';
import type { ActionId } from '../../src/protocol/actions.ts';

// Outlines on a grid of 16, drawn with a stroke of the text's colour.
const outlines = {
  add: 'M8 3v10M3 8h10',
  arrow: 'M2.5 8h11M9.5 4l4 4-4 4',
  branch:
    'M5 5.5v5M5 8.5h3.5A2.5 2.5 0 0 0 11 6V5.5M5 2.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3Zm0 8a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3Zm6-8a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3Z',
  calendar: 'M2.5 4.5a1 1 0 0 1 1-1h9a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1v-8Zm0 2h11M5.5 2v3M10.5 2v3',
  check: 'm3 8.5 3.5 3.5L13 4.5',
  checklist: 'm2.5 4.5 1 1 2-2M2.5 10.5l1 1 2-2M8 5h5.5M8 11h5.5',
  chevron: 'm6 3.5 4.5 4.5L6 12.5',
  clear: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM4.2 11.8l7.6-7.6',
  close: 'm4 4 8 8M12 4l-8 8',
  edit: 'm9.5 4 2.5 2.5M3 13l.7-3.2 7.4-7.4a1 1 0 0 1 1.4 0l1.1 1.1a1 1 0 0 1 0 1.4l-7.4 7.4L3 13Z',
  error: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM6 6l4 4M10 6l-4 4',
  flag: 'M3.5 14V2.5M3.5 3h9l-2 3 2 3h-9',
  folder: 'M2.5 4a1 1 0 0 1 1-1h3l1.5 2h4.5a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1V4Z',
  goToFile: 'M9.5 2.5H4.5a1 1 0 0 0-1 1v9a1 1 0 0 0 1 1h3M9.5 2.5v3h3M9.5 2.5l3 3V8M8.5 11.5h5M11.5 9.5l2 2-2 2',
  graph: 'M2.5 2.5v11h11M5.5 11V8.5M8.5 11V5.5M11.5 11V7',
  image: 'M2.5 3.5h11v9h-11v-9Zm0 7 3.5-3.5 3 3 1.5-1.5 3 3M10.5 6v.2',
  info: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM8 7.5V11M8 5.3v.2',
  list: 'M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.2M2.5 8h.2M2.5 12h.2',
  more: 'M4 8h.1M8 8h.1M12 8h.1',
  pin: 'M10 2.5 13.5 6 11 7.5l-.8 3.2-5-5L8.5 5 10 2.5ZM7.5 8.5 3 13',
  question:
    'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM6.3 6.6c0-.9.7-1.6 1.7-1.6s1.7.7 1.7 1.5C9.7 7.7 8 7.7 8 9M8 11v.2',
  refresh: 'M13 4v3h-3M12.7 7A5 5 0 1 0 13 9',
  settings:
    'M2.5 4.5h7M12 4.5h1.5M2.5 11.5H4M6.5 11.5h7M10.7 3.2a1.3 1.3 0 1 0 0 2.6 1.3 1.3 0 0 0 0-2.6ZM5.3 10.2a1.3 1.3 0 1 0 0 2.6 1.3 1.3 0 0 0 0-2.6Z',
  shield: 'M8 2.5 3.5 4v3.5c0 3 1.9 5 4.5 6 2.6-1 4.5-3 4.5-6V4L8 2.5Z',
  steps:
    'M4.5 8h2M9.5 8h2M3 6.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3Zm5 0a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3Zm5 0a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3Z',
  target: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM8 5.3a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 0 0 0-5.4ZM8 7.9v.2',
  ticket:
    'M2.5 6V4.5a1 1 0 0 1 1-1h9a1 1 0 0 1 1 1V6a2 2 0 0 0 0 4v1.5a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1V10a2 2 0 0 0 0-4ZM9.5 6v.2M9.5 9.8v.2',
  trend: 'm2.5 11.5 3.5-4 2.5 2.5 5-5.5M10 4.5h3.5V8',
  warning: 'M8 3 2.5 13h11L8 3ZM8 6.8v3M8 11.3v.2',
} as const;
export type IconName = keyof typeof outlines;

/** A decorative icon; what it says must stand in words beside it. */
export function icon(name: IconName, extraClass = ''): TemplateResult {
  return html`<svg class="icon ${extraClass}" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    ${svg`<path d=${outlines[name]} />`}
  </svg>`;
}

/** An empty ring in place of a link that was not found. */
export function emptyRing(): TemplateResult {
  return html`<svg class="icon ring" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <circle cx="8" cy="8" r="4.5" />
  </svg>`;
}

const actionIcons: Readonly<Record<ActionId, IconName>> = {
  writeOutcome: 'add',
  editOutcome: 'edit',
  addTicketToEpic: 'add',
  pinTicket: 'pin',
  unpinTicket: 'pin',
  notThisTicket: 'clear',
  openEpic: 'goToFile',
  openLine: 'goToFile',
  openDocument: 'goToFile',
  newDocument: 'add',
  recordEarlySign: 'check',
  revisitBelief: 'edit',
  openValueTree: 'goToFile',
  openInsights: 'graph',
  exportRetrospective: 'goToFile',
  openFolder: 'folder',
  manageTrust: 'shield',
  openSettings: 'settings',
  refresh: 'refresh',
  showLog: 'list',
};

/** The icon that stands for an action in a narrow row. */
export function actionIcon(action: ActionId): IconName {
  return actionIcons[action];
}

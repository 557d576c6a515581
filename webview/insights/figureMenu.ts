import type { TemplateResult } from 'lit';
import type { Figure } from '../../src/model/flow/figure.ts';
import type { FocusMetric } from '../../src/model/flow/focus.ts';
import { MOST_FOCUS } from '../../src/protocol/insightsProtocol.ts';
import { menuButton, type MenuEntry } from '../shared/menu.ts';
import type { InsightsContext } from './context.ts';

/** What can be done with a figure. */
export function figureMenu(figure: Figure, focus: readonly FocusMetric[], context: InsightsContext): TemplateResult {
  return menuButton({
    id: `menu-${figure.id}`,
    label: 'More',
    about: figure.title,
    open: context.menu === figure.id,
    turn: open => context.openMenu(open ? figure.id : null),
    entries: () => entriesOf(figure, focus, context),
  });
}

function entriesOf(figure: Figure, focus: readonly FocusMetric[], context: InsightsContext): MenuEntry[] {
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

function pinEntry({ focus: metric }: Figure, focus: readonly FocusMetric[], { pin }: InsightsContext): MenuEntry[] {
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

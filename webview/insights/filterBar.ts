import { html, nothing, type TemplateResult } from 'lit';
import type { InsightsFilter, ShownState } from '../../src/protocol/insightsProtocol.ts';
import { selectField } from '../shared/selectField.ts';

const windows = [8, 13, 26, 52, 104];
/** Ids of teams begin with a letter or digit, so this is none. */
const all = '*';

/** What may be chosen besides the window. */
export type FilterOptions = Pick<ShownState, 'types' | 'teams'>;

/** The filters. */
export function filterBar(
  filter: InsightsFilter,
  { types, teams }: FilterOptions,
  change: (filter: InsightsFilter) => void,
): TemplateResult {
  const weeks = windows.includes(filter.weeks) ? windows : [...windows, filter.weeks].sort((a, b) => a - b);
  return html`<div class="filters" role="group" aria-label="Filters">
    ${selectField({
      id: 'weeks',
      label: 'Window',
      value: String(filter.weeks),
      options: weeks.map(count => ({ value: String(count), label: `${count} weeks` })),
      pick: value => change({ ...filter, weeks: Number(value) }),
    })}
    ${
      types.length === 0
        ? nothing
        : selectField({
            id: 'type',
            label: 'Work type',
            value: filter.type ?? all,
            options: [{ value: all, label: 'All types' }, ...types.map(({ type, label }) => ({ value: type, label }))],
            pick: value => {
              const picked = types.find(({ type }) => type === value);
              change({ ...filter, type: picked?.type ?? null });
            },
          })
    }
    ${
      teams.length === 0
        ? nothing
        : selectField({
            id: 'team',
            label: 'Team',
            value: filter.team ?? all,
            options: [
              { value: all, label: 'Whole repository' },
              ...teams.map(({ id, label }) => ({ value: id, label })),
            ],
            pick: value => change({ ...filter, team: value === all ? null : value }),
          })
    }
  </div>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { InsightsFilter, ShownState } from '../../src/protocol/insightsProtocol.ts';

const windows = [8, 13, 26, 52, 104];
/** Ids of teams begin with a letter or digit, so this is none. */
const all = '*';

/** What may be chosen besides the window. */
export type FilterOptions = Pick<ShownState, 'types' | 'teams'>;

/** The filters. Native selects: they speak to every screen reader and open as VS Code's own do. */
export function filterBar(
  filter: InsightsFilter,
  { types, teams }: FilterOptions,
  change: (filter: InsightsFilter) => void,
): TemplateResult {
  const weeks = windows.includes(filter.weeks) ? windows : [...windows, filter.weeks].sort((a, b) => a - b);
  return html`<div class="filters" role="group" aria-label="Filters">
    ${selectView({
      id: 'weeks',
      label: 'Window',
      value: String(filter.weeks),
      options: weeks.map(count => ({ value: String(count), label: `${count} weeks` })),
      pick: value => change({ ...filter, weeks: Number(value) }),
    })}
    ${
      types.length === 0
        ? nothing
        : selectView({
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
        : selectView({
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

interface SelectOptions {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly pick: (value: string) => void;
}

function selectView({ id, label, value, options, pick }: SelectOptions): TemplateResult {
  const picked = (event: Event) => {
    if (event.target instanceof HTMLSelectElement) pick(event.target.value);
  };
  return html`<label class="filter" for=${id}
    ><span>${label}</span>
    <span class="select">
      <select id=${id} @change=${picked}>
        ${options.map(
          option =>
            html`<option value=${option.value} .selected=${live(option.value === value)}>${option.label}</option>`,
        )}
      </select>
    </span>
  </label>`;
}

import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ShownBoard } from '../../src/protocol/boardProtocol.ts';
import { selectField } from '../shared/selectField.ts';
import type { BoardContext } from './context.ts';
import type { BoardFilter } from './viewState.ts';

/** Stands for every choice; no id of ours is one character of this kind. */
const ALL = '*';
const NOTHING = '-';

/** What the page is about, and what is looked at. */
export function headView(board: ShownBoard, context: BoardContext): TemplateResult {
  const { filter } = context.view;
  const change = (part: Partial<BoardFilter>) => context.change({ filter: { ...filter, ...part } });
  return html`<header class="head">
    <div>
      <h1>Portfolio</h1>
      <p class="about">${board.repository} · ${board.inProgress}</p>
    </div>
    <div class="filters" role="group" aria-label="Filters">
      <label class="filter" for="text"
        ><span>Search</span>
        <input
          id="text"
          type="search"
          autocomplete="off"
          spellcheck="false"
          .value=${live(filter.text)}
          @input=${(event: Event) => {
            if (event.target instanceof HTMLInputElement) change({ text: event.target.value.slice(0, 200) });
          }}
      /></label>
      ${selectField({
        id: 'serves',
        label: 'Objective or key result',
        value: valueOf(filter.serves),
        options: servesOptions(board, filter.serves),
        pick: value => change({ serves: servesOf(value) }),
      })}
      ${selectField({
        id: 'type',
        label: 'Work type',
        value: filter.type ?? ALL,
        options: [
          { value: ALL, label: 'All types' },
          ...board.types.map(({ type, label }) => ({ value: type, label })),
        ],
        pick: value => change({ type: board.types.find(({ type }) => type === value)?.type ?? null }),
      })}
      ${stoppedToggle(board, context)}
    </div>
  </header>`;
}

function stoppedToggle({ columns }: ShownBoard, { view, change }: BoardContext): TemplateResult {
  const count = columns.find(({ stage }) => stage === 'stopped')?.cards.length ?? 0;
  return html`<label class="check" for="stopped"
    ><input
      id="stopped"
      type="checkbox"
      .checked=${live(view.showStopped)}
      @change=${() => change({ showStopped: !view.showStopped })}
    /><span>Stopped (${count})</span></label
  >`;
}

/** What was chosen stays a choice when the value tree no longer has it: there must be a way back. */
function servesOptions({ objectives }: ShownBoard, chosen: BoardFilter['serves']) {
  const tree = objectives.map(({ id, label, keyResults }) => ({
    heading: label,
    choices: [
      { value: `objective:${id}`, label: `All of ${id}` },
      ...keyResults.map(keyResult => ({ value: `keyResult:${keyResult.id}`, label: keyResult.label })),
    ],
  }));
  const known = tree.some(({ choices }) => choices.some(({ value }) => value === valueOf(chosen)));
  const gone =
    chosen === null || chosen.kind === 'nothing' || known ? [] : [{ value: valueOf(chosen), label: chosen.id }];
  return [{ value: ALL, label: 'All' }, ...tree, ...gone, { value: NOTHING, label: 'No key result' }];
}

function valueOf(serves: BoardFilter['serves']): string {
  if (serves === null) return ALL;
  return serves.kind === 'nothing' ? NOTHING : `${serves.kind}:${serves.id}`;
}

function servesOf(value: string): BoardFilter['serves'] {
  if (value === ALL) return null;
  if (value === NOTHING) return { kind: 'nothing' };
  const [, kind, id = ''] = /^(objective|keyResult):(.*)$/s.exec(value) ?? [];
  return kind === 'objective' || kind === 'keyResult' ? { kind, id } : null;
}

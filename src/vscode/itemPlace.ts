import type { EpicFile } from '../model/epic.ts';
import type { GateReadiness, ItemReadiness } from '../model/ready.ts';
import type { SessionState } from './session.ts';

/** Where an item stands, in words that outlive the answer it was drawn from. */
export interface ItemPlace {
  /** The repository's root. */
  readonly root: string;
  /** The epic file, inside the repository, and its key as people know it. */
  readonly file: string;
  readonly epic: string;
  readonly gate: string;
  /** Position of the gate in the file and of the item in the gate; they tell twins apart. */
  readonly gateIndex: number;
  readonly index: number;
  readonly text: string;
}

/** The place of an item of the session's current answer; null when it is not in that answer. */
export function placeOf(state: SessionState, gate: GateReadiness, item: ItemReadiness): ItemPlace | null {
  const ready = state.kind === 'answers' ? state.ready.value : null;
  if (state.kind !== 'answers' || ready === null) return null;
  const gateIndex = ready.gates.indexOf(gate);
  const index = gate.items.indexOf(item);
  if (gateIndex === -1 || index === -1) return null;
  const epic = ready.epic.epic?.key ?? ready.epic.path;
  const { root } = state.lens;
  return { root, file: ready.epic.path, epic, gate: gate.gate.name, gateIndex, index, text: item.item.text };
}

/** True when the session's current answer is about the epic file of `place`. */
export function isShown(state: SessionState, place: ItemPlace): boolean {
  return state.kind === 'answers' && state.lens.root === place.root && state.ready.value?.epic.path === place.file;
}

/**
 * The item of `place` in the session's current answer: the only one of its gate with its words, or among twins the one
 * that stands exactly there. null when there is none.
 */
export function itemAt(
  state: SessionState,
  place: ItemPlace,
): { readonly file: EpicFile; readonly item: ItemReadiness } | null {
  const ready = state.kind === 'answers' && isShown(state, place) ? state.ready.value : null;
  if (ready === null) return null;
  const found = ready.gates.flatMap((gate, gateIndex) =>
    gate.gate.name !== place.gate
      ? []
      : gate.items.flatMap((item, index) =>
          item.item.text === place.text
            ? [{ item, exact: gateIndex === place.gateIndex && index === place.index }]
            : [],
        ),
  );
  const item = (found.length === 1 ? found[0] : found.find(({ exact }) => exact))?.item;
  return item === undefined ? null : { file: ready.epic, item };
}

import type { CommitSet } from '../../model/ports/gitPort.ts';
import { WORK_TYPES, type WorkType } from '../../model/work.ts';
import type { FlowScope } from './flowInput.ts';
import type { FlowSource } from './flowSource.ts';
import type { Ask, Cell } from './metric.ts';
import { createLabels, type Labels } from './people/labels.ts';
import { restOfTeams } from './people/restOfTeams.ts';

/** The groups of people that the answer itself needs to know, beside those that the metrics ask about. */
export interface FlowCells {
  readonly window: Cell;
  /** Every item that was read: who works alone must do so beyond one quiet window. */
  readonly everything: Cell;
  /** What is left when the asked team is taken from the whole; null where no team was asked for. */
  readonly ofOthers: Cell | null;
  /** Whether what the exports of all teams leave of the whole may be known. */
  readonly isRestSafe: ReturnType<typeof restOfTeams>;
  readonly types: ReadonlyMap<WorkType, Cell>;
  readonly labels: Labels;
  readonly labelGroups: readonly Cell[];
}

export function flowCells({ inWindow, ofOthers, input }: FlowScope, source: FlowSource, ask: Ask): FlowCells {
  const types = WORK_TYPES.filter(type => inWindow.some(item => item.type === type));
  const labels = createLabels([...inWindow, ...(input.open ?? [])], {
    projects: [...source.rules.known, ...source.team.ticketKeys],
    epics: source.epics.map(({ key }) => key),
  });
  return {
    window: ask(inWindow),
    everything: ask(source.work.items),
    ofOthers: source.owned === null ? null : ask(ofOthers),
    isRestSafe: restOfTeams([...inWindow, ...ofOthers], source.ownedByTeams, ask),
    types: new Map(types.map(type => [type, ask(inWindow.filter(item => item.type === type))])),
    labels,
    labelGroups: labels.groups.map(ask),
  };
}

/**
 * Cells as the identity gate is asked about them: the commits of each item. Metrics ask about the same items again and
 * again; each set of them is one cell.
 */
export function createAsk(source: FlowSource): { readonly ask: Ask; readonly cells: readonly CommitSet[] } {
  const cells: CommitSet[] = [];
  const known = new Map<string, Cell>();
  const commitsOf = (id: string): readonly string[] =>
    source.work.commitsOf.get(id) ?? source.open?.commitsOf.get(id) ?? [];
  return {
    cells,
    ask: items => {
      const ids = items.map(({ id }) => id);
      const name = ids.join(' ');
      const before = known.get(name);
      if (before !== undefined) return before;
      const cell = cells.push({ items: ids.map(commitsOf) }) - 1;
      known.set(name, cell);
      return cell;
    },
  };
}

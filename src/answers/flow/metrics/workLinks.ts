import { WORK_LINKS, type WorkLink } from '../../../model/flow/linkedWork.ts';
import type { WorkItem } from '../../../model/work.ts';
import type { Ask, FlowInput, Gate } from '../metric.ts';
import { mayDivide } from '../people/breakdown.ts';
import { hiddenCells } from '../people/suppression.ts';
import { isFinishedWork } from '../items/timedWork.ts';

/** The window's finished items by what they were for. */
export interface WorkLinks {
  readonly finished: number;
  /** null: hidden to protect people. */
  readonly counts: Readonly<Record<WorkLink, number | null>>;
}

/** What an item was for: its epic is looked up by key. */
export function linkOf({ epics }: Pick<FlowInput, 'epics'>): (item: WorkItem) => WorkLink {
  const byKey = new Map(epics.map(epic => [epic.key, epic]));
  return ({ epic }) => {
    const known = epic === null ? undefined : byKey.get(epic);
    if (known === undefined) return 'noEpic';
    if (known.stage === 'stopped') return 'stopped';
    return known.hasOutcome ? 'outcome' : 'noOutcome';
  };
}

/** Counts the window's finished items by what they were for; figures that share this division hide the same of it. */
export function workLinks(input: FlowInput, ask: Ask): (gate: Gate) => WorkLinks {
  const work = input.finished.filter(isFinishedWork);
  const link = linkOf(input);
  const parts = WORK_LINKS.map(name => work.filter(item => link(item) === name));
  const cells = parts.map(items => ask(items));
  return gate => {
    const counts = parts.map(items => items.filter(item => !gate.isAutomated(item)).length);
    const passes = (part: number): boolean => mayDivide(input) && gate.passes(cells[part] ?? -1);
    const hidden = hiddenCells(counts.map((count, part) => ({ count, passes: passes(part) })));
    const shown = (part: number): number | null => (hidden[part] === true ? null : (counts[part] ?? 0));
    return {
      finished: counts.reduce((sum, count) => sum + count, 0),
      counts: { outcome: shown(0), noOutcome: shown(1), stopped: shown(2), noEpic: shown(3) },
    };
  };
}

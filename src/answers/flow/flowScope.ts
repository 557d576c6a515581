import type { FlowRequest, FlowWindow } from '../../model/flow/flow.ts';
import type { CommitSet, GroupReading } from '../../model/ports/gitPort.ts';
import type { KeyRules } from '../../model/text/ticketKeys.ts';
import { WORK_TYPES, type WorkItem, type WorkType } from '../../model/work.ts';
import type { Calendar } from './time/calendar.ts';
import { BIN_COUNT, binOf, isFinishedWork, isTimed, type TimedItem } from './metrics/cycleTime.ts';
import { windowTest } from './time/flowWindow.ts';
import { createLabels, type Labels } from './people/labels.ts';
import type { WorkItems } from './items/workItems.ts';

/** The items that an answer is about. Who is a bot is only known to the identity gate, so they may hold some. */
export interface FlowScope {
  readonly isInside: (seconds: number) => boolean;
  /** Items that landed in the window, and those of the work type that was asked for. */
  readonly inWindow: readonly WorkItem[];
  readonly inScope: readonly WorkItem[];
  readonly timed: readonly TimedItem[];
  readonly types: readonly WorkType[];
  readonly labels: Labels;
}

export function flowScope(
  work: WorkItems,
  window: FlowWindow,
  calendar: Calendar,
  type: FlowRequest['type'],
  rules: KeyRules,
): FlowScope {
  const isInside = windowTest(window, calendar);
  const inWindow = work.items.filter(item => isInside(item.end));
  const inScope = type === null ? inWindow : inWindow.filter(item => item.type === type);
  const timed = inScope.filter(isFinishedWork).filter(isTimed);
  const types = WORK_TYPES.filter(known => inWindow.some(item => item.type === known));
  return { isInside, inWindow, inScope, timed, types, labels: createLabels(timed, rules) };
}

/** The groups of people that an answer needs to know: where each stands among the sets that the gate is asked. */
export interface FlowCells {
  /** The same for views and exports. */
  readonly asked: readonly CommitSet[];
  readonly window: number;
  /** Every item that was read: who works alone must do so beyond one quiet window. */
  readonly everything: number;
  readonly timed: number;
  readonly types: ReadonlyMap<WorkType, number>;
  readonly bins: readonly number[];
  readonly labels: readonly number[];
}

export function flowCells(scope: FlowScope, work: WorkItems, calendar: Calendar): FlowCells {
  const { inWindow, timed } = scope;
  const asked: CommitSet[] = [];
  const ask = (items: readonly WorkItem[]): number =>
    asked.push({ items: items.map(({ id }) => work.commitsOf.get(id) ?? []) }) - 1;
  return {
    asked,
    window: ask(inWindow),
    everything: ask(work.items),
    timed: ask(timed),
    types: new Map(scope.types.map(type => [type, ask(inWindow.filter(item => item.type === type))])),
    bins: Array.from({ length: BIN_COUNT }, (_, bin) => ask(timed.filter(item => binOf(item, calendar) === bin))),
    labels: scope.labels.groups.map(ask),
  };
}

/** The gate also knows the bots that do not write like one. */
export function withAutomated(items: readonly WorkItem[], work: WorkItems, reading: GroupReading): WorkItem[] {
  return items.map(item => {
    const commits = work.commitsOf.get(item.id) ?? [];
    const byBots = commits.length > 0 && commits.every(hash => reading.automated.has(hash));
    return byBots && !item.automated ? { ...item, automated: true } : item;
  });
}

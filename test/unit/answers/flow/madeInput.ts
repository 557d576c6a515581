import type { Ask, Cell, FlowInput, Gate, Metric } from '../../../../src/answers/flow/metric.ts';
import { deploymentFailures } from '../../../../src/answers/flow/items/failures.ts';
import { calendarIn } from '../../../../src/answers/flow/time/calendar.ts';
import { windowTest } from '../../../../src/answers/flow/time/flowWindow.ts';
import { weeksOf } from '../../../../src/answers/flow/time/weeks.ts';
import type { FlowWindow } from '../../../../src/model/flow/flow.ts';
import type { Deployment, OpenItem, WorkItem } from '../../../../src/model/work.ts';
import { createFolder } from '../../../support/factories.ts';

export const DAY = 86_400;
/** Monday 5 January 2026, 00:00 UTC: the first day of the made window of 26 weeks. */
export const FIRST = Date.UTC(2026, 0, 5) / 1000;
export const WINDOW: FlowWindow = { from: '2026-01-05', to: '2026-07-06', weeks: 26 };

/** Epoch seconds of `days` after the window's first Monday, at noon UTC. */
export function at(days: number): number {
  return FIRST + days * DAY + DAY / 2;
}

let made = 0;

/** A merged, human item that landed on day `end` of the window and took `days` days (null: its start is unknown). */
export function createWork(end: number, days: number | null, changes: Partial<WorkItem> = {}): WorkItem {
  made++;
  const landed = at(end);
  const start = days === null ? null : landed - days * DAY;
  return {
    id: `w${made}`,
    ticket: null,
    number: made,
    epic: null,
    rule: days === null ? 'squash' : 'merge',
    type: 'feature',
    typeTier: 'convention',
    start,
    startQuality: days === null ? 'none' : 'branch',
    end: landed,
    commits: 1,
    written: start === null ? [] : [start],
    automated: false,
    flags: [],
    reverts: null,
    reverted: null,
    deployment: null,
    ...changes,
  };
}

export function createOpen(startedAgo: number, changes: Partial<OpenItem> = {}): OpenItem {
  made++;
  const now = at(WINDOW.weeks * 7 + 1);
  return {
    id: `o${made}`,
    ticket: null,
    epic: null,
    type: 'feature',
    start: now - startedAgo * DAY,
    lastSign: now - DAY,
    commits: 1,
    stale: false,
    ...changes,
  };
}

export function createDeployment(day: number, changes: Partial<Deployment> = {}): Deployment {
  made++;
  return {
    id: `d${made}`,
    version: `1.${made}.0`,
    stream: 0,
    at: at(day),
    first: false,
    hotfix: false,
    items: [],
    empty: false,
    ...changes,
  };
}

/** A window of 26 weeks from 5 January 2026 (UTC), looked at on the Tuesday after it. */
export function createInput(changes: Partial<FlowInput> = {}): FlowInput {
  const calendar = changes.calendar ?? calendarIn('UTC');
  const window = changes.window ?? WINDOW;
  const now = changes.now ?? at(WINDOW.weeks * 7 + 1);
  const items = changes.items ?? changes.finished ?? [];
  const isInside = windowTest(window, calendar);
  const [first] = changes.deployments ?? [];
  const waiting = items.filter(({ deployment, end }) => first !== undefined && deployment === null && end > first.at);
  return {
    now,
    calendar,
    window,
    weeks: weeksOf(window),
    type: null,
    use: 'view',
    isInside,
    items,
    finished: items.filter(({ end }) => isInside(end)),
    open: null,
    openReach: { truncated: false, fetchedAt: null },
    deployments: [],
    failures: deploymentFailures(items, changes.deployments ?? [], now),
    changes: [],
    waiting: new Set(waiting.map(({ id }) => id)),
    sizes: null,
    tickets: new Map(),
    team: createFolder([]).team,
    epics: [],
    signals: [],
    knownSince: null,
    ...changes,
  };
}

/** What the gate says: everybody passes but the cells that `hidden` names by the ids of their items. */
export interface MadeGate extends Partial<Omit<Gate, 'passes'>> {
  readonly hides?: (ids: readonly string[]) => boolean;
}

/** Runs both steps of a metric. */
export function measure<Result>(metric: Metric<Result>, input: FlowInput, made: MadeGate = {}): Result {
  const cells: (readonly string[])[] = [];
  const ask: Ask = (items): Cell => cells.push(items.map(({ id }) => id)) - 1;
  const finish = metric(input, ask);
  const { hides, ...rest } = made;
  return finish({
    passes: cell => {
      const ids = cells[cell];
      if (ids === undefined) throw new RangeError(`no cell ${cell}`);
      return ids.length === 0 || hides?.(ids) !== true;
    },
    isAutomated: item => item.automated === true,
    labelOf: ({ ticket, number }) => ticket ?? (number == null ? null : `#${number}`),
    solo: false,
    ...rest,
  });
}

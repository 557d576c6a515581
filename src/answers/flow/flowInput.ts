import type { FlowRequest } from '../../model/flow/flow.ts';
import type { WorkItem } from '../../model/work.ts';
import type { FlowSource } from './flowSource.ts';
import { deploymentFailures } from './items/failures.ts';
import type { FlowInput } from './metric.ts';
import { calendarIn } from './time/calendar.ts';
import { flowWindow, windowTest } from './time/flowWindow.ts';
import { weeksOf } from './time/weeks.ts';

/** What the metrics are computed from, and the items that the answer's own cells are about. */
export interface FlowScope {
  readonly input: FlowInput;
  /** Items of the team that landed in the window, of all work types. */
  readonly inWindow: readonly WorkItem[];
  /** Items that landed in the window but are not the asked team's. */
  readonly ofOthers: readonly WorkItem[];
}

/** Cuts what was read down to what was asked for. */
export function flowScope(source: FlowSource, request: FlowRequest): FlowScope {
  const { work, owned, now, team } = source;
  const calendar = calendarIn(team.timeZone);
  const window = flowWindow(request.window, now, calendar);
  const isInside = windowTest(window, calendar);
  const isOwned = (item: { readonly id: string }): boolean => owned === null || owned.has(item.id);
  const ofType = (item: { readonly type: WorkItem['type'] }): boolean =>
    request.type === null || item.type === request.type;
  const landed = work.items.filter(item => isInside(item.end));
  const inWindow = landed.filter(isOwned);
  const items = work.items.filter(isOwned);
  const input: FlowInput = {
    now,
    calendar,
    window,
    weeks: weeksOf(window),
    type: request.type,
    use: request.use,
    isInside,
    items,
    finished: inWindow.filter(ofType),
    open: source.open?.items.filter(item => isOwned(item) && ofType(item)) ?? null,
    openReach: { truncated: source.open?.truncated ?? false, fetchedAt: source.open?.fetchedAt ?? null },
    deployments: work.deployments,
    failures: deploymentFailures(items, work.deployments, now),
    changes: work.changes,
    waiting: new Set(work.waiting),
    sizes: source.sizes,
    tickets: source.tickets,
    team,
    epics: source.epics,
    signals: source.signals,
    knownSince: source.shallow ? work.knownSince : null,
  };
  return { input, inWindow, ofOthers: landed.filter(item => !isOwned(item)) };
}

import type { Reverts, RevertsOfType } from '../../../model/flow/reverts.ts';
import type { Withheld } from '../../../model/flow/withheld.ts';
import { WORK_TYPES, type WorkItem } from '../../../model/work.ts';
import { isAbortedLanding } from '../items/failures.ts';
import type { FlowInput, Gate, Metric } from '../metric.ts';
import { hiddenCells } from '../people/suppression.ts';
import { nearestRank } from '../statistics/percentile.ts';
import { wilson } from '../../statistics/proportion.ts';
import { shareOf } from '../../statistics/share.ts';

/** An item counts as taken back when that happened this soon, and is old enough to tell from then on. */
const FOLLOW_UP_SECONDS = 30 * 86_400;
const LEAST_LANDED = 50;
const LEAST_REVERTED = 5;

/** The landed item was taken back within 30 days, and not at once before anybody could have got it. */
export function wasReverted(item: WorkItem, { deployments }: Pick<FlowInput, 'deployments'>): boolean {
  const { end, reverted } = item;
  return reverted !== null && reverted.at - end <= FOLLOW_UP_SECONDS && !isAbortedLanding(item, deployments);
}

/** Items whose fate can be told: landed at least 30 days ago. What takes another item back is no cohort of its own. */
export function maturedOf(landed: readonly WorkItem[], now: number): WorkItem[] {
  return landed.filter(item => isLanded(item) && now - item.end >= FOLLOW_UP_SECONDS);
}

/** Revert rate: items taken back within 30 days of landing, of the items that landed in the window, by landing. */
export const reverts: Metric<Reverts> = (input, ask) => {
  const matured = maturedOf(input.finished, input.now);
  const cell = ask(matured);
  const isTaken = (item: WorkItem): boolean => wasReverted(item, input);
  const isAborted = (item: WorkItem): boolean => isAbortedLanding(item, input.deployments);
  const cameBack = ({ reverted }: WorkItem): boolean => reverted?.restored === true;
  const taken = matured.filter(isTaken);
  const takenCell = ask(taken);
  // Who stayed away is what came back subtracted from what was taken back.
  const restoredCells = [ask(taken.filter(cameBack)), ask(taken.filter(item => !cameBack(item)))];
  const abortedCell = ask(matured.filter(isAborted));
  const young = input.finished.filter(item => isLanded(item) && !matured.includes(item));
  const youngCell = ask(young);
  const types = input.type === null ? WORK_TYPES.filter(type => matured.some(item => item.type === type)) : [];
  const cells = types.map(type => ask(matured.filter(item => item.type === type)));
  return gate => {
    const isHuman = (item: WorkItem): boolean => !gate.isAutomated(item);
    const cohort = matured.filter(isHuman);
    const takenBack = taken.filter(isHuman);
    const parts = types.map(type => cohort.filter(item => item.type === type));
    const hidden = hiddenCells(
      parts.map(({ length }, at) => ({ count: length, passes: gate.passes(cells[at] ?? -1) })),
    );
    const withheld = withheldOf(cohort.length, gate.passes(cell), gate);
    const shown = withheld === null;
    return {
      withheld,
      ...rateOf(shown ? takenBack.length : 0, shown ? cohort.length : 0),
      restored: shown && restoredCells.every(cell => gate.passes(cell)) ? takenBack.filter(cameBack).length : null,
      aborted: shown && gate.passes(abortedCell) ? cohort.filter(isAborted).length : null,
      immature: gate.passes(youngCell) ? young.filter(isHuman).length : null,
      timeToRevert: shown && gate.passes(takenCell) ? timeToRevert(takenBack) : null,
      types: shown
        ? types.map((type, at): RevertsOfType => {
            const part = parts[at] ?? [];
            if (hidden[at] === true) return { type, reverted: null, interval: null };
            return { type, ...rateOf(part.filter(isTaken).length, part.length) };
          })
        : [],
    };
  };
};

function isLanded({ flags }: WorkItem): boolean {
  return !flags.includes('revert');
}

function withheldOf(landed: number, passes: boolean, { solo }: Gate): Withheld | null {
  if (solo) return { code: 'solo' };
  if (landed === 0) return { code: 'nothing', what: 'landedItems' };
  return passes ? null : { code: 'people' };
}

function rateOf(count: number, of: number): Pick<Reverts, 'reverted' | 'interval'> {
  const reverted = shareOf(count, of, LEAST_LANDED);
  return { reverted, interval: reverted.share === null ? null : wilson(count, of) };
}

/** P50 by nearest rank, seconds. */
function timeToRevert(taken: readonly WorkItem[]): number | null {
  if (taken.length < LEAST_REVERTED) return null;
  const times = taken.flatMap(({ end, reverted }) => (reverted === null ? [] : [reverted.at - end]));
  return nearestRank(
    times.sort((a, b) => a - b),
    50,
  );
}

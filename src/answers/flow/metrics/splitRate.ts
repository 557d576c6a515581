import type { GrowingScope } from '../../../model/flow/forecast.ts';
import type { Ask, FlowInput, Gate } from '../metric.ts';
import { median } from '../statistics/median.ts';
import { askBehind, type Behind } from '../tickets/behind.ts';
import { behindTicket } from '../tickets/board.ts';
import { teamTickets } from '../tickets/teamTickets.ts';
import { weekIndex } from '../time/weeks.ts';
import { isFinishedWork } from '../items/timedWork.ts';
import { LEAST_COVERAGE } from '../statistics/coverage.ts';

/** METRICS M21, as for the history that is drawn from. */
const LEAST_WEEKS = 8;

/**
 * Tickets created for each one finished, the median of the window's weeks from `first` on (METRICS M21, split rate). A week
 * in which some were created and none was finished counts as more than any other; one without either has no rate. Below 1
 * it inflates nothing. null where tickets cannot tell. What is created is nobody's work yet: the people are those behind the
 * finished tickets.
 */
export function splitRate(
  input: FlowInput,
  first: number,
  ask: Ask,
): (gate: Gate) => Pick<GrowingScope, 'rate' | 'weeks'> | null {
  const indexOf = (seconds: number): number => weekIndex(input.weeks, input.calendar, seconds) - first;
  const tickets = teamTickets(input);
  const [added, done] = [input.weeks.slice(first).map(() => 0), input.weeks.slice(first).map(() => 0)];
  const ended: Behind[] = [];
  for (const found of tickets) {
    const { ticket, stages } = found;
    const [createdIn, doneIn] = [indexOf(ticket.created), stages.finished === null ? -1 : indexOf(stages.finished)];
    // What was dropped asks for no work.
    if (createdIn >= 0 && stages.dropped === null) added[createdIn] = (added[createdIn] ?? 0) + 1;
    if (doneIn < 0) continue;
    done[doneIn] = (done[doneIn] ?? 0) + 1;
    ended.push({ behind: behindTicket(found) });
  }
  const rates = added.flatMap((count, week) => {
    const finishedThen = done[week] ?? 0;
    return count === 0 && finishedThen === 0 ? [] : [count / finishedThen];
  });
  const middle = median(rates);
  const work = input.finished.filter(item => isFinishedWork(item) && indexOf(item.end) >= 0);
  const known = work.filter(({ ticket }) => ticket !== null && input.tickets.has(ticket)).length;
  const passes = askBehind(ended, ask);
  const canTell = rates.length >= LEAST_WEEKS && known >= work.length * LEAST_COVERAGE && ended.length > 0;
  return gate =>
    middle === null || !Number.isFinite(middle) || !canTell || !passes(gate)
      ? null
      : { rate: Math.max(1, middle), weeks: rates.length };
}

import { DEFAULT_PLACE, type TicketConvention, type TicketPlace } from '../../model/ticketConvention.ts';

/** Fewer commits that name a ticket are no habit. */
const LEAST_COMMITS = 5;
/** Of those commits that name a ticket. */
const LEAST_SHARE = 0.5;

/**
 * Where the team's commits name their ticket. `messages` holds for each commit that names one the places where it does, newest
 * first; among equals the newest wins.
 */
export function ticketConvention(messages: readonly (readonly TicketPlace[])[]): TicketConvention {
  const counts = new Map<string, { place: TicketPlace; commits: number }>();
  for (const places of messages)
    for (const place of places) {
      const key = JSON.stringify(place);
      counts.set(key, { place, commits: (counts.get(key)?.commits ?? 0) + 1 });
    }
  const [usual] = [...counts.values()].sort((a, b) => b.commits - a.commits);
  const named = messages.length;
  const agreeing = usual?.commits ?? 0;
  const isUsual = named >= LEAST_COMMITS && agreeing >= named * LEAST_SHARE;
  return usual !== undefined && isUsual
    ? { place: usual.place, how: 'history', named, agreeing }
    : { place: DEFAULT_PLACE, how: 'default', named, agreeing };
}

import type { RepositoryPort } from '../model/ports/gitPort.ts';
import { readTicketPlaces } from '../model/text/ticketPlaces.ts';
import type { TicketPlace } from '../model/ticketConvention.ts';
import type { GitClient } from './gitClient.ts';
import { createSplitter, toTheEnd } from './pieces.ts';

/** Parents and message. With `-z`, each field ends with a NUL. */
const FORMAT = '%P%x00%B';

/** Where the newest commits name tickets. A message is looked at here and not kept; merges are left out. */
export async function readRecentPlaces(
  client: GitClient,
  root: string,
  ...[{ tip, rules, limit }, signal]: Parameters<RepositoryPort['ticketPlaces']>
): Promise<readonly (readonly TicketPlace[])[]> {
  const found: (readonly TicketPlace[])[] = [];
  let parents: string | null = null;
  const split = createSplitter(0, field => {
    if (parents === null) {
      parents = field.toString('latin1');
      return;
    }
    const places = parents.includes(' ') ? null : readTicketPlaces(field.toString('utf8'), rules);
    if (places !== null) found.push(places);
    parents = null;
  });
  const log = { stream: 'log', format: FORMAT, from: tip, without: null, limit } as const;
  await client.stream(root, log, toTheEnd(split), signal);
  return found;
}

import type { EpicFile } from '../../model/epic.ts';
import type { EpicSource } from '../../model/why.ts';

export interface EpicMatch {
  readonly file: EpicFile;
  readonly source: EpicSource;
}

/** Epic files that have the ticket's key as their own or list it, best first: the epic itself, then files in path order. */
export function epicsForTicket(ticket: string, epics: readonly EpicFile[]): readonly EpicMatch[] {
  const wanted = ticket.toUpperCase();
  const matches = (source: EpicSource, fits: (file: EpicFile) => boolean) =>
    epics.filter(fits).map(file => ({ file, source }));
  const itself = matches('isTheEpic', file => file.epic?.key.toUpperCase() === wanted);
  const listing = matches(
    'listsTheTicket',
    file =>
      file.epic !== null &&
      file.epic.key.toUpperCase() !== wanted &&
      file.epic.tickets.some(key => key.toUpperCase() === wanted),
  );
  return [...itself, ...listing];
}

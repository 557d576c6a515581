import type { EpicFile } from '../../model/epic.ts';
import type { EpicSource } from '../../model/why.ts';

export interface EpicMatch {
  readonly file: EpicFile;
  readonly source: EpicSource;
}

/** Whether an epic file of which nothing could be read may be the ticket's: its name begins with the key. */
export function mayBelongTo(ticket: string, file: EpicFile): boolean {
  if (file.epic !== null) return false;
  const name = (file.path.split('/').at(-1) ?? '').toUpperCase();
  const key = ticket.toUpperCase().replace('#', '');
  return name === `${key}.MD` || name.startsWith(`${key}-`);
}

/** Epic files that have the ticket's key as their own or list it, best first: the epic itself, then files in path order. */
export function epicsForTicket(ticket: string, epics: readonly EpicFile[]): readonly EpicMatch[] {
  const wanted = ticket.toUpperCase();
  const matches = (source: EpicSource, fits: (file: EpicFile) => boolean) =>
    epics.filter(fits).map(file => ({ file, source }));
  const itself = matches('isTheEpic', file => file.epic?.key.toUpperCase() === wanted || mayBelongTo(ticket, file));
  const listing = matches(
    'listsTheTicket',
    file =>
      file.epic !== null &&
      file.epic.key.toUpperCase() !== wanted &&
      file.epic.tickets.some(key => key.toUpperCase() === wanted),
  );
  return [...itself, ...listing];
}

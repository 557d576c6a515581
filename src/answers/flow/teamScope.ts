import type { TeamFile } from '../../model/epic.ts';
import { matchesGlob } from '../../model/text/glob.ts';
import { projectOfKey } from '../../model/text/ticketKeys.ts';
import type { WorkItem } from '../../model/work.ts';

/**
 * True for a team that owns a part of the repository only. Ticket projects alone divide it between several teams
 * (`named`); in the repository's own team file they say what counts as a ticket.
 */
export function hasScope({ paths, ticketKeys }: TeamFile, named: boolean): boolean {
  return paths.length > 0 || (named && ticketKeys.length > 0);
}

/**
 * Whether an item is a team's: it touches a path that the team owns, or its ticket is of one of the team's projects.
 * `paths` are those that the item changed on main, or that the commits of its branches change.
 */
export function isOfTeam(team: TeamFile, item: Pick<WorkItem, 'ticket'>, paths: readonly string[]): boolean {
  const project = item.ticket === null ? null : projectOfKey(item.ticket);
  if (project !== null && team.ticketKeys.includes(project)) return true;
  return team.paths.some(glob => paths.some(path => matchesGlob(glob, path)));
}

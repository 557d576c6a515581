import { epicsForTicket } from '../../answers/why/epicForTicket.ts';
import type { LanguageContext } from '../document.ts';
import type { Proposal } from './completion.ts';

/** More would only have to be scrolled through; typing on narrows the list. */
const MAX_TICKETS = 500;

/** Ticket keys of epic files, then of the history, each with the epic that it leads to. */
export async function ticketProposals(context: LanguageContext): Promise<readonly Proposal[]> {
  const { epics } = context.outcomes;
  const listed = epics.flatMap(({ epic }) => epic?.tickets ?? []);
  const keys = new Set([...listed, ...(await context.tickets())]);
  const own = new Set(epics.map(({ epic }) => epic?.key));
  return [...keys]
    .filter(key => !own.has(key))
    .slice(0, MAX_TICKETS)
    .map(key => {
      const epic = epicsForTicket(key, epics)[0]?.file.epic ?? null;
      return { label: key, kind: 'key', detail: epic === null ? 'in the history' : `${epic.key} ${epic.title}` };
    });
}

/** Keys of epic files with their titles, the file at `path` left out. */
export function epicProposals({ outcomes }: LanguageContext, path: string): readonly Proposal[] {
  return outcomes.epics.flatMap(file =>
    file.epic === null || file.path === path
      ? []
      : [
          {
            label: file.epic.key,
            kind: 'key' as const,
            detail: file.epic.title,
            documentation: file.epic.outcome?.statement ?? null,
          },
        ],
  );
}

/** Keys of the history that no epic has or lists. */
export async function freeKeyProposals(context: LanguageContext): Promise<readonly Proposal[]> {
  const { epics } = context.outcomes;
  return (await context.tickets())
    .filter(key => epicsForTicket(key, epics).length === 0)
    .slice(0, MAX_TICKETS)
    .map(label => ({ label, kind: 'key', detail: 'in the history, of no epic yet' }));
}

/** Key results of the value tree, with the objective that each belongs to. */
export function keyResultProposals({ outcomes }: LanguageContext): readonly Proposal[] {
  return outcomes.valueTree.objectives.flatMap(objective =>
    objective.keyResults.map(({ id, title }) => ({
      label: id,
      kind: 'key' as const,
      detail: title,
      documentation: `${objective.id} ${objective.title}`,
    })),
  );
}

/** Names of the teams of this repository. */
export function teamProposals({ outcomes }: LanguageContext): readonly Proposal[] {
  const names = [outcomes.team, ...outcomes.teams.map(({ file }) => file)].map(({ team }) => team);
  return [...new Set(names)].flatMap(name => (name === null ? [] : [{ label: name, kind: 'value' as const }]));
}

import { projectOfKey } from '../../../model/text/ticketKeys.ts';

/** What a label is made of. */
export interface Labelled {
  readonly id: string;
  readonly ticket: string | null;
  readonly number?: number | null;
}

/** What the team wrote itself. */
export interface NamedKeys {
  readonly projects: readonly string[];
  /** Whole keys of epics. */
  readonly epics: readonly string[];
}

export interface Labels {
  /** Items by project key, for the keys that nobody configured: such a prefix may be made from somebody's name. */
  readonly groups: readonly (readonly Labelled[])[];
  /** How items are called when the groups that pass are known: `PAY-101`, `#42` or null. */
  allowed(passes: (group: number) => boolean): (item: Omit<Labelled, 'id'>) => string | null;
}

/**
 * What may stand beside a dot. A project key that only few people use, or of which nobody asked how many do, is left out, and
 * the request's number stands instead.
 */
export function createLabels(items: readonly Labelled[], named: NamedKeys): Labels {
  const byProject = new Map<string, Labelled[]>();
  for (const item of items) {
    const project = item.ticket === null ? null : projectOfKey(item.ticket);
    if (project === null || named.projects.includes(project)) continue;
    const members = byProject.get(project);
    if (members === undefined) byProject.set(project, [item]);
    else members.push(item);
  }
  const guessed = [...byProject];
  return {
    groups: guessed.map(([, members]) => members),
    allowed: passes => {
      const passing = guessed.filter((_, group) => passes(group)).map(([project]) => project);
      const [projects, epics] = [new Set([...named.projects, ...passing]), new Set(named.epics)];
      return ({ ticket, number }) => {
        const project = ticket === null ? null : projectOfKey(ticket);
        if (ticket !== null && (project === null || projects.has(project) || epics.has(ticket))) return ticket;
        return number == null ? null : `#${number}`;
      };
    },
  };
}

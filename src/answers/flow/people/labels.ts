import { projectOfKey, type KeyRules } from '../../../model/text/ticketKeys.ts';

/** What a label is made of. */
export interface Labelled {
  readonly id: string;
  readonly ticket: string | null;
  readonly number?: number | null;
}

export interface Labels {
  /** Items by project key, for the keys that nobody configured: such a prefix may be made from somebody's name. */
  readonly groups: readonly (readonly Labelled[])[];
  /** How items are called when the groups that pass are known: `PAY-101`, `#42` or null. */
  allowed(passes: (group: number) => boolean): (item: Omit<Labelled, 'id'>) => string | null;
}

/** What may stand beside a dot. A project key of only few people is left out, and the request's number stands instead. */
export function createLabels(items: readonly Labelled[], rules: KeyRules): Labels {
  const byProject = new Map<string, Labelled[]>();
  for (const item of items) {
    const project = item.ticket === null ? null : projectOfKey(item.ticket);
    if (project === null || rules.known.includes(project)) continue;
    const members = byProject.get(project);
    if (members === undefined) byProject.set(project, [item]);
    else members.push(item);
  }
  const guessed = [...byProject];
  return {
    groups: guessed.map(([, members]) => members),
    allowed: passes => {
      const refused = new Set(guessed.filter((_, group) => !passes(group)).map(([project]) => project));
      return ({ ticket, number }) => {
        const numbered = number == null ? null : `#${number}`;
        return ticket === null || refused.has(projectOfKey(ticket) ?? '') ? numbered : ticket;
      };
    },
  };
}

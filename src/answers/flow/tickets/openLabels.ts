import { projectOfKey } from '../../../model/text/ticketKeys.ts';
import type { FlowInput, Gate } from '../metric.ts';
import type { Behind } from './behind.ts';

/**
 * How open items may be called. The gate judges the project keys of what landed in the window and of open branches; any other
 * that the team does not name may be made from somebody's name, so it is left out.
 */
export function openLabels({
  items,
  open,
  team,
  isInside,
}: FlowInput): (item: Behind & { readonly ticket: string | null }, gate: Gate) => string | null {
  const judged = new Set(team.ticketKeys);
  for (const { ticket } of [...items.filter(({ end }) => isInside(end)), ...(open ?? [])]) {
    const project = ticket === null ? null : projectOfKey(ticket);
    if (project !== null) judged.add(project);
  }
  return ({ ticket }, gate) => {
    const project = ticket === null ? null : projectOfKey(ticket);
    return project === null || judged.has(project) ? gate.labelOf({ ticket }) : null;
  };
}

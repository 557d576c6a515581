import type { DeploymentFailure } from '../../../model/flow/failures.ts';
import type { Withheld } from '../../../model/flow/withheld.ts';
import type { Deployment } from '../../../model/work.ts';
import type { Ask, Cell, FlowInput, Gate } from '../metric.ts';

/** Of fewer deployments only "k of n" is said. */
export const LEAST_DEPLOYMENTS = 20;

export interface Judged {
  readonly deployment: Deployment;
  readonly failure: DeploymentFailure;
  /** Ids of the items that it brought, of those that the answer is about. */
  readonly held: readonly string[];
}

export interface JudgedDeployments {
  /** The window's deployments whose content is known and not nothing, by time. */
  readonly known: readonly Judged[];
  readonly first: number;
  readonly empty: number;
}

/** The window's deployments, of all work types, with what became of them; a team's are those that hold work of its own. */
export function judgedDeployments({ items, deployments, failures, isInside }: FlowInput): JudgedDeployments {
  const own = new Set(items.map(({ id }) => id));
  const inside = deployments.filter(({ at }) => isInside(at));
  const known = inside.flatMap(deployment => {
    const failure = failures.get(deployment.id);
    if (deployment.first || deployment.empty || failure === undefined) return [];
    const held = deployment.items.filter(id => own.has(id));
    return held.length === 0 && deployment.items.length > 0 ? [] : [{ deployment, failure, held }];
  });
  return {
    known,
    first: inside.filter(deployment => deployment.first).length,
    empty: inside.filter(deployment => deployment.empty && !deployment.first).length,
  };
}

/** Asks about the people behind what deployments hold. */
export function askAbout(judged: readonly Judged[], ask: Ask): Cell {
  return ask(judged.flatMap(({ held }) => held.map(id => ({ id }))));
}

/** Why a figure about deployments shows nothing; absence of deployments is no 0 %. */
export function deploymentsWithheld(input: FlowInput, counted: number, passes: boolean, gate: Gate): Withheld | null {
  if (gate.solo) return { code: 'solo' };
  if (input.deployments.length === 0) return { code: 'noDeployments' };
  if (counted === 0) return { code: 'nothing', what: 'deployments' };
  return passes ? null : { code: 'people' };
}

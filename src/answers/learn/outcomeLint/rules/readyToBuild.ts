import type { Gate } from '../../../../model/checklist.ts';
import type { Readiness } from '../../../../model/ready.ts';

/** The gate that hints about what comes too early go by. */
export function isReadyToBuild({ name }: Pick<Gate, 'name'>): boolean {
  return name.trim().toLowerCase() === 'ready to build';
}

/** Items of Ready to build that are open beyond doubt: what cannot be evaluated here does not count. */
export function openToBuild(readiness: Readiness | null): number {
  const gates = readiness?.gates.filter(({ gate }) => isReadyToBuild(gate)) ?? [];
  return gates.flatMap(({ items }) => items).filter(({ met, state }) => !met && state !== 'unknown').length;
}

/** Before it is built, a gate that is open says something; afterwards it is history. */
export function isBeforeTest(stage: Readiness['stage']): boolean {
  return stage === null || stage === 'discovery' || stage === 'build';
}

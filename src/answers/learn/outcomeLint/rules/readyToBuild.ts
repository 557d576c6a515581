import type { Readiness } from '../../../../model/ready.ts';

const NAME = 'ready to build';

/** Items of Ready to build that are open beyond doubt: what cannot be evaluated here does not count. */
export function openToBuild(readiness: Readiness | null): number {
  const gates = readiness?.gates.filter(({ gate }) => gate.name.trim().toLowerCase() === NAME) ?? [];
  return gates.flatMap(({ items }) => items).filter(({ met, state }) => !met && state !== 'unknown').length;
}

/** Before it is built, a gate that is open says something; afterwards it is history. */
export function isBeforeTest(stage: Readiness['stage']): boolean {
  return stage === null || stage === 'discovery' || stage === 'build';
}
